// One indicator over places and years: who aims higher, who got further. As dots, as a map, over the years, as a matrix.

import { extent } from "d3-array";
import { scaleQuantize } from "d3-scale";
import { number, scaleOf, told, united } from "./amounts.js";
import { LEVELS } from "./data.js";
import { badge } from "./details.js";
import { byId, h, s } from "./dom.js";
import { spoken } from "./languages.js";
import { numbersOf, placeName, seriesOf, titleOf, valueOf } from "./panel.js";
import { figureTable, placeButton } from "./place.js";
import { byPlace, overYears } from "./plots.js";
import { COLUMNS, NAMES, ROWS, TILES } from "./provinces.js";
import { Said, summary } from "./said.js";
import { look } from "./side.js";

/**
 * @typedef {import("./data.js").Cell} Cell
 * @typedef {import("./dom.js").Child} Child
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./panel.js").Series} Series
 * @typedef {{ series: Series, levels: ReturnType<typeof levelsOf>, level: Cell[], year: number, years: number[], cells: Cell[], charts: string[], chart: string }} Shown
 *   charts: those that have something to show; level: all cells of the places compared; cells: those of the year, in the order of their values
 */

export const CHARTS = ["dots", "map", "years", "matrix"];
/** Pixels of a square of the map and of the width of the ranking where there is room. */
const TILE = 62;
const STEPS = [1, 2, 3, 4, 5];
/** Indicators that find room in the matrix. */
const ACROSS = 16;
const WIDTH = 720;
/** Pixels of the margin of a view. */
const BESIDE = 14;

/**
 * What is compared, as the state says it; null where the graph has no panel.
 * @param {Page} page
 * @returns {Shown | null}
 */
export function shownOf(page) {
  const { model, state } = page;
  const all = seriesOf(model);
  const series = all.get(state.indicator) ?? all.values().next().value;
  if (!series) return null;
  const levels = levelsOf(page, series);
  const level = series.cells.filter(levels.has);
  const years = [...new Set(level.map((cell) => cell.year))].sort((a, b) => a - b);
  const year = years.includes(Number(state.year)) ? Number(state.year) : bestYear(level);
  const cells = level.filter((cell) => cell.year === year).sort((a, b) => (valueOf(b) ?? 0) - (valueOf(a) ?? 0) || (a.area < b.area ? -1 : 1));
  const charts = CHARTS.filter((one) => one !== "map" || level.some((cell) => tileOf(page, cell)));
  return { series, levels, level, year, years, cells, charts, chart: charts.includes(state.chart) ? state.chart : CHARTS[0] };
}

/**
 * The levels of government of the places of an indicator, and which of them are compared: like with like, unless asked otherwise.
 * @param {Page} page
 * @param {Series} series
 */
function levelsOf({ model, state }, { places }) {
  const level = (/** @type {string} */ area) => model.areas.get(area)?.level ?? "";
  const all = LEVELS.filter((one) => [...places].some((area) => level(area) === one));
  const asked = state.levels.filter((one) => all.includes(one));
  const count = (/** @type {string} */ one) => [...places].filter((area) => level(area) === one).length;
  const most = all.toSorted((a, b) => count(b) - count(a))[0];
  const chosen = asked.length > 0 ? asked : all.includes("province") && count("province") > 1 ? ["province"] : all.filter((one) => one === most);
  return { all, chosen, has: (/** @type {Cell} */ cell) => chosen.length === 0 || chosen.includes(level(cell.area)) };
}

/**
 * The year of which most places have both sides; of equal ones the latest.
 * @param {Cell[]} cells
 */
function bestYear(cells) {
  const weight = (/** @type {Cell[]} */ those) => those.filter((c) => c.target && c.result).length * 1000 + those.length;
  return [...Map.groupBy(cells, (cell) => cell.year)].sort(([a, x], [b, y]) => weight(y) - weight(x) || b - a)[0][0];
}

/** @param {Page} page the values that are compared, for a table */
export function cellsOf(page) {
  const shown = shownOf(page);
  if (!shown) return [];
  if (shown.chart === "matrix") return page.model.panel.filter((cell) => cell.year === shown.year && shown.levels.has(cell));
  return shown.chart === "years" ? shown.level : shown.cells;
}

/** @param {Page} page */
export function compare(page) {
  const shown = shownOf(page);
  if (!shown) return h("p", { class: "empty" }, page.t("panelNone"));
  const said = new Said(page);
  const { series, level, year, cells, chart } = shown;
  const places = chart === "matrix" ? matrixOf(page, shown).places : chart === "years" ? level.map((cell) => cell.area) : cells.map((cell) => cell.area);
  const title = titleOf(page, series);
  return h("div", { class: "scroll tall compare", tabindex: 0, role: "region", "aria-label": page.t("compare") },
    chooser(page, shown),
    h("h2", {}, spoken(page, chart === "matrix" ? page.t("matrixTitle", year) : chart === "years" ? title : `${title} ${page.t("year", year)}`)),
    h("p", { class: "quiet" }, page.t("compareCount", new Set(places).size, page.model.panel.length)),
    h("div", { class: "picture" }, picture(page, shown, said)),
    chart !== "matrix" && [said.element, h("p", { class: "key quiet" }, page.t(chart === "map" ? "mapKey" : "plotKey")), figureTable(page, chart === "years" ? level : cells, true)]);
}

