// The rows of the ledger that are shown, in the order in which they are shown.

import { widened } from "./selection.js";

/**
 * @typedef {import("./data.js").LedgerRow} LedgerRow
 * @typedef {import("./data.js").Model} Model
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./selection.js").Selection} Selection
 * @typedef {import("./state.js").State} State
 */

export const RELATIONS = ["assessed_by", "repeated", "raised", "lowered", "softened", "dropped", "possibly_dropped", "restated", "conflict", "cascade", "stalled", "vanished"];
/** The verdicts on targets, those first that a result has given. */
export const VERDICTS = [
  "met", "exceeded", "better", "inside", "above", "below", "missed", "worse", "done", "underway", "not told", "not reported",
  "possibly reported", "reported in words", "not yet due", "not assessable",
];
/** By what two figures are of one indicator, the surest first. */
export const GRADES = ["said", "concept", "same name", "matched"];
const JUDGED = 8;

/**
 * The rows that pass the filters; around a thing or on a path, those that one of the things shown takes part in.
 * @param {Page} page
 * @param {Selection} selection
 * @param {Partial<State>} [changes] filters other than those of the state
 * @returns {LedgerRow[]}
 */
export function rowsOf({ model, state }, selection, changes = {}) {
  const passes = test(model, { ...state, ...changes });
  const near = selection.kind === "hood" || selection.kind === "path" ? new Set(selection.things) : null;
  const rows = model.ledger.filter((row) => passes(row) && (!near || thingsOf(model, row).some((t) => near.has(t))));
  return rows.sort((a, b) => RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) || Number(judged(b)) - Number(judged(a)) || yearOf(b) - yearOf(a) || rank(a) - rank(b));
}

/**
 * The rows that tell what became of the targets shown, whatever the verdict.
 * @param {Page} page
 * @param {Selection} selection
 */
export function assessedOf(page, selection) {
  return rowsOf(page, selection, { verdicts: [] }).filter((row) => row.relation === "assessed_by");
}

/** @param {LedgerRow} row whether a result has told what became of its target */
export function judged({ relation, verdict }) {
  return relation === "assessed_by" && VERDICTS.indexOf(verdict) >= 0 && VERDICTS.indexOf(verdict) < JUDGED;
}

/** @param {LedgerRow} row the year that it speaks of */
export function yearOf(row) {
  return Number(row.year || row.a_year) || 0;
}

/**
 * How many findings some rows are: what several documents say of one target is one, as the command line counts it.
 * @param {LedgerRow[]} rows
 */
export function numberOf(rows) {
  return entries(rows).length;
}

/**
 * Rows in groups that find the same of one target, in the order of the first of each; a row about no target is its own.
 * @param {LedgerRow[]} rows
 * @returns {LedgerRow[][]}
 */
export function entries(rows) {
  return [...Map.groupBy(rows, findingOf).values()];
}

/** @param {LedgerRow} row what it finds, and of which target */
function findingOf(row) {
  return row.target ? `${row.target} ${row.relation} ${row.verdict}` : row.id || row;
}

/** @type {WeakMap<Model, Map<string | LedgerRow, Set<string>>>} */
const sources = new WeakMap();

/**
 * How many documents set the target of a row.
 * @param {Model} model
 * @param {LedgerRow} row
 */
export function sourcesOf(model, row) {
  const found = sources.get(model) ?? new Map([...Map.groupBy(model.ledger, findingOf)].map(([key, rows]) => [key, new Set(rows.map((one) => one.a_document))]));
  sources.set(model, found);
  return found.get(findingOf(row))?.size ?? 1;
}

/**
 * What a row speaks of: its two figures, or the entity whose life it is, or, of words that are no figure, their indicator.
 * @param {Model} model
 * @param {LedgerRow} row
 * @returns {Thing[]}
 */
function thingsOf(model, row) {
  const sides = [row.a_statement, row.b_statement].map((id) => id && model.byId.get(`st:${id}`));
  return [...sides, subjectOf(model, row)].filter((t) => t !== undefined && t !== "");
}

/**
 * The entity or the indicator of a row, if the page shows it.
 * @param {Model} model
 * @param {LedgerRow} row
 * @returns {Thing | undefined}
 */
export function subjectOf(model, row) {
  if (row.entity) return entities(model).get(row.entity);
  const figure = model.byId.get(`st:${row.a_statement}`) ?? model.byId.get(`st:${row.b_statement}`);
  return figure?.edges.find((e) => e.relation === "indicator" && e.from === figure)?.to ?? (row.concept ? model.byId.get(`indicator:${row.concept}`) : undefined);
}

/** @type {WeakMap<Model, Map<string, Thing>>} */
const known = new WeakMap();

/** @param {Model} model its entities by name */
function entities(model) {
  const found = known.get(model) ?? new Map(model.things.filter((t) => !t.fact && t.type !== "theme" && t.type !== "indicator").map((t) => [t.label, t]));
  known.set(model, found);
  return found;
}

/**
 * @param {Model} model
 * @param {State} state
 * @returns {(row: LedgerRow) => boolean}
 */
function test(model, { low, high, themes, documents, levels, areas, grades, verdicts, types }) {
  const wide = widened(model, themes);
  return (row) =>
    (!low || yearOf(row) >= low) && (!high || yearOf(row) <= high) &&
    (themes.length === 0 || wide.has(row.theme_id)) &&
    (documents.length === 0 || documents.includes(row.a_document) || documents.includes(row.b_document)) &&
    (levels.length === 0 || levels.includes(row.level)) &&
    (grades.length === 0 || grades.includes(row.grade)) &&
    (areas.length === 0 || areas.includes(row.area)) &&
    (verdicts.length === 0 || verdicts.includes(row.verdict)) &&
    (types.length === 0 || thingsOf(model, row).some((t) => types.includes(t.type)));
}

/** @param {LedgerRow} row of a judged one how well it went, last what went well; of another how much is known */
function rank({ verdict }) {
  return judged({ relation: "assessed_by", verdict }) ? JUDGED - VERDICTS.indexOf(verdict) : VERDICTS.indexOf(verdict);
}
