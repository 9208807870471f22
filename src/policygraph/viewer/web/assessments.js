// What the ledger says of one thing: the outcome of a target, the target of an outcome, how it was changed since.

import { badge, list, thingButton } from "./details.js";
import { h } from "./dom.js";
import { spoken } from "./languages.js";
import { noteOf } from "./notes.js";
import { quote } from "./quotes.js";

/**
 * @typedef {import("./data.js").LedgerRow} LedgerRow
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./dom.js").Child} Child
 * @typedef {import("./page.js").Page} Page
 */

/**
 * @param {Page} page
 * @param {Thing} t
 * @returns {Child[]}
 */
export function assessments(page, t) {
  const rows = rowsOf(page, t);
  if (rows.length === 0) return [];
  return [h("h3", {}, `${page.t("assessments")} (${rows.length})`), list(page, rows, (row) => item(page, t, row))];
}

/**
 * The rows that a thing takes part in, verdicts first.
 * @param {Page} page
 * @param {Thing} t
 */
function rowsOf({ model }, t) {
  const statement = t.fact ? t.id.replace(/^st:/, "") : "";
  const rows = model.ledger.filter((row) => (statement ? [row.a_statement, row.b_statement].includes(statement) : row.entity === t.label));
  return rows.sort((a, b) => Number(b.relation === "assessed_by") - Number(a.relation === "assessed_by") || (a.year < b.year ? 1 : -1));
}

/**
 * @param {Page} page
 * @param {Thing} t
 * @param {LedgerRow} row
 */
function item(page, t, row) {
  const side = t.fact && row.a_statement !== t.id.replace(/^st:/, "") ? "a" : "b";
  const other = page.model.byId.get(`st:${row[`${side}_statement`]}`);
  const said = [row[`${side}_year`] && page.t("year", row[`${side}_year`]), row[`${side}_written`]].filter(Boolean).join(" ");
  const head = [h("span", {}, page.t(row.relation)), " ", row.verdict && badge(page, row.verdict), " ", h("b", {}, spoken(page, said))];
  const note = h("p", { class: "quiet" }, spoken(page, noteOf(page, row)));
  const source = passage(page, row, side) ?? (t.fact ? null : passage(page, row, "a"));
  if (!source) return h("div", { class: "assessment" }, ...head, note);
  return h("details", { class: "relation", open: row.relation === "assessed_by" }, h("summary", {}, ...head), note, quote(page, source), other && thingButton(page, other));
}

/**
 * Where one side of a row is said.
 * @param {Page} page
 * @param {LedgerRow} row
 * @param {"a" | "b"} side
 * @returns {import("./data.js").Passage | null}
 */
function passage({ model }, row, side) {
  const document = model.documents.get(row[`${side}_document`]);
  if (!document || !row[`${side}_quote`]) return null;
  return { document, start: Number(row[`${side}_start`]), end: Number(row[`${side}_end`]), quote: row[`${side}_quote`], page: Number(row[`${side}_page`] ?? 0) };
}
