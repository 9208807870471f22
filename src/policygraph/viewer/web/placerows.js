// What the graph has of one place: its promises and what became of them, its figures, projects, platforms, and who answers.

import { LEVELS, shortOf } from "./data.js";
import { entries, judged, VERDICTS, yearOf } from "./ledgerrows.js";
import { keyOf } from "./panel.js";
import { matchingEdges, widened } from "./selection.js";

/**
 * @typedef {import("./data.js").Cell} Cell
 * @typedef {import("./data.js").Document} Document
 * @typedef {import("./data.js").Edge} Edge
 * @typedef {import("./data.js").LedgerRow} LedgerRow
 * @typedef {import("./data.js").Model} Model
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./page.js").Page} Page
 * @typedef {{ thing: Thing, edges: Edge[] }} Named a thing and where documents of the place name it
 * @typedef {{ name: string, level: string, documents: Document[], targets: number, kept: number, missed: number }} Entry a line of the list of places
 */

/** What is told beside the years: how each went, in the order of the columns. */
export const FATES = /** @type {const} */ (["kept", "missed", "outside", "possibly", "silent", "open"]);
const KEPT = new Set(["met", "exceeded", "better", "inside", "done"]);
const MISSED = new Set(["missed", "worse"]);
const OUTSIDE = new Set(["above", "below"]);
const SILENT = new Set(["not reported", "not told"]);

/** @param {string} verdict */
export function fateOf(verdict) {
  if (KEPT.has(verdict)) return "kept";
  if (MISSED.has(verdict)) return "missed";
  if (OUTSIDE.has(verdict)) return "outside";
  if (SILENT.has(verdict)) return "silent";
  return verdict === "possibly reported" ? "possibly" : "open";
}

/** @param {string} fate its verdicts */
export function verdictsOf(fate) {
  return VERDICTS.filter((verdict) => fateOf(verdict) === fate);
}

/**
 * The places that the graph knows anything of, wider ones first.
 * @param {Model} model
 * @returns {Entry[]}
 */
export function placesOf(model) {
  const rows = Map.groupBy(model.ledger.filter((row) => row.relation === "assessed_by" && row.area), (row) => row.area);
  const documents = Map.groupBy(model.documents.values(), (d) => shortOf(model, d.area));
  const names = new Set([...documents.keys(), ...rows.keys(), ...model.panel.map((cell) => cell.area)].filter(Boolean));
  const entry = (/** @type {string} */ name) => {
    const targets = promises(rows.get(name) ?? []);
    const number = (/** @type {string} */ fate) => targets.filter((row) => fateOf(row.verdict) === fate).length;
    return { name, level: model.areas.get(name)?.level ?? "", documents: documents.get(name) ?? [], targets: targets.length, kept: number("kept"), missed: number("missed") };
  };
  return [...names].map(entry).sort((a, b) => rank(a) - rank(b) || (codeOf(model, a.name) < codeOf(model, b.name) ? -1 : 1));
}

/** @param {Entry} entry places that documents speak for before those that are only named, wide ones before narrow ones */
function rank({ level, documents }) {
  const at = LEVELS.indexOf(level);
  return (documents.length > 0 ? 0 : 10) + (at < 0 ? 5 : at);
}

/**
 * @param {Model} model
 * @param {string} name
 */
function codeOf(model, name) {
  return `${model.areas.get(name)?.code || "9"}${name}`;
}

/**
 * The rows of targets, one for each finding however many documents set the target.
 * @param {LedgerRow[]} rows
 */
function promises(rows) {
  return entries(rows).map(([row]) => row);
}

/**
 * All that the graph has of a place, as far as the filters of year and theme let it.
 * @param {Page} page
 * @param {string} name
 */
export function gather({ model, state }, name) {
  const wide = widened(model, state.themes);
  const inYears = (/** @type {number} */ year) => (!state.low || year >= state.low) && (!state.high || year <= state.high);
  const own = model.ledger.filter((row) => row.area === name && inYears(yearOf(row)) && (wide.size === 0 || wide.has(row.theme_id)));
  const documents = [...model.documents.values()].filter((d) => shortOf(model, d.area) === name);
  const names = new Set(documents.map((d) => d.name));
  const edges = matchingEdges(model, { ...state, types: [], verdicts: [] }).filter((e) => e.passage && names.has(e.passage.document.name));
  return {
    documents,
    targets: promises(own.filter((row) => row.relation === "assessed_by")),
    changes: own.filter((row) => ["raised", "lowered", "softened", "dropped", "possibly_dropped"].includes(row.relation)),
    cells: model.panel.filter((cell) => cell.area === name && inYears(cell.year)),
    projects: named(edges.filter((e) => e.from.type === "project" && e.stage)),
    platforms: named(edges.filter((e) => e.from.type === "platform" && e.relation === "underTheme")),
    industries: named(edges.filter((e) => e.from.type === "industry" && e.relation === "underTheme")),
    duties: edges.filter((e) => e.relation === "carriedBy"),
  };
}

/**
 * The things that relations start from, those with most of them first.
 * @param {Edge[]} edges
 * @returns {Named[]}
 */
function named(edges) {
  return [...Map.groupBy(edges, (e) => e.from)].map(([thing, found]) => ({ thing, edges: found })).sort((a, b) => b.edges.length - a.edges.length || a.thing.n - b.thing.n);
}

/**
 * The indicators by which a place is known: those of the ontology with targets, and with most years.
 * @param {Cell[]} cells
 * @returns {Cell[][]} of each indicator its years
 */
export function headlines(cells) {
  const concepts = [...Map.groupBy(cells.filter((cell) => cell.concept), keyOf).values()];
  const set = (/** @type {Cell[]} */ years) => years.filter((cell) => cell.target).length;
  const both = (/** @type {Cell[]} */ years) => years.filter((cell) => cell.target && cell.result).length;
  return concepts.filter((years) => set(years) > 0).sort((a, b) => both(b) - both(a) || set(b) - set(a) || b.length - a.length || (a[0].concept < b[0].concept ? -1 : 1));
}

/** @param {LedgerRow} a @param {LedgerRow} b those first that a result has told of, what went badly before what went well */
export function byFate(a, b) {
  return Number(judged(b)) - Number(judged(a)) || yearOf(b) - yearOf(a) || VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict);
}
