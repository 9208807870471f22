// Names on the canvas, drawn in the order of importance and never over each other.

import { HAN } from "./data.js";

/**
 * @typedef {{ left: number, top: number, right: number, bottom: number }} Box
 * @typedef {{
 *   text: string, x: number, y: number, r: number, strong: boolean, bold: boolean, large: boolean, listed?: boolean, room?: number,
 * }} Wish x, y, r in pixels; listed: its name stands to its right; room: pixels for a name that is not strong
 * @typedef {Wish & { px: number, py: number, size: number }} Label px, py: where its text starts (left, middle)
 */

const CELL = 40;
export const SIZE = 12.5;
export const LARGE = 15;
const GAP = 3;
const EDGE = 4;
/** Names tried for every one that a view bears: where things crowd, most find no room. */
const TRIES = 6;
/** More characters than this are cut, but for what the reader has chosen. */
const LONGEST = 24;

/** The boxes that are taken, by cell. */
export class Occupancy {
  /** @type {Map<number, Box[]>} */
  #cells = new Map();

  /** @param {Box} box */
  isFree(box) {
    for (const cell of cells(box)) {
      for (const other of this.#cells.get(cell) ?? []) {
        if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) return false;
      }
    }
    return true;
  }

  /** @param {Box} box */
  take(box) {
    for (const cell of cells(box)) {
      const boxes = this.#cells.get(cell);
      if (boxes) boxes.push(box);
      else this.#cells.set(cell, [box]);
    }
  }
}

/**
 * The labels that find room: below, right, above or left of their thing.
 * @param {Iterable<Wish>} wishes the most important first
 * @param {(text: string, large: boolean, bold: boolean) => number} measure width in pixels
 * @param {{ width: number, height: number }} view
 * @param {number} limit how many at most
 * @param {Occupancy} [occupancy] filled with the labels that are placed
 * @param {Occupancy} [signs] that no name but a large one covers
 * @returns {Label[]}
 */
export function place(wishes, measure, view, limit, occupancy = new Occupancy(), signs = new Occupancy()) {
  /** @type {Label[]} */
  const labels = [];
  let tries = 0;
  for (const wish of wishes) {
    if (labels.length >= limit || tries >= limit * TRIES) break;
    if (wish.x < -20 || wish.y < -20 || wish.x > view.width + 20 || wish.y > view.height + 20) continue;
    tries += 1;
    const text = wish.strong ? wish.text : fitting(shortened(wish.text), wish.room ?? Infinity, (words) => measure(words, wish.large, wish.bold));
    const size = wish.large ? LARGE : SIZE;
    const width = measure(text, wish.large, wish.bold);
    const free = (/** @type {Box} */ place) => occupancy.isFree(place) && (wish.large || signs.isFree(place));
    const label = candidates(wish, width, size, view).find(([px, py]) => free(box(px, py, width, size)));
    if (!label) continue;
    occupancy.take(box(label[0], label[1], width, size));
    labels.push({ ...wish, text, px: label[0], py: label[1], size });
  }
  return labels;
}

/** @param {string} text */
function shortened(text) {
  const letters = [...text];
  const longest = HAN.test(text) ? LONGEST : LONGEST * 1.6;
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join("")}…`;
}

/**
 * As much of a text as fits into a room.
 * @param {string} text
 * @param {number} room in pixels
 * @param {(text: string) => number} measure
 */
function fitting(text, room, measure) {
  if (room === Infinity || measure(text) <= room) return text;
  const letters = [...text.replace(/…$/, "")];
  const share = letters.length / measure(text);
  // A guess by the mean width of its letters, then letter by letter.
  let n = Math.max(1, Math.min(letters.length - 1, Math.ceil(room * share)));
  while (n > 1 && measure(`${letters.slice(0, n).join("")}…`) > room) n -= 1;
  return `${letters.slice(0, n).join("").trimEnd()}…`;
}

/**
 * @param {Wish} wish
 * @param {number} width
 * @param {number} size
 * @param {{ width: number, height: number }} view
 * @returns {[number, number][]}
 */
function candidates({ x, y, r, large, bold, listed }, width, size, view) {
  if (listed && !bold) return [[x + r + GAP, y]];
  // A name is moved aside rather than cut by the edge of the view.
  const left = Math.max(EDGE, Math.min(x - width / 2, view.width - width - EDGE));
  const below = y + r + GAP + size / 2;
  const above = y - r - GAP - size / 2;
  if (large && !bold) return [[left, below], [left, above]];
  const beside = /** @type {[number, number][]} */ ([[x + r + GAP, y], [x - r - GAP - width, y]]).filter(([px]) => px > EDGE && px + width < view.width - EDGE);
  const near = /** @type {[number, number][]} */ ([[left, below], ...beside, [left, above]]);
  if (!bold) return near;
  // What is chosen always gets its name, if need be a few lines away.
  const further = [1, 2, 3, 4, 5, 6].flatMap((n) => /** @type {[number, number][]} */ ([[left, below + n * size], [left, above - n * size]]));
  return [...near, ...further];
}

/**
 * @param {number} px
 * @param {number} py
 * @param {number} width
 * @param {number} size
 * @returns {Box}
 */
function box(px, py, width, size) {
  return { left: px - 2, right: px + width + 2, top: py - size / 2 - 1.5, bottom: py + size / 2 + 1.5 };
}

/** @param {Box} box */
function cells({ left, top, right, bottom }) {
  const found = [];
  for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) {
    for (let row = Math.floor(top / CELL); row <= Math.floor(bottom / CELL); row++) found.push(column * 4096 + row);
  }
  return found;
}
