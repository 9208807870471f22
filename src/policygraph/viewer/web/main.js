// Where the page begins: read the data, make the parts, draw them whenever the state changes.

import { arrange } from "./arrange.js";
import { combobox } from "./combobox.js";
import { cellsOf, compare } from "./compare.js";
import { learn, read } from "./data.js";
import { details, summary } from "./details.js";
import { byId, enter, fill, h } from "./dom.js";
import { Filters } from "./filters.js";
import { ledger } from "./ledger.js";
import { numberOf, rowsOf } from "./ledgerrows.js";
import { spoken } from "./languages.js";
import { NetworkView } from "./network.js";
import { Page } from "./page.js";
import { unpack } from "./parcels.js";
import { pathPanel } from "./pathpanel.js";
import { place } from "./place.js";
import { printing } from "./print.js";
import { rowPanel } from "./row.js";
import { sceneOf } from "./scene.js";
import { index } from "./search.js";
import { DRAWN, drawnOf, select } from "./selection.js";
import { start } from "./start.js";
import { CLEARED, VIEWS } from "./state.js";
import { News, bar } from "./subject.js";
import { table } from "./table.js";
import { timeline } from "./timeline.js";
import { tools } from "./tools.js";

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./selection.js").Selection} Selection
 */

/** Pixels of a picture where no canvas gives them. */
const PICTURE = { width: 1600, height: 1000 };
const PANELS = ["details", "stage", "filters"];

const model = read(await unpack("graph"));
/** Told when the words of the documents are there: the first sight of the start needs none. */
const learned = unpack("words").then((raw) => learn(model, raw));
if (location.hash.length > 1) await learned;
const page = new Page(model, document.documentElement.dataset.language || readers());
const find = index(model);
const network = new NetworkView(page);
const filters = new Filters(page);
const news = new News(page);
let shownLanguage = "";
/** What every view shows now, and what is taken along. */
let selection = select(model, page.state);
/** @type {HTMLInputElement | null} */
let searchInput = null;
/** Things that the reader has found by their names, for the field to show them again. */
const searched = new Set();
/** What the details were drawn from. */
let drawn = "";

/** Draw every part of the page from the state. */
function render() {
  selection = select(model, page.state);
  if (page.language !== shownLanguage) words();
  fill(byId("tools"), ...tools(page, { selection: () => selection, scene, rows: () => rowsOf(page, selection), ofPlace: () => model.ledger.filter((row) => row.area === page.state.place), cells: () => cellsOf(page) }));
  filters.update(selection);
  fill(byId("tabs"), tabs());
  document.getElementById(`tab-${page.state.view}`)?.scrollIntoView({ block: "nearest", inline: "nearest" });
  byId("app").dataset.view = page.state.view;
  byId("app").dataset.row = String(Boolean(page.state.row));
  byId("app").dataset.beside = String(beside(selection));
  fill(byId("shown"), ...shown(selection));
  fill(byId("choice"), ...bar(page, selection));
  panel(selection);
  view(selection);
  if (page.settled) tell(selection);
}

/** @param {Selection} selection whether the details have something to say beside the view; if not, they give their room to it */
function beside({ kind }) {
  const { view, node, row, from, to } = page.state;
  if (view === "network" || node || row || from || to) return true;
  return kind === "filter" && !["ledger", "place", "compare"].includes(view);
}

/** @param {Selection} selection the details are drawn again only if they change: what is unfolded in them stays so */
function panel(selection) {
  const from = JSON.stringify([page.version, { ...page.state, view: "", scheme: "" }]);
  if (from === drawn) return;
  drawn = from;
  fill(byId("details"), ...side(selection));
}

/** @param {Selection} selection */
function tell(selection) {
  const { textContent: title } = byId("details").querySelector("h2") ?? {};
  const none = selection.kind === "path" && selection.paths.length === 0 && page.t("pathNone");
  if (!news.tell(title ?? "", none || counts(selection))) return;
  byId("details").scrollTop = 0;
  if (searchInput) searchInput.value = searchedName();
}

/** The language of the reader, as the browser tells it: Chinese or, for everybody else, English. */
function readers() {
  return /^zh\b/i.test(navigator.language) ? "zh" : "en";
}

/** The name of the chosen thing if the reader has looked for it. */
function searchedName() {
  const thing = model.byId.get(page.state.node);
  return thing && searched.has(thing) ? page.nameOf(thing) : "";
}

/** The network as it is drawn, or as it would be where another view is open. */
function scene() {
  const drawn = drawnOf(selection, page.state);
  return page.state.view === "network" ? network.scene : sceneOf(drawn, arrange(drawn, page.state, model, PICTURE), model);
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
  const heading = /** @type {HTMLElement} */ (document.querySelector("h1"));
  document.title = model.title[page.language];
  fill(heading, ...spoken(page, document.title));
  const choose = (/** @type {import("./search.js").Found} */ found) => {
    if (found.kind === "place") return page.set({ ...CLEARED, view: "place", place: found.name });
    searched.add(found.thing);
    page.choose(found.thing);
  };
  const box = combobox(page, find, { id: "find", label: page.t("search"), hint: page.t("searchHint"), value: searchedName(), choose });
  searchInput = box.input;
  fill(byId("search"), box.element);
  const current = byId("app").dataset.panel;
  fill(byId("panels"), ...PANELS.map((panel) => h("button", { type: "button", "data-panel": panel, key: panel, "aria-pressed": String(panel === current), click: () => page.panel(panel) }, page.t(panel))));
}

