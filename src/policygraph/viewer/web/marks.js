// Things and lines on the canvas, all of them in one go: vis-network draws them one by one, which is too slow to drag a
// map of thousands.

import { outline, radius, sign } from "./symbols.js";

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./scene.js").Scene} Scene
 * @typedef {import("./page.js").Page} Page
 * @typedef {{ x: number, y: number }} Point
 * @typedef {{ at: (p: Point) => Point, scale: number, ratio: number, width: number, height: number }} View
 */

/** Pictures of signs by type, size and colours. */
const sprites = /** @type {Map<string, HTMLCanvasElement>} */ (new Map());

/**
 * @param {CanvasRenderingContext2D} context in pixels of the page
 * @param {Scene} scene
 * @param {View} view
 * @param {string} color
 */
export function drawLines(context, { lines, places }, { at, width, height }, color) {
  context.strokeStyle = color;
  context.lineWidth = 1;
  // Many lines would become one stain.
  context.globalAlpha = Math.max(0.3, Math.min(1, 600 / Math.max(1, lines.length)));
  context.beginPath();
  for (const { from, to } of lines) {
    const a = at(/** @type {Point} */ (places.get(from)));
    const b = at(/** @type {Point} */ (places.get(to)));
    if ((a.x < 0 && b.x < 0) || (a.y < 0 && b.y < 0) || (a.x > width && b.x > width) || (a.y > height && b.y > height)) continue;
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
  }
  context.stroke();
  context.globalAlpha = 1;
}

/**
 * @param {CanvasRenderingContext2D} context in pixels of the page
 * @param {Scene} scene
 * @param {View} view
 * @param {Page} page
 */
export function drawThings(context, { places, ranked }, view, page) {
  const { at, scale, ratio, width, height } = view;
  const isDark = page.dark;
  const crowded = ranked.length > CROWD;
  const few = ranked.length < FEW;
  // The most important ones come last, on top.
  for (let i = ranked.length - 1; i >= 0; i--) {
    const t = ranked[i];
    const { x, y } = at(/** @type {Point} */ (places.get(t)));
    const r = Math.max(1.5, Math.round(radius(t) * scale * 2) / 2);
    if (x < -r || y < -r || x > width + r || y > height + r) continue;
    if (crowded && r < SHAPE_SEEN) speck(context, t.type, x, y, r, isDark);
    else if (few) shape(context, t.type, x, y, r, page);
    else stamp(context, spriteOf(t.type, r, ratio, isDark, page), x, y, ratio);
  }
}

/** Of more things than this, those below a size in pixels at which a shape cannot be told are specks of their colour. */
const CROWD = 2000;
/** Fewer things than this are drawn one by one: to make a picture of every sign first would take longer. */
const FEW = 150;
const SHAPE_SEEN = 2.5;

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} type
 * @param {number} x
 * @param {number} y
 * @param {number} r
 * @param {boolean} isDark
 */
function speck(context, type, x, y, r, isDark) {
  const { color, dark } = sign(type);
  context.fillStyle = isDark ? dark : color;
  const side = Math.round(r * 1.8);
  context.fillRect(Math.round(x - r), Math.round(y - r), side, side);
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {HTMLCanvasElement} sprite
 * @param {number} x
 * @param {number} y
 * @param {number} ratio
 */
function stamp(context, sprite, x, y, ratio) {
  const side = sprite.width / ratio;
  // On whole pixels of the screen a picture is copied as it is.
  context.drawImage(sprite, Math.round((x - side / 2) * ratio) / ratio, Math.round((y - side / 2) * ratio) / ratio, side, side);
}

/**
 * @param {string} type
 * @param {number} r
 * @param {number} ratio
 * @param {boolean} isDark
 * @param {Page} page
 */
function spriteOf(type, r, ratio, isDark, page) {
  const key = `${type} ${r} ${ratio} ${isDark}`;
  let sprite = sprites.get(key);
  if (!sprite) {
    sprite = paint(type, r, ratio, page);
    sprites.set(key, sprite);
  }
  return sprite;
}

/**
 * @param {string} type
 * @param {number} r
 * @param {number} ratio
 * @param {Page} page
 */
function paint(type, r, ratio, page) {
  const side = Math.ceil((r * 1.25 + 2) * 2 * ratio);
  const sprite = document.createElement("canvas");
  [sprite.width, sprite.height] = [side, side];
  const context = /** @type {CanvasRenderingContext2D} */ (sprite.getContext("2d"));
  context.scale(ratio, ratio);
  shape(context, type, side / ratio / 2, side / ratio / 2, r, page);
  return sprite;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} type
 * @param {number} x
 * @param {number} y
 * @param {number} r
 * @param {Page} page
 */
function shape(context, type, x, y, r, page) {
  const { shape, color, dark } = sign(type);
  const fill = page.dark ? dark : color;
  const path = new Path2D(outline(shape, x, y, r));
  const ring = shape === "ring";
  context.lineWidth = ring ? Math.min(3, r * 0.45) : 1;
  context.strokeStyle = ring ? fill : page.color("--paper");
  context.fillStyle = ring ? page.color("--paper") : fill;
  context.fill(path);
  if (ring || r > 3) context.stroke(path);
}