/**
 * @param {Page} page
 * @param {Shown} shown
 * @param {Said} said
 * @returns {Child | Child[]}
 */
function picture(page, shown, said) {
  const { series, level, year, cells, chart } = shown;
  const title = `${titleOf(page, series)} ${year}`;
  if (chart === "map") return tiles(page, cells, said, title);
  if (chart === "years") return multiples(page, series, level, said);
  if (chart === "matrix") return matrix(page, shown);
  return byPlace(page, cells, said, title, Math.min(WIDTH, room()));
}

/** Pixels that the view has for a picture; while a narrow page shows something else, those of the page. */
function room() {
  return (byId("views").clientWidth || document.documentElement.clientWidth) - 2 * BESIDE;
}

/**
 * The number of a province on the map; empty for any other place.
 * @param {Page} page
 * @param {Cell} cell
 */
function tileOf({ model }, cell) {
  const [, code = ""] = /^(\d\d)0000$/.exec(model.areas.get(cell.area)?.code ?? "") ?? [];
  return Object.hasOwn(TILES, code) ? code : "";
}

/**
 * Which indicator, year and picture.
 * @param {Page} page
 * @param {Shown} shown
 */
function chooser(page, { series, levels, year, years, charts, chart }) {
  const all = [...seriesOf(page.model).values()];
  const option = (/** @type {Series} */ one) => h("option", { value: one.key, selected: one === series }, `${titleOf(page, one)}${one.unit && one.unit !== "%" ? ` (${one.unit})` : ""} · ${one.places.size}`);
  const group = (/** @type {string} */ label, /** @type {Series[]} */ of) => of.length > 0 && h("optgroup", { label: page.t(label, of.length) }, of.map(option));
  const several = all.filter((one) => one.places.size > 1);
  const choose = (/** @type {string} */ name, /** @type {Partial<import("./state.js").State>} */ to, /** @type {boolean} */ pressed) =>
    h("button", { type: "button", class: "small", key: `compare ${name}`, "aria-pressed": String(pressed), click: () => page.set(to) }, name);
  return h("div", { class: "choices compare-choices" },
    h("label", {}, page.t("indicator"), " ", h("select", { key: "compare indicator", change: (/** @type {Event} */ e) => page.set({ indicator: /** @type {HTMLSelectElement} */ (e.target).value, year: "", node: "" }) },
      group("severalPlaces", several), group("onePlace", all.filter((one) => one.places.size === 1)))),
    h("div", { class: "choices", role: "group", "aria-label": page.t("charts") }, charts.map((one) => choose(page.t(`chart_${one}`), { chart: one === CHARTS[0] ? "" : one }, one === chart))),
    levels.all.length > 1 && h("div", { class: "choices", role: "group", "aria-label": page.t("levels") }, levels.all.map((one) => choose(page.t(one), { levels: without(levels.chosen, one), year: "" }, levels.chosen.includes(one)))),
    chart !== "years" && h("div", { class: "choices", role: "group", "aria-label": page.t("years") }, years.map((one) => choose(String(one), { year: String(one) }, one === year))));
}

/**
 * A list with a value added, or taken away if it has it.
 * @param {string[]} list
 * @param {string} value
 */
function without(list, value) {
  return list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
}

/**
 * The provinces as squares, darker where the number is higher.
 * @param {Page} page
 * @param {Cell[]} cells
 * @param {Said} said
 * @param {string} title
 */
