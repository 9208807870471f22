// The network on its canvas: vis-network gives the camera and finds what is under the pointer, overlay.js draws.

import { arrange } from "./arrange.js";
import { clicks } from "./clicks.js";
import { fill, h } from "./dom.js";
import { engine } from "./engine.js";
import { draw, still } from "./overlay.js";
import { sceneOf, whole } from "./scene.js";
import { drawnOf } from "./selection.js";
import { radius } from "./symbols.js";

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./selection.js").Selection} Selection
 * @typedef {import("./scene.js").Scene} Scene
 * @typedef {import("./scene.js").Camera} Camera
 * @typedef {import("./page.js").Page} Page
 */

/** vis-network draws nothing itself. */
const NOTHING = {};
/** The picture on paper, in CSS pixels: as wide as a page of A4 between its margins, at most as high. */
const PAPER = { width: 680, height: 880, ratio: 3 };

export class NetworkView {
  /** @type {VisNetwork | null} */
  #network = null;
  /** @type {Scene} */
  #scene;
  /** What is shown, and where it stands of itself. */
  #signature = "";
  /** The size of the canvas that everything was made to fit. */
  #fitted = "";
  /** @type {Map<Thing, { x: number, y: number }>} places given by the reader's hand */
  #moved = new Map();

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.#scene = sceneOf({ kind: "start", things: [], edges: [], cut: 0, paths: [] }, new Map(), page.model);
    this.canvas = h("div", { class: "canvas", tabindex: 0, role: "application", keydown: (/** @type {KeyboardEvent} */ e) => this.#key(e) });
    clicks(this.canvas, (place) => this.#click(place), (t) => t && page.toggle(t));
    this.element = h("div", { class: "network" }, this.canvas, this.#buttons());
    new ResizeObserver(() => this.#resized()).observe(this.canvas);
  }

  get scene() {
    return this.#scene;
  }

  /** @param {Selection} whole what is shown; of very much, a part is drawn */
  update(whole) {
    const { page } = this;
    const selection = drawnOf(whole, page.state);
    this.canvas.setAttribute("aria-label", page.t("networkLabel"));
    for (const button of this.element.querySelectorAll("button")) page.name(button, button.dataset.word ?? "");
    const places = arrange(selection, page.state, page.model, this.#room());
    const signature = `${selection.kind} ${[...places].map(([t, p]) => `${t.n},${p.x},${p.y}`).join(" ")} ${selection.edges.length}`;
    this.#keep(places, signature === this.#signature);
    this.#scene = { ...sceneOf(selection, places, page.model, this.#scene.hover), moving: this.#scene.moving };
    if (signature === this.#signature && this.#network) {
      this.#reveal();
      this.#network.redraw();
      return;
    }
    this.#signature = signature;
    this.#show();
    this.fit();
  }

  /**
   * What was moved by hand stays where it was put: as long as the same things are shown, or for good if it is pinned.
   * @param {import("./arrange.js").Places} places
   * @param {boolean} same things as before
   */
  #keep(places, same) {
    for (const [t, place] of this.#moved) {
      if (!same && !this.page.state.pins.includes(t.id)) this.#moved.delete(t);
      else if (places.has(t)) places.set(t, place);
    }
  }

  /** Show everything that is selected. */
  fit() {
    const camera = whole(this.#scene, this.#room());
    if (!camera) return;
    this.#fitted = this.#size();
    if (this.#network) this.#network.moveTo({ ...camera, animation: false });
    else fill(this.canvas, still(this.#scene, camera, this.page, this.#room()));
  }

  /** @param {number} factor */
  zoom(factor) {
    const scale = this.#network?.getScale() ?? 1;
    this.#network?.moveTo({ scale: Math.min(4, Math.max(0.02, scale * factor)), animation: false });
  }

  #room() {
    return { width: this.canvas.clientWidth, height: this.canvas.clientHeight };
  }

  /** A picture for paper: what is seen, as large as a page allows; all of the start, and of what a narrow page hides. */
  picture() {
    const { page } = this;
    const { width: seen, height } = this.#room();
    const { selection } = this.#scene;
    const same = seen > 0 && selection.kind !== "start";
    const shape = same ? height / seen : PAPER.height / PAPER.width;
    const width = Math.min(PAPER.width, PAPER.height / shape);
    const room = { width, height: width * shape };
    const scene = same ? this.#scene : sceneOf(selection, arrange(selection, page.state, page.model, room), page.model);
    const camera = same && this.#network ? { position: this.#network.getViewPosition(), scale: (this.#network.getScale() * width) / seen } : whole(scene, room);
    return camera && still(scene, camera, page, room, PAPER.ratio);
  }

  /** The start is arranged for the room there is; everything else only looked at from further away. */
  #resized() {
    if (this.canvas.clientWidth === 0 || this.#size() === this.#fitted) return;
    if (this.#scene.selection.kind === "start" && this.#signature) this.update(this.#scene.selection);
    this.fit();
  }

  #size() {
    return `${this.canvas.clientWidth} ${this.canvas.clientHeight}`;
  }

  #show() {
    if (this.#network) this.#network.setData(this.#data());
    else engine((vis) => this.#begin(vis));
  }

  #data() {
    const nodes = [...this.#scene.places].map(([t, { x, y }]) => ({ id: t.n, x, y, shape: "custom", size: radius(t), ctxRenderer: () => NOTHING }));
    return { nodes, edges: [] };
  }

  /** @param {Vis} vis */
  #begin(vis) {
    this.#network ??= this.#made(vis);
    this.fit();
  }

  /** @param {Vis} vis */
  #made(vis) {
    const network = new vis.Network(this.canvas, this.#data(), {
      autoResize: true, physics: false, layout: { improvedLayout: false },
      interaction: { hover: true, hideNodesOnDrag: true, selectConnectedEdges: false, hoverConnectedEdges: false, tooltipDelay: 1e9, zoomSpeed: 0.6 },
      nodes: { chosen: false, font: { size: 0 } },
    });
    this.#listen(network);
    return network;
  }

  /** @param {VisNetwork} network */
  #listen(network) {
    const { page } = this;
    const thing = (/** @type {number | undefined} */ n) => (n === undefined ? null : page.model.things[n]);
    network.on("afterDrawing", (context) => draw(context, this.#scene, page, this.#room()));
    network.on("hoverNode", ({ node }) => this.#hover(thing(node)));
    network.on("blurNode", () => this.#hover(null));
    network.on("dragStart", ({ nodes }) => (this.#scene.moving = nodes.length === 0));
    network.on("dragEnd", () => {
      this.#scene.moving = false;
      network.redraw();
    });
    for (const name of /** @type {const} */ (["dragging", "dragEnd"])) network.on(name, ({ nodes }) => this.#dragged(nodes));
  }

  /**
   * @param {{ x: number, y: number }} place on the canvas
   * @returns {Thing | null} the thing that a second click would open or close
   */
  #click(place) {
    const n = this.#network?.getNodeAt(place);
    const thing = n === undefined ? null : this.page.model.things[n];
    return this.#choose(thing) ? null : thing;
  }

  /**
   * Choose a thing: the other end of a path that has one end, else the thing itself.
   * @param {Thing | null} t
   * @returns {boolean} whether that has opened its neighbourhood, or made it part of a path
   */
  #choose(t) {
    const { page } = this;
    const { from, to, node } = page.state;
    const { kind } = this.#scene.selection;
    if (Boolean(from) !== Boolean(to)) {
      if (t && t.id !== from && t.id !== to) page.set({ [from ? "to" : "from"]: t.id, node: "", open: [] });
      return true;
    }
    if (t && (kind === "start" || kind === "path")) {
      page.open(t);
      return true;
    }
    if (t || (node && !from)) page.set({ node: t?.id ?? "" });
    return false;
  }

  /** @param {Thing | null} t */
  #hover(t) {
    this.#scene.hover = t;
    this.canvas.style.cursor = t ? "pointer" : "";
    this.#network?.redraw();
  }

  /** @param {number[]} numbers of things under the reader's hand */
  #dragged(numbers) {
    if (numbers.length === 0 || !this.#network) return;
    for (const [n, place] of Object.entries(this.#network.getPositions(numbers))) {
      const t = this.page.model.things[Number(n)];
      this.#scene.places.set(t, place);
      this.#moved.set(t, place);
    }
  }

  /** Bring the chosen thing into view if it is outside. */
  #reveal() {
    const thing = this.page.model.byId.get(this.page.state.node);
    const place = thing && this.#scene.places.get(thing);
    if (!place || !this.#network) return;
    const { x, y } = this.#network.getViewPosition();
    const scale = this.#network.getScale();
    const { clientWidth: width, clientHeight: height } = this.canvas;
    if (Math.abs(place.x - x) * scale > width / 2 - 20 || Math.abs(place.y - y) * scale > height / 2 - 20) {
      this.#network.moveTo({ position: place, animation: false });
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { page } = this;
    const current = page.model.byId.get(page.state.node);
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (step) this.#go(current, step[0], step[1]);
    else if (event.key === "Enter" && current && (page.state.from || page.state.to)) this.#choose(current);
    else if (event.key === "Enter" && current) page.toggle(current);
    else if (event.key === "+" || event.key === "=") this.zoom(1.3);
    else if (event.key === "-") this.zoom(1 / 1.3);
    else if (event.key === "0") this.fit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /**
   * Go to the nearest thing in a direction; a path stays open, and so does the choice of its other end.
   * @param {Thing | undefined} current
   * @param {number} dx
   * @param {number} dy
   */
  #go(current, dx, dy) {
    const { places, ranked } = this.#scene;
    const { from, to } = this.page.state;
    const here = current && places.get(current);
    if (!here) {
      if (ranked[0]) this.page.set({ node: ranked[0].id, from, to });
      return;
    }
    const best = nearest(places, here, dx, dy);
    if (best) this.page.set({ node: best.id, from, to });
  }

  #buttons() {
    const button = (/** @type {string} */ word, /** @type {string} */ sign, /** @type {() => void} */ click) =>
      h("button", { type: "button", "data-word": word, click }, sign);
    return h("div", { class: "zoom" }, button("zoomIn", "+", () => this.zoom(1.4)), button("zoomOut", "−", () => this.zoom(1 / 1.4)), button("fit", "⤢", () => this.fit()));
  }
}

/**
 * The nearest thing in a direction: aside counts twice.
 * @param {import("./arrange.js").Places} places
 * @param {{ x: number, y: number }} here
 * @param {number} dx
 * @param {number} dy
 */
function nearest(places, here, dx, dy) {
  let [best, least] = [/** @type {Thing | null} */ (null), Infinity];
  for (const [t, p] of places) {
    const along = (p.x - here.x) * dx + (p.y - here.y) * dy;
    const far = along + 2 * (Math.abs((p.x - here.x) * dy) + Math.abs((p.y - here.y) * dx));
    if (along > 0 && far < least) [best, least] = [t, far];
  }
  return best;
}
