// Places of the curated start: every theme with its best connected entities listed below it, in columns.

import { byLinks, home } from "./selection.js";

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./data.js").Model} Model
 * @typedef {import("./arrange.js").Places} Places
 * @typedef {Map<Thing | undefined, Thing[]>} Beds
 */

/** Pixels around the list; the names of the last column stand in the column itself. */
export const EDGES = { left: 42, right: 10, top: 36, bottom: 24 };
/** How far an entity stands right of its theme. */
export const INDENT = 32;
const HEAD = 38;
const ROW = 27;
const GAP = 22;
/** Pixels of the narrowest, the usual and the widest column. */
const NARROW = 165;
const USUAL = 190;
export const WIDE = 330;
/** A list is drawn no smaller than this: what does not fit is reached by moving it. Nor larger than the other. */
export const LEAST = 0.7;
export const MOST = 1.25;

/**
 * Themes with most statements first, in as many columns as make the list largest.
 * @param {Thing[]} things
 * @param {Model} model
 * @param {{ width: number, height: number }} room pixels of the canvas
 * @returns {Places}
 */
export function garden(things, model, room) {
  /** @type {Beds} */
  const beds = new Map(byLinks(things.filter((t) => t.type === "theme")).map((t) => [t, []]));
  for (const t of things) if (t.type !== "theme") beds.set(home(model, t), [...(beds.get(home(model, t)) ?? []), t]);
  const [width, height] = [room.width - EDGES.left - EDGES.right, room.height - EDGES.top - EDGES.bottom];
  const most = Math.max(1, Math.min(beds.size, Math.floor(width / NARROW)));
  const scales = [...Array(most).keys()].map((n) => Math.min(MOST, height / Math.max(...planted(beds, n + 1, 0).heights), width / (n + 1) / USUAL));
  const columns = 1 + scales.indexOf(Math.max(...scales));
  const scale = Math.max(LEAST, scales[columns - 1]);
  return planted(beds, columns, Math.round(Math.min(WIDE, width / columns) / scale)).places;
}

/**
 * The beds in columns, each next one where there is most room.
 * @param {Beds} beds
 * @param {number} columns
 * @param {number} width of a column
 * @returns {{ places: Places, heights: number[] }}
 */
function planted(beds, columns, width) {
  /** @type {Places} */
  const places = new Map();
  const heights = Array(columns).fill(0);
  for (const [theme, plants] of beds) {
    const column = heights.indexOf(Math.min(...heights));
    const [x, y] = [column * width, heights[column]];
    if (theme) places.set(theme, { x, y });
    plants.forEach((t, n) => places.set(t, { x: x + INDENT, y: y + HEAD + n * ROW }));
    heights[column] = y + HEAD + plants.length * ROW + GAP;
  }
  return { places, heights };
}
