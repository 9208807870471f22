// The ledger: what became of the targets, as a table with a chart in each row; and how targets and projects changed.

import { bullet, bulletKey } from "./bullet.js";
import { h } from "./dom.js";
import { badge } from "./details.js";
import { grid } from "./grid.js";
import { spoken } from "./languages.js";
import { GRADES, RELATIONS, VERDICTS, assessedOf, entries, judged, numberOf, rowsOf, sourcesOf, subjectOf, yearOf } from "./ledgerrows.js";
import { noteOf } from "./notes.js";
import { placeButton } from "./place.js";
import { sheet } from "./sheet.js";
import { lookButton, sideOf, subjectName } from "./side.js";

/**
 * @typedef {import("./data.js").LedgerRow} LedgerRow
 * @typedef {import("./dom.js").Child} Child
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./selection.js").Selection} Selection
 * @typedef {import("./grid.js").Column<LedgerRow>} Column
 */

const JUDGED_ROWS = 60;
const ROWS = 12;

/**
 * @param {Page} page
 * @param {Selection} selection
 */
export function ledger(page, selection) {
  if (page.model.ledger.length === 0) return h("p", { class: "empty" }, page.t("ledgerNone"));
  const rows = rowsOf(page, selection);
  const of = (/** @type {string} */ relation) => rows.filter((row) => row.relation === relation);
  const assessed = of("assessed_by");
  const open = assessed.filter((row) => !judged(row));
  const others = RELATIONS.filter((relation) => relation !== "assessed_by" && of(relation).length > 0);
  return h("div", { class: "scroll tall ledger", tabindex: 0, role: "region", "aria-label": page.t("ledger") },
    years(page, selection), verdicts(page, selection), grades(page, selection), sheet(page), jumps(page, others.map((relation) => [relation, numberOf(of(relation))])),
    rows.length === 0 && h("p", {}, page.t("nothing")),
    section(page, "judged", assessed.filter(judged), judgedColumns(page), { few: JUDGED_ROWS, before: bulletKey(page) }),
    section(page, "unjudged", open, openColumns(page), { few: others.length > 0 ? ROWS : JUDGED_ROWS }),
    others.map((relation) => section(page, relation, of(relation), otherColumns(page, of(relation)), { few: ROWS, before: h("p", { class: "quiet" }, spoken(page, page.t(`about_${relation}`))) })));
}

/**
 * A button for every year that the ledger speaks of.
 * @param {Page} page
 * @param {Selection} selection
 */
function years(page, selection) {
  const { low, high } = page.state;
  const found = [...new Set(rowsOf(page, selection, { low: 0, high: 0, verdicts: [] }).map(yearOf))].filter(Boolean).sort((a, b) => a - b);
  const button = (/** @type {number} */ year) => h("button", { type: "button", key: `ledger year ${year}`, "aria-pressed": String(low === year && high === year), click: () => page.set({ low: year, high: year }) }, year ? page.t("year", year) : page.t("allYears"));
  return h("div", { class: "choices", role: "group", "aria-label": page.t("ledgerYears") }, button(0), found.map(button));
}

/**
 * How many targets there are of each verdict; pressing one leaves only those.
 * @param {Page} page
 * @param {Selection} selection
 */
function verdicts(page, selection) {
  const rows = assessedOf(page, selection);
  const chosen = page.state.verdicts;
  const button = (/** @type {string} */ verdict) => {
    const count = numberOf(rows.filter((row) => row.verdict === verdict));
    const pressed = chosen.includes(verdict);
    return h("button", { type: "button", class: "tally", key: `ledger verdict ${verdict}`, "aria-pressed": String(pressed), disabled: count === 0 && !pressed,
      click: () => page.set({ verdicts: pressed ? chosen.filter((v) => v !== verdict) : [...chosen, verdict] }) }, badge(page, verdict), h("b", {}, count));
  };
  return h("div", { class: "choices", role: "group", "aria-label": page.t("ledgerVerdicts") }, VERDICTS.filter((verdict) => page.model.ledger.some((row) => row.verdict === verdict)).map(button));
}

/**
 * By what target and result are of one indicator, and how many rows rest on each.
 * @param {Page} page
 * @param {Selection} selection
 */
