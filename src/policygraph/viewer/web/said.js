// A place below a picture in which the words stand of what is pointed at or has the focus.

import { valueOf } from "./data.js";
import { fill, h } from "./dom.js";
import { spoken } from "./languages.js";
import { placeName, titleOf } from "./panel.js";
import { look } from "./side.js";

/**
 * @typedef {import("./data.js").Cell} Cell
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./dom.js").Child} Child
 * @typedef {import("./page.js").Page} Page
 */

/** What says the words of one picture. */
export class Said {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.element = h("div", { class: "said" }, h("p", { class: "quiet" }, page.t("pointHint")));
  }

  /**
   * Make a sign of a picture tell its words, and open them when it is pressed.
   * @param {Element} sign
   * @param {Cell} cell
   */
  tells(sign, cell) {
    const { page } = this;
    const thing = cell.result ?? cell.target;
    const show = () => fill(this.element, ...words(page, cell));
    const open = () => thing && look(page, thing);
    sign.setAttribute("role", "button");
    sign.setAttribute("tabindex", "0");
    sign.setAttribute("aria-label", summary(page, cell));
    sign.setAttribute("data-key", `sign ${cell.area} ${cell.indicator} ${cell.unit} ${cell.year}`);
    for (const event of ["pointerenter", "focus"]) sign.addEventListener(event, show);
    sign.addEventListener("click", open);
    sign.addEventListener("keydown", (e) => {
      const { key } = /** @type {KeyboardEvent} */ (e);
      if (key !== "Enter" && key !== " ") return;
      e.preventDefault();
      e.stopPropagation();
      open();
    });
    return sign;
  }
}

/**
 * One cell in one line.
 * @param {Page} page
 * @param {Cell} cell
 */
export function summary(page, cell) {
  return [
    `${placeName(page, cell.area)} ${page.t("year", cell.year)}`, titleOf(page, { name: cell.indicator, english: cell.english }),
    cell.target?.fact && `${page.t("target")} ${valueOf(cell.target.fact, page.language)}`,
    cell.result?.fact && `${page.t("outcome")} ${valueOf(cell.result.fact, page.language)}`, cell.verdict && page.t(cell.verdict),
  ].filter(Boolean).join(page.language === "en" ? "; " : "，");
}

/**
 * @param {Page} page
 * @param {Cell} cell
 * @returns {Child[]}
 */
function words(page, cell) {
  return [h("p", {}, h("b", {}, spoken(page, summary(page, cell)))), ...[cell.target, cell.result].filter((t) => t !== null).map((t) => line(page, t))];
}

/**
 * @param {Page} page
 * @param {Thing} thing
 */
function line(page, thing) {
  const passage = thing.edges.find((e) => e.from === thing && e.passage)?.passage;
  return passage && h("p", {}, page.t(thing.type), page.t("colon"), h("q", { lang: "zh-Hans" }, passage.quote.replace(/\s+/g, " ")), " ", h("span", { class: "quiet" }, spoken(page, page.titleOf(passage.document.name))));
}
