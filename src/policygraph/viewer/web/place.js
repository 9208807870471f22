// The page of a place: what it promised, by year and theme, and what became of it; its figures, projects, and who answers.

import { valueOf } from "./data.js";
import { badge, list, thingButton } from "./details.js";
import { h } from "./dom.js";
import { grid } from "./grid.js";
import { spoken } from "./languages.js";
import { entries, yearOf } from "./ledgerrows.js";
import { noteOf } from "./notes.js";
import { overYears } from "./plots.js";
import { placeName, titleOf } from "./panel.js";
import { FATES, byFate, fateOf, gather, headlines, placesOf, verdictsOf } from "./placerows.js";
import { themeName } from "./relations.js";
import { Said } from "./said.js";
import { figureOf, lookButton, subjectName, writtenOf } from "./side.js";
import { stagesOf, stageSign } from "./stages.js";

/**
 * @typedef {import("./data.js").LedgerRow} LedgerRow
 * @typedef {import("./dom.js").Child} Child
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./placerows.js").Named} Named
 * @typedef {ReturnType<typeof gather>} Gathered
 */

const PLOTS = 8;
/** Promises of a theme that are shown at first: of one year, of all. */
const PROMISES = { one: 14, all: 7 };
const FEW = 12;

/** @param {Page} page */
export function place(page) {
  const { place: name } = page.state;
  const known = placesOf(page.model);
  if (!known.some((entry) => entry.name === name)) return index(page, known);
  const found = gather(page, name);
  const said = new Said(page);
  return h("div", { class: "scroll tall sheet-of-place", tabindex: 0, role: "region", "aria-label": placeName(page, name) },
    head(page, name, found), years(page, found), tally(page, found), figures(page, found, said), promises(page, found), changes(page, found),
    things(page, "projects", found.projects, (one) => [thingButton(page, one.thing), life(page, one)]),
    things(page, "platforms", found.platforms, (one) => thingButton(page, one.thing, page.t("mentions", one.edges.length))),
    things(page, "industries", found.industries, (one) => thingButton(page, one.thing, page.t("mentions", one.edges.length))),
    duties(page, found));
}

/**
 * All places, to choose one.
 * @param {Page} page
 * @param {import("./placerows.js").Entry[]} known
 */
function index(page, known) {
  const columns = [
    { key: "name", name: page.t("area"), show: (/** @type {import("./placerows.js").Entry} */ e) => placeButton(page, e.name) },
    { key: "level", name: page.t("levels"), show: (/** @type {import("./placerows.js").Entry} */ e) => e.level && page.t(e.level) },
    { key: "documents", name: page.t("documents"), show: (/** @type {import("./placerows.js").Entry} */ e) => e.documents.length },
    { key: "targets", name: page.t("targets"), show: (/** @type {import("./placerows.js").Entry} */ e) => e.targets },
    { key: "kept", name: page.t("kept"), show: (/** @type {import("./placerows.js").Entry} */ e) => e.kept },
    { key: "missed", name: page.t("missedFate"), show: (/** @type {import("./placerows.js").Entry} */ e) => e.missed },
  ];
  return h("div", { class: "scroll tall list-of-places", tabindex: 0, role: "region", "aria-label": page.t("places") },
    h("header", { class: "place-head" }, h("h2", {}, page.t("places")), h("p", { class: "quiet" }, page.t("placesHint"))),
    ...grid(page, columns, known, { name: page.t("places"), few: 400, class: "places" }));
}

/**
 * A button that leads to the page of a place.
 * @param {Page} page
 * @param {string} name
 */
