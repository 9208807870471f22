// The selection by year: stages and mentions of entities, values of indicators.

import { TYPES } from "./data.js";
import { h } from "./dom.js";
import { badge, list, thingButton } from "./details.js";
import { byLinks, matchingEdges } from "./selection.js";
import { icon } from "./symbols.js";

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./data.js").Edge} Edge
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./selection.js").Selection} Selection
 */

const ROWS = 150;
const SIGNS = /** @type {Record<string, string>} */ ({ planned: "○", started: "◔", underway: "◑", completed: "●" });

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
  const head = h("tr", {}, h("th", { scope: "col" }, page.t("name")), years.map((year) => h("th", { scope: "col" }, year)));
  const body = groups.map(({ type, things }) => h("tbody", {},
    h("tr", {}, h("th", { colspan: years.length + 1, scope: "rowgroup", class: "group" }, icon(type), ` ${page.t(type)} (${things.length})`)),
    things.map((t) => h("tr", {}, h("th", { scope: "row" }, thingButton(page, t)), years.map((year) => h("td", {}, cell(page, t, year, edges)))))));
  return h("div", { class: "scroll tall", tabindex: 0, role: "region", "aria-label": page.t("timeline") },
    h("p", { class: "key quiet" }, Object.entries(SIGNS).map(([stage, sign]) => h("span", {}, `${sign} ${page.t(stage)}`)), h("span", {}, icon("target"), page.t("target")), h("span", {}, icon("outcome"), page.t("outcome"))),
    rows.length === 0 ? h("p", {}, page.t("nothing")) : h("table", { class: "grid timeline" }, h("thead", {}, head), body),
    rows.length > ROWS && h("p", { class: "quiet" }, page.t("cutAll", ROWS)));
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
    return list(page, facts, (f) => h("button", { type: "button", class: "value", title: page.nameOf(f), key: `value ${f.id}`, click: () => page.set({ node: f.id }) }, icon(f.type), f.fact?.written, f.verdict && badge(page, f.verdict)), 4);
  }
  const stages = [...new Set(here.map((e) => e.stage).filter(Boolean))].sort((a, b) => Object.keys(SIGNS).indexOf(a) - Object.keys(SIGNS).indexOf(b));
  const facts = new Set(here.filter((e) => e.relation === "linkedTo").map((e) => e.to));
  return h("span", { class: "marks" },
    stages.map((stage) => h("span", { class: `stage stage-${stage}`, title: page.t(stage) }, h("span", { "aria-hidden": "true" }, SIGNS[stage]), h("span", { class: "unseen" }, page.t(stage)))),
    stages.length === 0 && h("span", { class: "quiet", title: page.t("mentions", here.length) }, h("span", { "aria-hidden": "true" }, "·"), h("span", { class: "unseen" }, page.t("mentions", here.length))),
    facts.size > 0 && h("span", { class: "quiet small" }, `${facts.size} `, h("span", { class: "unseen" }, page.t("facts")), icon("target")));
}
