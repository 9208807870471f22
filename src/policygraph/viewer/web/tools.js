// Buttons of the head line: back, forward, language, colours, exports.

import { citationOf } from "./citing.js";
import { byId, h } from "./dom.js";
import { svg } from "./drawing.js";
import { copy } from "./quotes.js";
import { download } from "./saving.js";
import { pixels, snapshot } from "./snapshot.js";
import { csv, ledgerCsv, panelCsv } from "./tables.js";
import { turtle } from "./turtle.js";

/**
 * @typedef {import("./page.js").Page} Page
 * @typedef {{
 *   selection: () => import("./selection.js").Selection, scene: () => import("./scene.js").Scene, rows: () => import("./data.js").LedgerRow[],
 *   ofPlace: () => import("./data.js").LedgerRow[], cells: () => import("./data.js").Cell[],
 * }} Shown what is shown at the moment of saving: the selection, its network, its rows of the ledger, those of the place, the values compared
 */

const CSV = { type: "text/csv;charset=utf-8" };

/**
 * @param {Page} page
 * @param {Shown} shown
 */
export function tools(page, shown) {
  const button = (/** @type {string} */ key, /** @type {string} */ sign, /** @type {() => void} */ click) =>
    h("button", { type: "button", key: `tool ${key}`, "aria-label": page.t(key), title: page.t(key), click }, sign);
  return [
    button("home", "⌂", () => page.look({})), button("back", "←", () => history.back()), button("forward", "→", () => history.forward()),
    menu(page, shown),
    button("scheme", page.dark ? "☀" : "☾", () => page.set({ scheme: page.dark ? "light" : "dark" })),
    h("button", { type: "button", key: "tool language", lang: page.language === "en" ? "zh-Hans" : "en", click: () => page.set({ language: page.language === "en" ? "zh" : "en" }) }, page.t("language")),
  ];
}

/**
 * @param {Page} page
 * @param {Shown} shown
 */
function menu(page, shown) {
  const { view } = page.state;
  const ledger = view === "ledger";
  const drawing = () => (view === "network" ? svg(page, shown.scene()) : snapshot(viewOf(), page.color("--paper"), citationOf(page)));
  const table = () => (ledger ? ledgerCsv(shown.rows()) : view === "place" ? ledgerCsv(shown.ofPlace()) : view === "compare" ? panelCsv(shown.cells(), page.model.areas) : csv(shown.selection()));
  const save = /** @type {Record<string, () => void>} */ ({
    png: async () => download("policygraph.png", await pixels(drawing())),
    svg: () => download("policygraph.svg", new Blob([drawing().text], { type: "image/svg+xml" })),
    csv: () => download(ledger ? "policygraph-ledger.csv" : "policygraph.csv", new Blob([table()], CSV)),
    turtle: () => download("policygraph.ttl", new Blob([turtle(page.model, shown.selection())], { type: "text/turtle;charset=utf-8" })),
    copyLink: async () => page.notice(page.t((await copy(location.href)) ? "copied" : "copyFailed")),
    print: () => window.print(),
  });
  const item = (/** @type {string} */ key) => h("li", {}, h("button", { type: "button", key: `save ${key}`, click: () => {
    element.removeAttribute("open");
    element.querySelector("summary")?.focus();
    save[key]();
  } }, page.t(key === "csv" && ledger ? "saveLedger" : key)));
  const element = h("details", { class: "menu", keydown: (/** @type {KeyboardEvent} */ e) => {
    if (e.key !== "Escape") return;
    element.removeAttribute("open");
    element.querySelector("summary")?.focus();
  }, focusout: (/** @type {FocusEvent} */ e) => !(e.relatedTarget instanceof Node && element.contains(e.relatedTarget)) && e.relatedTarget && element.removeAttribute("open") },
    h("summary", { key: "tool exports" }, page.t("exports")), h("ul", { class: "plain" }, Object.keys(save).map(item), h("li", { class: "quiet keys" }, page.t("keys"))));
  return element;
}

/** The view as it stands on the page. */
function viewOf() {
  return /** @type {HTMLElement} */ (byId("views").firstElementChild ?? byId("views"));
}
