// The selection by year: stages and mentions of entities, values of indicators.

import { TYPES, valueOf } from "./data.js";
import { h } from "./dom.js";
import { badge, list, thingButton } from "./details.js";
import { spoken } from "./languages.js";
import { byLinks, matchingEdges } from "./selection.js";
import { stageKey, stageSign, stagesOf } from "./stages.js";
import { icon } from "./symbols.js";

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./data.js").Edge} Edge
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./selection.js").Selection} Selection
 */

const ROWS = 150;
const FIGURES = ["target", "outcome"];

/**
 * @param {Page} page
 * @param {Selection} selection
 */
export function timeline(page, selection) {
  const rows = rowsOf(selection);
  const edges = new Set(matchingEdges(page.model, page.state));
  const years = yearsOf(page, rows, edges);
  const shown = rows.slice(0, ROWS);
  const groups = TYPES.map((type) => ({ type, things: shown.filter((t) => t.type === type) })).filter(({ things }) => things.length > 0);
  const count = (/** @type {string} */ type) => rows.filter((t) => t.type === type).length;
  const head = h("tr", {}, h("th", { scope: "col" }, page.t("name")), years.map((year) => h("th", { scope: "col" }, year)));
  const body = groups.map(({ type, things }) => h("tbody", {},
    h("tr", {}, h("th", { colspan: years.length + 1, scope: "rowgroup", class: "group" }, icon(type), ` ${page.t(type)} (${count(type)})`)),
    things.map((t) => h("tr", {}, h("th", { scope: "row" }, thingButton(page, t)), years.map((year) => h("td", {}, cell(page, t, year, edges)))))));
  return h("div", { class: "scroll tall", tabindex: 0, role: "region", "aria-label": page.t("timeline") },
    h("p", { class: "key quiet" }, stageKey(page), FIGURES.map((type) => h("span", {}, icon(type), ` ${page.t(type)}`)), h("span", {}, `· ${page.t("modeNone")}`)),
    rows.length > ROWS && h("p", { class: "quiet" }, page.t("rowsPart", page.t("timeline"), rows.length, ROWS), page.t("stop"), page.t("narrow")),
    rows.length === 0 ? h("p", {}, page.t("nothing")) : h("table", { class: "grid timeline" }, h("thead", {}, head), body));
}

/** @param {Selection} selection indicators stand for their targets and outcomes */
function rowsOf({ things }) {
  const rows = new Set(things.filter((t) => !t.fact && t.type !== "theme"));
  for (const t of things) {
    const owner = t.fact && t.edges.find((e) => e.relation === "indicator" && e.from === t)?.to;
    if (owner) rows.add(owner);
  }
  return byLinks([...rows]);
}

/**
 * @param {Page} page
 * @param {Thing[]} rows
 * @param {Set<Edge>} edges
 */
function yearsOf(page, rows, edges) {
  const found = new Set(rows.flatMap((t) => t.edges.filter((e) => edges.has(e)).map((e) => e.year)));
  return page.model.years.filter((year) => found.has(year));
}

/**
 * @param {Page} page
 * @param {Thing} t
 * @param {number} year
 * @param {Set<Edge>} edges
 */
function cell(page, t, year, edges) {
  const here = t.edges.filter((e) => e.year === year && edges.has(e));
  if (here.length === 0) return null;
  if (t.type === "indicator") {
    const facts = [...new Set(here.map((e) => e.from).filter((f) => f.fact))];
    return list(page, facts, (f) => h("button", { type: "button", class: "value", title: page.nameOf(f), key: `value ${f.id}`, click: () => page.set({ node: f.id }) }, icon(f.type), h("span", { class: "unseen" }, `${page.t(f.type)} `), h("span", {}, spoken(page, f.fact ? valueOf(f.fact, page.language) : "")), f.verdict && badge(page, f.verdict)), 4);
  }
  const stages = stagesOf(here);
  return h("span", { class: "marks" },
    stages.map((stage) => stageSign(page, stage)),
    stages.length === 0 && h("span", { class: "quiet", title: page.t("mentions", here.length) }, h("span", { "aria-hidden": "true" }, "·"), h("span", { class: "unseen" }, page.t("mentions", here.length))),
    FIGURES.map((type) => figures(page, here, type)));
}

/**
 * How many figures of a type are linked, with the sign of the type.
 * @param {Page} page
 * @param {Edge[]} here
 * @param {string} type
 */
function figures(page, here, type) {
  const { size } = new Set(here.filter((e) => e.relation === "linkedTo" && e.to.type === type).map((e) => e.to));
  if (size === 0) return null;
  const words = page.t(type === "target" ? "targetsN" : "outcomesN", size);
  return h("span", { class: "count-of quiet", title: words }, h("span", { "aria-hidden": "true" }, size), icon(type), h("span", { class: "unseen" }, words));
}
