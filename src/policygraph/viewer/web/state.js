// What the reader has chosen. It is kept in the address, so that a view can be sent to somebody, and back and forward work.

/**
 * @typedef {{
 *   view: string, language: string, scheme: string, node: string, open: string[], steps: number, from: string, to: string,
 *   types: string[], themes: string[], documents: string[], verdicts: string[], levels: string[], areas: string[], grades: string[],
 *   low: number, high: number, all: boolean, pins: string[], place: string, indicator: string, chart: string, year: string, row: string, bare: boolean,
 * }} State
 */

export const VIEWS = ["network", "timeline", "table", "ledger", "place", "compare"];
const LISTS = /** @type {const} */ (["open", "types", "themes", "documents", "verdicts", "levels", "areas", "grades", "pins"]);
const FILTERS = ["types", "themes", "documents", "verdicts", "levels", "areas", "grades", "low", "high"];
const TEXTS = /** @type {const} */ (["node", "from", "to", "place", "indicator", "chart", "year", "row"]);

/**
 * @param {string} language
 * @returns {State}
 */
export function initial(language) {
  return {
    view: "network", language, scheme: "", node: "", open: [], steps: 1, from: "", to: "",
    types: [], themes: [], documents: [], verdicts: [], levels: [], areas: [], grades: [], low: 0, high: 0, all: false, pins: [],
    place: "", indicator: "", chart: "", year: "", row: "", bare: false,
  };
}

/**
 * The state that an address names; whatever it does not name, or names wrongly, is as at the start.
 * @param {string} hash
 * @param {string} language
 * @returns {State}
 */
export function parse(hash, language) {
  const state = initial(language);
  const params = new URLSearchParams(hash.replace(/^#/, ""));
  for (const key of LISTS) state[key] = params.getAll(key);
  for (const key of TEXTS) state[key] = params.get(key) ?? "";
  const view = params.get("view") ?? "";
  if (VIEWS.includes(view)) state.view = view;
  const spoken = params.get("language") ?? "";
  if (["zh", "en"].includes(spoken)) state.language = spoken;
  const scheme = params.get("scheme") ?? "";
  if (["dark", "light"].includes(scheme)) state.scheme = scheme;
  state.steps = params.get("steps") === "2" ? 2 : 1;
  state.all = params.get("all") === "1";
  state.bare = params.get("bare") === "1";
  state.low = year(params.get("low"));
  state.high = year(params.get("high"));
  return state;
}

/**
 * @param {State} state
 * @param {string} language the one that needs no word in the address
 */
export function format(state, language) {
  const params = new URLSearchParams();
  if (state.view !== "network") params.set("view", state.view);
  if (state.language !== language) params.set("language", state.language);
  if (state.scheme) params.set("scheme", state.scheme);
  for (const key of TEXTS) if (state[key]) params.set(key, state[key]);
  for (const key of LISTS) for (const value of state[key]) params.append(key, value);
  if (state.steps === 2) params.set("steps", "2");
  if (state.all) params.set("all", "1");
  if (state.bare) params.set("bare", "1");
  if (state.low) params.set("low", String(state.low));
  if (state.high) params.set("high", String(state.high));
  return params.size ? `#${params}` : "#";
}

/**
 * The state after a change. Who chooses a thing or presses a filter while a path is open wants to see that, not the path.
 * @param {State} state
 * @param {Partial<State>} changes
 * @returns {State}
 */
export function after(state, changes) {
  const keeps = "from" in changes || "to" in changes;
  const leaves = (state.from || state.to) && !keeps && (changes.node || FILTERS.some((key) => key in changes));
  // What is looked at in detail is one thing at a time: a row of the ledger, or something else.
  const other = !("row" in changes) && ("node" in changes || "view" in changes || keeps);
  return { ...state, ...(leaves ? { node: "", open: [], from: "", to: "" } : {}), ...(other ? { row: "" } : {}), ...changes };
}

/** @param {State} state whether any filter is on */
export function filtered(state) {
  const lists = [state.types, state.themes, state.documents, state.verdicts, state.levels, state.areas];
  return lists.some((list) => list.length > 0) || state.low > 0 || state.high > 0;
}

/** What to change to be without filters, neighbourhood and path. */
export const CLEARED = {
  node: "", row: "", open: [], from: "", to: "", types: [], themes: [], documents: [], verdicts: [], levels: [], areas: [], grades: [], low: 0, high: 0, all: false,
};

/** @param {string | null} text */
function year(text) {
  return /^\d{4}$/.test(text ?? "") ? Number(text) : 0;
}
