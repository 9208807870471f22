// What the page shows, read from the arrays that payload.py writes; columns in the same order.

/**
 * @typedef {{ name: string, title: string, publisher: string, issued: string, area: string, level: string, source: string, english: string }} Document
 * @typedef {{ document: Document, start: number, end: number, quote: string, page: number }} Passage page: 0 where there are none
 * @typedef {{ excerpts: Map<string, Excerpt[]>, quotes: Record<string, string> }} Words what documents say: read after the first sight
 * @typedef {{ name: string, english: string, syllables: string, code: string, level: string, within: string, official: string }} Area
 * @typedef {{
 *   area: string, indicator: string, english: string, concept: string, unit: string, verdict: string, year: number,
 *   low: number | null, high: number | null, outcome: number | null, target: Thing | null, result: Thing | null,
 * }} Cell a row of the panel: what was set for a place and year as a range, and what was reported
 * @typedef {{ indicator: string, area: string, comparator: string, value: string, valueMax: string, unit: string, written: string, said: string }} Fact said: the value in English
 * @typedef {{
 *   n: number, id: string, iri: string, type: string, label: string, english: string, syllables: string, aliases: string[],
 *   x: number, y: number, years: number[], themes: string[], documents: string[], fact: Fact | null, edges: Edge[],
 *   verdict: string, target: string,
 * }} Thing
 * @typedef {{
 *   from: Thing, to: Thing, relation: string, theme: string, strength: string, stage: string, mode: string, year: number,
 *   weight: number, passage: Passage | null, key: string,
 * }} Edge
 * @typedef {Record<string, string>} LedgerRow
 * @typedef {{
 *   title: Record<string, string>, things: Thing[], edges: Edge[], byId: Map<string, Thing>, documents: Map<string, Document>, years: number[],
 *   themes: Map<string, Thing>, narrower: Map<string, string[]>, ledger: LedgerRow[], prefixes: Record<string, string>,
 *   units: Record<string, string[]>, words: Words, above: Map<string, string>, base: string, pages: string | null,
 *   areas: Map<string, Area>, panel: Cell[], version: string,
 * }} Model
 * @typedef {{ start: number, text: string, letters: string[] | null }} Excerpt letters: where offsets are not those of the string
 */

/** Types in the order in which they are listed. */
export const TYPES = [
  "theme", "project", "platform", "industry", "organization", "programme", "place", "event", "target", "outcome", "indicator",
];

/** Levels of government, the highest first. */
export const LEVELS = ["nation", "province", "city", "county", "township"];

/**
 * @param {any} raw
 * @returns {Model} without the words of its documents
 */
export function read(raw) {
  const strings = raw.strings;
  /** @type {Words} */
  const words = { excerpts: new Map(), quotes: {} };
  const documents = new Map(raw.documents.map((/** @type {string[]} */ row) => [row[0], document_(row)]));
  const passages = passagesOf(raw.passages, raw.paged, strings, documents, words);
  /** @type {Thing[]} */
  const things = raw.nodes.map((/** @type {any[]} */ row, /** @type {number} */ n) => thing(row, n, strings, raw.prefixes));
  const edges = raw.edges.map((/** @type {any[]} */ row) => edge(row, things, strings, passages));
  for (const e of edges) {
    e.from.edges.push(e);
    if (e.to !== e.from) e.to.edges.push(e);
  }
  const byId = new Map(things.map((t) => [t.id, t]));
  const ledger = ledgerOf(raw.ledger, strings);
  for (const row of ledger) {
    const target = byId.get(`st:${row.a_statement}`);
    if (target && row.verdict && row.relation === "assessed_by") Object.assign(target, { verdict: row.verdict, target: row.target || row.a_statement });
  }
  const years = [...new Set(edges.map((/** @type {Edge} */ e) => e.year).filter(Boolean))].sort((a, b) => a - b);
  return {
    version: raw.version, title: raw.title, things, edges, byId, documents, years, ledger, units: raw.units, prefixes: raw.prefixes, base: raw.base, pages: raw.pages, words, above: above(edges),
    themes: new Map(things.filter((t) => t.type === "theme").map((t) => [local(t), t])), narrower: narrower(edges),
    areas: new Map(raw.areas.map((/** @type {string[]} */ row) => [row[0], areaOf(row)])),
    panel: raw.panel.map((/** @type {any[]} */ row) => cellOf(row, strings, things)),
  };
}

/**
 * Give a model the words of its documents.
 * @param {Model} model
 * @param {any} raw
 */
export function learn({ words }, raw) {
  for (const [name, rows] of Object.entries(raw.excerpts)) words.excerpts.set(name, rows.map(excerptOf));
  words.quotes = raw.quotes;
}

