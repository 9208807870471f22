// What is Chinese on the English page says so, so that it is spoken and set as Chinese.

import { h } from "./dom.js";

/**
 * @typedef {import("./dom.js").Child} Child
 * @typedef {import("./page.js").Page} Page
 */

/** From the first Chinese character to the last one, with digits and marks between them, without Latin words. */
const CHINESE = /(\p{Script=Han}(?:[^\p{Script=Latin}]*[\p{Script=Han}”》）])?)/u;

/**
 * A text with its Chinese parts marked as such.
 * @param {Page} page
 * @param {string | number} text
 * @returns {Child[]}
 */
export function spoken(page, text) {
  if (page.language !== "en") return [text];
  return String(text).split(CHINESE).filter(Boolean).map((part) => (/\p{Script=Han}/u.test(part) ? h("span", { lang: "zh-Hans" }, part) : part));
}
