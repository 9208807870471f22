// What the page is about just now: told to screen readers when it changes, and on a phone written below the graph.

import { h } from "./dom.js";

/**
 * @typedef {import("./dom.js").Child} Child
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./selection.js").Selection} Selection
 */

/**
 * @param {Page} page
 * @returns {HTMLElement | null} null where nothing is chosen
 */
function subject(page) {
  const { state, model } = page;
  const [node, from, to] = [state.node, state.from, state.to].map((id) => model.byId.get(id));
  if (from && to) return h("span", {}, page.label(from), " → ", page.label(to));
  const end = from ?? to;
  if (end && (!node || node === end)) return h("span", {}, page.t(from ? "pathFrom" : "pathTo"), " ", page.label(end), page.t("stop"), page.t("pathChoose"));
  return node ? h("span", {}, page.t("selected", ""), page.label(node)) : null;
}

/**
 * The line below the views of a narrow page; the network always has it, so that nothing moves under a finger.
 * @param {Page} page
 * @param {Selection} selection
 * @returns {Child[]}
 */
export function bar(page, { kind }) {
  const words = subject(page);
  if (!words && page.state.view !== "network") return [];
  return [
    words ?? h("span", { class: "quiet" }, page.t("tapHint")),
    (words || kind === "filter") && h("button", { type: "button", key: "choice", click: () => page.panel("details") }, page.t("details")),
  ];
}

/** What has been told, so that only what is new is. */
export class News {
  /** @type {{ node: string, from: string, to: string, title: string, count: string } | null} */
  #last = null;

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * Tell screen readers what is new; nothing when the page has just been opened.
   * @param {string} title of the details
   * @param {string} count of what is shown, in words
   * @returns {boolean} whether the page is about something else than before
   */
  tell(title, count) {
    const { page } = this;
    const { node, from, to } = page.state;
    const last = this.#last;
    this.#last = { node, from, to, title, count };
    if (!last) return true;
    const other = last.title !== title || last.from !== from || last.to !== to;
    const walked = node !== last.node ? page.model.byId.get(node) : undefined;
    const words = walked ? [page.t("selected", ""), page.label(walked)] : other ? [subject(page) ?? title] : [];
    const counted = count === last.count ? [] : [count];
    if (words.length + counted.length > 0) page.say(...words, words.length > 0 && counted.length > 0 && page.t("stop"), ...counted);
    return other || node !== last.node;
  }
}
