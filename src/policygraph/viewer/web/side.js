// One of the two statements of a row of the ledger: its value, its words, and where they stand.

import { h } from "./dom.js";
import { spoken } from "./languages.js";
import { subjectOf } from "./ledgerrows.js";
import { STAGES } from "./stages.js";

/**
 * @typedef {import("./data.js").LedgerRow} LedgerRow
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./page.js").Page} Page
 * @typedef {"a" | "b" | "candidate"} Side the earlier statement, the later one, or words that could be the outcome
 */

/**
 * @param {Page} page
 * @param {LedgerRow} row
 * @param {Side} side
 * @param {boolean} [dated] whether the year that it speaks of is told
 */
export function sideOf(page, row, side, dated = true) {
  const quote = row[`${side}_quote`];
  if (!quote) return null;
  const document = row[`${side}_document`];
  const source = [dated && row[`${side}_year`], page.titleOf(document)].filter(Boolean).join(" · ");
  return [
    value(page, row, side),
    h("q", { lang: page.language === "en" ? "zh-Hans" : undefined }, quote),
    h("div", { class: "quiet source" }, spoken(page, source)),
  ];
}

/**
 * A button that shows what is known of a thing.
 * @param {Page} page
 * @param {Thing} t
 * @param {import("./dom.js").Child[]} words
 */
export function lookButton(page, t, words) {
  return h("button", { type: "button", class: "bare", "aria-pressed": page.state.node === t.id ? "true" : undefined, key: `look ${t.id}`, click: () => look(page, t) }, words);
}

/**
 * Show a thing and its words beside the view, which stays.
 * @param {Page} page
 * @param {Thing} t
 */
export function look(page, t) {
  page.set({ node: t.id, from: "", to: "" });
  page.panel("details");
  page.say(page.t("selected", page.nameOf(t)));
}

/**
 * What a row is about, in the language of the page where it has a name in it.
 * @param {Page} page
 * @param {LedgerRow} row
 */
export function subjectName(page, row) {
  return (page.language === "en" && subjectOf(page.model, row)?.english) || row.entity || row.indicator || "";
}

/**
 * The figure of one side of a row, if the page shows it.
 * @param {Page} page
 * @param {LedgerRow} row
 * @param {Side} side
 */
export function figureOf({ model }, row, side) {
  return model.byId.get(`st:${row[`${side}_statement`]}`);
}

/**
 * The number of one side of a row, in the language of the page where it can be said in it.
 * @param {Page} page
 * @param {LedgerRow} row
 * @param {Side} side
 */
export function writtenOf(page, row, side) {
  return (page.language === "en" && figureOf(page, row, side)?.fact?.said) || (row[`${side}_written`] ?? "");
}

/**
 * The number of one side, or its stage.
 * @param {Page} page
 * @param {LedgerRow} row
 * @param {Side} side
 */
function value(page, row, side) {
  const written = writtenOf(page, row, side);
  if (!written) return null;
  const thing = figureOf(page, row, side);
  const words = STAGES.includes(written) ? [page.t(written)] : spoken(page, written);
  return h("div", { class: "written" }, thing ? lookButton(page, thing, words) : words);
}
