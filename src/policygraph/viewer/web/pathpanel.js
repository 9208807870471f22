// How two things hang together: two boxes to choose them, and every hop with its year, theme and exact words.

import { combobox } from "./combobox.js";
import { h } from "./dom.js";
import { thingButton } from "./details.js";
import { quote } from "./quotes.js";
import { qualities, relation } from "./relations.js";

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./dom.js").Child} Child
 * @typedef {import("./page.js").Page} Page
 * @typedef {import("./paths.js").Path} Path
 * @typedef {import("./search.js").Find} Find
 */

/**
 * @param {Page} page
 * @param {Find} find
 * @returns {HTMLElement} the two boxes
 */
export function chooser(page, find) {
  const { state } = page;
  const box = (/** @type {"from" | "to"} */ end) => {
    const chosen = page.model.byId.get(state[end]);
    return combobox(page, (query, limit) => find(query, limit, false), {
      id: `path-${end}`, label: page.t(end === "from" ? "pathFrom" : "pathTo"), hint: page.t("pathHint"), value: chosen ? page.nameOf(chosen) : "",
      first: !chosen && Boolean(state.from || state.to),
      choose: (found) => found.kind === "thing" && page.set({ [end]: found.thing.id, node: "", open: [] }),
      empty: chosen && (() => page.set({ [end]: "" })),
    }).element;
  };
  return h("div", { class: "chooser" },
    h("label", { for: "path-from" }, page.t("pathFrom")), box("from"),
    h("label", { for: "path-to" }, page.t("pathTo")), box("to"),
    h("button", { type: "button", class: "small", key: "swap", click: () => page.set({ from: state.to, to: state.from }) }, `⇅ ${page.t("pathSwap")}`));
}

/**
 * @param {Page} page
 * @param {Find} find
 * @param {Path[]} paths
 * @returns {Child[]}
 */
export function pathPanel(page, find, paths) {
  const both = page.state.from && page.state.to;
  return [
    h("h2", {}, page.t("startPath")),
    chooser(page, find),
    !both && h("p", { class: "quiet" }, page.t("pathChoose")),
    both && paths.length === 0 && h("p", {}, page.t("pathNone")),
    ...paths.map((path, i) => h("section", { class: "path" }, h("h3", {}, page.t("pathN", i + 1, path.hops.length)), hops(page, path, i === 0))),
    h("div", { class: "actions" }, h("button", { type: "button", key: "home", click: () => page.look({}) }, page.t("home"))),
  ];
}

/**
 * @param {Page} page
 * @param {Path} path
 * @param {boolean} open
 */
function hops(page, path, open) {
  return h("ol", { class: "hops" },
    h("li", {}, thingButton(page, path.things[0])),
    path.hops.map((hop) => h("li", {},
      hop.edges.map((e, i) => h("details", { class: "relation", open: open && i === 0 },
        h("summary", {}, h("b", {}, `${e.from === hop.from ? "↓" : "↑"} ${relation(e, page)}`), " ", h("span", { class: "quiet" }, qualities(e, page).join(" · "))),
        e.passage ? quote(page, e.passage) : null)),
      thingButton(page, hop.to))));
}
