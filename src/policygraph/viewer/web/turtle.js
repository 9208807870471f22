// The shown sub-graph as Turtle, in the terms of docs/architecture.md.

import { TIES } from "./ties.js";

/**
 * @typedef {import("./data.js").Model} Model
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./data.js").Edge} Edge
 * @typedef {import("./selection.js").Selection} Selection
 */

const BASE = "https://w3id.org/policygraph/";
const PREFIXES = {
  pg: `${BASE}ontology#`, rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#", rdfs: "http://www.w3.org/2000/01/rdf-schema#", skos: "http://www.w3.org/2004/02/skos/core#",
  qb: "http://purl.org/linked-data/cube#", schema: "https://schema.org/", qudt: "http://qudt.org/schema/qudt/",
  prov: "http://www.w3.org/ns/prov#", oa: "http://www.w3.org/ns/oa#", dcterms: "http://purl.org/dc/terms/", xsd: "http://www.w3.org/2001/XMLSchema#",
};
const CLASSES = /** @type {Record<string, string>} */ ({
  project: "pg:Project", industry: "pg:Industry", platform: "pg:Platform", organization: "pg:Organization", place: "pg:Place",
  programme: "pg:Programme", event: "pg:Event", target: "pg:Target", outcome: "pg:Outcome", theme: "skos:Concept", indicator: "skos:Concept",
});

/** Names of comparators in their IRIs, and the property that holds the value, as in policygraph.rdf.codes and facts. */
const COMPARATORS = /** @type {Record<string, [string, string]>} */ ({
  "=": ["equal", "value"], "~": ["about", "value"], ">=": ["at-least", "minValue"], ">": ["more-than", "minValue"],
  range: ["range", "minValue"], "<=": ["at-most", "maxValue"], "<": ["less-than", "maxValue"],
});

/**
 * What is shown, no more than the published graph says of it.
 * @param {Model} model
 * @param {Selection} selection
 * @returns {string}
 */
