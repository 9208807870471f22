// The selection as a table: sortable, and equal to the canvas for keyboard and screen reader.

import { local, valueOf } from "./data.js";
import { h } from "./dom.js";
import { badge, thingButton } from "./details.js";
import { grid } from "./grid.js";
import { spoken } from "./languages.js";
import { themeName } from "./relations.js";
import { widened } from "./selection.js";

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./selection.js").Selection} Selection
 * @typedef {{ years: number[], documents: string[], links: number }} Reach
 * @typedef {{ key: string, value: (t: Thing) => string | number, show?: (t: Thing) => import("./dom.js").Child | import("./dom.js").Child[] }} Sorted
 */

const ROWS = 200;
/** Themes named in a row. */
const FEW = 2;
/** Chosen in this tab only: the order of rows is no part of what is shown. */
const order = { key: "linksHead", down: true };

/**
 * @param {Page} page
 * @param {Selection} selection
 * @param {() => void} again draws the view once more
 */
export function table(page, selection, again) {
  const columns = columnsOf(page, selection.things);
  const by = columns.find((c) => c.key === order.key) ?? columns[0];
  const collator = new Intl.Collator(page.language === "en" ? "en" : "zh-Hans-CN", { numeric: true });
  const compare = (/** @type {Thing} */ a, /** @type {Thing} */ b) => {
    const [x, y] = [by.value(a), by.value(b)];
    const found = typeof x === "number" && typeof y === "number" ? x - y : collator.compare(String(x), String(y));
    return (order.down ? -found : found) || a.n - b.n;
  };
  const shown = columns.map((c) => ({ key: c.key, name: page.t(c.key), head: head(page, c, by, again), show: c.show ?? c.value }));
  return h("div", { class: "scroll tall sheet", tabindex: 0, role: "region", "aria-label": page.t("table") },
    ...(selection.things.length === 0 ? [h("p", {}, page.t("nothing"))]
      : grid(page, shown, selection.things.toSorted(compare), { name: page.t("table"), few: ROWS, class: "things", marked: (t) => t.id === page.state.node })));
}

/**
 * The columns; those of figures only where there are some.
 * @param {Page} page
 * @param {Thing[]} things
 * @returns {Sorted[]}
 */
function columnsOf(page, things) {
  /** @type {Map<Thing, Reach>} */
  const reaches = new Map(things.map((t) => [t, reach(page, t)]));
  const of = (/** @type {Thing} */ t) => /** @type {Reach} */ (reaches.get(t));
  const comma = page.t("comma");
  const themes = (/** @type {Thing} */ t) => t.themes.map((theme) => themeName(theme, page));
  /** @type {(Sorted | false)[]} */
  const columns = [
    { key: "name", value: (t) => page.nameOf(t), show: (t) => [thingButton(page, t), t.verdict && h("div", { class: "narrow" }, badge(page, t.verdict))] },
    { key: "type", value: (t) => page.t(t.type) },
    { key: "years", value: (t) => span(of(t).years) },
    things.some((t) => t.fact) && { key: "value", value: (t) => t.fact ? valueOf(t.fact, page.language) : "", show: (t) => spoken(page, t.fact ? valueOf(t.fact, page.language) : "") },
    things.some((t) => t.verdict) && { key: "verdict", value: (t) => (t.verdict ? page.t(t.verdict) : ""), show: (t) => t.verdict && badge(page, t.verdict) },
    { key: "themes", value: (t) => themes(t).join(comma), show: (t) => shortened(page, themes(t), comma) },
    { key: "documents", value: (t) => of(t).documents.length, show: (t) => h("span", { title: of(t).documents.map((d) => page.titleOf(d)).join("\n") }, of(t).documents.length) },
    { key: "linksHead", value: (t) => of(t).links },
  ];
  return columns.filter((c) => c !== false);
}

/**
 * The first names of a list, and how many more there are; who points at it or listens gets all.
 * @param {Page} page
 * @param {string[]} names
 * @param {string} comma
 */
function shortened(page, names, comma) {
  const rest = names.slice(FEW);
  return [
    ...spoken(page, names.slice(0, FEW).join(comma)),
    rest.length > 0 && h("span", { title: names.join(comma) }, h("span", { "aria-hidden": "true" }, ` +${rest.length}`), h("span", { class: "unseen" }, comma, ...spoken(page, rest.join(comma)))),
  ];
}

/**
 * The years, documents and relations of a thing; of a theme also those of all narrower ones, as in the matrix of the start.
 * @param {Page} page
 * @param {Thing} t
 * @returns {Reach}
 */
function reach({ model }, t) {
  if (t.type !== "theme") return { years: t.years, documents: t.documents, links: t.edges.length };
  const themes = [...widened(model, [local(t)])].map((theme) => model.themes.get(theme));
  const edges = themes.flatMap((theme) => theme?.edges.filter((e) => e.relation === "underTheme" && e.to === theme && e.year) ?? []);
  const documents = new Set(edges.flatMap((e) => (e.passage ? [e.passage.document.name] : [])));
  return { years: [...new Set(edges.map((e) => e.year))].sort((a, b) => a - b), documents: [...documents].sort(), links: edges.length };
}

/** @param {number[]} years */
function span(years) {
  return years.length > 1 ? `${years[0]}–${years.at(-1)}` : years.join("");
}

/**
 * @param {Page} page
 * @param {Sorted} column
 * @param {Sorted} by the one that the rows are sorted by
 * @param {() => void} again
 */
function head(page, { key }, by, again) {
  const sorted = by.key === key;
  const click = () => {
    Object.assign(order, { key, down: sorted ? !order.down : key === "linksHead" });
    again();
    page.say(page.t(order.down ? "sortedDown" : "sortedUp", page.t(key)));
  };
  return h("th", { scope: "col", role: "columnheader", class: `head-${key}`, "aria-sort": sorted ? (order.down ? "descending" : "ascending") : "none" },
    h("button", { type: "button", class: "bare", key: `sort ${key}`, click }, page.t(key), h("span", { "aria-hidden": "true" }, sorted ? (order.down ? " ▼" : " ▲") : "")));
}
