// How relations are put into words.

/**
 * @typedef {import("./data.js").Edge} Edge
 * @typedef {import("./page.js").Page} Page
 */

const WORDS = /** @type {Record<string, string>} */ ({ indicator: "hasIndicator" });
const MODES = /** @type {Record<string, string>} */ ({ target: "modeTarget", outcome: "modeOutcome", none: "modeNone" });

/**
 * @param {Edge} e
 * @param {Page} page
 */
export function relation(e, page) {
  return page.t(WORDS[e.relation] ?? e.relation);
}

/**
 * What is known of a relation beside its name: year, theme, stage, mode, nearness.
 * @param {Edge} e
 * @param {Page} page
 * @returns {string[]}
 */
export function qualities(e, page) {
  const theme = e.theme && e.relation !== "broader" ? themeName(e.theme, page) : "";
  return [
    e.year ? page.t("year", e.year) : "",
    theme,
    e.stage ? page.t(e.stage) : "",
    !e.stage && e.relation === "underTheme" && e.mode && e.mode !== "none" ? page.t(MODES[e.mode] ?? e.mode) : "",
    e.strength ? page.t(e.strength) : "",
  ].filter(Boolean);
}

/**
 * The words beside a line that stands for some relations.
 * @param {Edge[]} edges
 * @param {Page} page
 */
export function caption(edges, page) {
  const names = [...new Set(edges.map((e) => relation(e, page)))];
  const years = [...new Set(edges.map((e) => e.year).filter(Boolean))].sort();
  return [names.join("/"), years.length > 2 ? `${years[0]}–${years.at(-1)}` : years.join(", ")].filter(Boolean).join(" ");
}

/**
 * @param {string} local
 * @param {Page} page
 */
export function themeName(local, page) {
  const theme = page.model.themes.get(local);
  return theme ? page.nameOf(theme) : local;
}
