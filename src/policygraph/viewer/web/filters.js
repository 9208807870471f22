// The legend, which is the filter: types, themes, documents, verdicts, levels, each with how many it leaves; and the years.

import { counts } from "./counts.js";
import { LEVELS, TYPES, local } from "./data.js";
import { fill, h } from "./dom.js";
import { badge } from "./details.js";
import { spoken } from "./languages.js";
import { VERDICTS, assessedOf } from "./ledgerrows.js";
import { placeName } from "./panel.js";
import { topsOf } from "./selection.js";
import { icon } from "./symbols.js";
import { Years } from "./years.js";

/**
 * @typedef {import("./dom.js").Child} Child
 * @typedef {import("./page.js").Page} Page
 */

const FEW = 10;

/** Lists whose rest the reader has unfolded. */
const unfolded = new Set();

/** The parts of the panel; the slider of the years stays in its place while it is moved. */
export class Filters {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.head = h("div", { class: "filters-head" });
    this.years = new Years(page);
    this.facets = h("div");
    this.elements = [this.head, this.years.element, this.facets];
  }

  /** @param {import("./selection.js").Selection} selection */
  update(selection) {
    const { page } = this;
    const left = counts(page.model, page.state, assessedOf(page, selection));
    fill(this.head, h("h2", {}, page.t("filters")),
      page.filtered && h("button", { type: "button", class: "small", key: "clear", click: () => page.set({ types: [], themes: [], documents: [], verdicts: [], levels: [], areas: [], grades: [], low: 0, high: 0 }) }, page.t("clear")));
    this.years.update(left.years);
    fill(this.facets, ...facets(page, left));
  }
}

/**
 * @param {Page} page
 * @param {ReturnType<typeof counts>} left
 * @returns {Child[]}
 */
function facets(page, left) {
  const { model } = page;
  const tops = topsOf(model).map(local);
  const themes = [...new Set([...tops, ...page.state.themes])].sort((a, b) => (left.themes.get(b) ?? 0) - (left.themes.get(a) ?? 0) || (a < b ? -1 : 1));
  const present = new Set(model.things.map((t) => t.type));
  const types = TYPES.filter((type) => present.has(type));
  const documents = [...model.documents.keys()];
  const levels = LEVELS.filter((level) => [...model.documents.values()].some((d) => d.level === level));
  const verdicts = VERDICTS.filter((verdict) => model.ledger.some((row) => row.verdict === verdict));
  const areas = [...new Set([...left.areas.keys(), ...page.state.areas])].sort((a, b) => (left.areas.get(b) ?? 0) - (left.areas.get(a) ?? 0) || (a < b ? -1 : 1));
  return [
    facet(page, "types", types, left.types, (type) => [icon(type), h("span", { class: "name" }, page.t(type))]),
    facet(page, "themes", themes, left.themes, (theme) => [page.label(/** @type {import("./data.js").Thing} */ (model.themes.get(theme)))]),
    facet(page, "documents", documents, left.documents, (name) => [h("span", { class: "name" }, spoken(page, page.titleOf(name)))]),
    verdicts.length > 0 && facet(page, "verdicts", verdicts, left.verdicts, (verdict) => [badge(page, verdict)]),
    areas.length > 1 && facet(page, "areas", areas, left.areas, (area) => [h("span", { class: "name" }, spoken(page, placeName(page, area)))]),
    levels.length > 1 && facet(page, "levels", levels, left.levels, (level) => [h("span", { class: "name" }, page.t(level))]),
  ];
}

/**
 * @param {Page} page
 * @param {"types" | "themes" | "documents" | "verdicts" | "levels" | "areas"} key
 * @param {string[]} values
 * @param {Map<string, number>} left
 * @param {(value: string) => Child[]} show
 */
function facet(page, key, values, left, show) {
  const chosen = page.state[key];
  const toggle = (/** @type {string} */ value) => page.set({ [key]: chosen.includes(value) ? chosen.filter((v) => v !== value) : [...chosen, value] });
  const item = (/** @type {string} */ value) => h("li", {}, h("button", { type: "button", class: "chip", key: `${key} ${value}`, "aria-pressed": String(chosen.includes(value)), click: () => toggle(value) },
    ...show(value), h("span", { class: "count" }, left.get(value) ?? 0)));
  const unfold = (/** @type {Event} */ e) => (/** @type {HTMLDetailsElement} */ (e.target).open ? unfolded.add(key) : unfolded.delete(key));
  const [first, rest] = [values.slice(0, FEW + 2), values.slice(FEW + 2)];
  return h("section", { class: "facet" }, h("h3", { title: page.t("pressed") }, page.t(key)), h("ul", { class: "plain" }, first.map(item)),
    rest.length > 0 && h("details", { open: unfolded.has(key) || rest.some((value) => chosen.includes(value)), toggle: unfold }, h("summary", { key: `more ${key}` }, page.t("more", rest.length)), h("ul", { class: "plain" }, rest.map(item))));
}
