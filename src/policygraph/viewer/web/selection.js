// Which things and relations are shown: one selection for all views.

import { local, shortOf } from "./data.js";
import { filtered } from "./state.js";
import { paths } from "./paths.js";

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./data.js").Edge} Edge
 * @typedef {import("./data.js").Model} Model
 * @typedef {import("./state.js").State} State
 * @typedef {import("./paths.js").Path} Path
 * @typedef {{
 *   kind: "path" | "hood" | "filter" | "all" | "start", things: Thing[], edges: Edge[], cut: number, paths: Path[],
 * }} Selection
 */

/** Things of the curated start, beside the themes. */
const KEY_THINGS = 60;
/** Neighbours drawn around one thing. */
const NEIGHBOURS = 60;
/** Things drawn at once in the network; tables and counts have all. */
export const DRAWN = 5000;
/** Alternatives shown between two things. */
const PATHS = 3;

/**
 * @param {Model} model
 * @param {State} state
 * @returns {Selection}
 */
export function select(model, state) {
  const [from, to] = [model.byId.get(state.from), model.byId.get(state.to)];
  if (from && to) return ofPaths(model, state, paths(model, from, to, PATHS));
  const roots = state.open.map((id) => model.byId.get(id)).filter((t) => t !== undefined);
  if (roots.length > 0) return hood(model, state, roots);
  if (filtered(state)) return whole("filter", model, state, matching(model, state));
  if (state.all) return whole("all", model, state, model.things);
  return whole("start", model, state, curated(model));
}

/**
 * As much of a selection as is drawn: of very many things those with most links, and what the reader has chosen.
 * @param {Selection} whole
 * @param {State} state
 * @returns {Selection}
 */
export function drawnOf(whole, { node, pins, bare }) {
  const selection = bare && whole.kind !== "start" ? withoutThemes(whole) : whole;
  if (selection.things.length <= DRAWN) return selection;
  const kept = new Set(byLinks(selection.things).slice(0, DRAWN));
  for (const t of selection.things) if (t.id === node || pins.includes(t.id)) kept.add(t);
  return { ...selection, things: [...kept], edges: selection.edges.filter((e) => kept.has(e.from) && kept.has(e.to)) };
}

/**
 * A selection without its themes, and without what then hangs on nothing: what things have to do with each other.
 * @param {Selection} selection
 * @returns {Selection}
 */
function withoutThemes(selection) {
  const edges = selection.edges.filter((e) => e.from.type !== "theme" && e.to.type !== "theme");
  const tied = new Set(edges.flatMap((e) => [e.from, e.to]));
  return { ...selection, edges, things: selection.things.filter((t) => tied.has(t)) };
}

/**
 * The things that pass all filters.
 * @param {Model} model
 * @param {State} state
 * @returns {Thing[]}
 */
export function matching(model, state) {
  if (!filtered(state)) return model.things;
  const passes = factTest(model, state);
  const touched = new Set();
  for (const e of matchingEdges(model, state)) {
    if (!passes(e.from) || !passes(e.to)) continue;
    if (state.verdicts.length > 0 && !e.from.fact && !e.to.fact) continue;
    touched.add(e.from).add(e.to);
  }
  const types = new Set(state.types);
  const whole = !filtered({ ...state, types: [] });
  return model.things.filter((t) => (types.size === 0 || types.has(t.type)) && (whole || (t.fact ? passes(t) : touched.has(t))));
}

/**
 * The relations that pass the filters of year, theme, document and level.
 * @param {Model} model
 * @param {State} state
 * @returns {Edge[]}
 */
export function matchingEdges(model, state) {
  const themes = widened(model, state.themes);
  const documents = new Set(state.documents);
  const levels = new Set(state.levels);
  const areas = new Set(state.areas);
  const whole = !filtered({ ...state, types: [] });
  return model.edges.filter(
    (e) =>
      whole ||
      (e.relation !== "broader" &&
        inYears(state, e.year) &&
        (themes.size === 0 || themes.has(e.theme)) &&
        (documents.size === 0 || (e.passage !== null && documents.has(e.passage.document.name))) &&
        (levels.size === 0 || (e.passage !== null && levels.has(e.passage.document.level))) &&
        (areas.size === 0 || areaOf(model, e).some((area) => areas.has(area)))),
  );
}

/**
 * Whose a relation is: of a figure the area of the figure, else that of the document that says it.
 * @param {Model} model
 * @param {Edge} e
 * @returns {string[]}
 */
export function areaOf(model, e) {
  const area = e.from.fact?.area ?? e.to.fact?.area ?? e.passage?.document.area;
  return area ? [shortOf(model, area)] : [];
}

/**
 * The things and relations around a thing that pass the filters, nearest first.
 * @param {Thing} thing
 * @param {Set<Edge>} edges
 */
export function neighbours(thing, edges) {
  /** @type {Map<Thing, { thing: Thing, weight: number }>} */
  const found = new Map();
  for (const e of thing.edges) {
    if (!edges.has(e)) continue;
    const other = e.from === thing ? e.to : e.from;
    const known = found.get(other);
    if (!known || e.weight < known.weight) found.set(other, { thing: other, weight: e.weight });
  }
  return [...found.values()].sort((a, b) => a.weight - b.weight || b.thing.edges.length - a.thing.edges.length || a.thing.n - b.thing.n);
}

/** @param {Thing} t whether it is an entity: neither figure nor concept */
export function isEntity(t) {
  return !t.fact && t.type !== "theme" && t.type !== "indicator";
}

/**
 * Themes with all that are narrower.
 * @param {Model} model
 * @param {string[]} themes
 */
