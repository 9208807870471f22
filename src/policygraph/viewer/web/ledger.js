// The ledger: targets with their outcomes and verdicts, repetitions, revisions and contradictions.

import { h } from "./dom.js";
import { badge } from "./details.js";

/**
 * @typedef {import("./data.js").LedgerRow} LedgerRow
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./selection.js").Selection} Selection
 */

const ROWS = 300;

/**
 * @param {Page} page
 * @param {Selection} selection
 */
export function ledger(page, selection) {
  const { model } = page;
  if (model.ledger.length === 0) return h("p", { class: "empty" }, page.t("ledgerNone"));
  const everything = selection.kind === "start" || selection.kind === "all";
  const shown = new Set(selection.things.map((t) => t.id));
  const rows = model.ledger.filter((row) => everything || shown.has(`st:${row.a_statement}`) || shown.has(`st:${row.b_statement}`));
  const head = ["indicator", "relation", "area", "first", "second", "verdict", "note"];
  return h("div", { class: "scroll tall", tabindex: 0, role: "region", "aria-label": page.t("ledger") },
    rows.length === 0 ? h("p", {}, page.t("nothing")) : h("table", { class: "grid ledger" },
      h("thead", {}, h("tr", {}, head.map((key) => h("th", { scope: "col" }, page.t(key))))),
      h("tbody", {}, rows.slice(0, ROWS).map((row) => rowOf(page, row)))),
    rows.length > ROWS && h("p", { class: "quiet" }, page.t("more", rows.length - ROWS)));
}

/**
 * @param {Page} page
 * @param {LedgerRow} row
 */
function rowOf(page, row) {
  return h("tr", {},
    h("th", { scope: "row" }, row.indicator), h("td", {}, page.t(row.relation)), h("td", {}, row.area),
    h("td", {}, statement(page, row, "a")), h("td", {}, statement(page, row, "b")),
    h("td", {}, row.verdict && badge(page, row.verdict)), h("td", { class: "quiet" }, row.note));
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
