// All that is drawn on the canvas: lines, signs, what stands out, and names that never cover each other.

import { brief, name } from "./data.js";
import { h } from "./dom.js";
import { INDENT } from "./garden.js";
import { LARGE, Occupancy, SIZE, place } from "./labels.js";
import { drawLines, drawThings } from "./marks.js";
import { caption } from "./relations.js";
import { radius } from "./symbols.js";

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./scene.js").Scene} Scene
 * @typedef {import("./scene.js").Line} Line
 * @typedef {import("./labels.js").Wish} Wish
 * @typedef {import("./page.js").Page} Page
 * @typedef {{ x: number, y: number }} Point
 * @typedef {{ width: number, height: number }} Room pixels of a canvas
 */

const FACE = 'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
/** More lines than this are hidden while the canvas is moved. */
const LINES_WHILE_MOVING = 800;
/** Relations that get their name beside the line; more would not be read. */
const NAMED_LINES = 24;
const SIGNS_KEPT_FREE = 400;
/** Pixels below which a sign is a dot that a name may cover. */
const SIGN_SEEN = 3;
/** Where the name of a relation may stand: share of its line, pixels above or below it. */
const CAPTION_PLACES = [0, -11, 11].flatMap((aside) => [0.5, 0.4, 0.62, 0.3, 0.72].map((share) => [share, aside]));
/** Pixels between a name of the start and the next column. */
const GUTTER = 12;

/** @type {Map<string, number>} */
const widths = new Map();

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Scene} scene
 * @param {Page} page
 * @param {Room} room
 * @param {number} [ratio] dots for a pixel of CSS
 */
export function draw(context, scene, page, room, ratio = window.devicePixelRatio || 1) {
  const { a, e, f } = context.getTransform();
  const scale = a / ratio;
  const at = (/** @type {Point} */ p) => ({ x: p.x * scale + e / ratio, y: p.y * scale + f / ratio });
  const view = { at, scale, ratio, ...room };
  context.save();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  if (!scene.moving || scene.lines.length <= LINES_WHILE_MOVING) {
    drawLines(context, scene, view, page.color("--line"));
    // What entities have to do with each other stands over all that only falls under one theme.
    drawLines(context, { ...scene, lines: scene.ties }, view, page.color("--accent"));
  }
  drawThings(context, scene, view, page);
  const strong = outstanding(scene, page);
  const [occupancy, signs] = [new Occupancy(), obstacles(scene, at, scale)];
  const lit = strong.lines.map((line) => ends(line, scene, at, scale));
  for (const [from, to] of lit) arrow(context, from, to, page.color("--accent"));
  for (const t of strong.marked) mark(context, t, scene, at, scale, page);
  const labels = place(wishes(scene, page, strong.named, at, scale), (text, large, bold) => width(context, text, large, large || bold), view, scene.selection.kind === "start" ? Infinity : limit(scale, view), occupancy, signs);
  if (strong.lines.length <= NAMED_LINES) strong.lines.forEach((line, i) => captionLine(context, line, lit[i], [occupancy, signs], page));
  for (const label of labels) text(context, label.text, label.px, label.py, label.size, page.color(label.strong ? "--ink" : "--label"), page, label.bold || label.large);
  context.restore();
}

/**
 * A picture of the scene that nothing moves: what is seen until vis-network is there.
 * @param {Scene} scene
 * @param {import("./scene.js").Camera} camera
 * @param {Page} page
 * @param {Room} room that the picture fills
 * @param {number} [ratio] dots for a pixel of CSS
 */
export function still(scene, { position, scale }, page, room, ratio = window.devicePixelRatio || 1) {
  const { width, height } = room;
  const picture = h("canvas", { class: "still", width: Math.round(width * ratio), height: Math.round(height * ratio) });
  const context = picture.getContext("2d");
  context?.setTransform(scale * ratio, 0, 0, scale * ratio, (width / 2 - position.x * scale) * ratio, (height / 2 - position.y * scale) * ratio);
  if (context) draw(context, scene, page, room, ratio);
  return picture;
}

/**
 * What is chosen or pointed at, and the relations that hang on it.
 * @param {Scene} scene
 * @param {Page} page
 */
function outstanding({ selection, lines, hover }, page) {
  const chosen = page.model.byId.get(page.state.node);
  const marked = new Set([chosen, hover, ...page.state.pins.map((id) => page.model.byId.get(id))].filter((t) => t !== undefined && t !== null));
  const centre = hover ?? chosen;
  const path = selection.kind === "path";
  const lit = path ? lines : lines.filter((line) => line.from === centre || line.to === centre);
  const near = lit.length <= 60 ? lit.flatMap((line) => [line.from, line.to]) : [];
  return { lines: lit, marked, named: new Set([...marked, ...near, ...(path ? selection.things : [])]) };
}

/**
 * @param {Scene} scene
 * @param {Page} page
 * @param {Set<Thing>} strong
 * @param {(p: Point) => Point} at
 * @param {number} scale
 * @returns {Generator<Wish>}
 */
function* wishes(scene, page, strong, at, scale) {
  const listed = scene.selection.kind === "start";
  const wish = (/** @type {Thing} */ t, /** @type {boolean} */ isStrong) => {
    const { x, y } = at(/** @type {Point} */ (scene.places.get(t)));
    return { text: isStrong ? name(t, page.language) : brief(t, page.language), x, y, r: radius(t) * scale, strong: isStrong, bold: t === scene.hover || t.id === page.state.node, large: t.type === "theme", listed, room: listed ? (scene.column - (t.type === "theme" ? 0 : INDENT)) * scale - 2 * radius(t) * scale - GUTTER : Infinity };
  };
  for (const t of strong) if (scene.places.has(t)) yield wish(t, true);
  for (const t of scene.ranked) if (!strong.has(t)) yield wish(t, false);
}

