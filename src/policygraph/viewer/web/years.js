// Statements by year as bars, and below them the slider of the range of years.

import { fill, h } from "./dom.js";

/**
 * @typedef {import("./page.js").Page} Page
 * @typedef {"low" | "high"} End
 */

/** More years than this have bars too thin for a finger. */
const BARS = 7;

export class Years {
  /** The range to go back to from a single year. */
  #wide = { low: 0, high: 0 };
  #frame = 0;

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    const { years } = page.model;
    this.head = h("h3");
    this.bars = h("div", { class: "bars" });
    this.ends = { low: this.#slider("low"), high: this.#slider("high") };
    this.element = h("section", { class: "years" }, this.head, this.bars,
      years.length > 1 && h("div", { class: "sliders" }, this.ends.low, this.ends.high),
      h("div", { class: "ends quiet" }, h("span", {}, years[0]), h("span", {}, years.at(-1))));
    this.element.hidden = years.length === 0;
  }

  /** @param {Map<number, number>} counts statements by year */
  update(counts) {
    const { page } = this;
    const { years } = page.model;
    if (years.length === 0) return;
    const { low, high } = page.state;
    if (!low || low !== high) this.#wide = { low, high };
    const range = this.#range();
    const [first, last] = [years[range.low], years[range.high]];
    fill(this.head, page.t("years"), h("span", { class: "count" }, first === last ? first : `${first}–${last}`));
    const most = Math.max(1, ...counts.values());
    this.bars.classList.toggle("many", years.length > BARS);
    fill(this.bars, ...years.map((year) => (years.length > BARS ? this.#thin : this.#bar).call(this, year, counts.get(year) ?? 0, most)));
    if (years.length > BARS) this.#name(counts);
    for (const end of /** @type {const} */ (["low", "high"])) {
      this.ends[end].value = String(range[end]);
      this.ends[end].setAttribute("aria-label", page.t(end === "low" ? "yearFrom" : "yearTo"));
      this.ends[end].setAttribute("aria-valuetext", String(years[range[end]]));
    }
  }

  /** The first and the last year that the state leaves, by number. */
  #range() {
    const { years } = this.page.model;
    const { low, high } = this.page.state;
    return { low: Math.max(0, years.findIndex((year) => year >= low)), high: high ? Math.max(0, years.findLastIndex((year) => year <= high)) : years.length - 1 };
  }

  /** @param {Map<number, number>} counts of many years: the picture as a whole tells its numbers, and the slider chooses */
  #name(counts) {
    this.bars.setAttribute("role", "img");
    this.bars.setAttribute("aria-label", this.page.model.years.map((year) => this.page.t("yearBar", year, counts.get(year) ?? 0)).join(this.page.t("semicolon")));
  }

  /**
   * A bar too thin to be pressed.
   * @param {number} year
   * @param {number} n statements
   * @param {number} most statements of any year
   */
  #thin(year, n, most) {
    const { low, high } = this.page.state;
    const inside = (!low || year >= low) && (!high || year <= high);
    return h("span", { class: `bar ${inside ? "in" : "out"}`, title: this.page.t("yearBar", year, n) }, fillOf(n / most));
  }

  /**
   * @param {number} year
   * @param {number} n statements
   * @param {number} most statements of any year
   */
  #bar(year, n, most) {
    const { page } = this;
    const { low, high } = page.state;
    const only = low === year && high === year;
    const inside = (!low || year >= low) && (!high || year <= high);
    const words = page.t("yearBar", year, n);
    return h("button", { type: "button", class: `bar ${inside ? "in" : "out"}`, key: `bar ${year}`, "aria-pressed": String(only), "aria-label": words, title: words,
      click: () => page.set(only ? this.#wide : { low: year, high: year }) }, fillOf(n / most));
  }

  /** @param {End} end */
  #slider(end) {
    const move = (/** @type {Event} */ e) => this.#slide(end, e.type === "change");
    return h("input", { type: "range", class: end, min: 0, max: this.page.model.years.length - 1, step: 1, input: move, change: move });
  }

  /**
   * Follow a thumb under the reader's hand; it goes no further than to the other one.
   * @param {End} end
   * @param {boolean} done
   */
  #slide(end, done) {
    const { page } = this;
    const { years } = page.model;
    const range = this.#range();
    const at = Number(this.ends[end].value);
    range[end] = end === "low" ? Math.min(at, range.high) : Math.max(at, range.low);
    this.ends[end].value = String(range[end]);
    const whole = range.low === 0 && range.high === years.length - 1;
    const changes = whole ? { low: 0, high: 0 } : { low: years[range.low], high: years[range.high] };
    cancelAnimationFrame(this.#frame);
    if (done) page.set(changes);
    else this.#frame = requestAnimationFrame(() => page.preview(changes));
  }
}

/** @param {number} share of the highest bar */
function fillOf(share) {
  const fill = h("span", { class: "fill" });
  fill.style.height = `${Math.max(share > 0 ? 4 : 0, Math.round(share * 100))}%`;
  return fill;
}