export function placeButton(page, name) {
  return h("button", { type: "button", class: "bare", key: `place ${name}`, click: () => page.set({ view: "place", place: name, node: "", open: [], from: "", to: "" }) }, spoken(page, placeName(page, name)));
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {Gathered} found
 */
function head(page, name, { documents }) {
  const area = page.model.areas.get(name);
  const other = page.language === "en" ? name : area?.english;
  return h("header", { class: "place-head" },
    h("h2", { tabindex: -1 }, spoken(page, placeName(page, name)), other && other !== placeName(page, name) && h("span", { class: "quiet" }, " ", spoken(page, other)), area?.level && h("span", { class: "quiet" }, ` · ${page.t(area.level)}`)),
    h("p", { class: "quiet" }, page.t("placeDocuments", documents.length), page.t("colon"), ...documents.flatMap((d, i) => [i > 0 && page.t("comma"), ...spoken(page, page.titleOf(d.name)), !page.titleOf(d.name).includes(d.issued) && ` (${d.issued})`])),
    h("button", { type: "button", class: "small all-places", key: "all places", click: () => page.set({ place: "", node: "" }) }, page.t("allPlaces")));
}

/**
 * @param {Page} page
 * @param {Gathered} found
 */
function years(page, { documents }) {
  const { low, high, place: name } = page.state;
  const rows = page.model.ledger.filter((row) => row.area === name && row.relation === "assessed_by");
  const found = [...new Set(rows.map(yearOf))].filter(Boolean).sort((a, b) => a - b);
  const button = (/** @type {number} */ year) => h("button", { type: "button", class: "small", key: `place year ${year}`, "aria-pressed": String(low === year && high === year), click: () => page.set({ low: year, high: year }) }, year ? page.t("year", year) : page.t("allYears"));
  return documents.length + found.length > 0 && h("div", { class: "choices", role: "group", "aria-label": page.t("ledgerYears") }, button(0), found.map(button));
}

/**
 * Targets by year and what became of them; every number leads to their rows in the ledger.
 * @param {Page} page
 * @param {Gathered} found
 */
function tally(page, { targets }) {
  const byYear = [...Map.groupBy(targets, yearOf)].sort(([a], [b]) => b - a);
  const fates = FATES.filter((fate) => targets.some((row) => fateOf(row.verdict) === fate));
  const go = (/** @type {number} */ year, /** @type {readonly string[]} */ verdicts) => page.set({ view: "ledger", areas: [page.state.place], low: year, high: year, verdicts: [...verdicts], node: "" });
  const cell = (/** @type {LedgerRow[]} */ rows, /** @type {number} */ year, /** @type {string} */ fate) => {
    const n = fate ? rows.filter((row) => fateOf(row.verdict) === fate).length : rows.length;
    const label = [year || page.t("allYears"), page.t(fate ? WORDS[fate] : "targets"), n].join(" ");
    return h("td", {}, n === 0 ? h("span", { class: "quiet" }, "·") : h("button", { type: "button", class: "bare", key: `tally ${year} ${fate}`, "aria-label": label, click: () => go(year, fate ? verdictsOf(fate) : []) }, n));
  };
  const line = (/** @type {string} */ name, /** @type {LedgerRow[]} */ rows, /** @type {number} */ year) => h("tr", {}, h("th", { scope: "row" }, name), cell(rows, year, ""), fates.map((fate) => cell(rows, year, fate)));
  return section(page, "targets", targets.length, targets.length > 0 && h("div", { class: "scroll" }, h("table", { class: "tally-of-place" },
    h("caption", { class: "unseen" }, page.t("targets")),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, page.t("years")), h("th", { scope: "col" }, page.t("targets")), fates.map((fate) => h("th", { scope: "col", class: `fate-${fate}` }, page.t(WORDS[fate]))))),
    h("tbody", {}, byYear.map(([year, rows]) => line(year ? page.t("year", year) : page.t("unknown"), rows, year)), byYear.length > 1 && line(page.t("allYears"), targets, 0)))));
}

const WORDS = /** @type {Record<string, string>} */ ({ kept: "kept", missed: "missedFate", outside: "outsideFate", possibly: "possibly reported", silent: "silentFate", open: "openFate" });

/**
 * Headline indicators over the years, with a table of the same beside them.
 * @param {Page} page
 * @param {Gathered} found
 * @param {Said} said
 */
function figures(page, { cells }, said) {
  const all = headlines(cells);
  const shown = all.slice(0, PLOTS);
  if (shown.length === 0) return null;
  const plot = (/** @type {import("./data.js").Cell[]} */ years) => {
    const title = titleOf(page, { name: years[0].indicator, english: years[0].english });
    return h("figure", { class: "small-multiple" }, h("figcaption", {}, spoken(page, title)), overYears(page, years, said, title));
  };
  return section(page, "headlines", all.length, h("p", { class: "key quiet" }, h("span", {}, page.t("plotKey")), all.length > shown.length && h("span", {}, page.t("shownOf", shown.length, all.length))),
    h("div", { class: "multiples" }, shown.map(plot)), said.element, figureTable(page, shown.flat()));
}

/**
 * The numbers of pictures as a table, for those who do not see them.
 * @param {Page} page
 * @param {import("./data.js").Cell[]} cells
 * @param {boolean} [withPlace]
 */
export function figureTable(page, cells, withPlace = false) {
  const side = (/** @type {import("./data.js").Thing | null} */ t) => t?.fact && lookButton(page, t, spoken(page, valueOf(t.fact, page.language)));
  const columns = [
    { key: "name", name: page.t(withPlace ? "area" : "indicator"), show: (/** @type {import("./data.js").Cell} */ c) => (withPlace ? placeButton(page, c.area) : spoken(page, titleOf(page, { name: c.indicator, english: c.english }))) },
    { key: "year", name: page.t("years"), show: (/** @type {import("./data.js").Cell} */ c) => c.year },
    { key: "target", name: page.t("target"), show: (/** @type {import("./data.js").Cell} */ c) => side(c.target) },
    { key: "outcome", name: page.t("outcome"), show: (/** @type {import("./data.js").Cell} */ c) => side(c.result) },
    { key: "verdict", name: page.t("verdict"), show: (/** @type {import("./data.js").Cell} */ c) => c.verdict && badge(page, c.verdict) },
  ];
  return h("details", { class: "as-table" }, h("summary", { key: "as table" }, page.t("asTable")), ...grid(page, columns, cells, { name: page.t("headlines"), few: 200, class: "figures" }));
}