function tiles(page, cells, said, title) {
  const provinces = cells.filter((cell) => tileOf(page, cell));
  const codes = new Map(provinces.map((cell) => [tileOf(page, cell), cell]));
  const size = Math.min(TILE, Math.floor(room() / COLUMNS));
  const scale = scaleOf(page, cells[0].unit, provinces.flatMap(numbersOf));
  const [low, high] = extent(provinces, (cell) => valueOf(cell) ?? undefined);
  const step = scaleQuantize([low ?? 0, high === undefined || high === low ? (low ?? 0) + 1 : high], STEPS);
  const tile = (/** @type {[string, readonly [number, number, string]]} */ [code, [column, row, letters]]) => {
    const cell = codes.get(code);
    const at = { x: column * size, y: row * size };
    const words = (/** @type {string} */ value) => [
      s("text", { class: "tile-name", x: at.x + size / 2, y: at.y + size / 2 - 4, "text-anchor": "middle" }, page.language === "en" ? letters : NAMES[code]),
      s("text", { class: "tile-value", x: at.x + size / 2, y: at.y + size / 2 + 15, "text-anchor": "middle" }, value),
    ];
    const square = (/** @type {string} */ kind) => s("rect", { class: `tile ${kind}`, x: at.x + 2, y: at.y + 2, width: size - 4, height: size - 4, rx: 5 });
    const value = cell && valueOf(cell);
    if (!cell || value === null || value === undefined) return s("g", { class: "plot-none", "aria-hidden": "true" }, square("tile-none"), words("–"));
    return said.tells(s("g", { class: "plot-cell" }, square(`tile-${step(value)}`), words(told(cell, scale))), cell);
  };
  return s("svg", { class: "plot wide", role: "group", "aria-label": title, viewBox: `0 0 ${COLUMNS * size} ${ROWS * size + 22}`, width: COLUMNS * size, height: ROWS * size + 22 },
    Object.entries(TILES).map(tile),
    low !== undefined && high !== undefined && s("text", { class: "plot-tick", x: 4, y: ROWS * size + 14 }, `${united(number(low, scale), scale)} – ${united(number(high, scale), scale)}`));
}

/**
 * Every place over the years, all on one scale.
 * @param {Page} page
 * @param {Series} series
 * @param {Cell[]} level
 * @param {Said} said
 */
function multiples(page, series, level, said) {
  const [low = 0, high = 1] = extent(level.flatMap(numbersOf));
  const places = [...Map.groupBy(level, (cell) => cell.area)].sort(([, a], [, b]) => b.length - a.length || latest(b) - latest(a));
  return h("div", { class: "multiples" }, places.map(([area, cells]) => h("figure", { class: "small-multiple" }, h("figcaption", {}, placeButton(page, area)),
    overYears(page, cells, said, `${placeName(page, area)} ${titleOf(page, series)}`, [low, high]))));
}

/** @param {Cell[]} cells the value of their last year */
function latest(cells) {
  return valueOf(cells.toSorted((a, b) => b.year - a.year)[0]) ?? 0;
}

/**
 * The indicators of the ontology of which something is told of one year, and the places of those that find room.
 * @param {Page} page
 * @param {Shown} shown
 */
function matrixOf({ model }, { year, levels }) {
  const there = (/** @type {Series} */ series) => ({ series, cells: series.cells.filter((cell) => cell.year === year && levels.has(cell)) });
  const all = [...seriesOf(model).values()].filter((one) => one.concept).map(there).filter(({ cells }) => cells.length > 0);
  const across = all.slice(0, ACROSS);
  const code = (/** @type {string} */ name) => model.areas.get(name)?.code || "9";
  const places = [...new Set(across.flatMap(({ cells }) => cells.map((cell) => cell.area)))].sort((a, b) => (code(a) < code(b) ? -1 : 1));
  return { all, across, places };
}

/**
 * Places by indicators of one year, each cell with its verdict and its number.
 * @param {Page} page
 * @param {Shown} shown
 */
function matrix(page, shown) {
  const { year } = shown;
  const { all, across, places } = matrixOf(page, shown);
  const row = (/** @type {string} */ area) => h("tr", {}, h("th", { scope: "row" }, placeButton(page, area)), across.map(({ cells }) => {
    const cell = cells.find((c) => c.area === area);
    return h("td", {}, cell && matrixCell(page, cell));
  }));
  const head = (/** @type {{ series: Series }} */ { series: one }) => h("th", { scope: "col" }, h("button", { type: "button", class: "bare", key: `matrix ${one.key}`, click: () => page.set({ indicator: one.key, chart: "", year: String(year) }) }, spoken(page, titleOf(page, one))));
  return h("div", {}, all.length > across.length && h("p", { class: "quiet" }, page.t("shownOf", across.length, all.length)),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": page.t("chart_matrix") },
      h("table", { class: "matrix-of-places" }, h("caption", { class: "unseen" }, page.t("matrixTitle", year)), h("thead", {}, h("tr", {}, h("th", { scope: "col" }, page.t("area")), across.map(head))),
        h("tbody", {}, places.map(row)))));
}

/**
 * @param {Page} page
 * @param {Cell} cell
 */
function matrixCell(page, cell) {
  const scale = scaleOf(page, cell.unit, numbersOf(cell));
  const value = told(cell, scale);
  const thing = cell.result ?? cell.target;
  const words = summary(page, cell);
  return h("button", { type: "button", class: "value", title: words, "aria-label": words, key: `cell ${cell.area} ${cell.concept} ${cell.year}`, click: () => thing && look(page, thing) },
    value && h("span", {}, united(value, scale)), cell.verdict ? badge(page, cell.verdict) : h("span", { class: "quiet" }, page.t(cell.result ? "outcome" : "target")));
}
