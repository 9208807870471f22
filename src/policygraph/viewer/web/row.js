// One row of the ledger: both sides in their surroundings, why it says what it says, and the reader's own judgement.

import { documentOf } from "./data.js";
import { badge } from "./details.js";
import { h } from "./dom.js";
import { spoken } from "./languages.js";
import { entries, yearOf } from "./ledgerrows.js";
import { noteOf } from "./notes.js";
import { placeName } from "./panel.js";
import { quote } from "./quotes.js";
import { judge } from "./sheet.js";
import { subjectName, writtenOf } from "./side.js";

/**
 * @typedef {import("./data.js").LedgerRow} LedgerRow
 * @typedef {import("./dom.js").Child} Child
 * @typedef {import("./page.js").Page} Page
 */

/**
 * @param {Page} page
 * @param {LedgerRow} row
 * @returns {Child[]}
 */
export function rowPanel(page, row) {
  const all = entries(page.model.ledger).find((group) => group.includes(row)) ?? [row];
  return [
    h("h2", {}, spoken(page, subjectName(page, row))),
    h("p", { class: "quiet" }, spoken(page, [row.area && placeName(page, row.area), yearOf(row) && page.t("year", yearOf(row)), page.t(row.relation)].filter(Boolean).join(" · "))),
    row.verdict && h("p", {}, badge(page, row.verdict)),
    h("p", {}, spoken(page, noteOf(page, row))),
    explained(page, row.verdict), explained(page, row.grade),
    h("div", { class: "sides" }, side(page, all, "a", "target"), side(page, all, "b", "outcome"), side(page, all, "candidate", "candidate")),
    judge(page, row),
  ];
}

/**
 * What a verdict or a grade means.
 * @param {Page} page
 * @param {string | undefined} word
 */
function explained(page, word) {
  const key = `explain_${word}`;
  const words = page.t(key);
  return word && words !== key ? h("p", { class: "quiet" }, h("b", {}, page.t(word)), page.t("colon"), words) : null;
}

/**
 * The words of one side, from every document that says them.
 * @param {Page} page
 * @param {LedgerRow[]} rows
 * @param {import("./side.js").Side} letter
 * @param {string} word
 */
function side(page, rows, letter, word) {
  const found = new Map(rows.filter((row) => row[`${letter}_quote`]).map((row) => [`${row[`${letter}_document`]} ${row[`${letter}_start`]}`, row]));
  const passage = (/** @type {LedgerRow} */ row) => ({
    document: documentOf(page.model.documents, row[`${letter}_document`]),
    start: Number(row[`${letter}_start`]), end: Number(row[`${letter}_end`]), quote: row[`${letter}_quote`], page: 0,
  });
  const heading = rows[0].relation === "assessed_by" ? word : letter === "a" ? "first" : letter === "b" ? "second" : word;
  return found.size > 0 && h("section", { class: `side-${letter}` }, h("h3", {}, page.t(heading), " ", h("span", { class: "quiet" }, spoken(page, writtenOf(page, rows[0], letter)))), [...found.values()].map((row) => quote(page, passage(row))));
}
