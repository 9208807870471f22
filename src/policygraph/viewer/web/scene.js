// What the canvas shows: things in their places, lines between them, and where the camera stands to see them all.

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./data.js").Edge} Edge
 * @typedef {import("./selection.js").Selection} Selection
 * @typedef {{ from: Thing, to: Thing, edges: Edge[] }} Line all relations between two things, drawn once
 * @typedef {{
 *   selection: Selection, places: import("./arrange.js").Places, lines: Line[], ranked: Thing[], hover: Thing | null, moving: boolean,
 * }} Scene
 * @typedef {{ position: { x: number, y: number }, scale: number }} Camera the point in the middle of the canvas, pixels for a unit
 */

/** Pixels around the outermost things, where their names stand: below and beside them, at the start to their right. */
const MARGINS = { left: 70, right: 70, top: 70, bottom: 70 };
const MARGINS_OF_START = { left: 34, right: 190, top: 40, bottom: 30 };

/**
 * @param {Selection} selection
 * @param {import("./arrange.js").Places} places
 * @param {Thing | null} hover
 * @returns {Scene}
 */
export function sceneOf(selection, places, hover = null) {
  return { selection, places, lines: lines(selection.edges), ranked: ranked(selection), hover, moving: false };
}

/**
 * Where a camera sees everything; null if there is nothing.
 * @param {Scene} scene
 * @param {{ clientWidth: number, clientHeight: number }} canvas
 * @returns {Camera | null}
 */
export function whole({ places, selection }, { clientWidth: width, clientHeight: height }) {
  const points = [...places.values()];
  if (points.length === 0) return null;
  const [left, right] = range(points.map((p) => p.x));
  const [top, bottom] = range(points.map((p) => p.y));
  const margins = selection.kind === "start" ? MARGINS_OF_START : MARGINS;
  // On a phone the names take no more than a third.
  const less = Math.min(1, width / 3 / (margins.left + margins.right));
  const across = (margins.left + margins.right) * less;
  const scale = Math.max(0.02, Math.min((width - across) / Math.max(right - left, 1), (height - margins.top - margins.bottom) / Math.max(bottom - top, 1), 1.4));
  const aside = ((margins.right - margins.left) * less) / 2 / scale;
  return { position: { x: (left + right) / 2 + aside, y: (top + bottom) / 2 + (margins.bottom - margins.top) / 2 / scale }, scale };
}

/**
 * @param {Edge[]} edges
 * @returns {Line[]}
 */
function lines(edges) {
  /** @type {Map<number, Line>} */
  const found = new Map();
  for (const e of edges) {
    const key = e.from.n * 65536 + e.to.n;
    const line = found.get(key);
    if (line) line.edges.push(e);
    else found.set(key, { from: e.from, to: e.to, edges: [e] });
  }
  return [...found.values()];
}

/** @param {Selection} selection the things shown, those whose names matter most first */
function ranked({ things }) {
  const rank = (/** @type {Thing} */ t) => (t.type === "theme" ? 1e6 : 0) + t.edges.length - (t.fact ? 1e3 : 0) - (t.type === "indicator" ? 1e4 : 0);
  return things.toSorted((a, b) => rank(b) - rank(a) || a.n - b.n);
}

/** @param {number[]} numbers */
function range(numbers) {
  return [Math.min(...numbers), Math.max(...numbers)];
}
