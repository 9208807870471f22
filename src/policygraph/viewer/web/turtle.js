// The shown sub-graph as Turtle, in the terms of docs/architecture.md.

/**
 * @typedef {import("./data.js").Model} Model
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./data.js").Edge} Edge
 * @typedef {import("./selection.js").Selection} Selection
 */

const BASE = "https://w3id.org/policygraph/";
const PREFIXES = {
  pg: `${BASE}ontology#`, rdfs: "http://www.w3.org/2000/01/rdf-schema#", skos: "http://www.w3.org/2004/02/skos/core#",
  prov: "http://www.w3.org/ns/prov#", oa: "http://www.w3.org/ns/oa#", xsd: "http://www.w3.org/2001/XMLSchema#",
};
const CLASSES = /** @type {Record<string, string>} */ ({
  project: "pg:Project", industry: "pg:Industry", platform: "pg:Platform", organization: "pg:Organization", place: "pg:Place",
  programme: "pg:Programme", event: "pg:Event", target: "pg:Target", outcome: "pg:Outcome", theme: "skos:Concept", indicator: "skos:Concept",
});

/**
 * @param {Selection} selection
 * @returns {string}
 */
export function turtle({ things, edges }) {
  const prefixes = Object.entries(PREFIXES).map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .`);
  const passages = new Map();
  const statements = new Map();
  for (const e of edges) {
    if (e.passage) passages.set(passageIri(e), e.passage);
    if (e.passage && !e.from.fact) statements.set(e.key, e);
  }
  return [
    prefixes.join("\n"),
    ...things.map((t) => thingBlock(t, edges)),
    ...[...statements.values()].map(statementBlock),
    ...[...passages].map(([iri, p]) => passageBlock(iri, p)),
  ].join("\n\n") + "\n";
}

/**
 * @param {Thing} t
 * @param {Edge[]} edges
 */
function thingBlock(t, edges) {
  const concept = t.type === "theme" || t.type === "indicator";
  const label = concept ? "skos:prefLabel" : "rdfs:label";
  const lines = [`a ${CLASSES[t.type] ?? "rdfs:Resource"}`, `${label} ${literal(t.label)}@zh`];
  if (t.english) lines.push(`${label} ${literal(t.english)}@en`);
  for (const alias of t.aliases) lines.push(`skos:altLabel ${literal(alias)}@zh`);
  if (t.fact) {
    lines.push(`pg:writtenAs ${literal(t.fact.written)}`, `pg:area <${BASE}place/${encode(t.fact.area)}>`);
    for (const year of t.years) lines.push(`pg:year <${BASE}year/${year}>`);
  }
  for (const e of unique(edges.filter((e) => e.from === t))) {
    if (e.relation === "linkedTo") lines.push(`pg:linkedTo ${iri(e.to.iri)}`);
    if (e.relation === "broader") lines.push(`skos:broader ${iri(e.to.iri)}`);
    if (e.relation === "indicator") lines.push(`pg:indicator ${iri(e.to.iri)}`);
    if (e.relation === "underTheme" && t.fact) lines.push(`pg:theme ${iri(e.to.iri)}`);
    if (t.fact && e.passage) lines.push(`prov:wasQuotedFrom ${iri(passageIri(e))}`);
  }
  return block(iri(t.iri), lines);
}

/** @param {Edge} e */
function statementBlock(e) {
  const kind = e.relation === "linkedTo" ? "pg:Link" : e.stage ? "pg:Measure" : "pg:Mention";
  const lines = [`a ${kind}`, `pg:entity ${iri(e.from.iri)}`];
  if (e.relation === "linkedTo") lines.push(`pg:fact ${iri(e.to.iri)}`);
  if (e.strength) lines.push(`pg:strength <${BASE}code/strength/${encode(e.strength)}>`);
  if (e.stage) lines.push(`pg:stage <${BASE}code/stage/${encode(e.stage)}>`);
  if (e.relation !== "linkedTo" && e.mode) lines.push(`pg:mode <${BASE}code/mode/${encode(e.mode)}>`);
  if (e.year) lines.push(`pg:year <${BASE}year/${e.year}>`);
  if (e.theme) lines.push(`pg:theme <${BASE}theme/${e.theme.split("-").map(encode).join("-")}>`);
  lines.push(`prov:wasQuotedFrom ${iri(passageIri(e))}`);
  return block(`<${BASE}statement/${encode(e.key)}>`, lines);
}

/**
 * @param {string} name
 * @param {import("./data.js").Passage} p
 */
function passageBlock(name, p) {
  const place = [`a oa:TextPositionSelector`, `oa:start ${p.start}`, `oa:end ${p.end}`];
  const words = [`a oa:TextQuoteSelector`, `oa:exact ${literal(p.quote)}`];
  return [
    block(iri(name), [`a oa:SpecificResource`, `oa:hasSource <${BASE}document/${encode(p.document.name)}>`, `oa:hasSelector ${iri(`${name}/position`)}`, `oa:hasSelector ${iri(`${name}/quote`)}`]),
    block(iri(`${name}/position`), place), block(iri(`${name}/quote`), words),
  ].join("\n\n");
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
 * The last part of an IRI, by the rule of policygraph.rdf.iris: letters and digits of any script stand as they are.
 * @param {string} text
 */
function encode(text) {
  return text.replace(/[^\p{L}\p{N}]/gu, (c) => [...new TextEncoder().encode(c)].map((b) => `%${b.toString(16).toUpperCase().padStart(2, "0")}`).join(""));
}
