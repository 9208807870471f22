// vis-network, asked for only when the first sight is on the screen: to read it takes as long as all the rest.

import { byId } from "./dom.js";

/** @type {Promise<Vis> | null} */
let asked = null;

/** @param {(vis: Vis) => void} use called as soon as there is something to use */
export function engine(use) {
  asked ??= new Promise((resolve) => {
    // When the second frame begins, the first one is on the screen.
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(run()))));
  });
  asked.then(use);
}

/** Run the script that stands in the page as mere text; the policy of the page knows it by its digest. */
function run() {
  const text = byId("engine");
  const script = document.createElement("script");
  script.textContent = text.textContent;
  text.replaceWith(script);
  return vis;
}
