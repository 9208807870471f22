// Elements made from values. Text is always a text node, so that nothing in the data can become markup.

/** @typedef {Node | string | number | null | undefined | false} Child */

const SVG = "http://www.w3.org/2000/svg";

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [props] attributes; functions are listeners, `key` remembers the focus
 * @param {(Child | Child[])[]} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  apply(element, props);
  element.append(...nodes(children));
  return element;
}

/**
 * @param {string} tag
 * @param {Record<string, any>} [props]
 * @param {(Child | Child[])[]} children
 * @returns {SVGElement}
 */
export function s(tag, props = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  apply(element, props);
  element.append(...nodes(children));
  return element;
}

/**
 * A link that leads out of the page; anything but http and https stays plain text.
 * @param {string} address
 * @param {string} text
 */
export function link(address, text) {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !["http:", "https:"].includes(url.protocol)) return h("span", {}, text);
  return h("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" }, text);
}

/**
 * Put new children in place of the old ones and give the focus back to the one that had it; if there is none like it, to
 * where the new ones begin.
 * @param {Element} container
 * @param {Child[]} children
 */
export function fill(container, ...children) {
  const active = document.activeElement;
  const held = active instanceof HTMLElement && container.contains(active) ? active : null;
  container.replaceChildren(...nodes(children));
  if (!held) return;
  const again = [...container.querySelectorAll("[data-key]")].find((e) => /** @type {HTMLElement} */ (e).dataset.key === held.dataset.key);
  if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  if (!container.contains(document.activeElement)) enter(container);
}

/**
 * Give the focus to where a part of the page begins: what it marks as first, its heading, or what holds it.
 * @param {Element} container
 */
export function enter(container) {
  const first = container.querySelector("[data-first]") ?? container.querySelector("h2") ?? container.querySelector("[tabindex='0']") ?? container.closest("[tabindex]");
  if (!(first instanceof HTMLElement)) return;
  if (first.tagName === "H2") first.tabIndex = -1;
  first.focus({ preventScroll: true });
}

/** @param {string} id */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element ${id}`);
  return element;
}

/**
 * @param {Element} element
 * @param {Record<string, any>} props
 */
function apply(element, props) {
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value);
    else if (name === "key") /** @type {HTMLElement} */ (element).dataset.key = value;
    else if (name === "value") /** @type {HTMLInputElement} */ (element).value = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
}

/**
 * @param {(Child | Child[])[]} children
 * @returns {(Node | string)[]}
 */
function nodes(children) {
  return children
    .flat()
    .filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : String(child)));
}
