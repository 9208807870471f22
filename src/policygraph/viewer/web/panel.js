// The panel: what was set for a place, indicator and year, and what was reported; the tables' panel.csv, row by row.

/**
 * @typedef {import("./data.js").Cell} Cell
 * @typedef {import("./data.js").Model} Model
 * @typedef {import("./page.js").Page} Page
 * @typedef {{ key: string, name: string, english: string, unit: string, concept: string, cells: Cell[], places: Set<string> }} Series one indicator
 */

/** @type {WeakMap<Model, Map<string, Series>>} */
const known = new WeakMap();

/**
 * The indicators of the panel, those first by which most places can be compared.
 * @param {Model} model
 * @returns {Map<string, Series>}
 */
export function seriesOf(model) {
  const found = known.get(model) ?? made(model);
  known.set(model, found);
  return found;
}

/** @param {Model} model */
function made(model) {
  /** @type {Map<string, Series>} */
  const series = new Map();
  for (const cell of model.panel) {
    const key = keyOf(cell);
    const one = series.get(key) ?? { key, name: cell.indicator, english: cell.english, unit: cell.unit, concept: cell.concept, cells: [], places: new Set() };
    one.cells.push(cell);
    one.places.add(cell.area);
    series.set(key, one);
  }
  return new Map([...series].sort(([a, x], [b, y]) => both(y) - both(x) || y.places.size - x.places.size || y.cells.length - x.cells.length || (a < b ? -1 : 1)));
}

/** @param {Cell} cell what is compared: a concept, or the words of an indicator, in one unit */
export function keyOf(cell) {
  return `${cell.concept || cell.indicator} ${cell.unit}`.trim();
}

/** @param {Series} series how many places have both sides in some year */
function both({ cells }) {
  return new Set(cells.filter((cell) => cell.target && cell.result).map((cell) => cell.area)).size;
}

/**
 * @param {Page} page
 * @param {{ name: string, english: string }} of
 */
export function titleOf(page, { name, english }) {
  return (page.language === "en" && english) || name;
}

/**
 * The name of a place in the language of the page.
 * @param {Page} page
 * @param {string} name
 */
export function placeName(page, name) {
  const area = page.model.areas.get(name);
  return (page.language === "en" && area?.english) || area?.name || name;
}

/** @param {Cell} cell the one number by which places are ordered: what was reached, else what was set */
export function valueOf(cell) {
  return cell.outcome ?? aimOf(cell);
}

/** @param {Cell} cell the number that was set; of a range its middle */
export function aimOf({ low, high }) {
  return low !== null && high !== null ? (low + high) / 2 : (low ?? high);
}

/** @param {Cell} cell all its numbers */
export function numbersOf({ low, high, outcome }) {
  return /** @type {number[]} */ ([low, high, outcome].filter((n) => n !== null));
}
