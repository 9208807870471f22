// The parts of the data as they stand in the page: JSON, compressed, in base64; parcels.py writes them.

import { byId } from "./dom.js";

/**
 * Unpack a part of the data; its text leaves the page, so that it is not kept twice.
 * @param {string} name
 * @returns {Promise<any>}
 */
export async function unpack(name) {
  const element = byId(`data-${name}`);
  const letters = atob(element.textContent ?? "");
  // A plain loop: of millions of letters a function for each takes seconds.
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  element.textContent = "";
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).json();
}
