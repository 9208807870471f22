// One of the two statements of a row of the ledger: its value, its words, and where they stand.

import { h } from "./dom.js";
import { spoken } from "./languages.js";
import { STAGES } from "./stages.js";

/**
 * @typedef {import("./data.js").LedgerRow} LedgerRow
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./page.js").Page} Page
 */

/**
 * @param {Page} page
 * @param {LedgerRow} row
 * @param {"a" | "b"} side
 * @param {boolean} [dated] whether the year that it speaks of is told
 */
export function sideOf(page, row, side, dated = true) {
  const quote = row[`${side}_quote`];
  if (!quote) return null;
  const thing = page.model.byId.get(`st:${row[`${side}_statement`]}`);
  const document = row[`${side}_document`];
  const source = [dated && row[`${side}_year`], page.model.documents.get(document)?.title ?? document].filter(Boolean).join(" · ");
  return [
    value(page, row[`${side}_written`] ?? "", thing),
    h("q", { lang: page.language === "en" ? "zh-Hans" : undefined }, quote),
    h("div", { class: "quiet source" }, spoken(page, source)),
  ];
}

/**
 * A button that shows what is known of a thing beside the ledger, which stays as it is.
 * @param {Page} page
 * @param {Thing} t
 * @param {import("./dom.js").Child[]} words
 */
export function lookButton(page, t, words) {
  return h("button", { type: "button", class: "bare", "aria-pressed": page.state.node === t.id ? "true" : undefined, key: `look ${t.id}`, click: () => {
    page.set({ node: t.id, from: "", to: "" });
    page.panel("details");
    page.say(page.t("selected", page.nameOf(t)));
  } }, words);
}

/**
 * @param {Page} page
 * @param {string} written the number as written, or a stage
 * @param {Thing | undefined} thing
 */
function value(page, written, thing) {
  if (!written) return null;
  const said = (page.language === "en" && thing?.fact?.said) || written;
  const words = STAGES.includes(written) ? [page.t(written)] : spoken(page, said);
  return h("div", { class: "written" }, thing ? lookButton(page, thing, words) : words);
}
