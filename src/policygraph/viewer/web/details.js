// The panel on the right: a path, the chosen thing, what the filters leave, or the start.

import { assessments } from "./assessments.js";
import { TYPES, pageOf, valueOf } from "./data.js";
import { h, link } from "./dom.js";
import { spoken } from "./languages.js";
import { placeName } from "./panel.js";
import { quote } from "./quotes.js";
import { qualities, relation, themeName } from "./relations.js";
import { byLinks } from "./selection.js";
import { icon } from "./symbols.js";

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./data.js").Edge} Edge
 * @typedef {import("./dom.js").Child} Child
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./selection.js").Selection} Selection
 */

const FEW = 8;
const STAGES = ["planned", "started", "underway", "completed"];

/**
 * All about one thing.
 * @param {Page} page
 * @param {Thing} t
 * @returns {Child[]}
 */
export function details(page, t) {
  return [
    h("h2", { class: "thing" }, icon(t.type), h("span", {}, spoken(page, page.nameOf(t)))),
    h("p", { class: "quiet" }, [page.t(t.type), other(page, t), ...t.themes.map((theme) => (t.type === "theme" ? "" : themeName(theme, page)))].filter(Boolean).join(" · ")),
    t.aliases.length > 0 && h("p", { class: "quiet" }, spoken(page, page.t(t.type === "theme" ? "keywords" : "aliases", t.aliases.join("、")))),
    t.fact && figure(page, t),
    actions(page, t),
    ...assessments(page, t),
    ...life(page, t),
    ...facts(page, t),
    ...relations(page, t),
  ];
}

/**
 * A thing as a button that shows it.
 * @param {Page} page
 * @param {Thing} t
 * @param {string} [note]
 */
export function thingButton(page, t, note) {
  return h("button", { type: "button", class: "thing-button", key: `thing ${t.id}`, click: () => page.choose(t) },
    icon(t.type), page.label(t), note && h("span", { class: "quiet" }, spoken(page, note)));
}

/**
 * A list whose rest is shown on request.
 * @template T
 * @param {Page} page
 * @param {T[]} items
 * @param {(item: T) => Child} show
 * @param {number} [few]
 */
export function list(page, items, show, few = FEW) {
  const element = h("ul", { class: "plain" }, items.slice(0, few).map((item) => h("li", {}, show(item))));
  const rest = items.slice(few);
  if (rest.length === 0) return element;
  const more = h("button", { type: "button", class: "small", click: () => {
    const next = rest.splice(0, 50).map((item) => h("li", {}, show(item)));
    element.append(...next);
    const first = next[0]?.querySelector("button");
    if (rest.length === 0) more.remove();
    else more.textContent = page.t("more", rest.length);
    first?.focus();
  } }, page.t("more", rest.length));
  return h("div", {}, element, more);
}

/**
 * The verdict on a target, with a sign of its own.
 * @param {Page} page
 * @param {string} verdict
 */
export function badge(page, verdict) {
  const signs = /** @type {Record<string, string>} */ ({ met: "✓", exceeded: "▲", missed: "✗", better: "▲", worse: "✗", inside: "✓", above: "▲", below: "▼", done: "✓", underway: "…", "not told": "?", "not reported": "?", "possibly reported": "?", "not yet due": "…" });
  return h("span", { class: `badge verdict-${verdict.replaceAll(" ", "-")}` }, `${signs[verdict] ?? "·"} ${page.t(verdict)}`);
}

/**
 * @param {Page} page
 * @param {Thing} t
 */
function other(page, t) {
  const second = page.language === "en" ? t.label : t.english;
  return second && second !== (page.language === "en" && t.english ? t.english : t.label) ? second : "";
}

/**
 * @param {Page} page
 * @param {Thing} t
 */
function figure(page, t) {
  const fact = /** @type {import("./data.js").Fact} */ (t.fact);
  return h("p", { class: "figure" }, h("strong", {}, valueOf(fact, page.language)), h("span", {}, ` ${t.years.map((y) => page.t("year", y)).join(" ")} ${fact.area}`), t.verdict && badge(page, t.verdict));
}

/**
 * @param {Page} page
 * @param {Thing} t
 */
function actions(page, t) {
  const { state } = page;
  const button = (/** @type {string} */ key, /** @type {() => void} */ click, /** @type {boolean} */ pressed = false) =>
    h("button", { type: "button", key: `action ${key}`, "aria-pressed": pressed ? "true" : undefined, click }, page.t(key));
  const isOpen = state.open.includes(t.id);
  const address = pageOf(page.model, t);
  const start = () => page.set({ from: t.id, to: state.to !== t.id ? state.to : "", node: t.id });
  const end = () => page.set({ to: t.id, from: state.from !== t.id ? state.from : "", node: t.id });
  return h("div", { class: "actions" },
    button(isOpen ? "collapse" : "expand", () => page.toggle(t)),
    isOpen && button(state.steps === 2 ? "oneStep" : "twoSteps", () => page.set({ steps: state.steps === 2 ? 1 : 2 })),
    button("pathFromHere", start), button("pathToHere", end),
    button(state.pins.includes(t.id) ? "unpin" : "pin", () => page.set({ pins: state.pins.includes(t.id) ? state.pins.filter((id) => id !== t.id) : [...state.pins, t.id] })),
    address && link(address, page.t("ownPage")));
}