function grades(page, selection) {
  const rows = rowsOf(page, selection, { grades: [] });
  const chosen = page.state.grades;
  const found = GRADES.filter((grade) => rows.some((row) => row.grade === grade));
  const button = (/** @type {string} */ grade) => h("button", { type: "button", class: "small", key: `ledger grade ${grade}`, title: page.t(`explain_${grade}`), "aria-pressed": String(chosen.includes(grade)),
    click: () => page.set({ grades: chosen.includes(grade) ? chosen.filter((g) => g !== grade) : [...chosen, grade] }) }, page.t(grade), " ", h("b", {}, numberOf(rows.filter((row) => row.grade === grade))));
  return found.length > 1 && h("div", { class: "choices", role: "group", "aria-label": page.t("grades") }, h("span", { class: "quiet" }, page.t("grades")), found.map(button));
}

/**
 * Buttons that lead down to the other sections; an anchor would change the address, which holds the state.
 * @param {Page} page
 * @param {[string, number][]} sections
 */
function jumps(page, sections) {
  const button = (/** @type {[string, number]} */ [relation, count]) => h("button", { type: "button", class: "small", key: `ledger jump ${relation}`, click: () => {
    const heading = document.getElementById(`ledger-${relation}`);
    heading?.scrollIntoView({ block: "start" });
    heading?.focus({ preventScroll: true });
  } }, `${page.t(relation)} ${count}`);
  return sections.length > 0 && h("div", { class: "choices", role: "group", "aria-label": page.t("ledgerSections") }, sections.map(button));
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {LedgerRow[]} rows
 * @param {Column[]} columns
 * @param {{ few: number, before?: Child }} options
 */
function section(page, name, rows, columns, { few, before }) {
  const shown = entries(rows);
  return rows.length > 0 && h("section", { class: `ledger-${name}` }, h("h2", { id: `ledger-${name}`, tabindex: -1 }, page.t(name), " ", h("span", { class: "quiet" }, `(${numberOf(rows)})`)), before,
    ...grid(page, columns, shown.map(([first]) => first), { name: page.t(name), few, class: "entries", counted: true }));
}

/**
 * @param {Page} page
 * @returns {Column[]}
 */
function judgedColumns(page) {
  return [
    { key: "name", name: page.t("indicator"), show: (row) => subject(page, row) },
    { key: "target", name: page.t("target"), show: (row) => sideOf(page, row, "a", false) },
    { key: "outcome", name: page.t("outcome"), show: (row) => sideOf(page, row, "b", false) },
    { key: "verdict", name: page.t("againstTarget"), show: (row) => [bullet(page, row), badge(page, row.verdict), note(page, row)] },
  ];
}

/**
 * @param {Page} page
 * @returns {Column[]}
 */
function openColumns(page) {
  return [
    { key: "name", name: page.t("indicator"), show: (row) => subject(page, row) },
    { key: "target", name: page.t("target"), show: (row) => sideOf(page, row, "a", false) },
    { key: "verdict", name: page.t("verdict"), show: (row) => [row.verdict && badge(page, row.verdict), note(page, row)] },
  ];
}

/**
 * @param {Page} page
 * @param {LedgerRow[]} rows
 * @returns {Column[]}
 */
function otherColumns(page, rows) {
  /** @type {(Column | false)[]} */
  const columns = [
    { key: "name", name: page.t("name"), show: (row) => subject(page, row) },
    { key: "first", name: page.t("first"), show: (row) => sideOf(page, row, "a") },
    rows.some((row) => row.b_quote) && { key: "second", name: page.t("second"), show: (row) => sideOf(page, row, "b") },
    { key: "note", name: page.t("note"), show: (row) => [row.verdict && badge(page, row.verdict), note(page, row)] },
  ];
  return columns.filter((column) => column !== false);
}

/**
 * What a row is about, with its area and year.
 * @param {Page} page
 * @param {LedgerRow} row
 */
function subject(page, row) {
  const thing = subjectOf(page.model, row);
  const name = spoken(page, subjectName(page, row));
  return [
    thing ? lookButton(page, thing, name) : h("span", {}, name),
    h("div", { class: "quiet source" }, row.area && placeButton(page, row.area), yearOf(row) && ` · ${page.t("year", yearOf(row))}`, sourcesOf(page.model, row) > 1 && ` · ${page.t("placeDocuments", sourcesOf(page.model, row))}`),
    h("button", { type: "button", class: "small", key: `row ${row.id}`, "aria-pressed": page.state.row === row.id ? "true" : undefined, click: () => {
      page.set({ row: row.id, node: "" });
      page.panel("details");
    } }, page.t("checkRow")),
  ];
}

/**
 * @param {Page} page
 * @param {LedgerRow} row
 */
function note(page, row) {
  const words = noteOf(page, row);
  return words && h("div", { class: "quiet note" }, spoken(page, words));
}
