// The shown network as SVG.

import { brief, name } from "./data.js";
import { s } from "./dom.js";
import { LARGE, SIZE, place } from "./labels.js";
import { caption } from "./relations.js";
import { outline, radius, sign } from "./symbols.js";

/**
 * @typedef {import("./scene.js").Scene} Scene
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./data.js").Thing} Thing
 */

const MARGIN = 110;
const FACE = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
/** Side of the longest picture that every browser can draw at twice its size. */
const LONGEST = 4000;

/**
 * @param {Page} page
 * @param {Scene} scene
 * @returns {{ text: string, width: number, height: number }}
 */
export function svg(page, scene) {
  // Of nothing an empty picture.
  const points = scene.places.size > 0 ? [...scene.places.values()] : [{ x: 0, y: 0 }];
  const [left, top] = [Math.min(...points.map((p) => p.x)) - MARGIN, Math.min(...points.map((p) => p.y)) - MARGIN];
  const [wide, high] = [Math.max(...points.map((p) => p.x)) + MARGIN - left, Math.max(...points.map((p) => p.y)) + MARGIN - top];
  const scale = Math.min(1, LONGEST / Math.max(wide, high));
  const [width, height] = [Math.round(wide * scale), Math.round(high * scale)];
  const at = (/** @type {Thing} */ t) => {
    const p = /** @type {{ x: number, y: number }} */ (scene.places.get(t));
    return { x: Math.round((p.x - left) * scale), y: Math.round((p.y - top) * scale) };
  };
  const root = s("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": FACE },
    s("title", {}, document.title), s("rect", { width, height, fill: page.color("--paper") }),
    s("g", { stroke: page.color("--line") }, scene.lines.map((line) => {
      const [a, b] = [at(line.from), at(line.to)];
      return s("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y }, s("title", {}, caption(line.edges, page)));
    })),
    [...scene.places.keys()].map((t) => symbol(page, t, at(t), scale)), labels(page, scene, at, scale, width, height));
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`, width, height };
}

/**
 * @param {Page} page
 * @param {Thing} t
 * @param {{ x: number, y: number }} at
 * @param {number} scale
 */
function symbol(page, t, { x, y }, scale) {
  const { shape, color, dark } = sign(t.type);
  const fill = page.dark ? dark : color;
  const ring = shape === "ring";
  return s("path", { d: outline(shape, x, y, radius(t) * scale), fill: ring ? page.color("--paper") : fill, stroke: ring ? fill : page.color("--paper"), "stroke-width": ring ? 3 : 1 },
    s("title", {}, name(t, page.language)));
}

/**
 * @param {Page} page
 * @param {Scene} scene
 * @param {(t: Thing) => { x: number, y: number }} at
 * @param {number} scale
 * @param {number} width
 * @param {number} height
 */
function labels(page, scene, at, scale, width, height) {
  const context = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
  const measure = (/** @type {string} */ text, /** @type {boolean} */ large) => {
    context.font = `600 ${large ? LARGE : SIZE}px ${FACE}`;
    return context.measureText(text).width;
  };
  const path = scene.selection.kind === "path";
  const wishes = scene.ranked.map((t) => ({ ...at(t), text: path ? name(t, page.language) : brief(t, page.language), r: radius(t) * scale, strong: path, bold: path, large: t.type === "theme" }));
  return place(wishes, measure, { width, height }, wishes.length).map((label) =>
    s("text", { x: label.px, y: label.py, "font-size": label.size, "font-weight": label.large || label.strong ? 600 : 400, "dominant-baseline": "central", fill: page.color("--ink"), stroke: page.color("--paper"), "stroke-width": 3.5, "paint-order": "stroke", "stroke-linejoin": "round" }, label.text));
}