/**
 * What happened to an entity, year by year: the stages that documents report or plan.
 * @param {Page} page
 * @param {Thing} t
 * @returns {Child[]}
 */
function life(page, t) {
  const steps = t.edges.filter((e) => e.from === t && e.stage && e.passage);
  if (steps.length === 0) return [];
  const key = (/** @type {Edge} */ e) => `${e.year} ${STAGES.indexOf(e.stage)} ${e.passage?.document.name} ${e.passage?.start}`;
  const distinct = [...new Map(steps.map((e) => [key(e), e])).values()].sort((a, b) => a.year - b.year || STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
  return [
    h("h3", {}, page.t("life")),
    list(page, distinct, (e) => h("details", { class: "relation" },
      h("summary", {}, h("b", {}, page.t("year", e.year)), " ", h("span", { class: `stage stage-${e.stage}` }, page.t(e.stage)), " ", h("span", { class: "quiet" }, page.t(e.mode === "target" ? "modeTarget" : "modeOutcome")),
        " ", h("span", { class: "words", lang: "zh-Hans" }, e.passage?.quote.replace(/\s+/g, " "))),
      e.passage && quote(page, e.passage))),
  ];
}

/**
 * The targets and outcomes that hang on a thing.
 * @param {Page} page
 * @param {Thing} t
 * @returns {Child[]}
 */
function facts(page, t) {
  if (t.fact) return [];
  const found = [...new Set(t.edges.map((e) => (e.from === t ? e.to : e.from)).filter((o) => o.fact))].sort(newest);
  if (found.length === 0) return [];
  return [h("h3", {}, `${page.t("facts")} (${found.length})`), factTable(page, found)];
}

/**
 * @param {Page} page
 * @param {Thing[]} found
 */
function factTable(page, found) {
  const names = found.map((f) => page.nameOf(f));
  // What two documents say in the same words is told apart by their names.
  const source = (/** @type {Thing} */ f) => (names.filter((name) => name === page.nameOf(f)).length > 1 ? f.documents.map((d) => page.titleOf(d)).join(page.t("comma")) : undefined);
  return list(page, found, (f) => h("div", { class: "fact" }, thingButton(page, f, source(f)), f.verdict && badge(page, f.verdict)));
}

/**
 * @param {Thing} a
 * @param {Thing} b
 */
function newest(a, b) {
  return (b.years[0] ?? 0) - (a.years[0] ?? 0) || b.edges.length - a.edges.length || a.n - b.n;
}

/**
 * Every relation of a thing with the words that say it, by kind; nearest first.
 * @param {Page} page
 * @param {Thing} t
 * @returns {Child[]}
 */
function relations(page, t) {
  /** @type {Map<string, Edge[]>} */
  const kinds = new Map();
  for (const e of t.edges) kinds.set(e.relation, [...(kinds.get(e.relation) ?? []), e]);
  if (t.edges.length === 0) return [];
  const groups = [...kinds.values()].map((edges) => edges.sort((a, b) => a.weight - b.weight || b.year - a.year || (a.key < b.key ? -1 : 1)));
  return [
    h("h3", {}, `${page.t("relations")} (${t.edges.length})`),
    ...groups.map((edges, i) => h("section", {}, h("h4", {}, `${relation(edges[0], page)} (${edges.length})`),
      list(page, edges, (e) => relationItem(page, t, e, i === 0 && e === edges[0])))),
  ];
}

/**
 * @param {Page} page
 * @param {Thing} t
 * @param {Edge} e
 * @param {boolean} open
 */
function relationItem(page, t, e, open) {
  const o = e.from === t ? e.to : e.from;
  if (!e.passage) return thingButton(page, o);
  return h("details", { class: "relation", open },
    h("summary", {}, icon(o.type), page.label(o), " ", h("span", { class: "quiet" }, qualities(e, page).join(" · "))),
    quote(page, e.passage), thingButton(page, o));
}

/**
 * What the filters leave: the things of each type, the best connected first, and the targets and outcomes.
 * @param {Page} page
 * @param {Selection} selection
 * @returns {Child[]}
 */
export function summary(page, selection) {
  const { state } = page;
  const years = state.low || state.high ? [...new Set([state.low, state.high].filter(Boolean))].join("–") : "";
  const title = [...state.themes.map((theme) => themeName(theme, page)), years, ...state.types.map((type) => page.t(type)), ...state.documents.map((d) => page.titleOf(d)), ...state.verdicts.map((v) => page.t(v)), ...state.levels.map((l) => page.t(l)), ...state.areas.map((area) => placeName(page, area))];
  const groups = TYPES.filter((type) => type !== "theme" && type !== "indicator").map((type) => ({ type, things: selection.things.filter((t) => t.type === type) }));
  return [
    h("h2", {}, title.filter(Boolean).join(" · ") || page.t("stage")),
    selection.things.length === 0 && h("p", {}, page.t("nothing")),
    h("div", { class: "actions" }, h("button", { type: "button", key: "clear", click: () => page.look({}) }, page.t("home"))),
    ...groups.filter(({ things }) => things.length > 0).map(({ type, things }) => h("section", {}, h("h3", {}, icon(type), ` ${page.t(type)} (${things.length})`),
      things[0].fact ? factTable(page, things.toSorted(newest)) : list(page, byLinks(things), (t) => thingButton(page, t)))),
  ];
}