export function turtle(model, { things, edges }) {
  const prefixes = Object.entries(PREFIXES).map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .`);
  const passages = new Map();
  const statements = new Map();
  for (const e of [...edges, ...things.flatMap((t) => (t.fact ? said(t) : []))]) {
    if (e.passage) passages.set(passageIri(e), e.passage);
    if (e.passage && !e.from.fact) statements.set(e.key, e);
  }
  return [
    prefixes.join("\n"),
    ...things.map((t) => (t.fact ? factBlock(t, model) : thingBlock(t, edges))),
    ...things.flatMap((t) => valueBlock(t, model)),
    ...[...statements.values()].map(statementBlock),
    ...[...passages].map(([iri, p]) => passageBlock(iri, p)),
  ].join("\n\n") + "\n";
}

/**
 * An entity or a concept.
 * @param {Thing} t
 * @param {Edge[]} edges
 */
function thingBlock(t, edges) {
  const concept = t.type === "theme" || t.type === "indicator";
  const label = concept ? "skos:prefLabel" : "rdfs:label";
  const lines = [`a ${CLASSES[t.type] ?? "rdfs:Resource"}`, `${label} ${literal(t.label)}@zh`];
  if (t.english) lines.push(`${label} ${literal(t.english)}@en`);
  // The page does not know the language of a concept's other names; those in Chinese characters tell it themselves.
  for (const alias of t.aliases) if (!concept || /\p{Script=Han}/u.test(alias)) lines.push(`skos:altLabel ${literal(alias)}@zh`);
  for (const e of unique(edges.filter((e) => e.from === t))) {
    if (e.relation === "linkedTo") lines.push(`pg:linkedTo ${iri(e.to.iri)}`);
    if (TIES.has(e.relation)) lines.push(`pg:${e.relation} ${iri(e.to.iri)}`);
    if (e.relation === "broader") lines.push(`skos:broader ${iri(e.to.iri)}`);
  }
  return block(iri(t.iri), lines);
}

/**
 * A target or an outcome, whole, whatever of its relations is shown.
 * @param {Thing} t
 * @param {Model} model
 */
function factBlock(t, model) {
  const fact = /** @type {import("./data.js").Fact} */ (t.fact);
  const lines = [
    `a ${CLASSES[t.type] ?? "rdfs:Resource"}`, `pg:indicatorName ${literal(fact.indicator)}@zh`, `pg:area <${BASE}place/${encode(fact.area)}>`,
    `pg:writtenAs ${literal(fact.written)}`, ...t.years.map((year) => `pg:year <${BASE}year/${year}>`),
  ];
  const comparator = Object.hasOwn(COMPARATORS, fact.comparator) && COMPARATORS[fact.comparator];
  if (comparator) lines.push(`pg:comparator <${BASE}code/comparator/${comparator[0]}>`);
  if (valueBlock(t, model).length > 0) lines.push(`pg:value ${iri(`${t.iri}/value`)}`);
  for (const e of said(t)) {
    if (e.relation === "indicator") lines.push(`pg:indicator ${iri(e.to.iri)}`);
    if (e.relation === "underTheme") lines.push(`pg:theme ${iri(e.to.iri)}`);
    if (e.passage) lines.push(`prov:wasQuotedFrom ${iri(passageIri(e))}`);
  }
  return block(iri(t.iri), lines);
}

/**
 * The value of a fact; nothing of what is none, or has no number.
 * @param {Thing} t
 * @param {Model} model
 * @returns {string[]}
 */
function valueBlock({ fact, iri: name }, { units }) {
  if (!fact || !Object.hasOwn(COMPARATORS, fact.comparator) || !DECIMAL.test(fact.value)) return [];
  const lines = [`schema:${COMPARATORS[fact.comparator][1]} ${decimal(fact.value)}`];
  if (DECIMAL.test(fact.valueMax)) lines.push(`schema:maxValue ${decimal(fact.valueMax)}`);
  const [unit, qudt] = Object.hasOwn(units, fact.unit) ? units[fact.unit] : [];
  if (unit) lines.push(`pg:unit ${iri(unit)}`);
  if (qudt) lines.push(`qudt:hasUnit ${iri(qudt)}`);
  return [block(iri(`${name}/value`), lines)];
}

/** @param {Thing} t of a fact the relations that its own words say */
function said(t) {
  return t.edges.filter((e) => e.from === t && (e.relation === "indicator" || e.relation === "underTheme"));
}

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** @param {string} number */
function decimal(number) {
  return `"${number}"^^xsd:decimal`;
}

/** @param {Edge} e */
function statementBlock(e) {
  if (TIES.has(e.relation)) return tieBlock(e);
  const kind = e.relation === "linkedTo" ? "pg:Link" : e.stage ? "pg:Measure" : "pg:Mention";
  const lines = [`a ${kind}`, `pg:entity ${iri(e.from.iri)}`];
  if (e.relation === "linkedTo") lines.push(`pg:fact ${iri(e.to.iri)}`);
  if (e.strength) lines.push(`pg:strength <${BASE}code/strength/${encode(e.strength)}>`);
  if (e.stage) lines.push(`pg:stage <${BASE}code/stage/${encode(e.stage)}>`);
  if (e.relation !== "linkedTo" && e.mode) lines.push(`pg:mode <${BASE}code/mode/${encode(e.mode)}>`);
  if (e.year) lines.push(`pg:year <${BASE}year/${e.year}>`);
  if (e.relation !== "linkedTo" && e.theme) lines.push(`pg:theme <${BASE}theme/${encode(e.theme)}>`);
  lines.push(`prov:wasQuotedFrom ${iri(passageIri(e))}`);
  return block(`<${BASE}statement/${encode(e.key)}>`, lines);
}

/** @param {Edge} e a relation between two entities */
function tieBlock(e) {
  const lines = ["a pg:Relation", `rdf:subject ${iri(e.from.iri)}`, `rdf:predicate pg:${e.relation}`, `rdf:object ${iri(e.to.iri)}`];
  if (e.year) lines.push(`pg:year <${BASE}year/${e.year}>`);
  if (e.theme) lines.push(`pg:theme <${BASE}theme/${encode(e.theme)}>`);
  lines.push(`prov:wasQuotedFrom ${iri(passageIri(e))}`);
  return block(`<${BASE}statement/${encode(e.key)}>`, lines);
}

/**
 * @param {string} name
 * @param {import("./data.js").Passage} p
 */
function passageBlock(name, p) {
  const source = `oa:hasSource <${BASE}document/${encode(p.document.name)}>`;
  const page = p.page ? [`pg:page ${p.page}`] : [];
  return block(iri(name), [source, `oa:start ${p.start}`, `oa:end ${p.end}`, `oa:exact ${literal(p.quote)}`, ...page]);
}

/** @param {Edge} e */
function passageIri(e) {
  const p = /** @type {import("./data.js").Passage} */ (e.passage);
  return `${BASE}passage/${encode(p.document.name)}/${p.start}-${p.end}`;
}

/**
 * @param {string} subject
 * @param {string[]} lines
 */
function block(subject, lines) {
  return `${subject}\n    ${[...new Set(lines)].join(" ;\n    ")} .`;
}

/** @param {Edge[]} edges one for every relation, end and passage */
function unique(edges) {
  return [...new Map(edges.map((e) => [`${e.relation} ${e.to.n} ${e.passage?.start} ${e.passage?.document.name}`, e])).values()];
}

/**
 * A name in angle brackets, whatever characters it has.
 * @param {string} name
 */
function iri(name) {
  return `<${name.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (c) => encodeURIComponent(c))}>`;
}

/** @param {string} text */
function literal(text) {
  const escaped = text.replace(/[\\"\n\r\t\u0000-\u001f]/g, (c) => ESCAPES[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `"${escaped}"`;
}

const ESCAPES = /** @type {Record<string, string>} */ ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" });

/**
 * The last part of an IRI, by the rule of policygraph.rdf.iris: letters and digits of any script and hyphens stand as they are.
 * @param {string} text
 */
function encode(text) {
  return text.replace(/[^\p{L}\p{N}-]/gu, (c) => [...new TextEncoder().encode(c)].map((b) => `%${b.toString(16).toUpperCase().padStart(2, "0")}`).join(""));
}
