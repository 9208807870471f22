// Finding things and places by name, other name, English, pinyin or its initials, and passages by their words.

import { name } from "./data.js";
import { placesOf } from "./placerows.js";

/**
 * @typedef {{ kind: "thing", thing: Thing } | { kind: "place", name: string } | { kind: "words", thing: Thing, passage: import("./data.js").Passage }} Found
 * @typedef {{ found: Found[], all: number }} Answer all: how many there are, of which `found` are the first
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./data.js").Model} Model
 * @typedef {{ of: Found, names: string[], english: string, pinyin: string, initials: string, tail: string }} Entry
 * @typedef {(query: string, limit: number, places?: boolean) => Answer} Find places: whether they are wanted too
 */

/** Every type comes after these when two things match a word equally well. */
const FIRST = ["theme", "project", "platform", "industry", "organization", "programme", "place", "event"];

/**
 * @param {Model} model
 * @returns {Find}
 */
export function index(model) {
  /** @type {Entry[]} made when something is looked for the first time, not before the page is seen */
  let entries = [];
  return (query, limit, places = true) => {
    const words = plain(query).split(" ").filter(Boolean);
    if (words.length === 0) return { found: [], all: 0 };
    if (entries.length === 0) entries = [...placesOf(model).map((place) => placeEntry(model, place.name)), ...model.things.map(entry)];
    /** @type {{ entry: Entry, score: number }[]} */
    const found = [];
    for (const e of entries) {
      if (!places && e.of.kind === "place") continue;
      const score = rate(e, words);
      if (score > 0) found.push({ entry: e, score });
    }
    found.sort((a, b) => b.score - a.score || order(a.entry.of, b.entry.of));
    const passages = places ? quoting(model, words) : [];
    const few = passages.slice(0, Math.max(QUOTES, limit - found.length));
    return { found: [...found.slice(0, limit - few.length).map((f) => f.entry.of), ...few], all: found.length + passages.length };
  };
}

/** Passages shown beside what is found by its name. */
const QUOTES = 3;
/** Letters below which words stand in too many passages. */
const LEAST = 2;

/** @type {WeakMap<Model, { words: string, edge: import("./data.js").Edge, passage: import("./data.js").Passage }[]>} */
const quotes = new WeakMap();

/**
 * The passages that have all words of a query, each with the thing that it speaks of.
 * @param {Model} model
 * @param {string[]} words
 * @returns {Found[]}
 */
function quoting(model, words) {
  if (words.join("").length < LEAST || model.words.excerpts.size === 0) return [];
  let known = quotes.get(model);
  if (!known) {
    const once = new Map(model.edges.flatMap((edge) => (edge.passage ? [/** @type {const} */ ([edge.passage, edge])] : [])));
    known = [...once].map(([passage, edge]) => ({ words: plain(passage.quote), edge, passage }));
    quotes.set(model, known);
  }
  return known.filter((one) => words.every((word) => one.words.includes(word))).map(({ edge, passage }) => ({ kind: "words", thing: edge.from, passage }));
}

/**
 * A place, which is found before things that match as well.
 * @param {Model} model
 * @param {string} name
 * @returns {Entry}
 */
function placeEntry(model, name) {
  const area = model.areas.get(name);
  const others = [...model.areas].filter(([, { name: short }]) => short === name).map(([other]) => other);
  return { of: { kind: "place", name }, names: [name, ...others, area?.official ?? ""].filter(Boolean).map(plain), english: plain(area?.english ?? ""), ...typed(area?.syllables ?? ""), tail: "" };
}

/**
 * The other name by which a thing was found; empty if its own name holds what was typed, or none does.
 * @param {Thing} thing
 * @param {string} query
 */
export function otherName(thing, query) {
  const [word] = plain(query).split(" ");
  if (!word || plain(thing.label).includes(word)) return "";
  return thing.aliases.find((alias) => plain(alias).includes(word)) ?? "";
}

/**
 * @param {Thing} thing
 * @returns {Entry}
 */
function entry(thing) {
  return {
    of: { kind: "thing", thing }, names: [thing.label, ...thing.aliases].map(plain), english: plain(thing.english), ...typed(thing.syllables),
    tail: thing.fact ? plain(name(thing, "zh")) : "",
  };
}

/** @param {string} words the syllables of a name, as they are typed whole or by their first letters */
function typed(words) {
  const syllables = plain(words).split(" ").filter(Boolean);
  return { pinyin: syllables.join(""), initials: syllables.map((syllable) => (/^\d/.test(syllable) ? syllable : syllable[0])).join("") };
}

/**
 * How well an entry matches all words; 0 if it does not match one of them.
 * @param {Entry} e
 * @param {string[]} words
 */
function rate(e, words) {
  let sum = 0;
  for (const [i, word] of words.entries()) {
    const score = Math.max(rateWord(e, word), i > 0 && e.tail.includes(word) ? 10 : 0);
    if (score === 0) return 0;
    sum += score;
  }
  return sum;
}

/**
 * @param {Entry} e
 * @param {string} word
 */
function rateWord(e, word) {
  let best = 0;
  for (const [i, text] of e.names.entries()) {
    const at = text.indexOf(word);
    if (at >= 0) best = Math.max(best, (text === word ? 100 : at === 0 ? 80 : 60) - (i > 0 ? 5 : 0) - Math.min(9, text.length - word.length) / 10);
  }
  if (best > 0 || !/[a-z0-9]/.test(word)) return best || (scattered(e.names[0], word) ? 20 : 0);
  if (e.english === word || e.initials === word || e.pinyin === word) return 75;
  if (e.initials.startsWith(word) || e.pinyin.startsWith(word)) return 55;
  if (e.english.startsWith(word) || e.english.includes(` ${word}`)) return 50;
  if (word.length > 1 && (e.initials.includes(word) || e.pinyin.includes(word))) return 30;
  return word.length > 2 && e.english.includes(word) ? 25 : 0;
}

/**
 * Whether the characters of a word stand in a text in this order: 科技城 in 科学技术城.
 * @param {string} text
 * @param {string} word
 */
function scattered(text, word) {
  if (word.length < 2) return false;
  let at = -1;
  for (const c of word) {
    at = text.indexOf(c, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/**
 * @param {Found} a
 * @param {Found} b
 */
function order(a, b) {
  if (a.kind !== "thing" || b.kind !== "thing") return Number(b.kind === "place") - Number(a.kind === "place");
  const [x, y] = [FIRST.indexOf(a.thing.type), FIRST.indexOf(b.thing.type)];
  return Number(x < 0) - Number(y < 0) || b.thing.edges.length - a.thing.edges.length || a.thing.n - b.thing.n;
}

/** @param {string} text */
function plain(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[\s_'’·\-]+/g, " ").trim();
}
