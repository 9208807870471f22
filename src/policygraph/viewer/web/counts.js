// How many things each value of each filter would leave, the filter itself left open: the numbers of the legend.

import { shortOf } from "./data.js";
import { numberOf } from "./ledgerrows.js";
import { areaOf, factTest, matching, matchingEdges } from "./selection.js";

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./data.js").Edge} Edge
 * @typedef {import("./data.js").Model} Model
 * @typedef {import("./state.js").State} State
 * @typedef {"themes" | "documents" | "levels" | "areas"} Key
 */

/** @type {string[]} */
const NONE = [];

/**
 * Of verdicts, how many targets have them, each once however many documents set it; of years, how many statements fall in them.
 * @param {Model} model
 * @param {State} state
 * @param {import("./data.js").LedgerRow[]} assessed the rows that tell what became of targets, whatever the verdict
 */
export function counts(model, state, assessed) {
  const of = (/** @type {Key} */ key) => leftBy(model, { ...state, [key]: [] }, valuesOf(model, key));
  const types = tally(matching(model, { ...state, types: [] }), (t) => [t.type]);
  const verdicts = new Map([...Map.groupBy(assessed, (row) => row.verdict)].map(([verdict, rows]) => [verdict, numberOf(rows)]));
  const years = tally(statements(matchingEdges(model, { ...state, low: 0, high: 0 })), (e) => [e.year]);
  return { types, verdicts, years, themes: of("themes"), documents: of("documents"), levels: of("levels"), areas: of("areas") };
}

/**
 * The relations that stand for one statement each: a statement puts its subject under one theme in one year.
 * @param {Edge[]} edges
 */
export function statements(edges) {
  return edges.filter((e) => e.relation === "underTheme" && e.to.type === "theme" && e.year > 0);
}

/**
 * The values of a filter that a relation, or a target or outcome, falls under.
 * @param {Model} model
 * @param {Key} key
 * @returns {{ ofEdge: (e: Edge) => string[], ofFact: (t: Thing) => string[] }}
 */
function valuesOf(model, key) {
  /** @type {Map<string, string[]>} a theme with the top theme above it */
  const chains = new Map([...model.themes.keys()].map((theme) => [theme, [...new Set([theme, model.above.get(theme) ?? theme])]]));
  const themes = (/** @type {string} */ theme) => chains.get(theme) ?? NONE;
  const levels = (/** @type {string} */ name) => model.documents.get(name)?.level ?? "";
  if (key === "themes") return { ofEdge: (e) => themes(e.theme), ofFact: (t) => [...new Set(t.themes.flatMap(themes))] };
  if (key === "areas") return { ofEdge: (e) => areaOf(model, e), ofFact: (t) => (t.fact ? [shortOf(model, t.fact.area)] : []) };
  if (key === "documents") return { ofEdge: (e) => (e.passage ? [e.passage.document.name] : []), ofFact: (t) => t.documents };
  return { ofEdge: (e) => (e.passage ? [e.passage.document.level] : []), ofFact: (t) => [...new Set(t.documents.map(levels))] };
}

/**
 * What `matching` would leave for every value of an open filter, in one go over the relations.
 * @param {Model} model
 * @param {State} state in which the filter is open
 * @param {{ ofEdge: (e: Edge) => string[], ofFact: (t: Thing) => string[] }} values
 * @returns {Map<string, number>}
 */
function leftBy(model, state, { ofEdge, ofFact }) {
  const types = new Set(state.types);
  const passes = factTest(model, state);
  const wanted = (/** @type {Thing} */ t) => types.size === 0 || types.has(t.type);
  /** @type {Map<string, Set<Thing>>} */
  const left = new Map();
  const add = (/** @type {string} */ value, /** @type {Thing} */ t) => {
    const things = left.get(value);
    if (things) things.add(t);
    else left.set(value, new Set([t]));
  };
  /** @type {Map<Thing, string[]>} */
  const facts = new Map();
  for (const t of model.things) {
    if (!t.fact) continue;
    const under = passes(t) ? ofFact(t) : NONE;
    facts.set(t, under);
    if (wanted(t)) for (const value of under) add(value, t);
  }
  const under = (/** @type {Thing} */ t, /** @type {string} */ value) => !t.fact || (facts.get(t) ?? NONE).includes(value);
  for (const e of matchingEdges(model, state)) {
    if (e.relation === "broader" || (state.verdicts.length > 0 && !e.from.fact && !e.to.fact)) continue;
    for (const value of ofEdge(e)) {
      if (!under(e.from, value) || !under(e.to, value)) continue;
      if (!e.from.fact && wanted(e.from)) add(value, e.from);
      if (!e.to.fact && wanted(e.to)) add(value, e.to);
    }
  }
  return new Map([...left].map(([value, things]) => [value, things.size]));
}

/**
 * @template T, V
 * @param {T[]} items
 * @param {(item: T) => Iterable<V>} values
 * @returns {Map<V, number>}
 */
function tally(items, values) {
  /** @type {Map<V, number>} */
  const found = new Map();
  for (const item of items) for (const value of values(item)) found.set(value, (found.get(value) ?? 0) + 1);
  return found;
}
