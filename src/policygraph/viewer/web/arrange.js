// Places of the things shown: on the map as computed beforehand, around one thing, or along paths. No chance in any.

import { TYPES } from "./data.js";
import { garden } from "./garden.js";

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./data.js").Model} Model
 * @typedef {import("./selection.js").Selection} Selection
 * @typedef {import("./state.js").State} State
 * @typedef {Map<Thing, { x: number, y: number }>} Places
 */

const RING = 190;
/** Room along a ring for one thing. */
const ROOM = 46;
/** Share of things that tells how far apart they usually lie, and how much further is far. */
const USUAL = 0.75;
const FAR = 1.6;
const COLUMN = 250;
const ROW = 110;

/**
 * @param {Selection} selection
 * @param {State} state
 * @param {Model} model
 * @param {{ width: number, height: number }} room pixels of the canvas
 * @returns {Places}
 */
export function arrange(selection, state, model, room) {
  if (selection.kind === "start") return garden(selection.things, model, room);
  if (selection.kind === "path") return columns(selection);
  if (selection.kind === "hood") return rings(selection, state);
  const map = new Map(selection.things.map((t) => [t, { x: t.x, y: t.y }]));
  return selection.kind === "filter" ? gathered(map) : map;
}

/**
 * What lies far from all the rest on the map comes near: onto rings around the rest, in its own direction.
 * @param {Places} places
 * @returns {Places}
 */
function gathered(places) {
  const centre = { x: median([...places.values()].map((p) => p.x)), y: median([...places.values()].map((p) => p.y)) };
  const far = new Map([...places].map(([t, p]) => [t, Math.hypot(p.x - centre.x, p.y - centre.y)]));
  const usual = [...far.values()].sort((a, b) => a - b)[Math.floor(far.size * USUAL)] ?? 0;
  const inner = Math.max(0, ...[...far.values()].filter((d) => d <= usual * FAR));
  const angle = (/** @type {{ x: number, y: number }} */ p) => Math.atan2(p.y - centre.y, p.x - centre.x);
  const outliers = [...places].filter(([t]) => (far.get(t) ?? 0) > inner).sort(([a, p], [b, q]) => angle(p) - angle(q) || a.n - b.n);
  const rings = Math.max(1, Math.ceil((outliers.length * ROOM) / (2 * Math.PI * (inner + ROOM))));
  let last = -Infinity;
  outliers.forEach(([t, p], i) => {
    const radius = inner + ROOM * (1 + (i % rings));
    // Never nearer to the one before than a sign needs.
    last = Math.max(angle(p), last + ROOM / rings / radius);
    places.set(t, { x: Math.round(centre.x + radius * Math.cos(last)), y: Math.round(centre.y + radius * Math.sin(last)) });
  });
  return places;
}

/** @param {number[]} numbers */
function median(numbers) {
  return numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? 0;
}

/**
 * A tree around the first opened thing: every further step is one ring out, brothers side by side, same types together.
 * @param {Selection} selection
 * @param {State} state
 * @returns {Places}
 */
function rings(selection, state) {
  const shown = new Set(selection.things);
  const root = selection.things.find((t) => t.id === state.open[0]) ?? selection.things[0];
  const { levels, children } = tree(root, shown, selection);
  /** @type {Places} */
  const places = new Map([[root, { x: 0, y: 0 }]]);
  /** @type {Map<Thing, number>} */
  const angles = new Map([[root, 0]]);
  let radius = 0;
  for (const level of levels) {
    const ring = level.flatMap((t) => children.get(t) ?? []);
    if (ring.length === 0) break;
    const turn = level === levels[0] ? 0 : lean(level, children, angles, ring.length);
    const rows = Math.min(3, Math.ceil(ring.length / 28));
    radius = Math.max(radius + RING, (ring.length * ROOM) / (2 * Math.PI * rows));
    ring.forEach((t, i) => {
      const angle = ((i + 0.5) / ring.length) * 2 * Math.PI - Math.PI / 2 + turn;
      const far = radius + (i % rows) * 78;
      angles.set(t, angle);
      places.set(t, { x: Math.round(far * Math.cos(angle) * 1.25), y: Math.round(far * Math.sin(angle)) });
    });
    radius += (rows - 1) * 78;
  }
  let aside = 0;
  for (const t of selection.things) if (!places.has(t)) places.set(t, { x: ROOM * 3 * aside++, y: Math.round(radius + RING) });
  return places;
}

/**
 * How far a ring has to be turned for children to stand behind their parents, on average.
 * @param {Thing[]} level
 * @param {Map<Thing, Thing[]>} children
 * @param {Map<Thing, number>} angles
 * @param {number} length of the ring
 */
function lean(level, children, angles, length) {
  let [sin, cos, i] = [0, 0, 0];
  for (const parent of level) {
    for (const _ of children.get(parent) ?? []) {
      const off = (angles.get(parent) ?? 0) - (((i++ + 0.5) / length) * 2 * Math.PI - Math.PI / 2);
      sin += Math.sin(off);
      cos += Math.cos(off);
    }
  }
  return Math.atan2(sin, cos);
}

/**
 * @param {Thing} root
 * @param {Set<Thing>} shown
 * @param {Selection} selection
 */
function tree(root, shown, selection) {
  const edges = new Set(selection.edges);
  const seen = new Set([root]);
  /** @type {Map<Thing, Thing[]>} */
  const children = new Map();
  /** @type {Thing[][]} */
  const levels = [[root]];
  for (let level = levels[0]; level.length > 0; level = /** @type {Thing[]} */ (levels.at(-1))) {
    /** @type {Thing[]} */
    const next = [];
    for (const parent of level) {
      const found = parent.edges
        .filter((e) => edges.has(e))
        .map((e) => (e.from === parent ? e.to : e.from))
        .filter((t) => shown.has(t) && !seen.has(t) && seen.add(t))
        .sort(byKind);
      children.set(parent, found);
      next.push(...found);
    }
    levels.push(next);
  }
  return { levels, children };
}

/**
 * @param {Thing} a
 * @param {Thing} b
 */
function byKind(a, b) {
  return TYPES.indexOf(a.type) - TYPES.indexOf(b.type) || (a.themes[0] ?? "").localeCompare(b.themes[0] ?? "") || a.n - b.n;
}

/**
 * Paths from left to right, the shortest in the middle line.
 * @param {Selection} selection
 * @returns {Places}
 */
function columns(selection) {
  /** @type {Places} */
  const places = new Map();
  const longest = Math.max(1, ...selection.paths.map((p) => p.hops.length));
  /** @type {Map<number, number>} */
  const rows = new Map();
  for (const [line, path] of selection.paths.entries()) {
    path.things.forEach((t, i) => {
      if (places.has(t)) return;
      const x = Math.round((i / path.hops.length) * longest * COLUMN);
      const row = line === 0 ? 0 : (rows.get(x) ?? 0) + 1;
      rows.set(x, Math.max(row, rows.get(x) ?? 0));
      places.set(t, { x, y: (row % 2 ? 1 : -1) * Math.ceil(row / 2) * ROW });
    });
  }
  for (const [i, t] of selection.things.entries()) if (!places.has(t)) places.set(t, { x: i * COLUMN, y: 0 });
  return places;
}
