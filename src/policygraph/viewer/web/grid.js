// A table that grows on request: its first rows, and a button for the next ones.

import { h } from "./dom.js";

/**
 * @typedef {import("./dom.js").Child} Child
 * @typedef {import("./page.js").Page} Page
 */

/**
 * @template T
 * @typedef {{ key: string, name: string, head?: HTMLElement, show: (row: T) => Child | Child[] }} Column
 *   the first one names its row; `head` stands in place of the name
 */

const NEXT = 200;

/**
 * The roles are said because a narrow page shows each row as a block, which would take them away.
 * @template T
 * @param {Page} page
 * @param {Column<T>[]} columns
 * @param {T[]} rows
 * @param {{ name: string, few: number, class?: string, counted?: boolean, marked?: (row: T) => boolean }} options
 *   few: rows shown at first; counted: whether something else beside the table says how many rows it has
 * @returns {Child[]}
 */
export function grid(page, columns, rows, { name, few, class: class_ = "", counted = false, marked = () => false }) {
  const rest = rows.slice(few);
  const count = h("caption", { class: counted ? "unseen" : "quiet" });
  const told = () => (count.textContent = page.t(rest.length > 0 ? "rowsPart" : "rowsAll", name, rows.length, rows.length - rest.length));
  const line = (/** @type {T} */ row) => h("tr", { role: "row", class: marked(row) ? "chosen" : undefined }, columns.map((c, i) => cell(c, row, i === 0)));
  const body = h("tbody", { role: "rowgroup" }, rows.slice(0, few).map(line));
  const more = h("button", { type: "button", class: "small", click: () => {
    const next = rest.splice(0, NEXT).map(line);
    body.append(...next);
    told();
    page.say(count.textContent ?? "");
    if (rest.length > 0) more.textContent = page.t("more", rest.length);
    else more.remove();
    if (!more.isConnected) next[0]?.querySelector("button")?.focus();
  } }, page.t("more", rest.length));
  told();
  const heads = columns.map((c) => c.head ?? h("th", { scope: "col", role: "columnheader", class: `column-${c.key}` }, c.name));
  return [
    h("table", { role: "table", class: `grid ${class_}` }, count, h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, heads)), body),
    rest.length > 0 && more,
  ];
}

/**
 * @template T
 * @param {Column<T>} column
 * @param {T} row
 * @param {boolean} first
 */
function cell({ key, name, show }, row, first) {
  const shown = show(row);
  const children = Array.isArray(shown) ? shown : [shown];
  const empty = children.every((child) => child === null || child === undefined || child === false || child === "");
  return first
    ? h("th", { scope: "row", role: "rowheader", class: `column-${key}` }, children)
    : h("td", { role: "cell", class: `column-${key}${empty ? " blank" : ""}`, "data-label": name }, children);
}
