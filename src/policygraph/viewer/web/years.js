// Statements by year as bars, which are also the slider of the range of years.

import { h } from "./dom.js";

/** @typedef {import("./page.js").Page} Page */

/**
 * @param {Page} page
 * @param {Map<number, number>} counts statements by year
 */
export function histogram(page, counts) {
  const { years } = page.model;
  if (years.length === 0) return null;
  const { state } = page;
  const [low, high] = [state.low || years[0], state.high || years[years.length - 1]];
  const most = Math.max(1, ...counts.values());
  const bar = (/** @type {number} */ year) => {
    const n = counts.get(year) ?? 0;
    const only = state.low === year && state.high === year;
    return h("button", { type: "button", class: `bar ${year >= low && year <= high ? "in" : "out"}`, key: `bar ${year}`, "aria-pressed": String(only), "aria-label": page.t("yearBar", year, n), title: page.t("yearBar", year, n),
      click: () => page.set(only ? { low: 0, high: 0 } : { low: year, high: year }) }, fillOf(n / most));
  };
  const slider = (/** @type {"low" | "high"} */ end) => h("input", {
    type: "range", class: end, min: 0, max: years.length - 1, step: 1, value: years.indexOf(end === "low" ? low : high), key: `slider ${end}`,
    "aria-label": page.t(end === "low" ? "yearFrom" : "yearTo"), "aria-valuetext": String(end === "low" ? low : high),
    change: (/** @type {Event} */ e) => slide(page, end, years[Number(/** @type {HTMLInputElement} */ (e.target).value)]),
  });
  return h("section", { class: "years" }, h("h3", {}, page.t("years"), h("span", { class: "count" }, low === high ? low : `${low}–${high}`)),
    h("div", { class: "bars" }, years.map(bar)),
    years.length > 1 && h("div", { class: "sliders" }, slider("low"), slider("high")),
    h("div", { class: "ends quiet" }, h("span", {}, years[0]), h("span", {}, years[years.length - 1])));
}

/**
 * @param {Page} page
 * @param {"low" | "high"} end
 * @param {number} year
 */
function slide(page, end, year) {
  const { years } = page.model;
  const [first, last] = [years[0], years[years.length - 1]];
  let [low, high] = [page.state.low || first, page.state.high || last];
  if (end === "low") [low, high] = [year, Math.max(year, high)];
  else [low, high] = [Math.min(year, low), year];
  page.set({ low: low === first && high === last ? 0 : low, high: low === first && high === last ? 0 : high });
}

/** @param {number} share of the highest bar */
function fillOf(share) {
  const fill = h("span", { class: "fill" });
  fill.style.height = `${Math.max(share > 0 ? 4 : 0, Math.round(share * 100))}%`;
  return fill;
}
