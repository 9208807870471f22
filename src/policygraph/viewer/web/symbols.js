// The signs of the types, the same as in symbols.py: a shape and a colour, so that nobody has to tell types by colour alone.

import { s } from "./dom.js";

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {{ shape: string, color: string, dark: string }} Sign
 */

/** @type {Record<string, Sign>} */
export const SIGNS = {
  theme: { shape: "hexagon", color: "#3d4654", dark: "#c3cad6" },
  project: { shape: "square", color: "#0072b2", dark: "#4fb3ea" },
  platform: { shape: "diamond", color: "#b35900", dark: "#f0a04b" },
  industry: { shape: "hexagon", color: "#00795c", dark: "#3ecfa6" },
  organization: { shape: "triangle", color: "#2f86bd", dark: "#8cc9f0" },
  programme: { shape: "star", color: "#b0578d", dark: "#e79cc9" },
  place: { shape: "triangleDown", color: "#857900", dark: "#e2d84e" },
  event: { shape: "star", color: "#8a5a2b", dark: "#d3a878" },
  target: { shape: "ring", color: "#d55e00", dark: "#ff8a3d" },
  outcome: { shape: "dot", color: "#a83c00", dark: "#ff9f66" },
  indicator: { shape: "square", color: "#737b87", dark: "#98a1ae" },
};
const OTHER = { shape: "dot", color: "#737b87", dark: "#98a1ae" };

/** @param {string} type */
export function sign(type) {
  return Object.hasOwn(SIGNS, type) ? SIGNS[type] : OTHER;
}

/** @param {Thing} t size of its sign, in canvas units */
export function radius(t) {
  if (t.type === "theme") return 16 + Math.min(12, Math.sqrt(t.edges.length));
  if (t.type === "indicator") return 5;
  if (t.fact) return 6 + Math.min(5, Math.sqrt(t.edges.length));
  return 7 + Math.min(11, Math.sqrt(t.edges.length) * 1.3);
}

/**
 * The outline of a shape around a point, as path data.
 * @param {string} shape
 * @param {number} x
 * @param {number} y
 * @param {number} r
 */
export function outline(shape, x, y, r) {
  const at = (/** @type {number} */ angle, /** @type {number} */ far = r) =>
    `${round(x + far * Math.sin((angle * Math.PI) / 180))},${round(y - far * Math.cos((angle * Math.PI) / 180))}`;
  const polygon = (/** @type {string[]} */ points) => `M${points.join("L")}Z`;
  switch (shape) {
    case "square":
      return polygon([at(45, r * 1.2), at(135, r * 1.2), at(225, r * 1.2), at(315, r * 1.2)]);
    case "diamond":
      return polygon([at(0, r * 1.15), at(90, r * 1.15), at(180, r * 1.15), at(270, r * 1.15)]);
    case "triangle":
      return polygon([at(0, r * 1.15), at(120, r * 1.15), at(240, r * 1.15)]);
    case "triangleDown":
      return polygon([at(60, r * 1.15), at(180, r * 1.15), at(300, r * 1.15)]);
    case "hexagon":
      return polygon([30, 90, 150, 210, 270, 330].map((angle) => at(angle)));
    case "star":
      return polygon([...Array(10).keys()].map((i) => at(i * 36, i % 2 ? r * 0.55 : r * 1.2)));
    default:
      return `M${round(x - r)},${round(y)}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;
  }
}

/**
 * The sign of a type as a small drawing beside its name.
 * @param {string} type
 */
export function icon(type) {
  const { shape } = sign(type);
  const path = s("path", { d: outline(shape, 8, 8, shape === "ring" ? 5 : 6), class: shape === "ring" ? "ring" : "full" });
  return s("svg", { class: `icon type-${type}`, viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" }, path);
}

/** @param {number} number */
function round(number) {
  return Math.round(number * 100) / 100;
}