/**
 * The signs themselves, so that no name covers one; of very many, only what is large.
 * @param {Scene} scene
 * @param {(p: Point) => Point} at
 * @param {number} scale
 */
function obstacles({ places }, at, scale) {
  const occupancy = new Occupancy();
  if (places.size > SIGNS_KEPT_FREE) return occupancy;
  for (const [t, p] of places) {
    const { x, y } = at(p);
    const r = radius(t) * scale * 0.8;
    if (r < SIGN_SEEN) continue;
    occupancy.take({ left: x - r, right: x + r, top: y - r, bottom: y + r });
  }
  return occupancy;
}

/**
 * How many names a view bears: fewer from afar.
 * @param {number} scale
 * @param {{ width: number, height: number }} view
 */
function limit(scale, { width, height }) {
  return Math.round(((width * height) / 1e6) * Math.min(160, 40 + 160 * scale));
}

/**
 * The ends of a line in pixels, at the rims of the two signs.
 * @param {Line} line
 * @param {Scene} scene
 * @param {(p: Point) => Point} at
 * @param {number} scale
 * @returns {[Point, Point]}
 */
function ends(line, { places }, at, scale) {
  const [from, to] = [at(/** @type {Point} */ (places.get(line.from))), at(/** @type {Point} */ (places.get(line.to)))];
  const far = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [(to.x - from.x) / far, (to.y - from.y) / far];
  const [start, end] = [radius(line.from) * scale + 2, radius(line.to) * scale + 4];
  return [{ x: from.x + dx * start, y: from.y + dy * start }, { x: to.x - dx * end, y: to.y - dy * end }];
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Point} from
 * @param {Point} to
 * @param {string} color
 */
function arrow(context, from, to, color) {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  context.strokeStyle = context.fillStyle = color;
  context.lineWidth = 1.75;
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
  context.beginPath();
  context.moveTo(to.x, to.y);
  for (const side of [-0.4, 0.4]) context.lineTo(to.x - 9 * Math.cos(angle + side), to.y - 9 * Math.sin(angle + side));
  context.fill();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Thing} t
 * @param {Scene} scene
 * @param {(p: Point) => Point} at
 * @param {number} scale
 * @param {Page} page
 */
function mark(context, t, { places }, at, scale, page) {
  const place = places.get(t);
  if (!place) return;
  const { x, y } = at(place);
  const pinned = page.state.pins.includes(t.id);
  context.strokeStyle = page.color("--accent");
  context.lineWidth = t.id === page.state.node ? 3 : 1.5;
  context.setLineDash(pinned && t.id !== page.state.node ? [4, 3] : []);
  context.beginPath();
  context.arc(x, y, radius(t) * scale + 5, 0, 2 * Math.PI);
  context.stroke();
  context.setLineDash([]);
}

/**
 * The name of a relation in the middle of its line, where there is room.
 * @param {CanvasRenderingContext2D} context
 * @param {Line} line
 * @param {[Point, Point]} ends
 * @param {[Occupancy, Occupancy]} taken by names, by signs
 * @param {Page} page
 */
function captionLine(context, line, [from, to], [occupancy, signs], page) {
  const words = caption(line.edges, page);
  context.font = `400 ${SIZE - 1}px ${FACE}`;
  const wide = context.measureText(words).width;
  if (Math.hypot(to.x - from.x, to.y - from.y) < wide * 0.6) return;
  for (const [share, aside] of CAPTION_PLACES) {
    const [x, y] = [from.x + (to.x - from.x) * share - wide / 2, from.y + (to.y - from.y) * share + aside];
    const box = { left: x - 3, right: x + wide + 3, top: y - 8, bottom: y + 8 };
    if (!occupancy.isFree(box) || !signs.isFree(box)) continue;
    occupancy.take(box);
    // The line would show between the letters like a hyphen.
    if (aside === 0) {
      context.fillStyle = page.color("--paper");
      context.fillRect(x - 2, y - 7, wide + 4, 14);
    }
    text(context, words, x, y, SIZE - 1, page.color("--accent-ink"), page, false);
    return;
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} words
 * @param {number} x
 * @param {number} y
 * @param {number} size
 * @param {string} color
 * @param {Page} page
 * @param {boolean} bold
 */
function text(context, words, x, y, size, color, page, bold) {
  context.font = `${bold ? 600 : 400} ${size}px ${FACE}`;
  context.textAlign = "left";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.lineWidth = 3.5;
  context.strokeStyle = page.color("--paper");
  context.strokeText(words, x, y);
  context.fillStyle = color;
  context.fillText(words, x, y);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} words
 * @param {boolean} large
 * @param {boolean} bold
 */
function width(context, words, large, bold) {
  const key = `${large ? 1 : 0}${bold ? 1 : 0}${words}`;
  let known = widths.get(key);
  if (known === undefined) {
    context.font = `${bold ? 600 : 400} ${large ? LARGE : SIZE}px ${FACE}`;
    known = context.measureText(words).width;
    widths.set(key, known);
  }
  return known;
}
