// A target and its outcome as a bullet chart: a bar for what was reported, a mark and a band for what was set.

import { h, s } from "./dom.js";
import { comparatorOf, directionOf } from "./notes.js";

/**
 * @typedef {import("./data.js").Fact} Fact
 * @typedef {import("./data.js").LedgerRow} LedgerRow
 * @typedef {import("./page.js").Page} Page
 * @typedef {{ low: number, high: number }} Range
 */

const GLYPHS = new Map([[">=", "≥"], [">", ">"], ["~", "≈"], ["=", "="], ["<=", "≤"], ["<", "<"], ["range", "↔"]]);
/** How far 左右 reaches on each side, in parts of the value: TOLERANCE of policygraph.ledger.verdicts. */
const TOLERANCE = 0.05;
/** Free room beyond the largest value, in parts of the scale. */
const ROOM = 0.12;

/**
 * The chart of a row; nothing where the two figures have no common unit.
 * @param {Page} page
 * @param {LedgerRow} row
 */
export function bullet(page, row) {
  const target = page.model.byId.get(`st:${row.a_statement}`)?.fact;
  const outcome = page.model.byId.get(`st:${row.b_statement}`)?.fact;
  if (!target || !outcome || target.unit !== outcome.unit) return null;
  const [set, reached] = [rangeOf(target), rangeOf(outcome)];
  if (![set.low, set.high, reached.low, reached.high].every(Number.isFinite)) return null;
  const scale = scaleOf([set.low, set.high, reached.low, reached.high, ...tolerated(target, set)]);
  const words = page.t("bulletWords", target.written, comparatorOf(page, target.comparator), outcome.written, page.t(row.verdict));
  const bar = (reached.low + reached.high) / 2;
  return s("svg", { class: `bullet verdict-${row.verdict}`, role: "img", "aria-label": words, width: "100%", height: 36 },
    band(allowed(row, target, set, scale), scale),
    box("bar", Math.min(0, bar), Math.max(0, bar), 18, 10, scale),
    reached.high > reached.low && box("whisker", reached.low, reached.high, 22, 2, scale),
    s("line", { class: "bullet-zero", x1: at(0, scale), x2: at(0, scale), y1: 13, y2: 35 }),
    [...new Set([set.low, set.high])].map((value) => s("line", { class: "bullet-mark", x1: at(value, scale), x2: at(value, scale), y1: 12, y2: 35 })),
    s("text", { class: "bullet-glyph", x: at((set.low + set.high) / 2, scale), y: 9, "text-anchor": "middle", "aria-hidden": "true" }, GLYPHS.get(target.comparator)));
}

/**
 * What the parts of a chart mean.
 * @param {Page} page
 */
export function bulletKey(page) {
  const sign = (/** @type {string} */ part, /** @type {string} */ word) => h("span", {}, h("span", { class: `swatch bullet-${part}`, "aria-hidden": "true" }), page.t(word));
  return h("p", { class: "key quiet" }, sign("bar", "bulletBar"), sign("mark", "bulletMark"), sign("band", "bulletBand"), h("span", {}, page.t("bulletSigns")));
}

/** @param {Fact} fact */
function rangeOf({ value, valueMax }) {
  const low = value === "" ? NaN : Number(value);
  return { low, high: valueMax === "" ? low : Number(valueMax) };
}

/**
 * The ends of what 左右 allows; nothing for other comparators.
 * @param {Fact} target
 * @param {Range} set
 */
function tolerated({ comparator }, { low }) {
  return comparator === "~" ? [low - Math.abs(low) * TOLERANCE, low + Math.abs(low) * TOLERANCE] : [];
}

/**
 * The stretch of the scale that the wording of a target allows; a bare value allows no more than itself.
 * @param {LedgerRow} row whose rule tells floors from ceilings: 前10位以内 is a floor of the rank, and 10 its highest number
 * @param {Fact} target
 * @param {Range} set
 * @param {Range} scale
 * @returns {Range | null}
 */
function allowed(row, target, set, scale) {
  const [low, high] = tolerated(target, set);
  if (high !== undefined) return { low, high };
  if (target.comparator === "range") return set;
  if (target.comparator === "=") return null;
  return directionOf(row) === "less" ? { low: scale.low, high: set.low } : { low: set.low, high: scale.high };
}

/** @param {number[]} values the scale that has all of them and zero */
function scaleOf(values) {
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const room = (high - low || 1) * ROOM;
  return { low: low < 0 ? low - room : 0, high: high > 0 || low === 0 ? high + room : 0 };
}

/**
 * @param {number} value
 * @param {Range} scale
 */
function at(value, { low, high }) {
  return `${Math.round(((value - low) / (high - low)) * 10_000) / 100}%`;
}

/**
 * @param {Range | null} range
 * @param {Range} scale
 */
function band(range, scale) {
  return range && box("band", range.low, range.high, 13, 20, scale);
}

/**
 * @param {string} part
 * @param {number} low
 * @param {number} high
 * @param {number} y
 * @param {number} height
 * @param {Range} scale
 */
function box(part, low, high, y, height, scale) {
  return s("rect", { class: `bullet-${part}`, x: at(low, scale), width: at(scale.low + high - low, scale), y, height });
}
