// Numbers of the panel as people read them: amounts come in base units (元, 千克, 平方米) and are shown in usual ones.

/**
 * @typedef {import("./page.js").Page} Page
 * @typedef {{ by: number, label: string }} Scale by: base units in one of the unit shown
 */

/** A 亩 in square metres. */
const MU = 10_000 / 15;
/** Usual units by base unit, the largest first: Chinese, then English. */
const USUAL = /** @type {Record<string, readonly [[number, string][], [number, string][]]>} */ ({
  元: [[[1e12, "万亿元"], [1e8, "亿元"], [1e4, "万元"]], [[1e12, "CNY trn"], [1e9, "CNY bn"], [1e6, "CNY mn"], [1, "CNY"]]],
  美元: [[[1e8, "亿美元"], [1e4, "万美元"]], [[1e9, "USD bn"], [1e6, "USD mn"], [1, "USD"]]],
  人: [[[1e4, "万人"]], [[1e6, "mn people"], [1e3, "thousand people"], [1, "people"]]],
  人次: [[[1e8, "亿人次"], [1e4, "万人次"]], [[1e6, "mn"], [1e3, "thousand"], [1, ""]]],
  个: [[[1e4, "万"], [1, ""]], [[1e6, "mn"], [1e3, "thousand"], [1, ""]]],
  千克: [[[1e7, "万吨"], [1e3, "吨"]], [[1e9, "mn t"], [1e3, "t"]]],
  平方米: [[[MU * 1e4, "万亩"], [MU, "亩"]], [[1e6, "km²"], [1e4, "ha"], [1, "m²"]]],
  米: [[[1e3, "公里"]], [[1e3, "km"], [1, "m"]]],
  千瓦: [[[1e4, "万千瓦"]], [[1e6, "GW"], [1e3, "MW"], [1, "kW"]]],
  "微克/立方米": [[], [[1, "μg/m³"]]],
});

/**
 * The unit in which the largest of some amounts is a number of few digits.
 * @param {Page} page
 * @param {string} unit
 * @param {number[]} values
 * @returns {Scale}
 */
export function scaleOf(page, unit, values) {
  const most = Math.max(0, ...values.map(Math.abs));
  const usual = Object.hasOwn(USUAL, unit) ? USUAL[unit][Number(page.language === "en")] : [];
  const [by, label] = usual.find(([size]) => most >= size) ?? [1, unit];
  return { by, label };
}

/**
 * An amount in a unit, without the unit: at most four digits that matter.
 * @param {number} value
 * @param {Scale} scale
 */
export function number(value, { by }) {
  return (value / by).toLocaleString("en", { maximumSignificantDigits: 4 });
}

/**
 * The number of a cell: what was reached, or else what was set, which may be a range or have one end only.
 * @param {import("./data.js").Cell} cell
 * @param {Scale} scale
 */
export function told({ low, high, outcome }, scale) {
  if (outcome !== null) return number(outcome, scale);
  if (low !== null && high !== null) return [...new Set([low, high])].map((end) => number(end, scale)).join("–");
  return low !== null ? `≥ ${number(low, scale)}` : high !== null ? `≤ ${number(high, scale)}` : "";
}

/**
 * A number with its unit: a currency stands before it.
 * @param {string} words
 * @param {Scale} scale
 */
export function united(words, { label }) {
  const [, currency, size] = /^(CNY|USD) ?(.*)$/.exec(label) ?? [];
  if (currency) return [currency, words, size].filter(Boolean).join(" ");
  return `${words}${/^[a-z]/i.test(label) ? " " : ""}${label}`;
}
