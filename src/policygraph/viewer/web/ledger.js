// The ledger: targets with their outcomes and verdicts, repetitions, revisions and contradictions.

import { h } from "./dom.js";
import { badge } from "./details.js";

/**
 * @typedef {import("./data.js").LedgerRow} LedgerRow
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./selection.js").Selection} Selection
 */

const ROWS = 200;

/**
 * The rows that one of the things shown takes part in; all of them at the start.
 * @param {Page} page
 * @param {Selection} selection
 * @returns {LedgerRow[]}
 */
export function rowsOf({ model }, selection) {
  if (selection.kind === "start" || selection.kind === "all") return model.ledger;
  const shown = new Set(selection.things.map((t) => t.id));
  const labels = new Set(selection.things.map((t) => t.label));
  return model.ledger.filter((row) => shown.has(`st:${row.a_statement}`) || shown.has(`st:${row.b_statement}`) || (row.entity && labels.has(row.entity)));
}

/**
 * @param {Page} page
 * @param {Selection} selection
 */
export function ledger(page, selection) {
  if (page.model.ledger.length === 0) return h("p", { class: "empty" }, page.t("ledgerNone"));
  const rows = rowsOf(page, selection);
  const body = h("tbody", {}, rows.slice(0, ROWS).map((row) => rowOf(page, row)));
  const rest = rows.slice(ROWS);
  const more = h("button", { type: "button", click: () => {
    body.append(...rest.splice(0, ROWS).map((row) => rowOf(page, row)));
    if (rest.length === 0) more.remove();
    else more.textContent = page.t("more", rest.length);
  } }, page.t("more", rest.length));
  const head = ["name", "verdict", "first", "second", "area", "note"];
  return h("div", { class: "scroll tall", tabindex: 0, role: "region", "aria-label": page.t("ledger") },
    rows.length === 0 ? h("p", {}, page.t("nothing")) : h("table", { class: "grid ledger" },
      h("thead", {}, h("tr", {}, head.map((key) => h("th", { scope: "col" }, page.t(key))))), body),
    rest.length > 0 && more);
}

/**
 * @param {Page} page
 * @param {LedgerRow} row
 */
function rowOf(page, row) {
  return h("tr", {},
    h("th", { scope: "row" }, row.indicator || row.entity), h("td", {}, h("div", { class: "quiet" }, page.t(row.relation)), row.verdict && badge(page, row.verdict)),
    h("td", {}, statement(page, row, "a")), h("td", {}, statement(page, row, "b")), h("td", {}, row.area), h("td", { class: "quiet" }, row.note));
}

/**
 * @param {Page} page
 * @param {LedgerRow} row
 * @param {"a" | "b"} side
 */
function statement(page, row, side) {
  const quote = row[`${side}_quote`];
  if (!quote) return null;
  const thing = page.model.byId.get(`st:${row[`${side}_statement`]}`);
  const document = row[`${side}_document`];
  const source = [row[`${side}_year`], page.model.documents.get(document)?.title ?? document].filter(Boolean).join(" · ");
  const words = h("span", { lang: "zh-Hans" }, quote);
  return h("div", {}, thing ? h("button", { type: "button", class: "bare", click: () => page.choose(thing) }, words) : words, h("div", { class: "quiet" }, source));
}
