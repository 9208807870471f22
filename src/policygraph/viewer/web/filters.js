// The legend, which is the filter: types, themes, documents, verdicts, levels, each with how many it leaves; and the years.

import { counts } from "./counts.js";
import { TYPES, local } from "./data.js";
import { h } from "./dom.js";
import { badge } from "./details.js";
import { topsOf } from "./selection.js";
import { icon } from "./symbols.js";
import { histogram } from "./years.js";

/**
 * @typedef {import("./dom.js").Child} Child
 * @typedef {import("./page.js").Page} Page
 */

const LEVELS = ["nation", "province", "city", "county"];
const VERDICTS = ["met", "exceeded", "missed", "not reported", "not yet due", "not assessable"];
const FEW = 10;

/**
 * @param {Page} page
 * @returns {Child[]}
 */
export function filters(page) {
  const { model } = page;
  const left = counts(model, page.state);
  const tops = topsOf(model).map(local);
  const themes = [...new Set([...tops, ...page.state.themes])].sort((a, b) => (left.themes.get(b) ?? 0) - (left.themes.get(a) ?? 0) || (a < b ? -1 : 1));
  const present = new Set(model.things.map((t) => t.type));
  const types = TYPES.filter((type) => present.has(type));
  const documents = [...model.documents.keys()];
  const levels = LEVELS.filter((level) => [...model.documents.values()].some((d) => d.level === level));
  const verdicts = VERDICTS.filter((verdict) => model.things.some((t) => t.verdict === verdict));
  return [
    h("div", { class: "filters-head" }, h("h2", {}, page.t("filters")),
      page.filtered && h("button", { type: "button", class: "small", key: "clear", click: () => page.set({ types: [], themes: [], documents: [], verdicts: [], levels: [], low: 0, high: 0 }) }, page.t("clear"))),
    histogram(page, left.years),
    facet(page, "types", types, left.types, (type) => [icon(type), h("span", { class: "name" }, page.t(type))]),
    facet(page, "themes", themes, left.themes, (theme) => [h("span", { class: "name" }, page.nameOf(/** @type {import("./data.js").Thing} */ (model.themes.get(theme))))]),
    facet(page, "documents", documents, left.documents, (name) => [h("span", { class: "name" }, model.documents.get(name)?.title ?? name)]),
    verdicts.length > 0 && facet(page, "verdicts", verdicts, left.verdicts, (verdict) => [badge(page, verdict)]),
    levels.length > 1 && facet(page, "levels", levels, left.levels, (level) => [h("span", { class: "name" }, page.t(level))]),
  ];
}

/**
 * @param {Page} page
 * @param {"types" | "themes" | "documents" | "verdicts" | "levels"} key
 * @param {string[]} values
 * @param {Map<string, number>} left
 * @param {(value: string) => Child[]} show
 */
function facet(page, key, values, left, show) {
  const chosen = page.state[key];
  const toggle = (/** @type {string} */ value) => page.set({ [key]: chosen.includes(value) ? chosen.filter((v) => v !== value) : [...chosen, value] });
  const item = (/** @type {string} */ value) => h("li", {}, h("button", { type: "button", class: "chip", key: `${key} ${value}`, "aria-pressed": String(chosen.includes(value)), click: () => toggle(value) },
    ...show(value), h("span", { class: "count" }, left.get(value) ?? 0)));
  const [first, rest] = [values.slice(0, FEW + 2), values.slice(FEW + 2)];
  return h("section", { class: "facet" }, h("h3", { title: page.t("pressed") }, page.t(key)), h("ul", { class: "plain" }, first.map(item)),
    rest.length > 0 && h("details", { open: rest.some((value) => chosen.includes(value)) }, h("summary", {}, page.t("more", rest.length)), h("ul", { class: "plain" }, rest.map(item))));
}
