// Clicks on a canvas whose things move when they are clicked.

/** A second click within so many milliseconds and pixels makes a double click; who moves further has dragged. */
const TWICE = { time: 400, far: 16 };
const STILL = 6;

/**
 * Hear the clicks of the browser and not the taps of vis-network, which come before them: what a tap brings up under the
 * finger would get the click.
 * @template T
 * @param {HTMLElement} element
 * @param {(place: { x: number, y: number }) => T} once called with the place within the element; finds what is there
 * @param {(found: T) => void} twice called with what the first of two clicks has found: it may have moved everything
 */
export function clicks(element, once, twice) {
  let pressed = { x: 0, y: 0 };
  /** @type {{ x: number, y: number, time: number, found: T } | null} */
  let last = null;
  element.addEventListener("pointerdown", ({ clientX: x, clientY: y }) => (pressed = { x, y }));
  element.addEventListener("click", ({ clientX: x, clientY: y, timeStamp: time }) => {
    if (Math.hypot(x - pressed.x, y - pressed.y) > STILL) return;
    if (last && time - last.time < TWICE.time && Math.hypot(x - last.x, y - last.y) < TWICE.far) {
      const { found } = last;
      last = null;
      twice(found);
      return;
    }
    const { left, top } = element.getBoundingClientRect();
    last = { x, y, time, found: once({ x: x - left, y: y - top }) };
  });
}
