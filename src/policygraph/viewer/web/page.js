// What all parts of the page share: the data, the state, the words and the colours.

import { name } from "./data.js";
import { byId } from "./dom.js";
import { CLEARED, filtered, format, parse } from "./state.js";
import { word } from "./words.js";

/**
 * @typedef {import("./data.js").Model} Model
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./state.js").State} State
 */

const SYSTEM_DARK = matchMedia("(prefers-color-scheme: dark)");

export class Page {
  /** @type {Map<string, string>} */
  #colors = new Map();
  /** @type {() => void} */
  #listener = () => {};

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
      this.#changed();
    });
    SYSTEM_DARK.addEventListener("change", () => this.#changed());
  }

  get language() {
    return this.state.language;
  }

  get dark() {
    return this.state.scheme ? this.state.scheme === "dark" : SYSTEM_DARK.matches;
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
    this.state = this.#valid({ ...this.state, ...changes });
    const hash = format(this.state, this.written);
    if (hash !== (location.hash || "#")) location.hash = hash;
    this.#changed();
  }

  /**
   * Show a thing with its neighbourhood, its details beside it.
   * @param {Thing} t
   */
  choose(t) {
    this.set({ node: t.id, open: [t.id], from: "", to: "" });
    this.panel("details");
    this.say(this.t("selected", this.nameOf(t)));
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
  }

  /** @param {string} words told to screen readers */
  say(words) {
    byId("live").textContent = words;
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

  #changed() {
    const root = document.documentElement;
    root.lang = this.language === "en" ? "en" : "zh-Hans";
    root.dataset.scheme = this.dark ? "dark" : "light";
    this.#colors.clear();
    this.#listener();
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
