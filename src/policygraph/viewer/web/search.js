// Finding things by name, other name, English, pinyin or its initials.

import { name } from "./data.js";

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./data.js").Model} Model
 * @typedef {{ thing: Thing, names: string[], english: string, pinyin: string, initials: string, tail: string }} Entry
 */

/** Every type comes after these when two things match a word equally well. */
const FIRST = ["theme", "project", "platform", "industry", "organization", "programme", "place", "event"];

/**
 * @param {Model} model
 * @returns {(query: string, limit: number) => Thing[]}
 */
export function index(model) {
  /** @type {Entry[]} made when something is looked for the first time, not before the page is seen */
  let entries = [];
  return (query, limit) => {
    const words = plain(query).split(" ").filter(Boolean);
    if (words.length === 0) return [];
    if (entries.length === 0) entries = model.things.map(entry);
    /** @type {{ entry: Entry, score: number }[]} */
    const found = [];
    for (const e of entries) {
      const score = rate(e, words);
      if (score > 0) found.push({ entry: e, score });
    }
    found.sort((a, b) => b.score - a.score || order(a.entry.thing, b.entry.thing));
    return found.slice(0, limit).map((f) => f.entry.thing);
  };
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

/** @param {Thing} thing */
function entry(thing) {
  const syllables = plain(thing.syllables).split(" ").filter(Boolean);
  return {
    thing,
    names: [thing.label, ...thing.aliases].map(plain),
    english: plain(thing.english),
    pinyin: syllables.join(""),
    initials: syllables.map((syllable) => (/^\d/.test(syllable) ? syllable : syllable[0])).join(""),
    tail: thing.fact ? plain(name(thing, "zh")) : "",
  };
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
  if (e.initials === word || e.pinyin === word) return 75;
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
 * @param {Thing} a
 * @param {Thing} b
 */
function order(a, b) {
  const [x, y] = [FIRST.indexOf(a.type), FIRST.indexOf(b.type)];
  return Number(x < 0) - Number(y < 0) || b.edges.length - a.edges.length || a.n - b.n;
}

/** @param {string} text */
function plain(text) {
  return text.normalize("NFKC").toLowerCase().replace(/[\s_'’·\-]+/g, " ").trim();
}