function tabs() {
  const views = viewsOf();
  const go = (/** @type {KeyboardEvent} */ e) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
    if (step) page.set({ view: views[(views.indexOf(page.state.view) + step + views.length) % views.length] });
    const chosen = step && byId("tabs").querySelector('[aria-selected="true"]');
    if (chosen instanceof HTMLElement) chosen.focus();
  };
  return h("div", { role: "tablist", "aria-label": page.t("views"), keydown: go }, views.map((v) =>
    h("button", { type: "button", role: "tab", id: `tab-${v}`, key: `tab ${v}`, "aria-selected": String(v === page.state.view), "aria-controls": "views", tabindex: v === page.state.view ? 0 : -1, click: () => page.set({ view: v }) }, page.t(v === "place" ? "places" : v))));
}

/** The views of which the graph has something. */
function viewsOf() {
  const empty = { ledger: model.ledger.length === 0, place: model.ledger.length === 0 && model.panel.length === 0, compare: model.panel.length === 0 };
  return VIEWS.filter((view) => !empty[/** @type {keyof typeof empty} */ (view)]);
}

/** @param {Selection} selection how much of what is shown, in words */
function counts(selection) {
  if (page.state.view === "ledger") {
    const rows = rowsOf(page, selection);
    return page.t("ledgerRows", rows.length, numberOf(rows.filter((row) => row.relation === "assessed_by")));
  }
  const { kind, things, edges, cut } = selection;
  const key = { start: "shownStart", hood: "shownHood", path: "shownPath", filter: "shown", all: "shown" }[kind];
  const drawn = page.state.view === "network" ? drawnOf(selection, page.state).things.length : things.length;
  const limited = drawn < things.length && (page.state.bare && drawn < DRAWN ? page.t("drawnBare", drawn) : page.t("cutAll", drawn));
  return page.t(key, things.length, edges.length, model.things.length) + (cut > 0 ? page.t("cutHood", cut) : "") + (limited || "");
}

/** @param {Selection} selection */
function shown(selection) {
  const { kind } = selection;
  if (page.state.view === "place" || page.state.view === "compare") return [];
  return [
    h("span", {}, counts(selection)),
    kind === "start" && page.state.view !== "ledger" && h("button", { type: "button", class: "small", key: "all", click: () => page.set({ all: true }) }, page.t("showAll")),
    kind === "all" && h("button", { type: "button", class: "small", key: "all", click: () => page.set({ all: false }) }, page.t("showStart")),
    kind !== "start" && kind !== "path" && page.state.view === "network" && h("button", { type: "button", class: "small", key: "bare", "aria-pressed": String(page.state.bare), click: () => page.set({ bare: !page.state.bare }) }, page.t("withoutThemes")),
    ["hood", "path", "filter"].includes(kind) && h("button", { type: "button", class: "small", key: "all", click: () => page.set(CLEARED) }, page.t("home")),
  ];
}

/** @param {Selection} selection */
function side(selection) {
  const { state } = page;
  const thing = model.byId.get(state.node);
  if (state.from || state.to) return pathPanel(page, find, selection.paths);
  if (thing) return details(page, thing);
  const row = state.row && model.ledger.find((one) => one.id === state.row);
  if (row) return rowPanel(page, row);
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
  } else fill(views, rows(selection));
}

/** @param {Selection} selection a view that is no picture */
function rows(selection) {
  if (page.state.view === "timeline") return timeline(page, selection);
  if (page.state.view === "place") return place(page);
  if (page.state.view === "compare") return compare(page);
  if (page.state.view === "table") return table(page, selection, () => view(selection));
  return ledger(page, selection);
}

/** The part that a narrow page begins with: what its address names. */
function begin() {
  const { view, node, from, to, all, open } = page.state;
  if (view !== "network") return "stage";
  if (node || from || to) return "details";
  return all || open.length > 0 ? "stage" : "details";
}

/** @param {MouseEvent} event on a link past everything before a part; the address holds the state and stays as it is */
function skip(event) {
  event.preventDefault();
  const to = /** @type {HTMLAnchorElement} */ (event.currentTarget).hash.slice(1);
  page.panel(to);
  if (to === "details") enter(byId(to));
  else byId(to).focus();
}

/** @param {KeyboardEvent} event keys that work wherever nothing is being typed */
function press(event) {
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "/") {
    searchInput?.focus();
    searchInput?.select();
  } else if (event.key === "Escape" && (page.state.node || page.state.row || page.state.open.length > 0 || page.state.from || page.state.to)) page.set({ node: "", open: [], from: "", to: "" });
  else if (/^[1-6]$/.test(event.key) && viewsOf().includes(VIEWS[Number(event.key) - 1])) page.set({ view: VIEWS[Number(event.key) - 1] });
  else return;
  event.preventDefault();
}

byId("filters").append(...filters.elements);
document.addEventListener("keydown", press);
for (const link of document.querySelectorAll(".skip")) /** @type {HTMLElement} */ (link).addEventListener("click", skip);
printing(page, network, () => (page.state.view === "network" ? null : rows(select(model, page.state))));
if (matchMedia("(max-width: 760px)").matches) page.panel(begin());
page.listen(render);
// The first thing to do is to look for something; on a phone the keyboard would cover the page.
if (!matchMedia("(max-width: 760px)").matches && !location.hash) document.getElementById("find")?.focus({ preventScroll: true });
document.documentElement.dataset.ready = "true";
await learned;
drawn = "";
if (location.hash.length > 1) render();
