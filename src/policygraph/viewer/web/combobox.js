// A box to type a name in, with the things found below it (WAI-ARIA combobox with a list box).

import { fill, h } from "./dom.js";
import { spoken } from "./languages.js";
import { placeName } from "./panel.js";
import { otherName } from "./search.js";
import { icon } from "./symbols.js";

/**
 * @typedef {import("./search.js").Found} Found
 * @typedef {import("./page.js").Page} Page
 */

const RESULTS = 12;

/**
 * @param {Page} page
 * @param {import("./search.js").Find} find
 * @param {{
 *   id: string, label: string, hint: string, value?: string, first?: boolean, choose: (found: Found) => void, empty?: () => void,
 * }} options first: whether its part of the page begins here for who comes by keyboard; empty: called when nothing is left in the box
 */
export function combobox(page, find, { id, label, hint, value, first, choose, empty }) {
  /** @type {Found[]} */
  let found = [];
  let all = 0;
  let at = -1;
  const list = h("ul", { id: `${id}-list`, role: "listbox", "aria-label": label, hidden: true });
  const input = h("input", {
    id, type: "search", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-label": label, placeholder: hint, value: value ?? "",
    "aria-controls": `${id}-list`, "aria-expanded": "false", "aria-autocomplete": "list", key: id, "data-first": first,
    input: (/** @type {InputEvent} */ e) => !e.isComposing && search(),
    compositionend: () => search(),
    // A click on a result takes the focus for a moment, and whoever has come back meanwhile goes on searching.
    blur: () => setTimeout(() => document.activeElement !== input && close(), 150),
    keydown: (/** @type {KeyboardEvent} */ e) => press(e),
  });

  function search() {
    if (!input.value && empty) return empty();
    ({ found, all } = find(input.value, RESULTS));
    at = found.length > 0 ? 0 : -1;
    show();
    if (input.value.trim()) page.say(found.length ? all > found.length ? page.t("searchShown", found.length, all) : page.t("searchFound", all) : page.t("searchNone", input.value));
  }

  function show() {
    const items = found.map((one, i) =>
      h("li", { id: `${id}-${i}`, class: one.kind === "words" ? "words" : undefined, role: "option", "aria-selected": String(i === at), mousedown: (/** @type {Event} */ e) => e.preventDefault(), click: () => pick(one) }, shownAs(page, one, input.value)));
    const none = input.value.trim() && found.length === 0 ? h("li", { class: "quiet none", role: "option", "aria-selected": "false", "aria-disabled": "true" }, page.t("searchNone", input.value)) : null;
    const more = all > found.length && h("li", { class: "quiet none", role: "option", "aria-selected": "false", "aria-disabled": "true" }, page.t("searchShown", found.length, all));
    fill(list, ...items, more, none);
    list.hidden = items.length === 0 && !none;
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (at >= 0) input.setAttribute("aria-activedescendant", `${id}-${at}`);
    else input.removeAttribute("aria-activedescendant");
    list.children[at]?.scrollIntoView({ block: "nearest" });
  }

  function close() {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  /** @param {Found} one */
  function pick(one) {
    input.value = one.kind === "place" ? placeName(page, one.name) : page.nameOf(one.thing);
    close();
    choose(one);
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    // Enter and arrows belong to the input method while it composes.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (list.hidden) search();
      else at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % Math.max(1, found.length);
      show();
    } else if (event.key === "Enter" && found[at] && !list.hidden) pick(found[at]);
    else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return { element: h("div", { class: "combobox" }, input, list), input };
}

/**
 * @param {Page} page
 * @param {Found} one
 * @param {string} query
 * @returns {import("./dom.js").Child[]}
 */
function shownAs(page, one, query) {
  if (one.kind === "place") return [icon("place"), h("span", { class: "name" }, spoken(page, placeName(page, one.name))), h("span", { class: "quiet" }, page.t("placePage"))];
  const { thing } = one;
  if (one.kind === "words") return [icon(thing.type), h("span", { class: "name", lang: "zh-Hans" }, `“${around(one.passage.quote, query)}”`), h("span", { class: "quiet" }, spoken(page, page.titleOf(one.passage.document.name)))];
  return [icon(thing.type), page.label(thing), h("span", { class: "quiet" }, spoken(page, [otherName(thing, query), page.t(thing.type)].filter(Boolean).join(" · ")))];
}

/** Characters of a passage shown before and behind what was looked for. */
const NEAR = 16;

/**
 * The stretch of a passage in which a query stands.
 * @param {string} quote
 * @param {string} query
 */
function around(quote, query) {
  const letters = [...quote.replace(/\s+/g, " ")];
  const [word = ""] = query.trim().split(/\s+/);
  const at = [...letters.join("").toLowerCase().split(word.toLowerCase())[0]].length;
  const [start, end] = [Math.max(0, at - NEAR), at + word.length + NEAR];
  return `${start > 0 ? "…" : ""}${letters.slice(start, end).join("")}${end < letters.length ? "…" : ""}`;
}
