// What all parts of the page share: the data, the state, the words and the colours.

import { documentOf, name, titleIn } from "./data.js";
import { byId, enter, fill, h } from "./dom.js";
import { download } from "./saving.js";
import { spoken } from "./languages.js";
import { CLEARED, after, filtered, format, parse } from "./state.js";
import { word } from "./words.js";

/**
 * @typedef {import("./data.js").Model} Model
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./dom.js").Child} Child
 * @typedef {import("./state.js").State} State
 */

const SYSTEM_DARK = matchMedia("(prefers-color-scheme: dark)");
/** The reader's own few colours in place of ours (high contrast). */
const FORCED = matchMedia("(forced-colors: active)");
/** Milliseconds for which a notice stands on the page. */
const NOTICE = 2500;

export class Page {
  /** @type {Map<string, string>} */
  #colors = new Map();
  /** @type {() => void} */
  #listener = () => {};
  #printing = false;
  #noticed = 0;
  /** Whether the state is in the address, and not on its way there under the reader's hand. */
  settled = true;
  /** Counts what the reader has done to the page beside the address. */
  version = 0;

  /**
   * @param {Model} model
   * @param {string} language of the page as it was written
   */
  constructor(model, language) {
    this.model = model;
    this.written = language;
    this.state = this.#valid(parse(location.hash, language));
    addEventListener("hashchange", () => {
      if (location.hash.replace(/^#$/, "") === format(this.state, this.written).replace(/^#$/, "")) return;
      this.state = this.#valid(parse(location.hash, this.written));
      this.settled = true;
      this.#changed();
    });
    for (const query of [SYSTEM_DARK, FORCED]) query.addEventListener("change", () => this.#changed());
  }

  get language() {
    return this.state.language;
  }

  get dark() {
    if (this.#printing) return false;
    return this.state.scheme && !FORCED.matches ? this.state.scheme === "dark" : SYSTEM_DARK.matches;
  }

  /** @param {() => void} listener called after every change of the state */
  listen(listener) {
    this.#listener = listener;
    this.#changed();
  }

  /**
   * Change the state; every change is a step of back and forward.
   * @param {Partial<State>} changes
   */
  set(changes) {
    this.state = this.#valid(after(this.state, changes));
    this.settled = true;
    const hash = format(this.state, this.written);
    if (hash !== (location.hash || "#")) location.hash = hash;
    this.#changed();
  }

  /**
   * Show what a change would show; no step of back and forward before it is set.
   * @param {Partial<State>} changes
   */
  preview(changes) {
    this.state = this.#valid(after(this.state, changes));
    this.settled = false;
    this.#changed();
  }

  /**
   * Show a thing with its neighbourhood.
   * @param {Thing} t
   */
  open(t) {
    this.set({ node: t.id, open: [t.id], from: "", to: "" });
  }

  /**
   * Show a thing with its neighbourhood, its details beside it or, where there is no room, in place of the rest.
   * @param {Thing} t
   */
  choose(t) {
    this.open(t);
    this.panel("details");
  }

  /**
   * Open or close the neighbourhood of a thing.
   * @param {Thing} t
   */
  toggle(t) {
    const { open } = this.state;
    const rest = open.filter((id) => id !== t.id);
    this.set({ node: t.id, from: "", to: "", open: rest.length < open.length ? rest : [...open, t.id] });
  }

  /** @param {Partial<State>} changes filters to look through, without neighbourhood and path */
  look(changes) {
    this.set({ ...CLEARED, ...changes });
    this.panel("details");
  }

  /** @param {string} panel which part a narrow screen shows */
  panel(panel) {
    byId("app").dataset.panel = panel;
    for (const button of document.querySelectorAll("#panels button")) {
      button.setAttribute("aria-pressed", String(/** @type {HTMLElement} */ (button).dataset.panel === panel));
    }
    const active = document.activeElement;
    if (active && active !== document.body && !active.checkVisibility()) enter(byId(panel));
  }

  /** Draw everything once more: something has changed that is no part of the address. */
  again() {
    this.version += 1;
    this.#changed();
  }

  /**
   * Hand a text to the reader as a file.
   * @param {string} name
   * @param {string} text
   */
  save(name, text) {
    download(name, new Blob([text], { type: "text/tab-separated-values;charset=utf-8" }));
  }

  /** @param {Child[]} words told to screen readers */
  say(...words) {
    fill(byId("live"), ...words);
  }

  /** @param {string} words told to everybody: they stand on the page for a moment */
  notice(words) {
    this.say(words);
    byId("live").className = "notice";
    clearTimeout(this.#noticed);
    this.#noticed = setTimeout(() => (byId("live").className = "unseen"), NOTICE);
  }

  /**
   * @param {string} key
   * @param {(string | number)[]} args
   */
  t(key, ...args) {
    return word(this.language, key, ...args);
  }

  /** @param {Thing} t */
  nameOf(t) {
    return name(t, this.language);
  }

  /** @param {string} document the title of a document, by its name */
  titleOf(document) {
    return titleIn(documentOf(this.model.documents, document), this.language);
  }

  /** @param {Thing} t its name, in its language */
  label(t) {
    return h("span", { class: "name" }, spoken(this, this.nameOf(t)));
  }

  /**
   * Name a button that shows only a sign.
   * @param {Element} button
   * @param {string} key
   */
  name(button, key) {
    button.setAttribute("aria-label", this.t(key));
    button.setAttribute("title", this.t(key));
  }

  get filtered() {
    return filtered(this.state);
  }

  /** @param {string} property a custom property of the style sheet */
  color(property) {
    let color = this.#colors.get(property);
    if (!color) {
      color = getComputedStyle(document.documentElement).getPropertyValue(property).trim();
      this.#colors.set(property, color);
    }
    return color;
  }

  /** @param {boolean} printing paper is white whatever the screen is */
  paper(printing) {
    this.#printing = printing;
    this.#dress();
  }

  #changed() {
    this.#dress();
    this.#listener();
  }

  #dress() {
    const root = document.documentElement;
    root.lang = this.language === "en" ? "en" : "zh-Hans";
    root.dataset.scheme = this.dark ? "dark" : "light";
    this.#colors.clear();
  }

  /**
   * The state without what the page does not hold: an address may come from anywhere.
   * @param {State} state
   * @returns {State}
   */
  #valid(state) {
    const { byId: things, themes, documents } = this.model;
    const known = (/** @type {string} */ id) => (things.has(id) ? id : "");
    return {
      ...state, node: known(state.node), from: known(state.from), to: known(state.to),
      open: state.open.filter((id) => things.has(id)), pins: state.pins.filter((id) => things.has(id)),
      themes: state.themes.filter((id) => themes.has(id)), documents: state.documents.filter((id) => documents.has(id)),
    };
  }
}
