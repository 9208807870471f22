// What the canvas shows: things in their places, lines between them, and where the camera stands to see them all.

import { EDGES, INDENT, LEAST, MOST, WIDE } from "./garden.js";
import { home } from "./selection.js";
import { TIES } from "./ties.js";

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./data.js").Edge} Edge
 * @typedef {import("./selection.js").Selection} Selection
 * @typedef {{ from: Thing, to: Thing, edges: Edge[] }} Line all relations between two things, drawn once
 * @typedef {{
 *   selection: Selection, places: import("./arrange.js").Places, lines: Line[], ranked: Thing[], hover: Thing | null, moving: boolean,
 *   column: number, ties: Line[],
 * }} Scene ties: the lines that stand for a relation between entities; column: units from one column of the start to the next
 * @typedef {{ position: { x: number, y: number }, scale: number }} Camera the point in the middle of the canvas, pixels for a unit
 */

/** Pixels around the outermost things, where their names stand. */
const MARGIN = 70;

/**
 * @param {Selection} selection
 * @param {import("./arrange.js").Places} places
 * @param {import("./data.js").Model} model
 * @param {Thing | null} hover
 * @returns {Scene}
 */
export function sceneOf(selection, places, model, hover = null) {
  // What falls under a narrower theme hangs on the top theme that stands for it.
  const end = (/** @type {Edge} */ e) => (places.has(e.to) ? e.to : home(model, e.from));
  const all = lines(selection.edges, end);
  const ties = all.filter(({ edges }) => edges.some((e) => TIES.has(e.relation)));
  return { selection, places, lines: all, ties, ranked: ranked(selection), hover, moving: false, column: columnOf(places) };
}

/**
 * Where a camera sees everything; null if there is nothing.
 * @param {Scene} scene
 * @param {{ width: number, height: number }} room pixels of the canvas
 * @returns {Camera | null}
 */
export function whole({ places, selection, column }, { width, height }) {
  const points = [...places.values()];
  if (points.length === 0) return null;
  const [left, right] = range(points.map((p) => p.x));
  const [top, bottom] = range(points.map((p) => p.y));
  if (selection.kind === "start") {
    const scale = Math.max(LEAST, Math.min(MOST, (width - EDGES.left - EDGES.right) / (right - INDENT - left + column), (height - EDGES.top - EDGES.bottom) / Math.max(bottom - top, 1)));
    // From the upper left corner, as one reads.
    return { position: { x: left + (width / 2 - EDGES.left) / scale, y: top + (height / 2 - EDGES.top) / scale }, scale };
  }
  const margins = [Math.min(MARGIN, width / 6), Math.min(MARGIN, height / 6)];
  const scale = Math.min((width - 2 * margins[0]) / Math.max(right - left, 1), (height - 2 * margins[1]) / Math.max(bottom - top, 1), 1.4);
  return { position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.02) };
}

/** @param {import("./arrange.js").Places} places from one theme of the start to that of the next column */
function columnOf(places) {
  const [first, second] = [...new Set([...places].filter(([t]) => t.type === "theme").map(([, p]) => p.x))].sort((a, b) => a - b);
  return second === undefined ? WIDE : second - first;
}

/**
 * @param {Edge[]} edges
 * @param {(e: Edge) => Thing | undefined} end
 * @returns {Line[]}
 */
function lines(edges, end) {
  /** @type {Map<number, Line>} */
  const found = new Map();
  for (const e of edges) {
    const to = end(e);
    if (!to) continue;
    const key = e.from.n * 65536 + to.n;
    const line = found.get(key);
    if (line) line.edges.push(e);
    else found.set(key, { from: e.from, to, edges: [e] });
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