/**
 * The name of a thing in a language; of a target or outcome with its value and year.
 * @param {Thing} t
 * @param {string} language
 */
export function name(t, language) {
  return t.fact ? `${indicatorOf(t, language)} ${valueOf(t.fact, language)} (${t.years.join(", ")})` : (language === "en" && t.english) || t.label;
}

/** Chinese characters, twice as wide as Latin ones. */
export const HAN = /[\u2e80-\u9fff]/;
/** Chinese characters of an indicator that stand before its value where there is little room. */
const FEW = 12;

/**
 * The name of a thing where there is little room: of a figure the value whole and its indicator shortened.
 * @param {Thing} t
 * @param {string} language
 */
export function brief(t, language) {
  if (!t.fact) return name(t, language);
  const letters = [...indicatorOf(t, language)];
  const few = HAN.test(letters.join("")) ? FEW : 2 * FEW;
  return `${letters.length > few ? `${letters.slice(0, few - 1).join("").trimEnd()}…` : letters.join("")} ${valueOf(t.fact, language)}`;
}

/**
 * The value of a figure: as the document writes it, or in English where it can be said.
 * @param {Fact} fact
 * @param {string} language
 */
export function valueOf(fact, language) {
  return (language === "en" && fact.said) || fact.written;
}

/**
 * What a figure measures: its own name without the year, which stands behind its value.
 * @param {Thing} t
 * @param {string} language
 */
function indicatorOf(t, language) {
  return ((language === "en" && t.english) || t.fact?.indicator || t.label).replace(/ \d{4}$/, "");
}

/**
 * The address of a thing's own page; empty where nothing is served, or for a name that is not of the graph's own.
 * @param {Model} model
 * @param {Thing} t
 */
export function pageOf({ base, pages }, { iri }) {
  const local = iri.startsWith(base) ? iri.slice(base.length) : "";
  // Nothing that a browser would read as the name of another host.
  return pages !== null && /^[a-z]+\/[^/\\]/.test(local) ? new URL(pages + local, location.href).href : "";
}

/**
 * The short name of a place.
 * @param {Model} model
 * @param {string} area by any of its names
 */
export function shortOf({ areas }, area) {
  return areas.get(area)?.name ?? area;
}

/** @param {Thing} t the local name of a theme, as facts and edges cite it */
export function local(t) {
  return t.id.slice(t.id.lastIndexOf("/") + 1).replace(/^theme:/, "");
}

/**
 * The words around a passage, as far as the page holds them.
 * @param {Model} model
 * @param {Passage} p
 * @returns {{ before: string, after: string }}
 */
export function surroundings(model, p) {
  const found = excerpt(model.words.excerpts.get(p.document.name) ?? [], p.start, p.end);
  if (!found) return { before: "", after: "" };
  return { before: cut(found, Math.max(found.start, p.start - AROUND), p.start), after: cut(found, p.end, p.end + AROUND) };
}

/** Characters shown before and behind a quote; as many as the page holds. */
export const AROUND = 60;

/**
 * Part of an excerpt by code points, as offsets into documents count.
 * @param {Excerpt} excerpt
 * @param {number} start
 * @param {number} end
 */
function cut({ start: offset, text, letters }, start, end) {
  return letters ? letters.slice(start - offset, end - offset).join("") : text.slice(start - offset, end - offset);
}

/**
 * The stretch that holds a passage: the last one that does not begin behind it.
 * @param {Excerpt[]} excerpts in order
 * @param {number} start
 * @param {number} end
 * @returns {Excerpt | undefined}
 */
function excerpt(excerpts, start, end) {
  let [low, high] = [0, excerpts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (excerpts[middle].start <= start) low = middle + 1;
    else high = middle;
  }
  const found = excerpts[low - 1];
  return found && end <= found.start + (found.letters ?? found.text).length ? found : undefined;
}

/** @param {[number, string]} row */
function excerptOf([start, text]) {
  return { start, text, letters: /[\ud800-\udfff]/.test(text) ? [...text] : null };
}

/** @param {string[]} row */
function document_([name, title, publisher, issued, area, level, source, english]) {
  return { name, title, publisher, issued, area, level, source, english };
}

/**
 * The document of a name, or, where the graph says nothing of it, its mere name.
 * @param {Map<string, Document>} documents
 * @param {string} name
 * @returns {Document}
 */
export function documentOf(documents, name) {
  return documents.get(name) ?? { name, title: name, publisher: "", issued: "", area: "", level: "", source: "", english: "" };
}

/**
 * The title of a document in a language.
 * @param {Document} document
 * @param {string} language
 */
export function titleIn({ title, english }, language) {
  return (language === "en" && english) || title;
}

