// Buttons of the head line: back, forward, language, colours, exports.

import { h } from "./dom.js";
import { png, svg } from "./drawing.js";
import { copy } from "./quotes.js";
import { csv } from "./tables.js";
import { turtle } from "./turtle.js";

/**
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./scene.js").Scene} Scene
 */

/**
 * @param {Page} page
 * @param {() => Scene} scene
 */
export function tools(page, scene) {
  const button = (/** @type {string} */ key, /** @type {string} */ sign, /** @type {() => void} */ click) =>
    h("button", { type: "button", key: `tool ${key}`, "aria-label": page.t(key), title: page.t(key), click }, sign);
  return [
    button("home", "⌂", () => page.look({})), button("back", "←", () => history.back()), button("forward", "→", () => history.forward()),
    menu(page, scene),
    button("scheme", page.dark ? "☀" : "☾", () => page.set({ scheme: page.dark ? "light" : "dark" })),
    h("button", { type: "button", key: "tool language", lang: page.language === "en" ? "zh-Hans" : "en", click: () => page.set({ language: page.language === "en" ? "zh" : "en" }) }, page.t("language")),
  ];
}

/**
 * @param {Page} page
 * @param {() => Scene} scene
 */
function menu(page, scene) {
  const save = /** @type {Record<string, () => void>} */ ({
    png: async () => download("policygraph.png", await png(page, scene())),
    svg: () => download("policygraph.svg", new Blob([svg(page, scene()).text], { type: "image/svg+xml" })),
    csv: () => download("policygraph.csv", new Blob([csv(scene().selection)], { type: "text/csv;charset=utf-8" })),
    turtle: () => download("policygraph.ttl", new Blob([turtle(scene().selection)], { type: "text/turtle;charset=utf-8" })),
    copyLink: async () => page.notice(page.t((await copy(location.href)) ? "copied" : "copyFailed")),
    print: () => window.print(),
  });
  const item = (/** @type {string} */ key) => h("li", {}, h("button", { type: "button", key: `save ${key}`, click: () => {
    element.removeAttribute("open");
    element.querySelector("summary")?.focus();
    save[key]();
  } }, page.t(key)));
  const element = h("details", { class: "menu", keydown: (/** @type {KeyboardEvent} */ e) => {
    if (e.key !== "Escape") return;
    element.removeAttribute("open");
    element.querySelector("summary")?.focus();
  }, focusout: (/** @type {FocusEvent} */ e) => !(e.relatedTarget instanceof Node && element.contains(e.relatedTarget)) && e.relatedTarget && element.removeAttribute("open") },
    h("summary", { key: "tool exports" }, page.t("exports")), h("ul", { class: "plain" }, Object.keys(save).map(item), h("li", { class: "quiet keys" }, page.t("keys"))));
  return element;
}

/**
 * @param {string} name
 * @param {Blob} blob
 */
function download(name, blob) {
  const url = URL.createObjectURL(blob);
  const anchor = h("a", { href: url, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
