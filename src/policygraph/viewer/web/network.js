// The network on its canvas: vis-network gives the camera and finds what is under the pointer, overlay.js draws.

import { arrange } from "./arrange.js";
import { fill, h } from "./dom.js";
import { engine } from "./engine.js";
import { draw, still } from "./overlay.js";
import { sceneOf, whole } from "./scene.js";
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

export class NetworkView {
  /** @type {VisNetwork | null} */
  #network = null;
  /** @type {Scene} */
  #scene;
  #signature = "";
  /** The size of the canvas that everything was made to fit. */
  #fitted = "";
  #openedAt = 0;
  /** @type {Map<Thing, { x: number, y: number }>} places given by the reader's hand */
  #moved = new Map();

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.#scene = sceneOf({ kind: "start", things: [], edges: [], cut: 0, paths: [] }, new Map(), page.model);
    this.canvas = h("div", { class: "canvas", tabindex: 0, role: "application", keydown: (/** @type {KeyboardEvent} */ e) => this.#key(e) });
    this.element = h("div", { class: "network" }, this.canvas, this.#buttons());
    new ResizeObserver(() => this.canvas.clientWidth > 0 && this.#size() !== this.#fitted && this.#resized()).observe(this.canvas);
  }

  get scene() {
    return this.#scene;
  }

  /** @param {Selection} selection */
  update(selection) {
    const { page } = this;
    this.canvas.setAttribute("aria-label", page.t("networkLabel"));
    for (const button of this.element.querySelectorAll("button")) page.name(button, button.dataset.word ?? "");
    const places = arrange(selection, page.state, page.model, this.#room());
    for (const [t, place] of this.#moved) if (places.has(t) && page.state.pins.includes(t.id)) places.set(t, place);
    const signature = `${selection.kind} ${[...places].map(([t, p]) => `${t.n},${p.x},${p.y}`).join(" ")} ${selection.edges.length}`;
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

  /** The start is arranged for the room there is; everything else only looked at from further away. */
  #resized() {
    if (this.#scene.selection.kind === "start") this.update(this.#scene.selection);
    else this.fit();
  }

  /** Show everything that is selected. */
  fit() {
    const camera = whole(this.#scene, this.#room());
    if (!camera) return;
    this.#fitted = this.#size();
    if (this.#network) this.#network.moveTo({ ...camera, animation: false });
    else fill(this.canvas, still(this.#scene, camera, this.page, this.canvas));
  }

  /** @param {number} factor */
  zoom(factor) {
    const scale = this.#network?.getScale() ?? 1;
    this.#network?.moveTo({ scale: Math.min(4, Math.max(0.02, scale * factor)), animation: false });
  }

  #room() {
    return { width: this.canvas.clientWidth, height: this.canvas.clientHeight };
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
    network.on("afterDrawing", (context) => draw(context, this.#scene, page, this.canvas));
    network.on("click", ({ nodes }) => this.#click(thing(nodes[0])));
    network.on("doubleClick", ({ nodes }) => {
      const t = thing(nodes[0]);
      if (t && Date.now() - this.#openedAt > 600) page.toggle(t);
    });
    network.on("hoverNode", ({ node }) => this.#hover(thing(node)));
    network.on("blurNode", () => this.#hover(null));
    network.on("dragStart", ({ nodes }) => (this.#scene.moving = nodes.length === 0));
    network.on("dragEnd", () => {
      this.#scene.moving = false;
      network.redraw();
    });
    for (const name of /** @type {const} */ (["dragging", "dragEnd"])) network.on(name, ({ nodes }) => this.#dragged(nodes));
  }

  /** @param {Thing | null} t */
  #click(t) {
    const { page } = this;
    if (!t) {
      if (page.state.node) page.set({ node: "" });
    } else if (this.#scene.selection.kind === "start") {
      this.#openedAt = Date.now();
      page.choose(t);
    } else page.set({ node: t.id });
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
    else if (event.key === "Enter" && current) page.toggle(current);
    else if (event.key === "+" || event.key === "=") this.zoom(1.3);
    else if (event.key === "-") this.zoom(1 / 1.3);
    else if (event.key === "0") this.fit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /**
   * Choose the nearest thing in a direction.
   * @param {Thing | undefined} current
   * @param {number} dx
   * @param {number} dy
   */
  #go(current, dx, dy) {
    const { places, ranked } = this.#scene;
    const here = current && places.get(current);
    if (!here) {
      if (ranked[0]) this.page.set({ node: ranked[0].id });
      return;
    }
    let best = null;
    let least = Infinity;
    for (const [t, p] of places) {
      const along = (p.x - here.x) * dx + (p.y - here.y) * dy;
      const aside = Math.abs((p.x - here.x) * dy) + Math.abs((p.y - here.y) * dx);
      if (t === current || along <= 0 || along + 2 * aside >= least) continue;
      least = along + 2 * aside;
      best = t;
    }
    if (best) this.page.set({ node: best.id });
  }

  #buttons() {
    const button = (/** @type {string} */ word, /** @type {string} */ sign, /** @type {() => void} */ click) =>
      h("button", { type: "button", "data-word": word, click }, sign);
    return h("div", { class: "zoom" }, button("zoomIn", "+", () => this.zoom(1.4)), button("zoomOut", "−", () => this.zoom(1 / 1.4)), button("fit", "⤢", () => this.fit()));
  }
}