/** A stretch of a document, whose words are looked up when they are asked for. */
class Stretch {
  #quote = "";

  /**
   * @param {number} n
   * @param {Document} document
   * @param {number} start
   * @param {number} end
   * @param {number} page
   * @param {Words} words
   */
  constructor(n, document, start, end, page, words) {
    this.n = n;
    this.document = document;
    this.start = start;
    this.end = end;
    this.page = page;
    this.words = words;
  }

  get quote() {
    this.#quote ||= this.#read();
    return this.#quote;
  }

  #read() {
    const { n, document, start, end, words } = this;
    if (Object.hasOwn(words.quotes, n)) return words.quotes[n];
    const around = excerpt(words.excerpts.get(document.name) ?? [], start, end);
    return around ? cut(around, start, end) : "";
  }
}

/**
 * @param {number[]} flat document, start and length of each, one after the other
 * @param {Record<number, number>} paged pages of passages by their number
 * @param {string[]} strings
 * @param {Map<string, Document>} documents
 * @param {Words} words
 * @returns {Passage[]}
 */
function passagesOf(flat, paged, strings, documents, words) {
  const found = [];
  for (let i = 0; i < flat.length; i += 3) {
    found.push(new Stretch(i / 3, documentOf(documents, strings[flat[i]]), flat[i + 1], flat[i + 1] + flat[i + 2], paged[i / 3] ?? 0, words));
  }
  return found;
}

/** @param {string[]} row */
function areaOf([, name, english, syllables, code, level, within, official]) {
  return { name, english, syllables, code, level, within, official };
}

/**
 * @param {any[]} row
 * @param {string[]} strings
 * @param {Thing[]} things
 * @returns {Cell}
 */
function cellOf([area, indicator, english, concept, unit, verdict, year, low, high, outcome, target, result], strings, things) {
  return {
    area: strings[area], indicator: strings[indicator], english: strings[english], concept: strings[concept], unit: strings[unit],
    verdict: strings[verdict], year, low, high, outcome, target: things[target] ?? null, result: things[result] ?? null,
  };
}

/**
 * @param {any[]} row
 * @param {number} n
 * @param {string[]} strings
 * @param {Record<string, string>} prefixes
 * @returns {Thing}
 */
function thing(row, n, strings, prefixes) {
  const [id, type, label, english, syllables, aliases, x, y, years, themes, documents, fact] = row;
  const of = (/** @type {number} */ i) => strings[i];
  return {
    n, id, iri: full(id, prefixes), type: of(type), label, english, syllables, aliases, x, y, years,
    themes: themes.map(of), documents: documents.map(of), fact: fact ? factOf(fact) : null, edges: [], verdict: "", target: "",
  };
}

/** @param {string[]} row */
function factOf([indicator, area, comparator, value, valueMax, unit, written, said]) {
  return { indicator, area, comparator, value, valueMax, unit, written, said };
}

/**
 * @param {any[]} row
 * @param {Thing[]} things
 * @param {string[]} strings
 * @param {Passage[]} passages
 * @returns {Edge}
 */
function edge([from, to, relation, theme, strength, stage, mode, year, weight, passage, key], things, strings, passages) {
  return {
    from: things[from], to: things[to], relation: strings[relation], theme: strings[theme], strength: strings[strength],
    stage: strings[stage], mode: strings[mode], year, weight, passage: passages[passage] ?? null, key: key ?? things[from].id.slice("st:".length),
  };
}

/**
 * @param {{ columns: string[], rows: number[][] }} raw cells by number of their string
 * @param {string[]} strings
 * @returns {LedgerRow[]}
 */
function ledgerOf({ columns, rows }, strings) {
  return rows.map((row) => Object.fromEntries(row.map((cell, i) => [columns[i], strings[cell]])));
}

/**
 * @param {string} id
 * @param {Record<string, string>} prefixes
 */
function full(id, prefixes) {
  const [prefix, rest] = [id.slice(0, id.indexOf(":")), id.slice(id.indexOf(":") + 1)];
  return Object.hasOwn(prefixes, prefix) ? prefixes[prefix] + rest : id;
}

/** @param {Edge[]} edges the top theme above every theme that has one */
function above(edges) {
  const up = new Map(edges.filter((e) => e.relation === "broader").map((e) => [local(e.from), local(e.to)]));
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const theme of up.keys()) {
    let top = theme;
    for (let steps = 0; up.has(top) && steps < up.size; steps++) top = /** @type {string} */ (up.get(top));
    found.set(theme, top);
  }
  return found;
}

/** @param {Edge[]} edges */
function narrower(edges) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const e of edges) {
    if (e.relation === "broader") found.set(local(e.to), [...(found.get(local(e.to)) ?? []), local(e.from)]);
  }
  return found;
}
