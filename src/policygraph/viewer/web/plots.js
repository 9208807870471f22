// Target against result as pictures: one indicator of one place over the years, and of many places in one year.

import { extent } from "d3-array";
import { scaleLinear, scalePoint } from "d3-scale";
import { number, scaleOf, told } from "./amounts.js";
import { s } from "./dom.js";
import { numbersOf, placeName } from "./panel.js";

/**
 * @typedef {import("./data.js").Cell} Cell
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./said.js").Said} Said
 */

const SERIES = { width: 232, height: 124, left: 46, right: 14, top: 18, bottom: 22 };
const DOTS = { row: 26, left: 104, right: 58, top: 26, bottom: 8 };
/** Room beyond the outermost number, in parts of the scale. */
const ROOM = 0.08;
const HALF = 7;

/**
 * One indicator of one place over the years: the target as a band or a mark, the result as a dot.
 * @param {Page} page
 * @param {Cell[]} cells of different years
 * @param {Said} said
 * @param {string} title
 * @param {[number, number]} [range] of the numbers, where pictures are compared with each other
 */
export function overYears(page, cells, said, title, range) {
  const { width, height, left, right, top, bottom } = SERIES;
  const values = range ?? cells.flatMap(numbersOf);
  const scale = scaleOf(page, cells[0].unit, values);
  const years = [...new Set(cells.map((cell) => cell.year))].sort((a, b) => a - b);
  const x = scalePoint(years, [left + HALF, width - right]).padding(years.length > 1 ? 0.2 : 0.5);
  const y = scaleLinear(padded(values), [height - bottom, top]);
  const at = (/** @type {number} */ year) => /** @type {number} */ (x(year));
  const line = cells.filter((cell) => cell.outcome !== null).sort((a, b) => a.year - b.year).map((cell) => `${at(cell.year)},${y(/** @type {number} */ (cell.outcome))}`);
  return s("svg", { class: "plot", role: "group", "aria-label": title, viewBox: `0 0 ${width} ${height}`, width, height },
    y.ticks(3).map((tick) => s("g", { "aria-hidden": "true" }, s("line", { class: "plot-rule", x1: left, x2: width - right + HALF, y1: y(tick), y2: y(tick) }), s("text", { class: "plot-tick", x: left - 5, y: y(tick) + 4, "text-anchor": "end" }, number(tick, scale)))),
    s("text", { class: "plot-tick", x: left + HALF, y: 9, "aria-hidden": "true" }, scale.label),
    shownYears(years).map((year) => s("text", { class: "plot-tick", x: at(year), y: height - 6, "text-anchor": "middle", "aria-hidden": "true" }, years.length > 6 ? `’${String(year).slice(2)}` : year)),
    line.length > 1 && s("polyline", { class: "plot-line", points: line.join(" ") }),
    cells.map((cell) => said.tells(s("g", { class: `plot-cell verdict-${cell.verdict.replaceAll(" ", "-")}` }, s("rect", { class: "plot-touch", x: at(cell.year) - 12, y: top, width: 24, height: height - top - bottom + 4 }), upright(cell, at(cell.year), y), cell.outcome !== null && s("circle", { class: "plot-dot", cx: at(cell.year), cy: y(cell.outcome), r: 4.5 })), cell)));
}

/**
 * One indicator of many places in one year, a row each.
 * @param {Page} page
 * @param {Cell[]} cells in their order
 * @param {Said} said
 * @param {string} title
 * @param {number} width
 */
export function byPlace(page, cells, said, title, width) {
  const { row, left, right, top, bottom } = DOTS;
  const height = top + cells.length * row + bottom;
  const values = cells.flatMap(numbersOf);
  const scale = scaleOf(page, cells[0].unit, values);
  const x = scaleLinear(padded(values), [left, width - right]);
  const middle = (/** @type {number} */ i) => top + (i + 0.5) * row;
  return s("svg", { class: "plot wide", role: "group", "aria-label": title, viewBox: `0 0 ${width} ${height}`, width, height },
    x.ticks(Math.max(2, Math.floor((width - left - right) / 90))).map((tick) => s("g", { "aria-hidden": "true" }, s("line", { class: "plot-rule", x1: x(tick), x2: x(tick), y1: top - 4, y2: height - bottom }), s("text", { class: "plot-tick", x: x(tick), y: top - 10, "text-anchor": "middle" }, number(tick, scale)))),
    s("text", { class: "plot-tick", x: left - 8, y: top - 10, "text-anchor": "end", "aria-hidden": "true" }, scale.label),
    cells.map((cell, i) => said.tells(s("g", { class: `plot-cell verdict-${cell.verdict.replaceAll(" ", "-")}` },
      s("rect", { class: "plot-touch", x: 0, y: middle(i) - row / 2 + 1, width, height: row - 2 }),
      s("text", { class: "plot-name", x: left - 8, y: middle(i) + 4, "text-anchor": "end" }, placeName(page, cell.area)),
      aside(cell, middle(i), x), cell.outcome !== null && s("circle", { class: "plot-dot", cx: x(cell.outcome), cy: middle(i), r: 5.5 }),
      s("text", { class: "plot-value", x: width - 4, y: middle(i) + 4, "text-anchor": "end" }, told(cell, scale))), cell)));
}

/**
 * What was set, in a picture whose numbers go up: a band, or a mark with an arrow where only one end was set.
 * @param {Cell} cell
 * @param {number} x
 * @param {import("d3-scale").ScaleLinear<number, number>} y
 */
function upright({ low, high }, x, y) {
  if (low === null && high === null) return null;
  if (low !== null && high !== null) {
    const [a, b] = [y(high), y(low)];
    return s("rect", { class: "plot-aim", x: x - HALF, y: Math.min(a, b) - 1.5, width: 2 * HALF, height: Math.max(3, Math.abs(b - a) + 3) });
  }
  const at = y(/** @type {number} */ (low ?? high));
  const up = low !== null ? -1 : 1;
  return s("path", { class: "plot-open", d: `M${x - HALF},${at}H${x + HALF}M${x},${at}v${9 * up}m-3,${-4 * up}l3,${4 * up}l3,${-4 * up}` });
}

/**
 * The same in a picture whose numbers go to the right.
 * @param {Cell} cell
 * @param {number} y
 * @param {import("d3-scale").ScaleLinear<number, number>} x
 */
function aside({ low, high }, y, x) {
  if (low === null && high === null) return null;
  if (low !== null && high !== null) return s("rect", { class: "plot-aim", x: x(low) - 1.5, y: y - HALF, width: Math.max(3, x(high) - x(low) + 3), height: 2 * HALF });
  const at = x(/** @type {number} */ (low ?? high));
  const on = low !== null ? 1 : -1;
  return s("path", { class: "plot-open", d: `M${at},${y - HALF}V${y + HALF}M${at},${y}h${12 * on}m${-4 * on},-3l${4 * on},3l${-4 * on},3` });
}

/** @param {number[]} years those whose numbers find room below a picture */
function shownYears(years) {
  const step = Math.ceil(years.length / 7);
  return years.filter((_, i) => (years.length - 1 - i) % step === 0);
}

/**
 * @param {number[]} values
 * @returns {[number, number]}
 */
function padded(values) {
  const [low, high] = extent(values);
  if (low === undefined || high === undefined) return [0, 1];
  const room = (high - low || Math.abs(high) || 1) * ROOM;
  return [low - room, high + room];
}
