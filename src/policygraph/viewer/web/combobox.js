// A box to type a name in, with the things found below it (WAI-ARIA combobox with a list box).

import { fill, h } from "./dom.js";
import { spoken } from "./languages.js";
import { otherName } from "./search.js";
import { icon } from "./symbols.js";

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./page.js").Page} Page
 */

const RESULTS = 12;

/**
 * @param {Page} page
 * @param {(query: string, limit: number) => Thing[]} find
 * @param {{
 *   id: string, label: string, hint: string, value?: string, first?: boolean, choose: (t: Thing) => void, empty?: () => void,
 * }} options first: whether its part of the page begins here for who comes by keyboard; empty: called when nothing is left in the box
 */
export function combobox(page, find, { id, label, hint, value, first, choose, empty }) {
  /** @type {Thing[]} */
  let found = [];
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
    found = find(input.value, RESULTS);
    at = found.length > 0 ? 0 : -1;
    show();
    if (input.value.trim()) page.say(found.length ? page.t("searchFound", found.length) : page.t("searchNone", input.value));
  }

  function show() {
    const items = found.map((t, i) =>
      h("li", { id: `${id}-${i}`, role: "option", "aria-selected": String(i === at), mousedown: (/** @type {Event} */ e) => e.preventDefault(), click: () => pick(t) },
        icon(t.type), page.label(t), h("span", { class: "quiet" }, spoken(page, [otherName(t, input.value), page.t(t.type)].filter(Boolean).join(" · ")))));
    const none = input.value.trim() && found.length === 0 ? h("li", { class: "quiet none", role: "option", "aria-selected": "false", "aria-disabled": "true" }, page.t("searchNone", input.value)) : null;
    fill(list, ...items, none);
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

  /** @param {Thing} t */
  function pick(t) {
    input.value = page.nameOf(t);
    close();
    choose(t);
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