/**
 * The promises by theme, most of them first.
 * @param {Page} page
 * @param {Gathered} found
 */
function promises(page, { targets }) {
  const top = (/** @type {LedgerRow} */ row) => page.model.above.get(row.theme_id) ?? row.theme_id;
  const themes = [...Map.groupBy(targets, top)].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const columns = [
    { key: "name", name: page.t("indicator"), show: (/** @type {LedgerRow} */ row) => spoken(page, subjectName(page, row)) },
    { key: "year", name: page.t("years"), show: (/** @type {LedgerRow} */ row) => yearOf(row) || "" },
    { key: "target", name: page.t("target"), show: (/** @type {LedgerRow} */ row) => side(page, row, "a") },
    { key: "outcome", name: page.t("outcome"), show: (/** @type {LedgerRow} */ row) => side(page, row, "b") },
    { key: "verdict", name: page.t("verdict"), show: (/** @type {LedgerRow} */ row) => h("span", { title: noteOf(page, row) }, badge(page, row.verdict)) },
  ];
  const few = page.state.low && page.state.low === page.state.high ? PROMISES.one : PROMISES.all;
  return targets.length > 0 && section(page, "promises", targets.length, ...themes.map(([theme, rows]) => {
    const name = theme ? themeName(theme, page) : page.t("noTheme");
    return h("section", {}, h("h4", {}, name, h("span", { class: "quiet" }, ` ${rows.length}`)), ...grid(page, columns, rows.toSorted(byFate), { name, few, class: "promises", counted: rows.length <= few }));
  }));
}

/**
 * One side of a row: its number, which leads to its words.
 * @param {Page} page
 * @param {LedgerRow} row
 * @param {"a" | "b"} letter
 */
function side(page, row, letter) {
  const words = writtenOf(page, row, letter) || row[`${letter}_quote`];
  const thing = figureOf(page, row, letter);
  if (!words) return null;
  return thing ? lookButton(page, thing, spoken(page, words)) : h("q", { lang: page.language === "en" ? "zh-Hans" : undefined }, row[`${letter}_quote`]);
}

/**
 * What was raised, lowered, softened or dropped.
 * @param {Page} page
 * @param {Gathered} found
 */
function changes(page, { changes: rows }) {
  if (rows.length === 0) return null;
  const kinds = [...Map.groupBy(rows, (row) => row.relation)].sort(([, x], [, y]) => x.length - y.length);
  const line = (/** @type {LedgerRow} */ row) => [spoken(page, subjectName(page, row)), " ", h("span", { class: "quiet" }, yearOf(row) || ""), " ", side(page, row, "a"), row.b_quote && [" → ", side(page, row, "b")]].flat();
  const one = new Map(kinds.map(([kind, all]) => [kind, entries(all).map(([row]) => row)]));
  return section(page, "changes", [...one.values()].flat().length, h("div", { class: "columns" }, [...one].map(([kind, all]) =>
    h("section", {}, h("h4", {}, page.t(kind), h("span", { class: "quiet" }, ` ${all.length}`)), list(page, all, (row) => h("span", { class: "change" }, line(row)), 6)))));
}

/**
 * @param {Page} page
 * @param {string} word
 * @param {Named[]} all
 * @param {(one: Named) => Child | Child[]} show
 */
function things(page, word, all, show) {
  return all.length > 0 && section(page, word, all.length, list(page, all, (one) => h("div", { class: "fact" }, show(one)), FEW));
}

/**
 * The stages of a project by year, as its place's documents tell them.
 * @param {Page} page
 * @param {Named} one
 */
function life(page, { edges }) {
  const byYear = [...Map.groupBy(edges, (e) => e.year)].sort(([a], [b]) => a - b);
  return h("span", { class: "life" }, byYear.map(([year, found]) => h("span", {}, `${year} `, stagesOf(found).map((stage) => stageSign(page, stage)))));
}

/**
 * Who answers for what, as far as documents say it.
 * @param {Page} page
 * @param {Gathered} found
 */
function duties(page, { duties: edges, documents }) {
  if (documents.length === 0) return null;
  return section(page, "duties", edges.length, edges.length === 0 ? h("p", { class: "quiet" }, page.t("noDuties"))
    : list(page, edges, (e) => h("div", { class: "fact" }, thingButton(page, e.from), " ← ", thingButton(page, e.to)), FEW));
}

/**
 * @param {Page} page
 * @param {string} word
 * @param {number} count of all that it speaks of
 * @param {(Child | Child[])[]} children
 */
function section(page, word, count, ...children) {
  return h("section", { class: `place-${word}` }, h("h3", {}, page.t(word), " ", h("span", { class: "quiet" }, `(${count})`)), ...children);
}
