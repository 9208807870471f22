// Where the page begins: read the data, make the parts, draw them whenever the state changes.

import { arrange } from "./arrange.js";
import { combobox } from "./combobox.js";
import { read } from "./data.js";
import { details, summary } from "./details.js";
import { byId, fill, h } from "./dom.js";
import { filters } from "./filters.js";
import { ledger } from "./ledger.js";
import { rowsOf } from "./ledgerrows.js";
import { NetworkView } from "./network.js";
import { Page } from "./page.js";
import { pathPanel } from "./pathpanel.js";
import { sceneOf } from "./scene.js";
import { index } from "./search.js";
import { select } from "./selection.js";
import { start } from "./start.js";
import { VIEWS } from "./state.js";
import { table } from "./table.js";
import { timeline } from "./timeline.js";
import { tools } from "./tools.js";

/**
 * @typedef {import("./selection.js").Selection} Selection
 */

/** Pixels of a picture where no canvas gives them. */
const PICTURE = { width: 1600, height: 1000 };
const PANELS = ["details", "stage", "filters"];

const model = read(JSON.parse(byId("data").textContent ?? ""));
const page = new Page(model, document.documentElement.dataset.language ?? "zh");
const find = index(model);
const network = new NetworkView(page);
let shownLanguage = "";
/** What every view shows now, and what is taken along. */
let selection = select(model, page.state);
/** @type {HTMLInputElement | null} */
let searchInput = null;

/** Draw every part of the page from the state. */
function render() {
  selection = select(model, page.state);
  if (page.language !== shownLanguage) words();
  fill(byId("tools"), ...tools(page, { selection: () => selection, scene, rows: () => rowsOf(page, selection) }));
  fill(byId("filters"), ...filters(page));
  fill(byId("tabs"), tabs());
  fill(byId("shown"), ...shown(selection));
  fill(byId("details"), ...side(selection));
  view(selection);
}

/** The network as it is drawn, or as it would be where another view is open. */
function scene() {
  return page.state.view === "network" ? network.scene : sceneOf(selection, arrange(selection, page.state, model, PICTURE), model);
}

/** Put the parts that change only with the language into words. */
function words() {
  shownLanguage = page.language;
  for (const element of document.querySelectorAll("[data-word-label]")) {
    element.setAttribute("aria-label", page.t(/** @type {HTMLElement} */ (element).dataset.wordLabel ?? ""));
  }
  for (const element of document.querySelectorAll("[data-word]")) {
    if (!element.closest(".zoom")) element.textContent = page.t(/** @type {HTMLElement} */ (element).dataset.word ?? "");
  }
  const box = combobox(page, find, { id: "find", label: page.t("search"), hint: page.t("searchHint"), choose: (t) => page.choose(t) });
  searchInput = box.input;
  fill(byId("search"), box.element);
  const current = byId("app").dataset.panel;
  fill(byId("panels"), ...PANELS.map((panel) => h("button", { type: "button", "data-panel": panel, key: panel, "aria-pressed": String(panel === current), click: () => page.panel(panel) }, page.t(panel))));
}

function tabs() {
  const views = model.ledger.length > 0 ? VIEWS : VIEWS.filter((v) => v !== "ledger");
  const go = (/** @type {KeyboardEvent} */ e) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (step) page.set({ view: views[(views.indexOf(page.state.view) + step + views.length) % views.length] });
    const chosen = step && byId("tabs").querySelector('[aria-selected="true"]');
    if (chosen instanceof HTMLElement) chosen.focus();
  };
  return h("div", { role: "tablist", "aria-label": page.t("views"), keydown: go }, views.map((v) =>
    h("button", { type: "button", role: "tab", id: `tab-${v}`, key: `tab ${v}`, "aria-selected": String(v === page.state.view), "aria-controls": "views", tabindex: v === page.state.view ? 0 : -1, click: () => page.set({ view: v }) }, page.t(v))));
}

/** @param {Selection} selection */
function shown(selection) {
  const { kind, things, edges, cut } = selection;
  const key = { start: "shownStart", hood: "shownHood", path: "shownPath", filter: "shown", all: "shown" }[kind];
  const words = page.state.view === "ledger" ? page.t("ledgerRows", rowsOf(page, selection).length) : page.t(key, things.length, edges.length, model.things.length);
  return [
    h("span", {}, words, cut > 0 && page.t("cutHood", cut)),
    kind === "start" && page.state.view !== "ledger" && h("button", { type: "button", class: "small", key: "all", click: () => page.set({ all: true }) }, page.t("showAll")),
    kind === "all" && h("button", { type: "button", class: "small", key: "all", click: () => page.set({ all: false }) }, page.t("showStart")),
    ["hood", "path", "filter"].includes(kind) && h("button", { type: "button", class: "small", key: "all", click: () => page.look({}) }, page.t("home")),
  ];
}

/** @param {Selection} selection */
function side(selection) {
  const { state } = page;
  const thing = model.byId.get(state.node);
  if (state.from || state.to) return pathPanel(page, find, selection.paths);
  if (thing) return details(page, thing);
  if (selection.kind === "filter") return summary(page, selection);
  return start(page, find);
}

/** @param {Selection} selection */
function view(selection) {
  const views = byId("views");
  views.setAttribute("role", "tabpanel");
  views.setAttribute("aria-labelledby", `tab-${page.state.view}`);
  if (page.state.view === "network") {
    if (!views.contains(network.element)) fill(views, network.element);
    network.update(selection);
  } else if (page.state.view === "timeline") fill(views, timeline(page, selection));
  else if (page.state.view === "table") fill(views, table(page, selection, () => view(selection)));
  else fill(views, ledger(page, selection));
}

/** @param {KeyboardEvent} event keys that work wherever nothing is being typed */
function press(event) {
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "/") {
    searchInput?.focus();
    searchInput?.select();
  } else if (event.key === "Escape" && (page.state.node || page.state.open.length > 0 || page.state.from || page.state.to)) page.set({ node: "", open: [], from: "", to: "" });
  else if (/^[1-4]$/.test(event.key) && (event.key !== "4" || model.ledger.length > 0)) page.set({ view: VIEWS[Number(event.key) - 1] });
  else return;
  event.preventDefault();
}

document.addEventListener("keydown", press);
if (matchMedia("(max-width: 760px)").matches) page.panel("details");
page.listen(render);
// The first thing to do is to look for something; on a phone the keyboard would cover the page.
if (!matchMedia("(max-width: 760px)").matches && !location.hash) document.getElementById("find")?.focus({ preventScroll: true });
document.documentElement.dataset.ready = "true";
