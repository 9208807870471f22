// The first sight: how two things hang together, themes by year, and what matters most.

import { statements } from "./counts.js";
import { paths } from "./paths.js";
import { h } from "./dom.js";
import { thingButton } from "./details.js";
import { chooser } from "./pathpanel.js";
import { byLinks, isEntity } from "./selection.js";
import { local } from "./data.js";

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./data.js").Model} Model
 * @typedef {import("./dom.js").Child} Child
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./pathpanel.js").Find} Find
 */

const KEY_THINGS = 12;

/**
 * @param {Page} page
 * @param {Find} find
 * @returns {Child[]}
 */
export function start(page, find) {
  const { model } = page;
  const example = exampleOf(model);
  return [
    h("h2", {}, page.t("startTitle")),
    h("p", { class: "quiet" }, page.t("startFigures", model.documents.size, model.things.length, model.edges.length)),
    h("section", { class: "card" }, h("h3", {}, page.t("startPath")), h("p", { class: "quiet" }, page.t("startPathHint")), chooser(page, find),
      example && h("button", { type: "button", class: "example", key: "example", click: () => page.set({ from: example[0].id, to: example[1].id, node: "", open: [] }) },
        page.t("example", page.nameOf(example[0]), page.nameOf(example[1])))),
    h("section", {}, h("h3", {}, page.t("startThemes")), h("p", { class: "quiet" }, page.t("startThemesHint")), matrix(page)),
    h("section", {}, h("h3", {}, page.t("startKey")), h("ul", { class: "plain" },
      byLinks(model.things.filter(isEntity)).slice(0, KEY_THINGS).map((t) => h("li", {}, thingButton(page, t, page.t("links", t.edges.length)))))),
  ];
}

/**
 * Statements by top theme and year, each cell a way in.
 * @param {Page} page
 */
function matrix(page) {
  const { model } = page;
  const { cells, totals } = matrixOf(model);
  const years = model.years.filter((year) => totals.has(year)).slice(-6);
  const themes = [...cells.keys()].sort((a, b) => sum(cells, b) - sum(cells, a) || (a < b ? -1 : 1));
  const most = Math.max(1, ...themes.flatMap((theme) => years.map((year) => cells.get(theme)?.get(year) ?? 0)));
  const cell = (/** @type {string} */ theme, /** @type {number} */ year) => {
    const n = cells.get(theme)?.get(year) ?? 0;
    if (n === 0) return h("td", {}, h("span", { class: "quiet" }, "·"));
    const level = Math.ceil((n / most) * 5);
    const label = `${page.nameOf(/** @type {Thing} */ (model.themes.get(theme)))} ${page.t("yearBar", year, n)}`;
    return h("td", {}, h("button", { type: "button", class: `heat heat-${level}`, "aria-label": label, title: label, key: `cell ${theme} ${year}`, click: () => page.look({ themes: [theme], low: year, high: year }) }, n));
  };
  const row = (/** @type {string} */ theme) => h("tr", {},
    h("th", { scope: "row" }, h("button", { type: "button", class: "bare", key: `theme ${theme}`, click: () => page.look({ themes: [theme] }) }, page.nameOf(/** @type {Thing} */ (model.themes.get(theme))))),
    years.map((year) => cell(theme, year)));
  const head = h("tr", {}, h("td", {}), years.map((year) => h("th", { scope: "col" }, h("button", { type: "button", class: "bare", key: `year ${year}`, click: () => page.look({ low: year, high: year }) }, year))));
  return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": page.t("startThemes") }, h("table", { class: "matrix" }, h("thead", {}, head), h("tbody", {}, themes.map(row))));
}

/**
 * @param {Map<string, Map<number, number>>} cells
 * @param {string} theme
 */
function sum(cells, theme) {
  return [...(cells.get(theme)?.values() ?? [])].reduce((a, b) => a + b, 0);
}

/** @param {Model} model how many statements there are, by top theme and year */
function matrixOf(model) {
  /** @type {Map<string, Map<number, number>>} */
  const cells = new Map();
  /** @type {Set<number>} */
  const totals = new Set();
  for (const e of statements(model.edges)) {
    const theme = model.above.get(local(e.to)) ?? local(e.to);
    const years = cells.get(theme) ?? new Map();
    cells.set(theme, years.set(e.year, (years.get(e.year) ?? 0) + 1));
    totals.add(e.year);
  }
  return { cells, totals };
}

/**
 * Two things worth asking about: the best connected entity and a target of the latest year that it reaches in two to
 * four steps; the most connected of those.
 * @param {Model} model
 * @returns {[Thing, Thing] | null}
 */
function exampleOf(model) {
  for (const from of byLinks(model.things.filter((t) => t.type === "platform" || t.type === "project")).slice(0, 3)) {
    const latest = Math.max(0, ...model.things.filter((t) => t.type === "target").flatMap((t) => t.years));
    for (const year of [latest, latest - 1]) {
      const targets = byLinks(model.things.filter((t) => t.type === "target" && t.years.includes(year))).slice(0, 12);
      const to = targets.find((t) => {
        const [first] = paths(model, from, t, 1);
        return first && first.hops.length >= 2 && first.hops.length <= 4;
      });
      if (to) return [from, to];
    }
  }
  return null;
}
