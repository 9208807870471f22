// What is shown as CSV: the sub-graph, one row for every relation, or the rows of the ledger.

/**
 * @typedef {import("./data.js").LedgerRow} LedgerRow
 * @typedef {import("./selection.js").Selection} Selection
 */

const COLUMNS = ["from", "from_type", "from_label", "relation", "to", "to_type", "to_label", "year", "theme", "strength", "stage", "mode", "quote", "document", "start", "end", "statement", "page"];
/** Those of policygraph.ledger.table, in its order: they never change. */
const LEDGER = [
  "relation", "indicator", "area", "verdict", "a_statement", "a_document", "a_year", "a_quote", "b_statement", "b_document", "b_year", "b_quote", "note",
  "rule", "entity", "concept", "level", "theme_id", "year", "a_written", "a_start", "a_end", "b_written", "b_start", "b_end", "id",
  "grade", "shared", "score", "candidate_document", "candidate_quote", "candidate_start", "candidate_end", "target",
];

/** Its columns with the digest of a statement. */
const IDS = new Set(["a_statement", "b_statement", "id"]);

/**
 * @param {Selection} selection
 * @returns {string} with the mark that makes Excel read UTF-8
 */
export function csv({ edges }) {
  const rows = edges.map((e) => [
    e.from.iri, e.from.type, e.from.label, e.relation, e.to.iri, e.to.type, e.to.label, e.year || "", e.theme, e.strength, e.stage, e.mode,
    e.passage?.quote ?? "", e.passage?.document.name ?? "", e.passage?.start ?? "", e.passage?.end ?? "", e.relation === "broader" ? "" : id(e.key), e.passage?.page || "",
  ]);
  return text([COLUMNS, ...rows]);
}

/**
 * @param {LedgerRow[]} rows
 * @returns {string} with the first columns of ledger.csv
 */
export function ledgerCsv(rows) {
  return text([LEDGER, ...rows.map((row) => LEDGER.map((column) => (IDS.has(column) ? id(row[column]) : row[column] ?? "")))]);
}

/** Those of policygraph.ledger.panel that the page has. */
const PANEL = ["area", "indicator", "concept", "year", "unit", "target_low", "target_high", "wording", "outcome", "outcome_written", "verdict", "target_document", "target_quote", "outcome_document", "outcome_quote", "area_english", "indicator_english", "division_code"];

/**
 * @param {import("./data.js").Cell[]} cells
 * @param {Map<string, import("./data.js").Area>} areas
 * @returns {string} with columns of panel.csv
 */
export function panelCsv(cells, areas) {
  const side = (/** @type {import("./data.js").Thing | null} */ t) => {
    const passage = t?.edges.find((e) => e.from === t && e.passage)?.passage;
    return [passage?.document.name ?? "", passage?.quote ?? ""];
  };
  return text([PANEL, ...cells.map((c) => [
    c.area, c.indicator, c.concept, c.year, c.unit, c.low ?? "", c.high ?? "", c.target?.fact?.written ?? "", c.outcome ?? "", c.result?.fact?.written ?? "", c.verdict,
    ...side(c.target), ...side(c.result), areas.get(c.area)?.english ?? "", c.english, areas.get(c.area)?.code ?? "",
  ])]);
}

/**
 * A statement as the tables of policygraph name it: of bare digests some are all digits, which a spreadsheet rounds.
 * @param {string | undefined} digest
 */
function id(digest) {
  return digest ? `st:${digest}` : "";
}

/** @param {(string | number)[][]} rows */
function text(rows) {
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** @param {string | number} value */
function cell(value) {
  let text = String(value);
  // A spreadsheet would run these as a formula (OWASP, CSV injection). The tables that policygraph writes leave them as
  // they are, for programs; what is saved here is opened in a spreadsheet, as its byte order mark says.
  if (/^[=+\-@\t\r\n＝＋－＠]/.test(text) && typeof value === "string") text = `'${text}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
