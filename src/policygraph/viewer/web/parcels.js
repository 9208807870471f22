// The parts of the data as they stand in the page: JSON, compressed, in base64; parcels.py writes them.

import { byId } from "./dom.js";

/**
 * Unpack a part of the data; its text leaves the page, so that it is not kept twice.
 * @param {string} name
 * @returns {Promise<any>}
 */
export async function unpack(name) {
  const element = byId(`data-${name}`);
  const bytes = Uint8Array.from(atob(element.textContent ?? ""), (letter) => letter.charCodeAt(0));
  element.textContent = "";
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
}
