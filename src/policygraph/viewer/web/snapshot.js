// A view as it is seen, all of it, as a drawing: its texts where they stand, its lines and boxes, its pictures; cited below.

import { h, s } from "./dom.js";

/**
 * @typedef {{ left: number, top: number, width: number, height: number }} Box
 * @typedef {{ text: string, width: number, height: number }} Drawing
 */

const MARGIN = 16;
/** Room below the view for the line that cites it. */
const CITED = 34;
/** Properties of a picture's parts that the style sheet gives them. */
const DRAWN = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-family", "font-weight", "text-anchor", "opacity"];

/**
 * @param {HTMLElement} view as it stands on the page
 * @param {string} paper colour behind everything
 * @param {string} citation
 * @returns {Drawing}
 */
export function snapshot(view, paper, citation) {
  // What works the view makes way for what it shows, while it is measured.
  view.classList.add("saved");
  const origin = view.getBoundingClientRect();
  const from = { x: origin.left - view.scrollLeft - MARGIN, y: origin.top - view.scrollTop - MARGIN };
  const parts = [...drawings(view, from)];
  const width = Math.ceil(view.scrollWidth + 2 * MARGIN);
  const bottom = Math.max(0, ...[...view.children].map((child) => child.getBoundingClientRect().bottom)) - from.y;
  const height = Math.ceil(bottom + MARGIN + CITED);
  view.classList.remove("saved");
  const { fontFamily, color } = getComputedStyle(view);
  const root = s("svg", { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${width} ${height}`, "font-family": fontFamily },
    s("title", {}, citation), s("rect", { width, height, fill: paper }), parts,
    s("text", { class: "citation", x: MARGIN, y: height - MARGIN, "font-size": 12, fill: plain(color) }, citation));
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(root)}\n`, width, height };
}

/**
 * @param {HTMLElement} view
 * @param {{ x: number, y: number }} from
 * @returns {Generator<SVGElement>}
 */
function* drawings(view, from) {
  const walker = document.createTreeWalker(view, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node.parentElement?.closest("svg")) return NodeFilter.FILTER_REJECT;
    if (node instanceof Element && (node.matches(".unseen") || !node.checkVisibility())) return NodeFilter.FILTER_REJECT;
    return NodeFilter.FILTER_ACCEPT;
  });
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node instanceof Text) yield* texts(node, from);
    else if (node instanceof SVGSVGElement) yield picture(node, from);
    else if (node instanceof HTMLElement) yield* boxes(node, from);
  }
}

/**
 * The lines of a text, each where it stands.
 * @param {Text} node
 * @param {{ x: number, y: number }} from
 */
function* texts(node, from) {
  const range = document.createRange();
  /** @type {{ words: string, box: DOMRect }[]} */
  const lines = [];
  let at = 0;
  for (const letter of node.data) {
    range.setStart(node, at);
    range.setEnd(node, (at += letter.length));
    const [box] = range.getClientRects();
    const last = lines.at(-1);
    if (!box || box.width === 0) continue;
    if (last && Math.abs(last.box.top - box.top) < box.height / 2) last.words += letter;
    else lines.push({ words: letter, box });
  }
  const style = lines.length > 0 && node.parentElement && getComputedStyle(node.parentElement);
  if (!style) return;
  for (const { words, box } of lines) {
    yield s("text", { x: round(box.left - from.x), y: round(box.bottom - from.y - box.height * 0.22), "font-size": style.fontSize, "font-weight": style.fontWeight, fill: plain(style.color), "xml:space": "preserve" }, words.replace(/\s/g, " "));
  }
}

/**
 * The ground of an element and its border.
 * @param {HTMLElement} element
 * @param {{ x: number, y: number }} from
 */
function* boxes(element, from) {
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const at = { x: round(box.left - from.x), y: round(box.top - from.y), width: round(box.width), height: round(box.height) };
  const [top, bottom] = [Number.parseFloat(style.borderTopWidth), Number.parseFloat(style.borderBottomWidth)];
  const ground = plain(style.backgroundColor);
  const whole = top > 0 && Number.parseFloat(style.borderLeftWidth) > 0;
  if (ground !== "none" || (whole && plain(style.borderTopColor) !== "none")) yield s("rect", { ...at, rx: Number.parseFloat(style.borderTopLeftRadius) || 0, fill: ground, stroke: whole ? plain(style.borderTopColor) : "none" });
  else if (bottom > 0 && plain(style.borderBottomColor) !== "none") yield s("line", { x1: at.x, x2: at.x + at.width, y1: at.y + at.height, y2: at.y + at.height, stroke: plain(style.borderBottomColor), "stroke-width": bottom });
}

/**
 * A picture of the view with all that the style sheet gives it.
 * @param {SVGSVGElement} svg
 * @param {{ x: number, y: number }} from
 */
function picture(svg, from) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const [before, after] = [[svg, ...svg.querySelectorAll("*")], [copy, ...copy.querySelectorAll("*")]];
  before.forEach((element, i) => {
    const style = getComputedStyle(element);
    for (const name of DRAWN) {
      const value = style.getPropertyValue(name);
      if (value) after[i].setAttribute(name, name === "fill" || name === "stroke" ? plain(value) : value);
    }
    for (const name of ["class", "tabindex", "data-key", "role"]) after[i].removeAttribute(name);
  });
  const box = svg.getBoundingClientRect();
  for (const [name, value] of Object.entries({ x: box.left - from.x, y: box.top - from.y, width: box.width, height: box.height })) copy.setAttribute(name, String(round(value)));
  return copy;
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}

/**
 * A colour as every program reads it; of one that lets all through "none".
 * @param {string} color
 */
function plain(color) {
  const mixed = /^color\(srgb ([\d.e+-]+) ([\d.e+-]+) ([\d.e+-]+)(?: \/ ([\d.]+))?\)$/.exec(color);
  if (mixed) return `rgb(${mixed.slice(1, 4).map((part) => Math.round(Number(part) * 255)).join(", ")})`;
  return /^rgba\(.*, 0\)$/.test(color) ? "none" : color;
}

/**
 * A drawing as a picture of twice its size.
 * @param {Drawing} drawing
 * @returns {Promise<Blob>}
 */
export async function pixels({ text, width, height }) {
  // No browser draws more than some 16,000 dots in a row.
  const times = Math.min(2, 16_000 / Math.max(width, height));
  const image = new Image(width * times, height * times);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = h("canvas", { width: Math.round(width * times), height: Math.round(height * times) });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"));
}
