// The sheet of corrections: what the reader marks in the ledger goes out as two files that the next `build --lexicon` obeys.

import { h } from "./dom.js";

/**
 * @typedef {import("./data.js").LedgerRow} LedgerRow
 * @typedef {import("./page.js").Page} Page
 * @typedef {{ row: LedgerRow, mark: string, why: string }} Mark
 */

/** Marks by row, as long as the page is open. */
const marks = /** @type {Map<string, Mark>} */ (new Map());
/** Pairs of indicators that the reader says to be the same or different. */
const pairs = /** @type {Map<string, string>} */ (new Map());
let by = "";

/**
 * How many corrections there are, and the files to take along.
 * @param {Page} page
 */
export function sheet(page) {
  const save = (/** @type {string} */ name, /** @type {string[][]} */ lines) => h("button", { type: "button", class: "small", key: `sheet ${name}`, click: () => page.save(name, lines.map((cells) => cells.map(clean).join("\t")).join("\n") + "\n") }, page.t("saveSheet", name));
  return marks.size + pairs.size > 0 && h("div", { class: "choices sheet-of-corrections", role: "group", "aria-label": page.t("corrections") },
    h("b", {}, page.t("correctionsN", marks.size + pairs.size)),
    marks.size > 0 && save("judgements.tsv", [["row", "mark", "by", "why"], ...[...marks].map(([id, { mark, why }]) => [id, mark, by, why])]),
    pairs.size > 0 && save("pairs.tsv", [["one", "other", "relation"], ...[...pairs].map(([names, relation]) => [...names.split("\t"), relation])]),
    h("span", { class: "quiet" }, page.t("sheetHint")));
}

/**
 * Buttons by which a reader says what is right about a row and what is not.
 * @param {Page} page
 * @param {LedgerRow} row
 */
export function judge(page, row) {
  const mark = marks.get(row.id);
  const why = h("input", { type: "text", value: mark?.why ?? "", placeholder: page.t("why"), "aria-label": page.t("why"), key: "judge why", change: () => mark && note(mark.mark) });
  const who = h("input", { type: "text", value: by, placeholder: page.t("by"), "aria-label": page.t("by"), key: "judge by", change: () => (by = who.value) });
  const note = (/** @type {string} */ said) => {
    by = who.value;
    if (mark?.mark === said && mark.why === why.value) marks.delete(row.id);
    else marks.set(row.id, { row, mark: said, why: why.value });
    page.again();
    page.say(page.t("correctionsN", marks.size + pairs.size));
  };
  const button = (/** @type {string} */ said) => h("button", { type: "button", key: `judge ${said}`, "aria-pressed": String(mark?.mark === said), click: () => note(said) }, page.t(`mark_${said}`));
  return h("section", { class: "judge" }, h("h3", {}, page.t("corrections")), h("div", { class: "actions" }, button("right"), button("wrong")), h("div", { class: "actions" }, who, why), pair(page, row));
}

/**
 * Whether the two indicators of a row are one, where they have two names.
 * @param {Page} page
 * @param {LedgerRow} row
 */
function pair(page, row) {
  const other = page.model.byId.get(`st:${row.b_statement}`)?.fact?.indicator ?? "";
  if (!row.indicator || !other || other === row.indicator) return null;
  const key = `${row.indicator}\t${other}`;
  const said = pairs.get(key);
  const button = (/** @type {string} */ relation) => h("button", { type: "button", key: `pair ${relation}`, "aria-pressed": String(said === relation), click: () => {
    if (said === relation) pairs.delete(key);
    else pairs.set(key, relation);
    page.again();
  } }, page.t(`pair_${relation}`));
  return h("div", {}, h("p", {}, page.t("pairAsk", row.indicator, other)), h("div", { class: "actions" }, button("same"), button("different")));
}

/** @param {string} text as a cell of a table of tabs may have it */
function clean(text) {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, " ").trim();
}
