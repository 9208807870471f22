// The page on paper: light, nothing folded or left out, with its address and the dates of its documents.

import { citationOf } from "./citing.js";
import { byId, h } from "./dom.js";

/**
 * @typedef {import("./network.js").NetworkView} NetworkView
 * @typedef {import("./page.js").Page} Page
 */

/**
 * Dress the page for paper before it is printed, and put everything back afterwards.
 * @param {Page} page
 * @param {NetworkView} network
 * @param {() => HTMLElement | null} again draws a view of rows once more
 */
export function printing(page, network, again) {
  /** @type {(() => void)[]} */
  let undo = [];
  addEventListener("beforeprint", () => {
    page.paper(true);
    undo = [() => page.paper(false), imprint(page), unfold(), alone(page), wholeView(network, again)];
  });
  addEventListener("afterprint", () => {
    for (const step of undo.splice(0)) step();
  });
}

/** @param {Page} page */
function imprint(page) {
  const element = h("p", { id: "imprint" }, citationOf(page), " ", h("a", { href: location.href }, legible(location.href)));
  document.querySelector("header")?.append(element);
  return () => element.remove();
}

/** Open every quote of the details. */
function unfold() {
  const folded = [...byId("details").querySelectorAll("details:not([open])")];
  for (const element of folded) element.setAttribute("open", "");
  return () => folded.forEach((element) => element.removeAttribute("open"));
}

/** @param {Page} page rows are printed without a summary of themselves */
function alone({ state }) {
  const details = byId("details");
  details.hidden = state.view !== "network" && !state.node && !state.from && !state.to;
  return () => (details.hidden = false);
}

/**
 * The network as a picture as wide as the paper; a table with all of its rows.
 * @param {NetworkView} network
 * @param {() => HTMLElement | null} again
 */
function wholeView(network, again) {
  const views = byId("views");
  const rows = again();
  const picture = rows ? null : network.picture();
  if (picture) {
    picture.className = "printed";
    network.element.append(picture);
    return () => picture.remove();
  }
  const [before, top] = [[...views.childNodes], views.firstElementChild?.scrollTop ?? 0];
  if (rows) {
    views.replaceChildren(rows);
    for (let more; (more = rows.querySelector(":scope > button")) instanceof HTMLElement; ) more.click();
  }
  return () => {
    views.replaceChildren(...before);
    views.firstElementChild?.scrollTo({ top });
  };
}

/** @param {string} address */
function legible(address) {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