export function widened(model, themes) {
  const all = new Set(themes);
  for (const theme of all) for (const narrower of model.narrower.get(theme) ?? []) all.add(narrower);
  return all;
}

/**
 * @param {State} state
 * @param {number} year
 */
function inYears(state, year) {
  return (!state.low || year >= state.low) && (!state.high || (year > 0 && year <= state.high));
}

/**
 * @param {Model} model
 * @param {State} state
 * @returns {(t: Thing) => boolean}
 */
export function factTest(model, state) {
  const themes = widened(model, state.themes);
  const documents = new Set(state.documents);
  const levels = new Set(state.levels);
  const verdicts = new Set(state.verdicts);
  const areas = new Set(state.areas);
  return (t) =>
    !t.fact ||
    ((verdicts.size === 0 || verdicts.has(t.verdict)) &&
      (!(state.low || state.high) || t.years.some((year) => inYears(state, year))) &&
      (themes.size === 0 || t.themes.some((theme) => themes.has(theme))) &&
      (areas.size === 0 || areas.has(shortOf(model, t.fact.area))) &&
      (documents.size === 0 || t.documents.some((name) => documents.has(name))) &&
      (levels.size === 0 || t.documents.some((name) => levels.has(model.documents.get(name)?.level ?? ""))));
}

/**
 * @param {Model} model
 * @param {State} state
 * @param {Path[]} found
 * @returns {Selection}
 */
function ofPaths(model, state, found) {
  const things = new Set(found.flatMap((p) => p.things));
  for (const id of [state.from, state.to]) things.add(/** @type {Thing} */ (model.byId.get(id)));
  const edges = new Set(found.flatMap((p) => p.hops.flatMap((hop) => hop.edges)));
  return { kind: "path", things: [...things], edges: [...edges], cut: 0, paths: found };
}

/**
 * @param {Model} model
 * @param {State} state
 * @param {Thing[]} roots
 * @returns {Selection}
 */
function hood(model, state, roots) {
  const edges = new Set(matchingEdges(model, state));
  const passes = new Set(matching(model, state));
  const things = new Set(roots);
  let cut = 0;
  let ring = roots;
  for (let step = 0; step < state.steps; step++) {
    const limit = step === 0 ? NEIGHBOURS : 6;
    /** @type {Thing[]} */
    const next = [];
    for (const root of ring) {
      const near = neighbours(root, edges).filter(({ thing }) => passes.has(thing));
      cut += Math.max(0, near.length - limit);
      for (const { thing } of near.slice(0, limit)) {
        if (!things.has(thing)) next.push(thing);
        things.add(thing);
      }
    }
    ring = next;
  }
  return { ...whole("hood", model, state, [...things]), cut };
}

/**
 * @param {Selection["kind"]} kind
 * @param {Model} model
 * @param {State} state
 * @param {Thing[]} things
 * @returns {Selection}
 */
function whole(kind, model, state, things) {
  const all = new Set(things);
  for (const id of [state.node, ...state.pins]) {
    const thing = model.byId.get(id);
    if (thing) all.add(thing);
  }
  const edges = matchingEdges(model, state).filter((e) => all.has(e.from) && (kind === "start" ? isOwn(model, e) : all.has(e.to)));
  return { kind, things: [...all], edges, cut: 0, paths: [] };
}

/**
 * Whether a relation joins a thing to its own theme: at the start all others would cross the page.
 * @param {Model} model
 * @param {Edge} e
 */
function isOwn(model, e) {
  return e.relation === "underTheme" && home(model, e.from) === (model.themes.get(model.above.get(local(e.to)) ?? "") ?? e.to);
}

/**
 * What matters most by number of links: the top themes, and the best connected entities of each, of more than one type.
 * @param {Model} model
 */
function curated(model) {
  const tops = topsOf(model);
  const most = Math.max(3, Math.round(KEY_THINGS / Math.max(1, tops.length)));
  const key = byLinks(model.things.filter((t) => isEntity(t) && t.type !== "place" && t.edges.length > 0 && home(model, t)));
  /** @type {Map<Thing | undefined, Thing[]>} */
  const taken = new Map();
  for (const t of key) {
    const bed = taken.get(home(model, t)) ?? [];
    if (bed.length < most && bed.filter((other) => other.type === t.type).length < Math.ceil(most / 2)) taken.set(home(model, t), [...bed, t]);
  }
  return [...tops, ...[...taken.values()].flat()];
}

/** @param {Model} model */
export function topsOf(model) {
  return [...model.themes.values()].filter((t) => !model.above.has(local(t)));
}

/**
 * The top theme that most relations of a thing fall under.
 * @param {Model} model
 * @param {Thing} t
 * @returns {Thing | undefined}
 */
export function home(model, t) {
  let theme = homes.get(t);
  if (theme === undefined) {
    theme = homeOf(model, t);
    homes.set(t, theme);
  }
  return theme ?? undefined;
}

/** @type {WeakMap<Thing, Thing | null>} */
const homes = new WeakMap();

/**
 * @param {Model} model
 * @param {Thing} t
 */
function homeOf(model, t) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const e of t.edges) {
    const top = model.above.get(e.theme) ?? e.theme;
    if (top) counts.set(top, (counts.get(top) ?? 0) + 1);
  }
  const [best] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0] ?? [];
  const [first = ""] = t.themes;
  return model.themes.get(best ?? model.above.get(first) ?? first) ?? null;
}

/**
 * Things with most neighbours first.
 * @param {Thing[]} things
 */
export function byLinks(things) {
  return things.toSorted((a, b) => b.edges.length - a.edges.length || a.n - b.n);
}
