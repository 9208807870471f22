// The shown sub-graph as CSV: one row for every relation.

/**
 * @typedef {import("./selection.js").Selection} Selection
 */

const COLUMNS = ["from", "from_type", "from_label", "relation", "to", "to_type", "to_label", "year", "theme", "strength", "stage", "mode", "quote", "document", "start", "end", "statement"];

/**
 * @param {Selection} selection
 * @returns {string} with the mark that makes Excel read UTF-8
 */
export function csv({ edges }) {
  const rows = edges.map((e) => [
    e.from.iri, e.from.type, e.from.label, e.relation, e.to.iri, e.to.type, e.to.label, e.year || "", e.theme, e.strength, e.stage, e.mode,
    e.passage?.quote ?? "", e.passage?.document.name ?? "", e.passage?.start ?? "", e.passage?.end ?? "", e.key,
  ]);
  return `\ufeff${[COLUMNS, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** @param {string | number} value */
function cell(value) {
  let text = String(value);
  // A spreadsheet would run these as a formula.
  if (/^[=+\-@\t\r]/.test(text) && typeof value === "string") text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
