// The selection as a table: sortable, and equal to the canvas for keyboard and screen reader.

import { h } from "./dom.js";
import { badge, thingButton } from "./details.js";
import { themeName } from "./relations.js";

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./selection.js").Selection} Selection
 * @typedef {{ key: string, value: (t: Thing) => string | number, show?: (t: Thing) => import("./dom.js").Child }} Column
 */

const ROWS = 200;
/** Chosen in this tab only: the order of rows is no part of what is shown. */
const order = { key: "linksHead", down: true };

/**
 * @param {Page} page
 * @param {Selection} selection
 * @param {() => void} again draws the view once more
 */
export function table(page, selection, again) {
  const columns = columnsOf(page);
  const by = columns.find((c) => c.key === order.key) ?? columns[0];
  const collator = new Intl.Collator(page.language === "en" ? "en" : "zh-Hans-CN", { numeric: true });
  const compare = (/** @type {Thing} */ a, /** @type {Thing} */ b) => {
    const [x, y] = [by.value(a), by.value(b)];
    const found = typeof x === "number" && typeof y === "number" ? x - y : collator.compare(String(x), String(y));
    return (order.down ? -found : found) || a.n - b.n;
  };
  const rows = selection.things.toSorted(compare);
  const body = h("tbody", {}, rows.slice(0, ROWS).map((t) => row(page, t, columns)));
  const rest = rows.slice(ROWS);
  const more = h("button", { type: "button", click: () => {
    body.append(...rest.splice(0, ROWS).map((t) => row(page, t, columns)));
    if (rest.length === 0) more.remove();
    else more.textContent = page.t("more", rest.length);
  } }, page.t("more", rest.length));
  return h("div", { class: "scroll tall", tabindex: 0, role: "region", "aria-label": page.t("table") },
    rows.length === 0 ? h("p", {}, page.t("nothing")) : h("table", { class: "grid" }, h("thead", {}, h("tr", {}, columns.map((c) => head(page, c, again)))), body),
    rest.length > 0 && more);
}

/**
 * @param {Page} page
 * @returns {Column[]}
 */
function columnsOf(page) {
  return [
    { key: "name", value: (t) => page.nameOf(t), show: (t) => thingButton(page, t) },
    { key: "type", value: (t) => page.t(t.type) },
    { key: "years", value: (t) => (t.years.length > 1 ? `${t.years[0]}–${t.years.at(-1)}` : t.years.join("")) },
    { key: "value", value: (t) => t.fact?.written ?? "" },
    { key: "verdict", value: (t) => (t.verdict ? page.t(t.verdict) : ""), show: (t) => t.verdict && badge(page, t.verdict) },
    { key: "themes", value: (t) => t.themes.map((theme) => themeName(theme, page)).join("、") },
    { key: "documents", value: (t) => t.documents.length, show: (t) => h("span", { title: t.documents.map((d) => page.model.documents.get(d)?.title ?? d).join("\n") }, t.documents.length) },
    { key: "linksHead", value: (t) => t.edges.length },
  ];
}

/**
 * @param {Page} page
 * @param {Column} column
 * @param {() => void} again
 */
function head(page, { key }, again) {
  const sorted = order.key === key;
  const click = () => {
    Object.assign(order, { key, down: sorted ? !order.down : key === "linksHead" });
    again();
  };
  return h("th", { scope: "col", "aria-sort": sorted ? (order.down ? "descending" : "ascending") : "none" },
    h("button", { type: "button", class: "bare", key: `sort ${key}`, click }, page.t(key), h("span", { "aria-hidden": "true" }, sorted ? (order.down ? " ▼" : " ▲") : "")));
}

/**
 * @param {Page} page
 * @param {Thing} t
 * @param {Column[]} columns
 */
function row(page, t, columns) {
  return h("tr", { class: t.id === page.state.node ? "chosen" : undefined },
    columns.map((c, i) => h(i === 0 ? "th" : "td", i === 0 ? { scope: "row" } : { class: `column-${c.key}` }, c.show ? c.show(t) : c.value(t))));
}
