"use strict";
(() => {
  // dom.js
  var SVG = "http://www.w3.org/2000/svg";
  function h(tag, props = {}, ...children) {
    const element = document.createElement(tag);
    apply(element, props);
    element.append(...nodes(children));
    return element;
  }
  function s(tag, props = {}, ...children) {
    const element = document.createElementNS(SVG, tag);
    apply(element, props);
    element.append(...nodes(children));
    return element;
  }
  function link(address, text2) {
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url || !["http:", "https:"].includes(url.protocol)) return h("span", {}, text2);
    return h("a", { href: url.href, target: "_blank", rel: "noopener noreferrer" }, text2);
  }
  function fill(container, ...children) {
    const active = document.activeElement;
    const key = active instanceof HTMLElement && container.contains(active) ? active.dataset.key : void 0;
    container.replaceChildren(...nodes(children));
    if (!key) return;
    const again = [...container.querySelectorAll("[data-key]")].find((e) => (
      /** @type {HTMLElement} */
      e.dataset.key === key
    ));
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  }
  function byId(id) {
    const element = document.getElementById(id);
    if (!element) throw new Error(`the page has no element ${id}`);
    return element;
  }
  function apply(element, props) {
    for (const [name2, value] of Object.entries(props)) {
      if (value === void 0 || value === null || value === false) continue;
      if (typeof value === "function") element.addEventListener(name2, value);
      else if (name2 === "key") element.dataset.key = value;
      else if (name2 === "value") element.value = value;
      else element.setAttribute(name2, value === true ? "" : String(value));
    }
  }
  function nodes(children) {
    return children.flat().filter((child) => child !== null && child !== void 0 && child !== false).map((child) => child instanceof Node ? child : String(child));
  }

  // symbols.js
  var SIGNS = {
    theme: { shape: "hexagon", color: "#3d4654", dark: "#c3cad6" },
    project: { shape: "square", color: "#0072b2", dark: "#4fb3ea" },
    platform: { shape: "diamond", color: "#b35900", dark: "#f0a04b" },
    industry: { shape: "hexagon", color: "#00795c", dark: "#3ecfa6" },
    organization: { shape: "triangle", color: "#2f86bd", dark: "#8cc9f0" },
    programme: { shape: "star", color: "#b0578d", dark: "#e79cc9" },
    place: { shape: "triangleDown", color: "#857900", dark: "#e2d84e" },
    event: { shape: "star", color: "#8a5a2b", dark: "#d3a878" },
    target: { shape: "ring", color: "#d55e00", dark: "#ff8a3d" },
    outcome: { shape: "dot", color: "#a83c00", dark: "#ff9f66" },
    indicator: { shape: "square", color: "#737b87", dark: "#98a1ae" }
  };
  var OTHER = { shape: "dot", color: "#737b87", dark: "#98a1ae" };
  function sign(type) {
    return Object.hasOwn(SIGNS, type) ? SIGNS[type] : OTHER;
  }
  function outline(shape, x, y, r) {
    const at = (angle, far = r) => `${round(x + far * Math.sin(angle * Math.PI / 180))},${round(y - far * Math.cos(angle * Math.PI / 180))}`;
    const polygon = (points2) => `M${points2.join("L")}Z`;
    switch (shape) {
      case "square":
        return polygon([at(45, r * 1.2), at(135, r * 1.2), at(225, r * 1.2), at(315, r * 1.2)]);
      case "diamond":
        return polygon([at(0, r * 1.15), at(90, r * 1.15), at(180, r * 1.15), at(270, r * 1.15)]);
      case "triangle":
        return polygon([at(0, r * 1.15), at(120, r * 1.15), at(240, r * 1.15)]);
      case "triangleDown":
        return polygon([at(60, r * 1.15), at(180, r * 1.15), at(300, r * 1.15)]);
      case "hexagon":
        return polygon([30, 90, 150, 210, 270, 330].map((angle) => at(angle)));
      case "star":
        return polygon([...Array(10).keys()].map((i) => at(i * 36, i % 2 ? r * 0.55 : r * 1.2)));
      default:
        return `M${round(x - r)},${round(y)}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`;
    }
  }
  function icon(type) {
    const { shape } = sign(type);
    const path2 = s("path", { d: outline(shape, 8, 8, shape === "ring" ? 5 : 6), class: shape === "ring" ? "ring" : "full" });
    return s("svg", { class: `icon type-${type}`, viewBox: "0 0 16 16", width: 16, height: 16, "aria-hidden": "true" }, path2);
  }
  function round(number) {
    return Math.round(number * 100) / 100;
  }

  // combobox.js
  var RESULTS = 12;
  function combobox(page2, find2, { id, label, hint, value, choose }) {
    let found = [];
    let at = -1;
    const list2 = h("ul", { id: `${id}-list`, role: "listbox", "aria-label": label, hidden: true });
    const input = h("input", {
      id,
      type: "search",
      role: "combobox",
      autocomplete: "off",
      spellcheck: "false",
      "aria-label": label,
      placeholder: hint,
      value: value ?? "",
      "aria-controls": `${id}-list`,
      "aria-expanded": "false",
      "aria-autocomplete": "list",
      key: id,
      input: (e) => !e.isComposing && search(),
      compositionend: () => search(),
      focus: () => input.value && search(),
      blur: () => setTimeout(close, 150),
      keydown: (e) => press2(e)
    });
    function search() {
      found = find2(input.value, RESULTS);
      at = found.length > 0 ? 0 : -1;
      show();
      if (input.value.trim()) page2.say(found.length ? page2.t("searchFound", found.length) : page2.t("searchNone", input.value));
    }
    function show() {
      const items = found.map((t, i) => h(
        "li",
        { id: `${id}-${i}`, role: "option", "aria-selected": String(i === at), mousedown: (e) => e.preventDefault(), click: () => pick(t) },
        icon(t.type),
        h("span", { class: "name" }, page2.nameOf(t)),
        h("span", { class: "quiet" }, page2.t(t.type))
      ));
      const none = input.value.trim() && found.length === 0 ? h("li", { class: "quiet none", role: "option", "aria-selected": "false", "aria-disabled": "true" }, page2.t("searchNone", input.value)) : null;
      fill(list2, ...items, none);
      list2.hidden = items.length === 0 && !none;
      input.setAttribute("aria-expanded", String(!list2.hidden));
      if (at >= 0) input.setAttribute("aria-activedescendant", `${id}-${at}`);
      else input.removeAttribute("aria-activedescendant");
      list2.children[at]?.scrollIntoView({ block: "nearest" });
    }
    function close() {
      list2.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }
    function pick(t) {
      input.value = page2.nameOf(t);
      close();
      choose(t);
    }
    function press2(event) {
      if (event.isComposing || event.keyCode === 229) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list2.hidden) search();
        else at = (at + (event.key === "ArrowDown" ? 1 : -1) + found.length) % Math.max(1, found.length);
        show();
      } else if (event.key === "Enter" && found[at] && !list2.hidden) pick(found[at]);
      else if (event.key === "Escape" && !list2.hidden) close();
      else return;
      event.preventDefault();
      event.stopPropagation();
    }
    return { element: h("div", { class: "combobox" }, input, list2), input };
  }

  // data.js
  var TYPES = [
    "theme",
    "project",
    "platform",
    "industry",
    "organization",
    "programme",
    "place",
    "event",
    "target",
    "outcome",
    "indicator"
  ];
  function read(raw) {
    const strings = raw.strings;
    const documents = new Map(raw.documents.map((row2) => [row2[0], document_(row2)]));
    const passages = raw.passages.map((row2) => passage(row2, documents, raw.excerpts));
    const things = raw.nodes.map((row2, n) => thing(row2, n, strings, raw.prefixes));
    const edges = raw.edges.map((row2) => edge(row2, things, strings, passages));
    for (const e of edges) {
      e.from.edges.push(e);
      if (e.to !== e.from) e.to.edges.push(e);
    }
    const byId2 = new Map(things.map((t) => [t.id, t]));
    for (const row2 of raw.ledger) {
      const target = byId2.get(`st:${row2.a_statement}`);
      if (target && row2.verdict) target.verdict = row2.verdict;
    }
    const years = [...new Set(edges.map((e) => e.year).filter(Boolean))].sort((a, b) => a - b);
    return {
      things,
      edges,
      byId: byId2,
      documents,
      years,
      ledger: raw.ledger,
      prefixes: raw.prefixes,
      excerpts: raw.excerpts,
      themes: new Map(things.filter((t) => t.type === "theme").map((t) => [local(t), t])),
      narrower: narrower(edges)
    };
  }
  function name(t, language) {
    return t.fact ? `${indicatorOf(t, language)} ${t.fact.written} (${t.years.join(", ")})` : language === "en" && t.english || t.label;
  }
  var FEW = 12;
  function brief(t, language) {
    if (!t.fact) return name(t, language);
    const letters = [...indicatorOf(t, language)];
    return `${letters.length > FEW ? `${letters.slice(0, FEW - 1).join("")}…` : letters.join("")} ${t.fact.written}`;
  }
  function indicatorOf(t, language) {
    return (language === "en" && t.english || t.fact?.indicator || t.label).replace(/ \d{4}$/, "");
  }
  function local(t) {
    return t.id.slice(t.id.lastIndexOf("/") + 1).replace(/^theme:/, "");
  }
  function surroundings(model2, p) {
    const found = excerpt(model2.excerpts[p.document.name] ?? [], p.start, p.end);
    if (!found) return { before: "", after: "" };
    const [offset, text2] = found;
    return {
      before: points(text2, Math.max(0, p.start - offset - AROUND), p.start - offset),
      after: points(text2, p.end - offset, p.end - offset + AROUND)
    };
  }
  var AROUND = 60;
  function points(text2, start2, end) {
    return /[\ud800-\udfff]/.test(text2) ? [...text2].slice(start2, end).join("") : text2.slice(start2, end);
  }
  function excerpt(excerpts, start2, end) {
    return excerpts.findLast(([offset]) => offset <= start2 && end >= offset);
  }
  function document_([name2, title, publisher, issued, area, level, source]) {
    return { name: name2, title, publisher, issued, area, level, source };
  }
  function passage([name2, start2, end, quote2], documents, excerpts) {
    const unknown = { name: name2, title: name2, publisher: "", issued: "", area: "", level: "", source: "" };
    const found = { document: documents.get(name2) ?? unknown, start: start2, end, quote: quote2 ?? "" };
    if (quote2 === void 0) {
      const [offset, text2] = (
        /** @type {[number, string]} */
        excerpt(excerpts[name2], start2, end)
      );
      found.quote = points(text2, start2 - offset, end - offset);
    }
    return found;
  }
  function thing(row2, n, strings, prefixes) {
    const [id, type, label, english, syllables, aliases, x, y, years, themes, documents, fact] = row2;
    const of = (i) => strings[i];
    return {
      n,
      id,
      iri: full(id, prefixes),
      type: of(type),
      label,
      english,
      syllables,
      aliases,
      x,
      y,
      years,
      themes: themes.map(of),
      documents: documents.map(of),
      fact: fact ? factOf(fact) : null,
      edges: [],
      verdict: ""
    };
  }
  function factOf([indicator, area, comparator, value, valueMax, unit, written]) {
    return { indicator, area, comparator, value, valueMax, unit, written };
  }
  function edge([from, to, relation2, theme, strength, stage, mode, year2, weight, passage2, key], things, strings, passages) {
    return {
      from: things[from],
      to: things[to],
      relation: strings[relation2],
      theme: strings[theme],
      strength: strings[strength],
      stage: strings[stage],
      mode: strings[mode],
      year: year2,
      weight,
      passage: passages[passage2] ?? null,
      key
    };
  }
  function full(id, prefixes) {
    const [prefix, rest] = [id.slice(0, id.indexOf(":")), id.slice(id.indexOf(":") + 1)];
    return Object.hasOwn(prefixes, prefix) ? prefixes[prefix] + rest : id;
  }
  function narrower(edges) {
    const found = /* @__PURE__ */ new Map();
    for (const e of edges) {
      if (e.relation === "broader") found.set(local(e.to), [...found.get(local(e.to)) ?? [], local(e.from)]);
    }
    return found;
  }

  // quotes.js
  function quote(page2, passage2) {
    const { before, after } = surroundings(page2.model, passage2);
    const { document: document2 } = passage2;
    const title = document2.source.startsWith("http") ? link(document2.source, document2.title) : h("span", {}, document2.title);
    return h(
      "figure",
      { class: "quote" },
      h("blockquote", { lang: "zh-Hans" }, h("span", { class: "around" }, tidy(before)), h("mark", {}, passage2.quote), h("span", { class: "around" }, tidy(after))),
      h("figcaption", {}, title, " · ", document2.issued, " · ", page2.t("place2", passage2.start, passage2.end), " ", copyButton(page2, passage2))
    );
  }
  function citation(page2, { quote: quote2, document: document2, start: start2, end }) {
    const words2 = quote2.replace(/\s+/g, " ");
    const publisher = document2.publisher;
    if (page2.language === "en") return [`“${words2}”. ${document2.title}.`, [publisher, document2.issued, page2.t("place2", start2, end)].filter(Boolean).join(", ")].join(" ") + ".";
    return `“${words2}”，《${document2.title}》，${[publisher, document2.issued, page2.t("place2", start2, end)].filter(Boolean).join("，")}。`;
  }
  async function copy(text2) {
    try {
      await navigator.clipboard.writeText(text2);
      return true;
    } catch {
      const area = h("textarea", { value: text2, class: "unseen", "aria-hidden": "true" });
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      return done;
    }
  }
  function copyButton(page2, passage2) {
    const button = h("button", {
      type: "button",
      class: "small",
      "aria-label": page2.t("cite"),
      click: async () => {
        const done = await copy(citation(page2, passage2));
        button.textContent = page2.t(done ? "copied" : "copyFailed");
        page2.say(button.textContent);
      }
    }, page2.t("cite"));
    return button;
  }
  function tidy(text2) {
    return text2.replace(/\s*\n\s*/g, " ");
  }

  // relations.js
  var WORDS = (
    /** @type {Record<string, string>} */
    { indicator: "hasIndicator" }
  );
  var MODES = (
    /** @type {Record<string, string>} */
    { target: "modeTarget", outcome: "modeOutcome", none: "modeNone" }
  );
  function relation(e, page2) {
    return page2.t(WORDS[e.relation] ?? e.relation);
  }
  function qualities(e, page2) {
    const theme = e.theme && e.relation !== "broader" ? themeName(e.theme, page2) : "";
    return [
      e.year ? page2.t("year", e.year) : "",
      theme,
      e.stage ? page2.t(e.stage) : "",
      !e.stage && e.relation === "underTheme" && e.mode && e.mode !== "none" ? page2.t(MODES[e.mode] ?? e.mode) : "",
      e.strength ? page2.t(e.strength) : ""
    ].filter(Boolean);
  }
  function caption(edges, page2) {
    const names = [...new Set(edges.map((e) => relation(e, page2)))];
    const years = [...new Set(edges.map((e) => e.year).filter(Boolean))].sort();
    return [names.join("/"), years.length > 2 ? `${years[0]}–${years.at(-1)}` : years.join(", ")].filter(Boolean).join(" ");
  }
  function themeName(local2, page2) {
    const theme = page2.model.themes.get(local2);
    return theme ? page2.nameOf(theme) : local2;
  }

  // state.js
  var VIEWS = ["network", "timeline", "table", "ledger"];
  var LISTS = (
    /** @type {const} */
    ["open", "types", "themes", "documents", "verdicts", "levels", "pins"]
  );
  var TEXTS = (
    /** @type {const} */
    ["node", "from", "to"]
  );
  function initial(language) {
    return {
      view: "network",
      language,
      scheme: "",
      node: "",
      open: [],
      steps: 1,
      from: "",
      to: "",
      types: [],
      themes: [],
      documents: [],
      verdicts: [],
      levels: [],
      low: 0,
      high: 0,
      all: false,
      pins: []
    };
  }
  function parse(hash, language) {
    const state = initial(language);
    const params = new URLSearchParams(hash.replace(/^#/, ""));
    for (const key of LISTS) state[key] = params.getAll(key);
    for (const key of TEXTS) state[key] = params.get(key) ?? "";
    const view2 = params.get("view") ?? "";
    if (VIEWS.includes(view2)) state.view = view2;
    const spoken = params.get("language") ?? "";
    if (["zh", "en"].includes(spoken)) state.language = spoken;
    const scheme = params.get("scheme") ?? "";
    if (["dark", "light"].includes(scheme)) state.scheme = scheme;
    state.steps = params.get("steps") === "2" ? 2 : 1;
    state.all = params.get("all") === "1";
    state.low = year(params.get("low"));
    state.high = year(params.get("high"));
    return state;
  }
  function format(state, language) {
    const params = new URLSearchParams();
    if (state.view !== "network") params.set("view", state.view);
    if (state.language !== language) params.set("language", state.language);
    if (state.scheme) params.set("scheme", state.scheme);
    for (const key of TEXTS) if (state[key]) params.set(key, state[key]);
    for (const key of LISTS) for (const value of state[key]) params.append(key, value);
    if (state.steps === 2) params.set("steps", "2");
    if (state.all) params.set("all", "1");
    if (state.low) params.set("low", String(state.low));
    if (state.high) params.set("high", String(state.high));
    return params.size ? `#${params}` : "#";
  }
  function filtered(state) {
    const lists = [state.types, state.themes, state.documents, state.verdicts, state.levels];
    return lists.some((list2) => list2.length > 0) || state.low > 0 || state.high > 0;
  }
  var CLEARED = {
    node: "",
    open: [],
    from: "",
    to: "",
    types: [],
    themes: [],
    documents: [],
    verdicts: [],
    levels: [],
    low: 0,
    high: 0,
    all: false
  };
  function year(text2) {
    return /^\d{4}$/.test(text2 ?? "") ? Number(text2) : 0;
  }

  // paths.js
  var RELATIONS = 4;
  function paths(model2, from, to, limit2) {
    if (from === to) return [];
    const first = shortest(model2, from, to, /* @__PURE__ */ new Set(), /* @__PURE__ */ new Set());
    if (!first) return [];
    const found = [first];
    const candidates2 = /* @__PURE__ */ new Map();
    while (found.length < limit2) {
      spurs(model2, found, to, candidates2);
      const best = [...candidates2].sort(([a, x], [b, y]) => weigh(x) - weigh(y) || x.length - y.length || (a < b ? -1 : 1))[0];
      if (!best) break;
      candidates2.delete(best[0]);
      found.push(best[1]);
    }
    return found.map(path);
  }
  function spurs(model2, found, to, candidates2) {
    const last = (
      /** @type {Thing[]} */
      found.at(-1)
    );
    const known = new Set(found.map(nameOf));
    for (let i = 0; i < last.length - 1; i++) {
      const root = last.slice(0, i + 1);
      const shut = new Set(found.filter((way2) => nameOf(way2.slice(0, i + 1)) === nameOf(root)).map((way2) => `${way2[i].n} ${way2[i + 1]?.n}`));
      const rest = shortest(model2, last[i], to, new Set(last.slice(0, i)), shut);
      if (!rest) continue;
      const way = [...root.slice(0, -1), ...rest];
      if (!known.has(nameOf(way))) candidates2.set(nameOf(way), way);
    }
  }
  function shortest(model2, from, to, closed, shut) {
    const distance = new Float64Array(model2.things.length).fill(Infinity);
    const before = new Array(model2.things.length);
    const heap = new Heap();
    distance[from.n] = 0;
    heap.push(0, from.n);
    for (let n = heap.pop(); n >= 0; n = heap.pop()) {
      const thing2 = model2.things[n];
      if (thing2 === to) break;
      for (const e of thing2.edges) {
        const other2 = e.from === thing2 ? e.to : e.from;
        const far = distance[n] + e.weight;
        if (far >= distance[other2.n] || closed.has(other2) || shut.has(`${n} ${other2.n}`)) continue;
        distance[other2.n] = far;
        before[other2.n] = thing2;
        heap.push(far, other2.n);
      }
    }
    if (distance[to.n] === Infinity) return null;
    const way = [to];
    for (let t = before[to.n]; t; t = before[t.n]) way.unshift(t);
    return way;
  }
  var Heap = class {
    /** @type {[number, number][]} */
    #items = [];
    /**
     * @param {number} weight
     * @param {number} n
     */
    push(weight, n) {
      const items = this.#items;
      items.push([weight, n]);
      for (let i = items.length - 1; i > 0; ) {
        const up = i - 1 >> 1;
        if (!less(items[i], items[up])) break;
        [items[i], items[up]] = [items[up], items[i]];
        i = up;
      }
    }
    /** @returns {number} the number of least weight, or -1 */
    pop() {
      const items = this.#items;
      if (items.length === 0) return -1;
      const top = items[0];
      const last = (
        /** @type {[number, number]} */
        items.pop()
      );
      if (items.length > 0) {
        items[0] = last;
        for (let i = 0; ; ) {
          let least = i;
          for (const child of [2 * i + 1, 2 * i + 2]) if (child < items.length && less(items[child], items[least])) least = child;
          if (least === i) break;
          [items[i], items[least]] = [items[least], items[i]];
          i = least;
        }
      }
      return top[1];
    }
  };
  function less(a, b) {
    return a[0] < b[0] || a[0] === b[0] && a[1] < b[1];
  }
  function nameOf(things) {
    return things.map((t) => t.n).join(" ");
  }
  function weigh(things) {
    return things.slice(1).reduce((sum2, t, i) => sum2 + between(things[i], t)[0].weight, 0);
  }
  function path(things) {
    const hops2 = things.slice(1).map((to, i) => ({ from: things[i], to, edges: between(things[i], to).slice(0, RELATIONS) }));
    return { things, hops: hops2, weight: weigh(things) };
  }
  function between(a, b) {
    const edges = a.edges.filter((e) => e.from === b || e.to === b);
    const least = Math.min(...edges.map((e) => e.weight));
    return edges.filter((e) => e.weight === least).sort((x, y) => y.year - x.year || (x.key < y.key ? -1 : 1));
  }

  // selection.js
  var KEY_THINGS = 40;
  var NEIGHBOURS = 60;
  var PATHS = 3;
  function select(model2, state) {
    const [from, to] = [model2.byId.get(state.from), model2.byId.get(state.to)];
    if (from && to) return ofPaths(model2, state, paths(model2, from, to, PATHS));
    const roots = state.open.map((id) => model2.byId.get(id)).filter((t) => t !== void 0);
    if (roots.length > 0) return hood(model2, state, roots);
    if (filtered(state)) return whole("filter", model2, state, matching(model2, state));
    if (state.all) return whole("all", model2, state, model2.things);
    return whole("start", model2, state, curated(model2));
  }
  function matching(model2, state) {
    const passes = factTest(model2, state);
    const touched = /* @__PURE__ */ new Set();
    for (const e of matchingEdges(model2, state)) {
      if (!passes(e.from) || !passes(e.to)) continue;
      if (state.verdicts.length > 0 && !e.from.fact && !e.to.fact) continue;
      touched.add(e.from).add(e.to);
    }
    const types = new Set(state.types);
    const whole2 = !filtered({ ...state, types: [] });
    return model2.things.filter((t) => (types.size === 0 || types.has(t.type)) && (whole2 || (t.fact ? passes(t) : touched.has(t))));
  }
  function matchingEdges(model2, state) {
    const themes = widened(model2, state.themes);
    const documents = new Set(state.documents);
    const levels = new Set(state.levels);
    const whole2 = !filtered({ ...state, types: [] });
    return model2.edges.filter(
      (e) => whole2 || e.relation !== "broader" && inYears(state, e.year) && (themes.size === 0 || themes.has(e.theme)) && (documents.size === 0 || e.passage !== null && documents.has(e.passage.document.name)) && (levels.size === 0 || e.passage !== null && levels.has(e.passage.document.level))
    );
  }
  function neighbours(thing2, edges) {
    const found = /* @__PURE__ */ new Map();
    for (const e of thing2.edges) {
      if (!edges.has(e)) continue;
      const other2 = e.from === thing2 ? e.to : e.from;
      const known = found.get(other2);
      if (!known || e.weight < known.weight) found.set(other2, { thing: other2, weight: e.weight });
    }
    return [...found.values()].sort((a, b) => a.weight - b.weight || b.thing.edges.length - a.thing.edges.length || a.thing.n - b.thing.n);
  }
  function isEntity(t) {
    return !t.fact && t.type !== "theme" && t.type !== "indicator";
  }
  function widened(model2, themes) {
    const all = new Set(themes);
    for (const theme of all) for (const narrower2 of model2.narrower.get(theme) ?? []) all.add(narrower2);
    return all;
  }
  function inYears(state, year2) {
    return (!state.low || year2 >= state.low) && (!state.high || year2 > 0 && year2 <= state.high);
  }
  function factTest(model2, state) {
    const themes = widened(model2, state.themes);
    const documents = new Set(state.documents);
    const levels = new Set(state.levels);
    const verdicts = new Set(state.verdicts);
    return (t) => !t.fact || (verdicts.size === 0 || verdicts.has(t.verdict)) && (!(state.low || state.high) || t.years.some((year2) => inYears(state, year2))) && (themes.size === 0 || t.themes.some((theme) => themes.has(theme))) && (documents.size === 0 || t.documents.some((name2) => documents.has(name2))) && (levels.size === 0 || t.documents.some((name2) => levels.has(model2.documents.get(name2)?.level ?? "")));
  }
  function ofPaths(model2, state, found) {
    const things = new Set(found.flatMap((p) => p.things));
    for (const id of [state.from, state.to]) things.add(
      /** @type {Thing} */
      model2.byId.get(id)
    );
    const edges = new Set(found.flatMap((p) => p.hops.flatMap((hop) => hop.edges)));
    return { kind: "path", things: [...things], edges: [...edges], cut: 0, paths: found };
  }
  function hood(model2, state, roots) {
    const edges = new Set(matchingEdges(model2, state));
    const passes = new Set(matching(model2, state));
    const things = new Set(roots);
    let cut = 0;
    let ring = roots;
    for (let step = 0; step < state.steps; step++) {
      const limit2 = step === 0 ? NEIGHBOURS : 6;
      const next = [];
      for (const root of ring) {
        const near = neighbours(root, edges).filter(({ thing: thing2 }) => passes.has(thing2));
        cut += Math.max(0, near.length - limit2);
        for (const { thing: thing2 } of near.slice(0, limit2)) {
          if (!things.has(thing2)) next.push(thing2);
          things.add(thing2);
        }
      }
      ring = next;
    }
    return { ...whole("hood", model2, state, [...things]), cut };
  }
  function whole(kind, model2, state, things) {
    const all = new Set(things);
    for (const id of [state.node, ...state.pins]) {
      const thing2 = model2.byId.get(id);
      if (thing2) all.add(thing2);
    }
    const edges = matchingEdges(model2, state).filter((e) => all.has(e.from) && all.has(e.to));
    return { kind, things: [...all], edges, cut: 0, paths: [] };
  }
  function curated(model2) {
    const tops = topsOf(model2);
    const taken = /* @__PURE__ */ new Map();
    const most = (n) => Math.min(n, Math.max(3, Math.round(KEY_THINGS / Math.max(1, tops.length))));
    const key = byLinks(model2.things.filter(isEntity)).filter((t) => {
      const theme = home(model2, t);
      taken.set(theme, (taken.get(theme) ?? 0) + 1);
      return (taken.get(theme) ?? 0) <= most(KEY_THINGS);
    });
    return [...tops, ...key.slice(0, KEY_THINGS * 2)];
  }
  function topsOf(model2) {
    return [...model2.themes.values()].filter((t) => !t.edges.some((e) => e.relation === "broader" && e.from === t));
  }
  function home(model2, t) {
    const counts2 = /* @__PURE__ */ new Map();
    for (const e of t.edges) {
      const theme = model2.themes.get(e.theme);
      const top = theme && topThemes(model2, theme).at(-1);
      if (top) counts2.set(top, (counts2.get(top) ?? 0) + 1);
    }
    const [best] = [...counts2].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0] ?? [];
    return model2.themes.get(best ?? t.themes[0] ?? "");
  }
  function byLinks(things) {
    return things.toSorted((a, b) => b.edges.length - a.edges.length || a.n - b.n);
  }
  function counts(model2, state) {
    const of = (open) => matching(model2, { ...state, ...open });
    const types = tally(of({ types: [] }), (t) => [t.type]);
    const themes = tally(of({ themes: [] }), (t) => topThemes(model2, t));
    const documents = tally(of({ documents: [] }), (t) => t.documents);
    const levels = tally(of({ levels: [] }), (t) => [...new Set(t.documents.map((d) => model2.documents.get(d)?.level ?? ""))]);
    const verdicts = tally(of({ verdicts: [] }), (t) => t.verdict ? [t.verdict] : []);
    const years = /* @__PURE__ */ new Map();
    for (const e of matchingEdges(model2, { ...state, low: 0, high: 0 })) if (e.year) years.set(e.year, (years.get(e.year) ?? 0) + 1);
    return { types, themes, documents, levels, verdicts, years };
  }
  function topThemes(model2, t) {
    const found = new Set(t.type === "theme" ? [local(t)] : t.themes);
    for (const theme of found) {
      const above = model2.themes.get(theme)?.edges.find((e) => e.relation === "broader" && local(e.from) === theme);
      if (above) found.add(local(above.to));
    }
    return [...found];
  }
  function tally(things, values) {
    const counts2 = /* @__PURE__ */ new Map();
    for (const t of things) for (const value of values(t)) counts2.set(value, (counts2.get(value) ?? 0) + 1);
    return counts2;
  }

  // details.js
  var FEW2 = 8;
  var STAGES = ["planned", "started", "underway", "completed"];
  function details(page2, t) {
    return [
      h("h2", { class: "thing" }, icon(t.type), h("span", {}, page2.nameOf(t))),
      h("p", { class: "quiet" }, [page2.t(t.type), other(page2, t), ...t.themes.map((theme) => t.type === "theme" ? "" : themeName(theme, page2))].filter(Boolean).join(" · ")),
      t.aliases.length > 0 && h("p", { class: "quiet" }, page2.t("aliases", t.aliases.join("、"))),
      t.fact && figure(page2, t),
      actions(page2, t),
      ...life(page2, t),
      ...facts(page2, t),
      ...relations(page2, t)
    ];
  }
  function thingButton(page2, t, note) {
    return h(
      "button",
      { type: "button", class: "thing-button", key: `thing ${t.id}`, click: () => page2.choose(t) },
      icon(t.type),
      h("span", { class: "name" }, page2.nameOf(t)),
      note && h("span", { class: "quiet" }, note)
    );
  }
  function list(page2, items, show, few = FEW2) {
    const element = h("ul", { class: "plain" }, items.slice(0, few).map((item) => h("li", {}, show(item))));
    const rest = items.slice(few);
    if (rest.length === 0) return element;
    const more = h("button", { type: "button", class: "small", click: () => {
      const next = rest.splice(0, 50).map((item) => h("li", {}, show(item)));
      element.append(...next);
      const first = next[0]?.querySelector("button");
      if (rest.length === 0) more.remove();
      else more.textContent = page2.t("more", rest.length);
      first?.focus();
    } }, page2.t("more", rest.length));
    return h("div", {}, element, more);
  }
  function badge(page2, verdict) {
    const signs = (
      /** @type {Record<string, string>} */
      { met: "✓", exceeded: "▲", missed: "✗", "not reported": "?", "not yet due": "…" }
    );
    return h("span", { class: `badge verdict-${verdict.replaceAll(" ", "-")}` }, `${signs[verdict] ?? "·"} ${page2.t(verdict)}`);
  }
  function other(page2, t) {
    const second = page2.language === "en" ? t.label : t.english;
    return second && second !== (page2.language === "en" && t.english ? t.english : t.label) ? second : "";
  }
  function figure(page2, t) {
    const fact = (
      /** @type {import("./data.js").Fact} */
      t.fact
    );
    return h("p", { class: "figure" }, h("strong", {}, fact.written), h("span", {}, ` ${t.years.map((y) => page2.t("year", y)).join(" ")} ${fact.area}`), t.verdict && badge(page2, t.verdict));
  }
  function actions(page2, t) {
    const { state } = page2;
    const button = (key, click, pressed = false) => h("button", { type: "button", key: `action ${key}`, "aria-pressed": pressed ? "true" : void 0, click }, page2.t(key));
    const isOpen = state.open.includes(t.id);
    const start2 = () => page2.set({ from: t.id, to: state.to !== t.id ? state.to : "", node: t.id });
    const end = () => page2.set({ to: t.id, from: state.from !== t.id ? state.from : "", node: t.id });
    return h(
      "div",
      { class: "actions" },
      button(isOpen ? "collapse" : "expand", () => page2.toggle(t)),
      isOpen && button(state.steps === 2 ? "oneStep" : "twoSteps", () => page2.set({ steps: state.steps === 2 ? 1 : 2 })),
      button("pathFromHere", start2),
      button("pathToHere", end),
      button(state.pins.includes(t.id) ? "unpin" : "pin", () => page2.set({ pins: state.pins.includes(t.id) ? state.pins.filter((id) => id !== t.id) : [...state.pins, t.id] }))
    );
  }
  function life(page2, t) {
    const steps = t.edges.filter((e) => e.from === t && e.stage && e.passage);
    if (steps.length === 0) return [];
    const key = (e) => `${e.year} ${STAGES.indexOf(e.stage)} ${e.passage?.document.name} ${e.passage?.start}`;
    const distinct = [...new Map(steps.map((e) => [key(e), e])).values()].sort((a, b) => a.year - b.year || STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
    return [
      h("h3", {}, page2.t("life")),
      list(page2, distinct, (e) => h(
        "details",
        { class: "relation" },
        h("summary", {}, h("b", {}, page2.t("year", e.year)), " ", h("span", { class: `stage stage-${e.stage}` }, page2.t(e.stage)), " ", h("span", { class: "quiet" }, page2.t(e.mode === "target" ? "modeTarget" : "modeOutcome"))),
        e.passage && quote(page2, e.passage)
      ))
    ];
  }
  function facts(page2, t) {
    if (t.fact) return [];
    const found = [...new Set(t.edges.map((e) => e.from === t ? e.to : e.from).filter((o) => o.fact))].sort(newest);
    if (found.length === 0) return [];
    return [h("h3", {}, `${page2.t("facts")} (${found.length})`), factTable(page2, found)];
  }
  function factTable(page2, found) {
    return list(page2, found, (f) => h("div", { class: "fact" }, thingButton(page2, f), f.verdict && badge(page2, f.verdict)));
  }
  function newest(a, b) {
    return (b.years[0] ?? 0) - (a.years[0] ?? 0) || b.edges.length - a.edges.length || a.n - b.n;
  }
  function relations(page2, t) {
    const kinds = /* @__PURE__ */ new Map();
    for (const e of t.edges) kinds.set(e.relation, [...kinds.get(e.relation) ?? [], e]);
    if (t.edges.length === 0) return [];
    const groups = [...kinds.values()].map((edges) => edges.sort((a, b) => a.weight - b.weight || b.year - a.year || (a.key < b.key ? -1 : 1)));
    return [
      h("h3", {}, `${page2.t("relations")} (${t.edges.length})`),
      ...groups.map((edges, i) => h(
        "section",
        {},
        h("h4", {}, `${relation(edges[0], page2)} (${edges.length})`),
        list(page2, edges, (e) => relationItem(page2, t, e, i === 0 && e === edges[0]))
      ))
    ];
  }
  function relationItem(page2, t, e, open) {
    const o = e.from === t ? e.to : e.from;
    if (!e.passage) return thingButton(page2, o);
    return h(
      "details",
      { class: "relation", open },
      h("summary", {}, icon(o.type), h("span", { class: "name" }, page2.nameOf(o)), " ", h("span", { class: "quiet" }, qualities(e, page2).join(" · "))),
      quote(page2, e.passage),
      thingButton(page2, o)
    );
  }
  function summary(page2, selection) {
    const { state } = page2;
    const years = state.low || state.high ? [...new Set([state.low, state.high].filter(Boolean))].join("–") : "";
    const title = [...state.themes.map((theme) => themeName(theme, page2)), years, ...state.types.map((type) => page2.t(type)), ...state.documents.map((d) => page2.model.documents.get(d)?.title ?? d), ...state.verdicts.map((v) => page2.t(v)), ...state.levels.map((l) => page2.t(l))];
    const groups = TYPES.filter((type) => type !== "theme" && type !== "indicator").map((type) => ({ type, things: selection.things.filter((t) => t.type === type) }));
    return [
      h("h2", {}, title.filter(Boolean).join(" · ") || page2.t("stage")),
      selection.things.length === 0 && h("p", {}, page2.t("nothing")),
      h("div", { class: "actions" }, h("button", { type: "button", key: "clear", click: () => page2.look({}) }, page2.t("home"))),
      ...groups.filter(({ things }) => things.length > 0).map(({ type, things }) => h(
        "section",
        {},
        h("h3", {}, icon(type), ` ${page2.t(type)} (${things.length})`),
        things[0].fact ? factTable(page2, things.toSorted(newest)) : list(page2, byLinks(things), (t) => thingButton(page2, t))
      ))
    ];
  }

  // years.js
  function histogram(page2, counts2) {
    const { years } = page2.model;
    if (years.length === 0) return null;
    const { state } = page2;
    const [low, high] = [state.low || years[0], state.high || years[years.length - 1]];
    const most = Math.max(1, ...counts2.values());
    const bar = (year2) => {
      const n = counts2.get(year2) ?? 0;
      const only = state.low === year2 && state.high === year2;
      return h("button", {
        type: "button",
        class: `bar ${year2 >= low && year2 <= high ? "in" : "out"}`,
        key: `bar ${year2}`,
        "aria-pressed": String(only),
        "aria-label": page2.t("yearBar", year2, n),
        title: page2.t("yearBar", year2, n),
        click: () => page2.set(only ? { low: 0, high: 0 } : { low: year2, high: year2 })
      }, fillOf(n / most));
    };
    const slider = (end) => h("input", {
      type: "range",
      class: end,
      min: 0,
      max: years.length - 1,
      step: 1,
      value: years.indexOf(end === "low" ? low : high),
      key: `slider ${end}`,
      "aria-label": page2.t(end === "low" ? "yearFrom" : "yearTo"),
      "aria-valuetext": String(end === "low" ? low : high),
      change: (e) => slide(page2, end, years[Number(
        /** @type {HTMLInputElement} */
        e.target.value
      )])
    });
    return h(
      "section",
      { class: "years" },
      h("h3", {}, page2.t("years"), h("span", { class: "count" }, low === high ? low : `${low}–${high}`)),
      h("div", { class: "bars" }, years.map(bar)),
      years.length > 1 && h("div", { class: "sliders" }, slider("low"), slider("high")),
      h("div", { class: "ends quiet" }, h("span", {}, years[0]), h("span", {}, years[years.length - 1]))
    );
  }
  function slide(page2, end, year2) {
    const { years } = page2.model;
    const [first, last] = [years[0], years[years.length - 1]];
    let [low, high] = [page2.state.low || first, page2.state.high || last];
    if (end === "low") [low, high] = [year2, Math.max(year2, high)];
    else [low, high] = [Math.min(year2, low), year2];
    page2.set({ low: low === first && high === last ? 0 : low, high: low === first && high === last ? 0 : high });
  }
  function fillOf(share) {
    const fill2 = h("span", { class: "fill" });
    fill2.style.height = `${Math.max(share > 0 ? 4 : 0, Math.round(share * 100))}%`;
    return fill2;
  }

  // filters.js
  var LEVELS = ["nation", "province", "city", "county"];
  var VERDICTS = ["met", "exceeded", "missed", "not reported", "not yet due"];
  var FEW3 = 10;
  function filters(page2) {
    const { model: model2 } = page2;
    const left = counts(model2, page2.state);
    const tops = topsOf(model2).map(local);
    const themes = [.../* @__PURE__ */ new Set([...tops, ...page2.state.themes])].sort((a, b) => (left.themes.get(b) ?? 0) - (left.themes.get(a) ?? 0) || (a < b ? -1 : 1));
    const present = new Set(model2.things.map((t) => t.type));
    const types = TYPES.filter((type) => present.has(type));
    const documents = [...model2.documents.keys()];
    const levels = LEVELS.filter((level) => [...model2.documents.values()].some((d) => d.level === level));
    const verdicts = VERDICTS.filter((verdict) => model2.things.some((t) => t.verdict === verdict));
    return [
      h(
        "div",
        { class: "filters-head" },
        h("h2", {}, page2.t("filters")),
        page2.filtered && h("button", { type: "button", class: "small", key: "clear", click: () => page2.set({ types: [], themes: [], documents: [], verdicts: [], levels: [], low: 0, high: 0 }) }, page2.t("clear"))
      ),
      histogram(page2, left.years),
      facet(page2, "types", types, left.types, (type) => [icon(type), h("span", { class: "name" }, page2.t(type))]),
      facet(page2, "themes", themes, left.themes, (theme) => [h("span", { class: "name" }, page2.nameOf(
        /** @type {import("./data.js").Thing} */
        model2.themes.get(theme)
      ))]),
      facet(page2, "documents", documents, left.documents, (name2) => [h("span", { class: "name" }, model2.documents.get(name2)?.title ?? name2)]),
      verdicts.length > 0 && facet(page2, "verdicts", verdicts, left.verdicts, (verdict) => [badge(page2, verdict)]),
      levels.length > 1 && facet(page2, "levels", levels, left.levels, (level) => [h("span", { class: "name" }, page2.t(level))])
    ];
  }
  function facet(page2, key, values, left, show) {
    const chosen = page2.state[key];
    const toggle = (value) => page2.set({ [key]: chosen.includes(value) ? chosen.filter((v) => v !== value) : [...chosen, value] });
    const item = (value) => h("li", {}, h(
      "button",
      { type: "button", class: "chip", key: `${key} ${value}`, "aria-pressed": String(chosen.includes(value)), click: () => toggle(value) },
      ...show(value),
      h("span", { class: "count" }, left.get(value) ?? 0)
    ));
    const [first, rest] = [values.slice(0, FEW3 + 2), values.slice(FEW3 + 2)];
    return h(
      "section",
      { class: "facet" },
      h("h3", { title: page2.t("pressed") }, page2.t(key)),
      h("ul", { class: "plain" }, first.map(item)),
      rest.length > 0 && h("details", { open: rest.some((value) => chosen.includes(value)) }, h("summary", {}, page2.t("more", rest.length)), h("ul", { class: "plain" }, rest.map(item)))
    );
  }

  // ledger.js
  var ROWS = 300;
  function ledger(page2, selection) {
    const { model: model2 } = page2;
    if (model2.ledger.length === 0) return h("p", { class: "empty" }, page2.t("ledgerNone"));
    const everything = selection.kind === "start" || selection.kind === "all";
    const shown2 = new Set(selection.things.map((t) => t.id));
    const rows = model2.ledger.filter((row2) => everything || shown2.has(`st:${row2.a_statement}`) || shown2.has(`st:${row2.b_statement}`));
    const head2 = ["indicator", "relation", "area", "first", "second", "verdict", "note"];
    return h(
      "div",
      { class: "scroll tall", tabindex: 0, role: "region", "aria-label": page2.t("ledger") },
      rows.length === 0 ? h("p", {}, page2.t("nothing")) : h(
        "table",
        { class: "grid ledger" },
        h("thead", {}, h("tr", {}, head2.map((key) => h("th", { scope: "col" }, page2.t(key))))),
        h("tbody", {}, rows.slice(0, ROWS).map((row2) => rowOf(page2, row2)))
      ),
      rows.length > ROWS && h("p", { class: "quiet" }, page2.t("more", rows.length - ROWS))
    );
  }
  function rowOf(page2, row2) {
    return h(
      "tr",
      {},
      h("th", { scope: "row" }, row2.indicator),
      h("td", {}, page2.t(row2.relation)),
      h("td", {}, row2.area),
      h("td", {}, statement(page2, row2, "a")),
      h("td", {}, statement(page2, row2, "b")),
      h("td", {}, row2.verdict && badge(page2, row2.verdict)),
      h("td", { class: "quiet" }, row2.note)
    );
  }
  function statement(page2, row2, side2) {
    const quote2 = row2[`${side2}_quote`];
    if (!quote2) return null;
    const thing2 = page2.model.byId.get(`st:${row2[`${side2}_statement`]}`);
    const document2 = row2[`${side2}_document`];
    const source = [row2[`${side2}_year`], page2.model.documents.get(document2)?.title ?? document2].filter(Boolean).join(" · ");
    const words2 = h("span", { lang: "zh-Hans" }, quote2);
    return h("div", {}, thing2 ? h("button", { type: "button", class: "bare", click: () => page2.choose(thing2) }, words2) : words2, h("div", { class: "quiet" }, source));
  }

  // arrange.js
  var BED = { width: 250, height: 180 };
  var RING = 190;
  var ROOM = 46;
  var COLUMN = 250;
  var ROW = 110;
  function arrange(selection, state, model2, shape) {
    if (selection.kind === "start") return garden(selection, model2, shape);
    if (selection.kind === "path") return columns(selection);
    if (selection.kind === "hood") return rings(selection, state);
    return new Map(selection.things.map((t) => [t, { x: t.x, y: t.y }]));
  }
  function garden({ things }, model2, shape) {
    const beds = new Map(byLinks(things.filter((t) => t.type === "theme")).map((t) => [t, []]));
    for (const t of things) if (t.type !== "theme") beds.set(home(model2, t), [...beds.get(home(model2, t)) ?? [], t]);
    const columns2 = Math.max(1, Math.round(Math.sqrt(beds.size * shape * BED.height / BED.width)));
    const places = /* @__PURE__ */ new Map();
    [...beds].forEach(([theme, plants], i) => {
      const row2 = Math.floor(i / columns2);
      const inRow = Math.min(columns2, beds.size - row2 * columns2);
      const x = (i % columns2 + (columns2 - inRow) / 2) * BED.width;
      const y = row2 * BED.height;
      if (theme) places.set(theme, { x, y });
      plants.forEach((t, n) => {
        const angle = (n + 0.5) / plants.length * 2 * Math.PI - Math.PI / 2;
        places.set(t, { x: Math.round(x + BED.width * 0.34 * Math.cos(angle)), y: Math.round(y - BED.height * 0.33 * Math.sin(angle)) });
      });
    });
    return places;
  }
  function rings(selection, state) {
    const shown2 = new Set(selection.things);
    const root = selection.things.find((t) => t.id === state.open[0]) ?? selection.things[0];
    const { levels, children } = tree(root, shown2, selection);
    const places = /* @__PURE__ */ new Map([[root, { x: 0, y: 0 }]]);
    const angles = /* @__PURE__ */ new Map([[root, 0]]);
    let radius2 = 0;
    for (const level of levels) {
      const ring = level.flatMap((t) => children.get(t) ?? []);
      if (ring.length === 0) break;
      const rows = Math.min(3, Math.ceil(ring.length / 28));
      radius2 = Math.max(radius2 + RING, ring.length * ROOM / (2 * Math.PI * rows));
      ring.forEach((t, i) => {
        const angle = (i + 0.5) / ring.length * 2 * Math.PI - Math.PI / 2;
        const far = radius2 + i % rows * 78;
        angles.set(t, angle);
        places.set(t, { x: Math.round(far * Math.cos(angle) * 1.25), y: Math.round(far * Math.sin(angle)) });
      });
      radius2 += (rows - 1) * 78;
    }
    let aside = 0;
    for (const t of selection.things) if (!places.has(t)) places.set(t, { x: ROOM * 3 * aside++, y: Math.round(radius2 + RING) });
    return places;
  }
  function tree(root, shown2, selection) {
    const edges = new Set(selection.edges);
    const seen = /* @__PURE__ */ new Set([root]);
    const children = /* @__PURE__ */ new Map();
    const levels = [[root]];
    for (let level = levels[0]; level.length > 0; level = /** @type {Thing[]} */
    levels.at(-1)) {
      const next = [];
      for (const parent of level) {
        const found = parent.edges.filter((e) => edges.has(e)).map((e) => e.from === parent ? e.to : e.from).filter((t) => shown2.has(t) && !seen.has(t) && seen.add(t)).sort(byKind);
        children.set(parent, found);
        next.push(...found);
      }
      levels.push(next);
    }
    return { levels, children };
  }
  function byKind(a, b) {
    return TYPES.indexOf(a.type) - TYPES.indexOf(b.type) || (a.themes[0] ?? "").localeCompare(b.themes[0] ?? "") || a.n - b.n;
  }
  function columns(selection) {
    const places = /* @__PURE__ */ new Map();
    const longest = Math.max(1, ...selection.paths.map((p) => p.hops.length));
    const rows = /* @__PURE__ */ new Map();
    for (const [line, path2] of selection.paths.entries()) {
      path2.things.forEach((t, i) => {
        if (places.has(t)) return;
        const x = Math.round(i / path2.hops.length * longest * COLUMN);
        const row2 = line === 0 ? 0 : (rows.get(x) ?? 0) + 1;
        rows.set(x, Math.max(row2, rows.get(x) ?? 0));
        places.set(t, { x, y: (row2 % 2 ? 1 : -1) * Math.ceil(row2 / 2) * ROW });
      });
    }
    for (const [i, t] of selection.things.entries()) if (!places.has(t)) places.set(t, { x: i * COLUMN, y: 0 });
    return places;
  }

  // labels.js
  var CELL = 40;
  var SIZE = 12.5;
  var LARGE = 15;
  var GAP = 3;
  var EDGE = 4;
  var LONGEST = 24;
  var Occupancy = class {
    /** @type {Map<number, Box[]>} */
    #cells = /* @__PURE__ */ new Map();
    /** @param {Box} box */
    isFree(box2) {
      for (const cell3 of cells(box2)) {
        for (const other2 of this.#cells.get(cell3) ?? []) {
          if (box2.left < other2.right && other2.left < box2.right && box2.top < other2.bottom && other2.top < box2.bottom) return false;
        }
      }
      return true;
    }
    /** @param {Box} box */
    take(box2) {
      for (const cell3 of cells(box2)) {
        const boxes = this.#cells.get(cell3);
        if (boxes) boxes.push(box2);
        else this.#cells.set(cell3, [box2]);
      }
    }
  };
  function place(wishes2, measure, view2, limit2, occupancy = new Occupancy()) {
    const labels2 = [];
    for (const wish of wishes2) {
      if (labels2.length >= limit2) break;
      if (wish.x < -20 || wish.y < -20 || wish.x > view2.width + 20 || wish.y > view2.height + 20) continue;
      const text2 = wish.strong ? wish.text : shortened(wish.text);
      const size = wish.large ? LARGE : SIZE;
      const width2 = measure(text2, wish.large);
      const label = candidates(wish, width2, size, view2).find(([px, py]) => occupancy.isFree(box(px, py, width2, size)));
      if (!label) continue;
      occupancy.take(box(label[0], label[1], width2, size));
      labels2.push({ ...wish, text: text2, px: label[0], py: label[1], size });
    }
    return labels2;
  }
  function shortened(text2) {
    const letters = [...text2];
    const longest = /[⺀-鿿]/.test(text2) ? LONGEST : LONGEST * 1.6;
    return letters.length <= longest ? text2 : `${letters.slice(0, longest - 1).join("")}…`;
  }
  function candidates({ x, y, r, large }, width2, size, view2) {
    const left = Math.max(EDGE, Math.min(x - width2 / 2, view2.width - width2 - EDGE));
    const below = y + r + GAP + size / 2;
    const above = y - r - GAP - size / 2;
    if (large) return [[left, below], [left, above]];
    const beside = (
      /** @type {[number, number][]} */
      [[x + r + GAP, y], [x - r - GAP - width2, y]]
    );
    return [[left, below], ...beside.filter(([px]) => px > EDGE && px + width2 < view2.width - EDGE), [left, above]];
  }
  function box(px, py, width2, size) {
    return { left: px - 2, right: px + width2 + 2, top: py - size / 2 - 1.5, bottom: py + size / 2 + 1.5 };
  }
  function cells({ left, top, right, bottom }) {
    const found = [];
    for (let column = Math.floor(left / CELL); column <= Math.floor(right / CELL); column++) {
      for (let row2 = Math.floor(top / CELL); row2 <= Math.floor(bottom / CELL); row2++) found.push(column * 4096 + row2);
    }
    return found;
  }

  // overlay.js
  var FACE = 'system-ui, -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
  var NAMED_LINES = 24;
  var SIGNS_KEPT_FREE = 400;
  var widths = /* @__PURE__ */ new Map();
  function draw(context, scene, page2, canvas) {
    const { a, e, f } = context.getTransform();
    const ratio = window.devicePixelRatio || 1;
    const scale = a / ratio;
    const at = (p) => ({ x: p.x * scale + e / ratio, y: p.y * scale + f / ratio });
    const view2 = { width: canvas.clientWidth, height: canvas.clientHeight };
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const strong = outstanding(scene, page2);
    const occupancy = obstacles(scene, at, scale);
    const lit = strong.lines.map((line) => ends(line, scene, at, scale));
    for (const [from, to] of lit) arrow(context, from, to, page2.color("--accent"));
    for (const t of strong.marked) mark(context, t, scene, at, scale, page2);
    const labels2 = place(wishes(scene, page2, strong.named, at, scale), (text2, large) => width(context, text2, large), view2, limit(scale, view2), occupancy);
    if (strong.lines.length <= NAMED_LINES) strong.lines.forEach((line, i) => captionLine(context, line, lit[i], occupancy, page2));
    for (const label of labels2) text(context, label.text, label.px, label.py, label.size, page2.color(label.strong ? "--ink" : "--label"), page2, label.bold || label.large);
    context.restore();
  }
  function outstanding({ selection, lines: lines2, hover }, page2) {
    const chosen = page2.model.byId.get(page2.state.node);
    const marked = new Set([chosen, hover, ...page2.state.pins.map((id) => page2.model.byId.get(id))].filter((t) => t !== void 0 && t !== null));
    const centre = hover ?? chosen;
    const path2 = selection.kind === "path";
    const lit = path2 ? lines2 : lines2.filter((line) => line.from === centre || line.to === centre);
    const near = lit.length <= 60 ? lit.flatMap((line) => [line.from, line.to]) : [];
    return { lines: lit, marked, named: /* @__PURE__ */ new Set([...marked, ...near, ...path2 ? selection.things : []]) };
  }
  function* wishes(scene, page2, strong, at, scale) {
    const wish = (t, isStrong) => {
      const { x, y } = at(
        /** @type {Point} */
        scene.places.get(t)
      );
      return { text: isStrong ? name(t, page2.language) : brief(t, page2.language), x, y, r: radius(t) * scale, strong: isStrong, bold: t === scene.hover || t.id === page2.state.node, large: t.type === "theme" };
    };
    for (const t of strong) if (scene.places.has(t)) yield wish(t, true);
    for (const t of scene.ranked) if (!strong.has(t)) yield wish(t, false);
  }
  function obstacles({ places }, at, scale) {
    const occupancy = new Occupancy();
    if (places.size > SIGNS_KEPT_FREE) return occupancy;
    for (const [t, p] of places) {
      const { x, y } = at(p);
      const r = radius(t) * scale * 0.8;
      occupancy.take({ left: x - r, right: x + r, top: y - r, bottom: y + r });
    }
    return occupancy;
  }
  function limit(scale, { width: width2, height }) {
    return Math.round(width2 * height / 1e6 * Math.min(160, 40 + 160 * scale));
  }
  function ends(line, { places }, at, scale) {
    const [from, to] = [at(
      /** @type {Point} */
      places.get(line.from)
    ), at(
      /** @type {Point} */
      places.get(line.to)
    )];
    const far = Math.hypot(to.x - from.x, to.y - from.y) || 1;
    const [dx, dy] = [(to.x - from.x) / far, (to.y - from.y) / far];
    const [start2, end] = [radius(line.from) * scale + 2, radius(line.to) * scale + 4];
    return [{ x: from.x + dx * start2, y: from.y + dy * start2 }, { x: to.x - dx * end, y: to.y - dy * end }];
  }
  function arrow(context, from, to, color) {
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    context.strokeStyle = context.fillStyle = color;
    context.lineWidth = 1.75;
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
    context.beginPath();
    context.moveTo(to.x, to.y);
    for (const side2 of [-0.4, 0.4]) context.lineTo(to.x - 9 * Math.cos(angle + side2), to.y - 9 * Math.sin(angle + side2));
    context.fill();
  }
  function mark(context, t, { places }, at, scale, page2) {
    const place2 = places.get(t);
    if (!place2) return;
    const { x, y } = at(place2);
    const pinned = page2.state.pins.includes(t.id);
    context.strokeStyle = page2.color("--accent");
    context.lineWidth = t.id === page2.state.node ? 3 : 1.5;
    context.setLineDash(pinned && t.id !== page2.state.node ? [4, 3] : []);
    context.beginPath();
    context.arc(x, y, radius(t) * scale + 5, 0, 2 * Math.PI);
    context.stroke();
    context.setLineDash([]);
  }
  function captionLine(context, line, [from, to], occupancy, page2) {
    const words2 = caption(line.edges, page2);
    const wide = width(context, words2, false);
    if (Math.hypot(to.x - from.x, to.y - from.y) < wide * 0.6) return;
    for (const share of [0.5, 0.4, 0.62, 0.3, 0.72]) {
      const [x, y] = [from.x + (to.x - from.x) * share - wide / 2, from.y + (to.y - from.y) * share];
      const box2 = { left: x - 3, right: x + wide + 3, top: y - 8, bottom: y + 8 };
      if (!occupancy.isFree(box2)) continue;
      occupancy.take(box2);
      text(context, words2, x, y, SIZE - 1, page2.color("--accent-ink"), page2, false);
      return;
    }
  }
  function text(context, words2, x, y, size, color, page2, bold) {
    context.font = `${bold ? 600 : 400} ${size}px ${FACE}`;
    context.textAlign = "left";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 3.5;
    context.strokeStyle = page2.color("--paper");
    context.strokeText(words2, x, y);
    context.fillStyle = color;
    context.fillText(words2, x, y);
  }
  function width(context, words2, large) {
    const key = `${large ? 1 : 0}${words2}`;
    let known = widths.get(key);
    if (known === void 0) {
      context.font = `600 ${large ? LARGE : SIZE}px ${FACE}`;
      known = context.measureText(words2).width;
      widths.set(key, known);
    }
    return known;
  }

  // network.js
  var LINES_WHILE_MOVING = 600;
  var MARGIN = 70;
  var NetworkView = class {
    /** @type {VisNetwork | null} */
    #network = null;
    /** @type {Scene} */
    #scene = { selection: { kind: "start", things: [], edges: [], cut: 0, paths: [] }, places: /* @__PURE__ */ new Map(), lines: [], ranked: [], hover: null };
    #signature = "";
    #openedAt = 0;
    /** @type {Map<Thing, { x: number, y: number }>} places given by the reader's hand */
    #moved = /* @__PURE__ */ new Map();
    /** @param {Page} page */
    constructor(page2) {
      this.page = page2;
      this.canvas = h("div", { class: "canvas", tabindex: 0, role: "application", keydown: (e) => this.#key(e) });
      this.element = h("div", { class: "network" }, this.canvas, this.#buttons());
      new ResizeObserver(() => this.#network && this.canvas.clientWidth > 0 && this.fit()).observe(this.canvas);
    }
    get scene() {
      return this.#scene;
    }
    /** @param {Selection} selection */
    update(selection) {
      const { page: page2 } = this;
      this.canvas.setAttribute("aria-label", page2.t("networkLabel"));
      for (const button of this.element.querySelectorAll("button")) page2.name(button, button.dataset.word ?? "");
      const shape = this.canvas.clientWidth / Math.max(1, this.canvas.clientHeight) || 1;
      const places = arrange(selection, page2.state, page2.model, shape);
      for (const [t, place2] of this.#moved) if (places.has(t) && page2.state.pins.includes(t.id)) places.set(t, place2);
      const signature = `${selection.kind} ${page2.dark} ${[...places].map(([t, p]) => `${t.n},${p.x},${p.y}`).join(" ")} ${selection.edges.length}`;
      this.#scene = { ...this.#scene, selection, places, lines: lines(selection.edges), ranked: ranked(selection) };
      if (signature === this.#signature && this.#network) {
        this.#reveal();
        this.#network.redraw();
        return;
      }
      this.#signature = signature;
      this.#show();
      this.fit();
    }
    /** Show everything that is selected. */
    fit() {
      const points2 = [...this.#scene.places.values()];
      if (points2.length === 0 || !this.#network) return;
      const [left, right] = range(points2.map((p) => p.x));
      const [top, bottom] = range(points2.map((p) => p.y));
      const { clientWidth: width2, clientHeight: height } = this.canvas;
      const margin = Math.min(MARGIN, width2 / 6);
      const scale = Math.min((width2 - 2 * margin) / Math.max(right - left, 1), (height - 2 * margin) / Math.max(bottom - top, 1), 1.4);
      this.#network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale: Math.max(scale, 0.02), animation: false });
    }
    /** @param {number} factor */
    zoom(factor) {
      const scale = this.#network?.getScale() ?? 1;
      this.#network?.moveTo({ scale: Math.min(4, Math.max(0.02, scale * factor)), animation: false });
    }
    #show() {
      const { places, lines: lines2 } = this.#scene;
      const nodes2 = [...places].map(([t, { x, y }]) => this.#node(t, x, y));
      const ink = this.page.color("--line");
      const edges = lines2.map((line, i) => ({ id: i, from: line.from.n, to: line.to.n, width: Math.min(3, 0.6 + line.edges.length * 0.3), color: ink }));
      const hideEdgesOnDrag = edges.length > LINES_WHILE_MOVING;
      const interaction = { hover: true, hideEdgesOnDrag, hideEdgesOnZoom: hideEdgesOnDrag, selectConnectedEdges: false, hoverConnectedEdges: false, tooltipDelay: 1e9, zoomSpeed: 0.6 };
      if (this.#network) {
        this.#network.setOptions({ interaction });
        this.#network.setData({ nodes: nodes2, edges });
        return;
      }
      this.#network = new vis.Network(this.canvas, { nodes: nodes2, edges }, {
        autoResize: true,
        physics: false,
        layout: { improvedLayout: false },
        interaction,
        nodes: { borderWidth: 1, borderWidthSelected: 1, chosen: false, font: { size: 0 } },
        edges: { smooth: false, chosen: false, selectionWidth: 0, hoverWidth: 0 }
      });
      this.#listen(this.#network);
    }
    /**
     * @param {Thing} t
     * @param {number} x
     * @param {number} y
     */
    #node(t, x, y) {
      const { shape, color, dark } = sign(t.type);
      const fill2 = this.page.dark ? dark : color;
      const background = shape === "ring" ? this.page.color("--paper") : fill2;
      const border = shape === "ring" ? fill2 : this.page.color("--paper");
      return { id: t.n, x, y, shape: shape === "ring" ? "dot" : shape, size: radius(t), borderWidth: shape === "ring" ? 3 : 1, color: { background, border } };
    }
    /** @param {VisNetwork} network */
    #listen(network2) {
      const { page: page2 } = this;
      const thing2 = (n) => n === void 0 ? null : page2.model.things[n];
      network2.on("afterDrawing", (context) => draw(context, this.#scene, page2, this.canvas));
      network2.on("click", ({ nodes: nodes2 }) => this.#click(thing2(nodes2[0])));
      network2.on("doubleClick", ({ nodes: nodes2 }) => {
        const t = thing2(nodes2[0]);
        if (t && Date.now() - this.#openedAt > 600) page2.toggle(t);
      });
      network2.on("hoverNode", ({ node }) => this.#hover(thing2(node)));
      network2.on("blurNode", () => this.#hover(null));
      for (
        const name2 of
        /** @type {const} */
        ["dragging", "dragEnd"]
      ) network2.on(name2, ({ nodes: nodes2 }) => this.#dragged(nodes2));
    }
    /** @param {Thing | null} t */
    #click(t) {
      const { page: page2 } = this;
      if (!t) {
        if (page2.state.node) page2.set({ node: "" });
      } else if (this.#scene.selection.kind === "start") {
        this.#openedAt = Date.now();
        page2.choose(t);
      } else page2.set({ node: t.id });
    }
    /** @param {Thing | null} t */
    #hover(t) {
      this.#scene.hover = t;
      this.canvas.style.cursor = t ? "pointer" : "";
      this.#network?.redraw();
    }
    /** @param {number[]} numbers of things under the reader's hand */
    #dragged(numbers) {
      if (numbers.length === 0 || !this.#network) return;
      for (const [n, place2] of Object.entries(this.#network.getPositions(numbers))) {
        const t = this.page.model.things[Number(n)];
        this.#scene.places.set(t, place2);
        this.#moved.set(t, place2);
      }
    }
    /** Bring the chosen thing into view if it is outside. */
    #reveal() {
      const thing2 = this.page.model.byId.get(this.page.state.node);
      const place2 = thing2 && this.#scene.places.get(thing2);
      if (!place2 || !this.#network) return;
      const { x, y } = this.#network.getViewPosition();
      const scale = this.#network.getScale();
      const { clientWidth: width2, clientHeight: height } = this.canvas;
      if (Math.abs(place2.x - x) * scale > width2 / 2 - 20 || Math.abs(place2.y - y) * scale > height / 2 - 20) {
        this.#network.moveTo({ position: place2, animation: false });
      }
    }
    /** @param {KeyboardEvent} event */
    #key(event) {
      const { page: page2 } = this;
      const current = page2.model.byId.get(page2.state.node);
      const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (step) this.#go(current, step[0], step[1]);
      else if (event.key === "Enter" && current) page2.toggle(current);
      else if (event.key === "+" || event.key === "=") this.zoom(1.3);
      else if (event.key === "-") this.zoom(1 / 1.3);
      else if (event.key === "0") this.fit();
      else return;
      event.preventDefault();
      event.stopPropagation();
    }
    /**
     * Choose the nearest thing in a direction.
     * @param {Thing | undefined} current
     * @param {number} dx
     * @param {number} dy
     */
    #go(current, dx, dy) {
      const { places, ranked: ranked2 } = this.#scene;
      const here = current && places.get(current);
      if (!here) {
        if (ranked2[0]) this.page.set({ node: ranked2[0].id });
        return;
      }
      let best = null;
      let least = Infinity;
      for (const [t, p] of places) {
        const along = (p.x - here.x) * dx + (p.y - here.y) * dy;
        const aside = Math.abs((p.x - here.x) * dy) + Math.abs((p.y - here.y) * dx);
        if (t === current || along <= 0 || along + 2 * aside >= least) continue;
        least = along + 2 * aside;
        best = t;
      }
      if (best) this.page.set({ node: best.id });
    }
    #buttons() {
      const button = (word2, sign2, click) => h("button", { type: "button", "data-word": word2, click }, sign2);
      return h("div", { class: "zoom" }, button("zoomIn", "+", () => this.zoom(1.4)), button("zoomOut", "−", () => this.zoom(1 / 1.4)), button("fit", "⤢", () => this.fit()));
    }
  };
  function radius(t) {
    if (t.type === "theme") return 16 + Math.min(12, Math.sqrt(t.edges.length));
    if (t.type === "indicator") return 5;
    if (t.fact) return 6 + Math.min(5, Math.sqrt(t.edges.length));
    return 7 + Math.min(11, Math.sqrt(t.edges.length) * 1.3);
  }
  function lines(edges) {
    const found = /* @__PURE__ */ new Map();
    for (const e of edges) {
      const key = e.from.n * 65536 + e.to.n;
      const line = found.get(key);
      if (line) line.edges.push(e);
      else found.set(key, { from: e.from, to: e.to, edges: [e] });
    }
    return [...found.values()];
  }
  function ranked({ things }) {
    const rank = (t) => (t.type === "theme" ? 1e6 : 0) + t.edges.length - (t.fact ? 1e3 : 0) - (t.type === "indicator" ? 1e4 : 0);
    return things.toSorted((a, b) => rank(b) - rank(a) || a.n - b.n);
  }
  function range(numbers) {
    return [Math.min(...numbers), Math.max(...numbers)];
  }

  // words.js
  var WORDS2 = {
    skip: ["跳到图谱", "Skip to the graph"],
    search: ["搜索", "Search"],
    searchHint: ["名称、拼音、首字母、英文（按 / 键）", "Name, pinyin, initials, English (press /)"],
    searchNone: ["没有找到“{0}”", "Nothing found for “{0}”"],
    searchFound: ["{0} 个结果", "{0} results"],
    filters: ["筛选", "Filters"],
    details: ["详情", "Details"],
    panels: ["面板", "Panels"],
    stage: ["图谱", "Graph"],
    network: ["网络", "Network"],
    timeline: ["时间线", "Timeline"],
    table: ["表格", "Table"],
    ledger: ["台账", "Ledger"],
    views: ["视图", "Views"],
    start: ["起点", "Start"],
    back: ["后退", "Back"],
    forward: ["前进", "Forward"],
    home: ["回到起点", "Back to the start"],
    scheme: ["深色或浅色", "Dark or light"],
    language: ["English", "中文"],
    exports: ["导出", "Export"],
    png: ["PNG 图片（2 倍）", "PNG image (2×)"],
    svg: ["SVG 图形", "SVG drawing"],
    csv: ["CSV 表格", "CSV table"],
    turtle: ["Turtle（RDF）", "Turtle (RDF)"],
    print: ["打印", "Print"],
    help: ["快捷键", "Keyboard"],
    close: ["关闭", "Close"],
    shown: ["显示 {0} 个事物、{1} 条关系（共 {2} 个）", "{0} things and {1} relations shown (of {2})"],
    shownStart: ["精选：联系最多的 {0} 个事物（共 {2} 个）", "Highlights: the {0} things with most links (of {2})"],
    shownHood: ["邻域：{0} 个事物、{1} 条关系", "Neighbourhood: {0} things, {1} relations"],
    shownPath: ["路径：{0} 个事物、{1} 条关系", "Path: {0} things, {1} relations"],
    cutHood: ["（只显示联系最近的，其余 {0} 个见详情）", "(nearest ones only; {0} more in the details)"],
    cutAll: ["（只画联系最多的 {0} 个，请筛选）", "(only the {0} with most links are drawn; use the filters)"],
    showAll: ["显示全部", "Show everything"],
    showStart: ["只看精选", "Highlights only"],
    clear: ["清除筛选", "Clear filters"],
    nothing: ["没有符合条件的事物。", "Nothing matches."],
    types: ["类型", "Type"],
    themes: ["主题", "Theme"],
    documents: ["文件", "Document"],
    verdicts: ["结论", "Verdict"],
    levels: ["层级", "Level"],
    years: ["年份", "Years"],
    yearFrom: ["起始年份", "First year"],
    yearTo: ["截止年份", "Last year"],
    year: ["{0}年", "{0}"],
    yearBar: ["{0}年：{1} 条陈述", "{0}: {1} statements"],
    allYears: ["全部年份", "All years"],
    pressed: ["点按即只看所选；再点取消", "Press to see only these; press again to undo"],
    project: ["项目", "Project"],
    industry: ["产业", "Industry"],
    platform: ["平台", "Platform"],
    organization: ["机构", "Organization"],
    place: ["地点", "Place"],
    programme: ["计划与政策", "Programme"],
    event: ["活动", "Event"],
    target: ["目标", "Target"],
    outcome: ["结果", "Outcome"],
    theme: ["主题", "Theme"],
    indicator: ["指标", "Indicator"],
    linkedTo: ["关联指标值", "linked to"],
    underTheme: ["属于主题", "under theme"],
    hasIndicator: ["指标", "has indicator"],
    broader: ["上位主题", "broader theme"],
    clause: ["同一分句", "same clause"],
    sentence: ["同一句", "same sentence"],
    paragraph: ["同一段", "same paragraph"],
    planned: ["规划", "planned"],
    started: ["启动", "started"],
    underway: ["推进", "under way"],
    completed: ["完成", "completed"],
    modeTarget: ["计划", "planned for"],
    modeOutcome: ["已报告", "reported"],
    modeNone: ["提及", "named"],
    nation: ["国家", "Nation"],
    province: ["省", "Province"],
    city: ["市", "City"],
    county: ["县（区）", "County"],
    met: ["达到", "Met"],
    exceeded: ["超额", "Exceeded"],
    missed: ["未达", "Missed"],
    "not reported": ["未报告", "Not reported"],
    "not yet due": ["未到期", "Not yet due"],
    assessed_by: ["结果对照", "Assessed by"],
    repeated: ["重复", "Repeated"],
    raised: ["上调", "Raised"],
    lowered: ["下调", "Lowered"],
    dropped: ["取消", "Dropped"],
    restated: ["重述", "Restated"],
    conflict: ["矛盾", "Conflict"],
    startTitle: ["从这里开始", "Start here"],
    startPath: ["两件事有什么联系？", "How do two things hang together?"],
    startPathHint: [
      "选两样东西，看最短路径；每一步都有年份、主题和原文。",
      "Choose two things and see the shortest paths; every hop with its year, theme and the exact words."
    ],
    startThemes: ["主题 × 年份", "Themes × years"],
    startThemesHint: ["数字是陈述条数；点按查看。", "Numbers are statements; press one to look."],
    startKey: ["联系最多", "Most connected"],
    startFigures: ["{0} 份文件，{1} 个事物，{2} 条关系，每条都有原文。", "{0} documents, {1} things, {2} relations, each with its exact words."],
    example: ["例：{0} → {1}", "Example: {0} → {1}"],
    total: ["合计", "Total"],
    more: ["还有 {0} 个", "{0} more"],
    links: ["{0} 个联系", "{0} links"],
    path: ["路径", "Path"],
    pathFrom: ["从", "From"],
    pathTo: ["到", "To"],
    pathFind: ["查找路径", "Find paths"],
    pathSwap: ["对调", "Swap"],
    pathNone: ["这两样东西之间没有路径。", "No path joins these two."],
    pathN: ["路径 {0}：{1} 步", "Path {0}: {1} hops"],
    pathFromHere: ["路径起点", "Path from here"],
    pathToHere: ["路径终点", "Path to here"],
    pathChoose: ["选择另一端", "Choose the other end"],
    expand: ["展开邻域", "Expand neighbourhood"],
    collapse: ["收起邻域", "Collapse neighbourhood"],
    oneStep: ["一步", "One step"],
    twoSteps: ["两步", "Two steps"],
    steps: ["步数", "Steps"],
    pin: ["固定", "Pin"],
    unpin: ["取消固定", "Unpin"],
    aliases: ["又称：{0}", "Also: {0}"],
    life: ["历年进展", "Life over the years"],
    facts: ["目标与结果", "Targets and outcomes"],
    relations: ["关系与原文", "Relations and sources"],
    members: ["本主题内容", "In this theme"],
    cite: ["复制引文", "Copy citation"],
    copied: ["已复制", "Copied"],
    copyFailed: ["无法复制，请手动选择", "Cannot copy; select it by hand"],
    place2: ["第 {0}–{1} 字", "characters {0}–{1}"],
    from: ["来源", "Source"],
    name: ["名称", "Name"],
    value: ["数值", "Value"],
    type: ["类型", "Type"],
    linksHead: ["联系", "Links"],
    area: ["地区", "Area"],
    sortBy: ["按{0}排序", "Sort by {0}"],
    relation: ["关系", "Relation"],
    first: ["前一陈述", "First statement"],
    second: ["后一陈述", "Second statement"],
    verdict: ["结论", "Verdict"],
    note: ["说明", "Note"],
    ledgerNone: ["这一页没有台账数据。", "This page holds no ledger."],
    networkLabel: [
      "网络图。方向键移动，回车展开邻域，+ 和 - 缩放，0 适应窗口；表格视图内容相同。",
      "Network. Arrow keys move, Enter expands the neighbourhood, + and - zoom, 0 fits; the table view holds the same."
    ],
    zoomIn: ["放大", "Zoom in"],
    zoomOut: ["缩小", "Zoom out"],
    fit: ["适应窗口", "Fit to window"],
    selected: ["已选：{0}", "Selected: {0}"],
    noYear: ["无年份", "No year"],
    mentions: ["{0} 次提及", "{0} mentions"],
    keys: [
      "/ 搜索 · ↑↓ 选择 · 回车 打开 · Esc 关闭 · Alt+← → 后退前进 · 1 2 3 4 视图 · 0 适应窗口",
      "/ search · ↑↓ choose · Enter open · Esc close · Alt+← → back and forward · 1 2 3 4 views · 0 fit"
    ]
  };
  function word(language, key, ...args) {
    const pair = Object.hasOwn(WORDS2, key) ? WORDS2[key] : void 0;
    if (!pair) return key;
    return pair[language === "en" ? 1 : 0].replace(/\{(\d)\}/g, (_, n) => String(args[Number(n)] ?? ""));
  }

  // page.js
  var FONT = matchMedia("(prefers-color-scheme: dark)");
  var Page = class {
    /** @type {Map<string, string>} */
    #colors = /* @__PURE__ */ new Map();
    /** @type {() => void} */
    #listener = () => {
    };
    /**
     * @param {Model} model
     * @param {string} language of the page as it was written
     */
    constructor(model2, language) {
      this.model = model2;
      this.written = language;
      this.state = this.#valid(parse(location.hash, language));
      addEventListener("hashchange", () => {
        if (location.hash.replace(/^#$/, "") === format(this.state, this.written).replace(/^#$/, "")) return;
        this.state = this.#valid(parse(location.hash, this.written));
        this.#changed();
      });
      FONT.addEventListener("change", () => this.#changed());
    }
    get language() {
      return this.state.language;
    }
    get dark() {
      return this.state.scheme ? this.state.scheme === "dark" : FONT.matches;
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
        button.setAttribute("aria-pressed", String(
          /** @type {HTMLElement} */
          button.dataset.panel === panel
        ));
      }
    }
    /** @param {string} words told to screen readers */
    say(words2) {
      byId("live").textContent = words2;
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
      const known = (id) => things.has(id) ? id : "";
      return {
        ...state,
        node: known(state.node),
        from: known(state.from),
        to: known(state.to),
        open: state.open.filter((id) => things.has(id)),
        pins: state.pins.filter((id) => things.has(id)),
        themes: state.themes.filter((id) => themes.has(id)),
        documents: state.documents.filter((id) => documents.has(id))
      };
    }
  };

  // pathpanel.js
  function chooser(page2, find2) {
    const { state } = page2;
    const box2 = (end) => {
      const chosen = page2.model.byId.get(state[end]);
      return combobox(page2, find2, {
        id: `path-${end}`,
        label: page2.t(end === "from" ? "pathFrom" : "pathTo"),
        hint: page2.t("searchHint"),
        value: chosen ? page2.nameOf(chosen) : "",
        choose: (t) => page2.set({ [end]: t.id, node: "", open: [] })
      }).element;
    };
    return h(
      "div",
      { class: "chooser" },
      h("label", { for: "path-from" }, page2.t("pathFrom")),
      box2("from"),
      h("label", { for: "path-to" }, page2.t("pathTo")),
      box2("to"),
      h("button", { type: "button", class: "small", key: "swap", click: () => page2.set({ from: state.to, to: state.from }) }, `⇅ ${page2.t("pathSwap")}`)
    );
  }
  function pathPanel(page2, find2, paths2) {
    const both = page2.state.from && page2.state.to;
    return [
      h("h2", {}, page2.t("startPath")),
      chooser(page2, find2),
      !both && h("p", { class: "quiet" }, page2.t("pathChoose")),
      both && paths2.length === 0 && h("p", {}, page2.t("pathNone")),
      ...paths2.map((path2, i) => h("section", { class: "path" }, h("h3", {}, page2.t("pathN", i + 1, path2.hops.length)), hops(page2, path2, i === 0))),
      h("div", { class: "actions" }, h("button", { type: "button", key: "home", click: () => page2.look({}) }, page2.t("home")))
    ];
  }
  function hops(page2, path2, open) {
    return h(
      "ol",
      { class: "hops" },
      h("li", {}, thingButton(page2, path2.things[0])),
      path2.hops.map((hop) => h(
        "li",
        {},
        hop.edges.map((e, i) => h(
          "details",
          { class: "relation", open: open && i === 0 },
          h("summary", {}, h("b", {}, `${e.from === hop.from ? "↓" : "↑"} ${relation(e, page2)}`), " ", h("span", { class: "quiet" }, qualities(e, page2).join(" · "))),
          e.passage ? quote(page2, e.passage) : null
        )),
        thingButton(page2, hop.to)
      ))
    );
  }

  // search.js
  var FIRST = ["theme", "project", "platform", "industry", "organization", "programme", "place", "event"];
  function index(model2) {
    const entries = model2.things.map(entry);
    return (query, limit2) => {
      const words2 = plain(query).split(" ").filter(Boolean);
      if (words2.length === 0) return [];
      const found = [];
      for (const e of entries) {
        const score = rate(e, words2);
        if (score > 0) found.push({ entry: e, score });
      }
      found.sort((a, b) => b.score - a.score || order(a.entry.thing, b.entry.thing));
      return found.slice(0, limit2).map((f) => f.entry.thing);
    };
  }
  function entry(thing2) {
    const syllables = plain(thing2.syllables).split(" ").filter(Boolean);
    return {
      thing: thing2,
      names: [thing2.label, ...thing2.aliases].map(plain),
      english: plain(thing2.english),
      pinyin: syllables.join(""),
      initials: syllables.map((syllable) => /^\d/.test(syllable) ? syllable : syllable[0]).join(""),
      tail: thing2.fact ? plain(name(thing2, "zh")) : ""
    };
  }
  function rate(e, words2) {
    let sum2 = 0;
    for (const [i, word2] of words2.entries()) {
      const score = Math.max(rateWord(e, word2), i > 0 && e.tail.includes(word2) ? 10 : 0);
      if (score === 0) return 0;
      sum2 += score;
    }
    return sum2;
  }
  function rateWord(e, word2) {
    let best = 0;
    for (const [i, text2] of e.names.entries()) {
      const at = text2.indexOf(word2);
      if (at >= 0) best = Math.max(best, (text2 === word2 ? 100 : at === 0 ? 80 : 60) - (i > 0 ? 5 : 0) - Math.min(9, text2.length - word2.length) / 10);
    }
    if (best > 0 || !/[a-z0-9]/.test(word2)) return best || (scattered(e.names[0], word2) ? 20 : 0);
    if (e.initials === word2 || e.pinyin === word2) return 75;
    if (e.initials.startsWith(word2) || e.pinyin.startsWith(word2)) return 55;
    if (e.english.startsWith(word2) || e.english.includes(` ${word2}`)) return 50;
    if (word2.length > 1 && (e.initials.includes(word2) || e.pinyin.includes(word2))) return 30;
    return word2.length > 2 && e.english.includes(word2) ? 25 : 0;
  }
  function scattered(text2, word2) {
    if (word2.length < 2) return false;
    let at = -1;
    for (const c of word2) {
      at = text2.indexOf(c, at + 1);
      if (at < 0) return false;
    }
    return true;
  }
  function order(a, b) {
    const [x, y] = [FIRST.indexOf(a.type), FIRST.indexOf(b.type)];
    return Number(x < 0) - Number(y < 0) || b.edges.length - a.edges.length || a.n - b.n;
  }
  function plain(text2) {
    return text2.normalize("NFKC").toLowerCase().replace(/[\s_'’·\-]+/g, " ").trim();
  }

  // start.js
  var KEY_THINGS2 = 12;
  function start(page2, find2) {
    const { model: model2 } = page2;
    const example = exampleOf(model2);
    return [
      h("h2", {}, page2.t("startTitle")),
      h("p", { class: "quiet" }, page2.t("startFigures", model2.documents.size, model2.things.length, model2.edges.length)),
      h(
        "section",
        { class: "card" },
        h("h3", {}, page2.t("startPath")),
        h("p", { class: "quiet" }, page2.t("startPathHint")),
        chooser(page2, find2),
        example && h(
          "button",
          { type: "button", class: "example", key: "example", click: () => page2.set({ from: example[0].id, to: example[1].id, node: "", open: [] }) },
          page2.t("example", page2.nameOf(example[0]), page2.nameOf(example[1]))
        )
      ),
      h("section", {}, h("h3", {}, page2.t("startThemes")), h("p", { class: "quiet" }, page2.t("startThemesHint")), matrix(page2)),
      h("section", {}, h("h3", {}, page2.t("startKey")), h(
        "ul",
        { class: "plain" },
        byLinks(model2.things.filter(isEntity)).slice(0, KEY_THINGS2).map((t) => h("li", {}, thingButton(page2, t, page2.t("links", t.edges.length))))
      ))
    ];
  }
  function matrix(page2) {
    const { model: model2 } = page2;
    const { cells: cells2, totals } = statements(model2);
    const years = model2.years.filter((year2) => totals.has(year2)).slice(-6);
    const themes = [...cells2.keys()].sort((a, b) => sum(cells2, b) - sum(cells2, a) || (a < b ? -1 : 1));
    const most = Math.max(1, ...themes.flatMap((theme) => years.map((year2) => cells2.get(theme)?.get(year2) ?? 0)));
    const cell3 = (theme, year2) => {
      const n = cells2.get(theme)?.get(year2) ?? 0;
      if (n === 0) return h("td", {}, h("span", { class: "quiet" }, "·"));
      const level = Math.ceil(n / most * 5);
      const label = `${page2.nameOf(
        /** @type {Thing} */
        model2.themes.get(theme)
      )} ${page2.t("yearBar", year2, n)}`;
      return h("td", {}, h("button", { type: "button", class: `heat heat-${level}`, "aria-label": label, title: label, key: `cell ${theme} ${year2}`, click: () => page2.look({ themes: [theme], low: year2, high: year2 }) }, n));
    };
    const row2 = (theme) => h(
      "tr",
      {},
      h("th", { scope: "row" }, h("button", { type: "button", class: "bare", key: `theme ${theme}`, click: () => page2.look({ themes: [theme] }) }, page2.nameOf(
        /** @type {Thing} */
        model2.themes.get(theme)
      ))),
      years.map((year2) => cell3(theme, year2))
    );
    const head2 = h("tr", {}, h("td", {}), years.map((year2) => h("th", { scope: "col" }, h("button", { type: "button", class: "bare", key: `year ${year2}`, click: () => page2.look({ low: year2, high: year2 }) }, year2))));
    return h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": page2.t("startThemes") }, h("table", { class: "matrix" }, h("thead", {}, head2), h("tbody", {}, themes.map(row2))));
  }
  function sum(cells2, theme) {
    return [...cells2.get(theme)?.values() ?? []].reduce((a, b) => a + b, 0);
  }
  function statements(model2) {
    const cells2 = /* @__PURE__ */ new Map();
    const totals = /* @__PURE__ */ new Set();
    for (const e of model2.edges) {
      if (e.relation !== "underTheme" || e.to.type !== "theme" || !e.year) continue;
      const theme = topThemes(model2, e.to).at(-1) ?? local(e.to);
      const years = cells2.get(theme) ?? /* @__PURE__ */ new Map();
      cells2.set(theme, years.set(e.year, (years.get(e.year) ?? 0) + 1));
      totals.add(e.year);
    }
    return { cells: cells2, totals };
  }
  function exampleOf(model2) {
    for (const from of byLinks(model2.things.filter((t) => t.type === "platform" || t.type === "project")).slice(0, 3)) {
      const latest = Math.max(0, ...model2.things.filter((t) => t.type === "target").flatMap((t) => t.years));
      for (const year2 of [latest, latest - 1]) {
        const targets = byLinks(model2.things.filter((t) => t.type === "target" && t.years.includes(year2))).slice(0, 12);
        const to = targets.find((t) => {
          const [first] = paths(model2, from, t, 1);
          return first && first.hops.length >= 2 && first.hops.length <= 4;
        });
        if (to) return [from, to];
      }
    }
    return null;
  }

  // table.js
  var ROWS2 = 200;
  var order2 = { key: "linksHead", down: true };
  function table(page2, selection, again) {
    const columns2 = columnsOf(page2);
    const by = columns2.find((c) => c.key === order2.key) ?? columns2[0];
    const collator = new Intl.Collator(page2.language === "en" ? "en" : "zh-Hans-CN", { numeric: true });
    const compare = (a, b) => {
      const [x, y] = [by.value(a), by.value(b)];
      const found = typeof x === "number" && typeof y === "number" ? x - y : collator.compare(String(x), String(y));
      return (order2.down ? -found : found) || a.n - b.n;
    };
    const rows = selection.things.toSorted(compare);
    const body = h("tbody", {}, rows.slice(0, ROWS2).map((t) => row(page2, t, columns2)));
    const rest = rows.slice(ROWS2);
    const more = h("button", { type: "button", click: () => {
      body.append(...rest.splice(0, ROWS2).map((t) => row(page2, t, columns2)));
      if (rest.length === 0) more.remove();
      else more.textContent = page2.t("more", rest.length);
    } }, page2.t("more", rest.length));
    return h(
      "div",
      { class: "scroll tall", tabindex: 0, role: "region", "aria-label": page2.t("table") },
      rows.length === 0 ? h("p", {}, page2.t("nothing")) : h("table", { class: "grid" }, h("thead", {}, h("tr", {}, columns2.map((c) => head(page2, c, again)))), body),
      rest.length > 0 && more
    );
  }
  function columnsOf(page2) {
    return [
      { key: "name", value: (t) => page2.nameOf(t), show: (t) => thingButton(page2, t) },
      { key: "type", value: (t) => page2.t(t.type) },
      { key: "years", value: (t) => t.years.join(" ") },
      { key: "value", value: (t) => t.fact?.written ?? "" },
      { key: "verdict", value: (t) => t.verdict ? page2.t(t.verdict) : "", show: (t) => t.verdict && badge(page2, t.verdict) },
      { key: "themes", value: (t) => t.themes.map((theme) => themeName(theme, page2)).join("、") },
      { key: "documents", value: (t) => t.documents.map((d) => page2.model.documents.get(d)?.title ?? d).join("；") },
      { key: "linksHead", value: (t) => t.edges.length }
    ];
  }
  function head(page2, { key }, again) {
    const sorted = order2.key === key;
    const click = () => {
      Object.assign(order2, { key, down: sorted ? !order2.down : key === "linksHead" });
      again();
    };
    return h(
      "th",
      { scope: "col", "aria-sort": sorted ? order2.down ? "descending" : "ascending" : "none" },
      h("button", { type: "button", class: "bare", key: `sort ${key}`, click }, page2.t(key), h("span", { "aria-hidden": "true" }, sorted ? order2.down ? " ▼" : " ▲" : ""))
    );
  }
  function row(page2, t, columns2) {
    return h(
      "tr",
      { class: t.id === page2.state.node ? "chosen" : void 0 },
      columns2.map((c, i) => h(i === 0 ? "th" : "td", i === 0 ? { scope: "row" } : { class: `column-${c.key}` }, c.show ? c.show(t) : c.value(t)))
    );
  }

  // timeline.js
  var ROWS3 = 150;
  var SIGNS2 = (
    /** @type {Record<string, string>} */
    { planned: "○", started: "◔", underway: "◑", completed: "●" }
  );
  function timeline(page2, selection) {
    const rows = rowsOf(selection);
    const edges = new Set(matchingEdges(page2.model, page2.state));
    const years = yearsOf(page2, rows, edges);
    const shown2 = rows.slice(0, ROWS3);
    const groups = TYPES.map((type) => ({ type, things: shown2.filter((t) => t.type === type) })).filter(({ things }) => things.length > 0);
    const head2 = h("tr", {}, h("th", { scope: "col" }, page2.t("name")), years.map((year2) => h("th", { scope: "col" }, year2)));
    const body = groups.map(({ type, things }) => h(
      "tbody",
      {},
      h("tr", {}, h("th", { colspan: years.length + 1, scope: "rowgroup", class: "group" }, icon(type), ` ${page2.t(type)} (${things.length})`)),
      things.map((t) => h("tr", {}, h("th", { scope: "row" }, thingButton(page2, t)), years.map((year2) => h("td", {}, cell(page2, t, year2, edges)))))
    ));
    return h(
      "div",
      { class: "scroll tall", tabindex: 0, role: "region", "aria-label": page2.t("timeline") },
      h("p", { class: "key quiet" }, Object.entries(SIGNS2).map(([stage, sign2]) => h("span", {}, `${sign2} ${page2.t(stage)}`)), h("span", {}, icon("target"), page2.t("target")), h("span", {}, icon("outcome"), page2.t("outcome"))),
      rows.length === 0 ? h("p", {}, page2.t("nothing")) : h("table", { class: "grid timeline" }, h("thead", {}, head2), body),
      rows.length > ROWS3 && h("p", { class: "quiet" }, page2.t("cutAll", ROWS3))
    );
  }
  function rowsOf({ things }) {
    const rows = new Set(things.filter((t) => !t.fact && t.type !== "theme"));
    for (const t of things) {
      const owner = t.fact && t.edges.find((e) => e.relation === "indicator" && e.from === t)?.to;
      if (owner) rows.add(owner);
    }
    return byLinks([...rows]);
  }
  function yearsOf(page2, rows, edges) {
    const found = new Set(rows.flatMap((t) => t.edges.filter((e) => edges.has(e)).map((e) => e.year)));
    return page2.model.years.filter((year2) => found.has(year2));
  }
  function cell(page2, t, year2, edges) {
    const here = t.edges.filter((e) => e.year === year2 && edges.has(e));
    if (here.length === 0) return null;
    if (t.type === "indicator") {
      const facts3 = [...new Set(here.map((e) => e.from).filter((f) => f.fact))];
      return list(page2, facts3, (f) => h("button", { type: "button", class: "value", title: page2.nameOf(f), key: `value ${f.id}`, click: () => page2.set({ node: f.id }) }, icon(f.type), f.fact?.written, f.verdict && badge(page2, f.verdict)), 4);
    }
    const stages = [...new Set(here.map((e) => e.stage).filter(Boolean))].sort((a, b) => Object.keys(SIGNS2).indexOf(a) - Object.keys(SIGNS2).indexOf(b));
    const facts2 = new Set(here.filter((e) => e.relation === "linkedTo").map((e) => e.to));
    return h(
      "span",
      { class: "marks" },
      stages.map((stage) => h("span", { class: `stage stage-${stage}`, title: page2.t(stage) }, h("span", { "aria-hidden": "true" }, SIGNS2[stage]), h("span", { class: "unseen" }, page2.t(stage)))),
      stages.length === 0 && h("span", { class: "quiet", title: page2.t("mentions", here.length) }, h("span", { "aria-hidden": "true" }, "·"), h("span", { class: "unseen" }, page2.t("mentions", here.length))),
      facts2.size > 0 && h("span", { class: "quiet small" }, `${facts2.size} `, h("span", { class: "unseen" }, page2.t("facts")), icon("target"))
    );
  }

  // drawing.js
  var MARGIN2 = 110;
  var FACE2 = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
  var LONGEST2 = 4e3;
  function svg(page2, scene) {
    const points2 = [...scene.places.values()];
    const [left, top] = [Math.min(...points2.map((p) => p.x)) - MARGIN2, Math.min(...points2.map((p) => p.y)) - MARGIN2];
    const [wide, high] = [Math.max(...points2.map((p) => p.x)) + MARGIN2 - left, Math.max(...points2.map((p) => p.y)) + MARGIN2 - top];
    const scale = Math.min(1, LONGEST2 / Math.max(wide, high));
    const [width2, height] = [Math.round(wide * scale), Math.round(high * scale)];
    const at = (t) => {
      const p = (
        /** @type {{ x: number, y: number }} */
        scene.places.get(t)
      );
      return { x: Math.round((p.x - left) * scale), y: Math.round((p.y - top) * scale) };
    };
    const root = s(
      "svg",
      { xmlns: "http://www.w3.org/2000/svg", width: width2, height, viewBox: `0 0 ${width2} ${height}`, "font-family": FACE2 },
      s("title", {}, document.title),
      s("rect", { width: width2, height, fill: page2.color("--paper") }),
      s("g", { stroke: page2.color("--line") }, scene.lines.map((line) => {
        const [a, b] = [at(line.from), at(line.to)];
        return s("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y }, s("title", {}, caption(line.edges, page2)));
      })),
      [...scene.places.keys()].map((t) => symbol(page2, t, at(t), scale)),
      labels(page2, scene, at, scale, width2, height)
    );
    return { text: `<?xml version="1.0" encoding="UTF-8"?>
${new XMLSerializer().serializeToString(root)}
`, width: width2, height };
  }
  async function png(page2, scene) {
    const { text: text2, width: width2, height } = svg(page2, scene);
    const image = new Image(width2 * 2, height * 2);
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text2)}`;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [width2 * 2, height * 2];
    canvas.getContext("2d")?.drawImage(image, 0, 0, width2 * 2, height * 2);
    return new Promise((resolve, reject) => canvas.toBlob((blob) => blob ? resolve(blob) : reject(new Error("no picture")), "image/png"));
  }
  function symbol(page2, t, { x, y }, scale) {
    const { shape, color, dark } = sign(t.type);
    const fill2 = page2.dark ? dark : color;
    const ring = shape === "ring";
    return s(
      "path",
      { d: outline(shape, x, y, radius(t) * scale), fill: ring ? page2.color("--paper") : fill2, stroke: ring ? fill2 : page2.color("--paper"), "stroke-width": ring ? 3 : 1 },
      s("title", {}, name(t, page2.language))
    );
  }
  function labels(page2, scene, at, scale, width2, height) {
    const context = (
      /** @type {CanvasRenderingContext2D} */
      document.createElement("canvas").getContext("2d")
    );
    const measure = (text2, large) => {
      context.font = `600 ${large ? LARGE : SIZE}px ${FACE2}`;
      return context.measureText(text2).width;
    };
    const path2 = scene.selection.kind === "path";
    const wishes2 = scene.ranked.map((t) => ({ ...at(t), text: path2 ? name(t, page2.language) : brief(t, page2.language), r: radius(t) * scale, strong: path2, bold: path2, large: t.type === "theme" }));
    return place(wishes2, measure, { width: width2, height }, wishes2.length).map((label) => s("text", { x: label.px, y: label.py, "font-size": label.size, "font-weight": label.large || label.strong ? 600 : 400, "dominant-baseline": "central", fill: page2.color("--ink"), stroke: page2.color("--paper"), "stroke-width": 3.5, "paint-order": "stroke", "stroke-linejoin": "round" }, label.text));
  }

  // tables.js
  var COLUMNS = ["from", "from_type", "from_label", "relation", "to", "to_type", "to_label", "year", "theme", "strength", "stage", "mode", "quote", "document", "start", "end", "statement"];
  function csv({ edges }) {
    const rows = edges.map((e) => [
      e.from.iri,
      e.from.type,
      e.from.label,
      e.relation,
      e.to.iri,
      e.to.type,
      e.to.label,
      e.year || "",
      e.theme,
      e.strength,
      e.stage,
      e.mode,
      e.passage?.quote ?? "",
      e.passage?.document.name ?? "",
      e.passage?.start ?? "",
      e.passage?.end ?? "",
      e.key
    ]);
    return `\uFEFF${[COLUMNS, ...rows].map((row2) => row2.map(cell2).join(",")).join("\r\n")}\r
`;
  }
  function cell2(value) {
    let text2 = String(value);
    if (/^[=+\-@\t\r]/.test(text2) && typeof value === "string") text2 = `'${text2}`;
    return /[",\r\n]/.test(text2) ? `"${text2.replaceAll('"', '""')}"` : text2;
  }

  // turtle.js
  var BASE = "https://w3id.org/policygraph/";
  var PREFIXES = {
    pg: `${BASE}ontology#`,
    rdfs: "http://www.w3.org/2000/01/rdf-schema#",
    skos: "http://www.w3.org/2004/02/skos/core#",
    prov: "http://www.w3.org/ns/prov#",
    oa: "http://www.w3.org/ns/oa#",
    xsd: "http://www.w3.org/2001/XMLSchema#"
  };
  var CLASSES = (
    /** @type {Record<string, string>} */
    {
      project: "pg:Project",
      industry: "pg:Industry",
      platform: "pg:Platform",
      organization: "pg:Organization",
      place: "pg:Place",
      programme: "pg:Programme",
      event: "pg:Event",
      target: "pg:Target",
      outcome: "pg:Outcome",
      theme: "skos:Concept",
      indicator: "skos:Concept"
    }
  );
  function turtle({ things, edges }) {
    const prefixes = Object.entries(PREFIXES).map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .`);
    const passages = /* @__PURE__ */ new Map();
    const statements2 = /* @__PURE__ */ new Map();
    for (const e of edges) {
      if (e.passage) passages.set(passageIri(e), e.passage);
      if (e.passage && !e.from.fact) statements2.set(e.key, e);
    }
    return [
      prefixes.join("\n"),
      ...things.map((t) => thingBlock(t, edges)),
      ...[...statements2.values()].map(statementBlock),
      ...[...passages].map(([iri2, p]) => passageBlock(iri2, p))
    ].join("\n\n") + "\n";
  }
  function thingBlock(t, edges) {
    const concept = t.type === "theme" || t.type === "indicator";
    const label = concept ? "skos:prefLabel" : "rdfs:label";
    const lines2 = [`a ${CLASSES[t.type] ?? "rdfs:Resource"}`, `${label} ${literal(t.label)}@zh`];
    if (t.english) lines2.push(`${label} ${literal(t.english)}@en`);
    for (const alias of t.aliases) lines2.push(`skos:altLabel ${literal(alias)}@zh`);
    if (t.fact) {
      lines2.push(`pg:writtenAs ${literal(t.fact.written)}`, `pg:area <${BASE}place/${encode(t.fact.area)}>`);
      for (const year2 of t.years) lines2.push(`pg:year <${BASE}year/${year2}>`);
    }
    for (const e of unique(edges.filter((e2) => e2.from === t))) {
      if (e.relation === "linkedTo") lines2.push(`pg:linkedTo ${iri(e.to.iri)}`);
      if (e.relation === "broader") lines2.push(`skos:broader ${iri(e.to.iri)}`);
      if (e.relation === "indicator") lines2.push(`pg:indicator ${iri(e.to.iri)}`);
      if (e.relation === "underTheme" && t.fact) lines2.push(`pg:theme ${iri(e.to.iri)}`);
      if (t.fact && e.passage) lines2.push(`prov:wasQuotedFrom ${iri(passageIri(e))}`);
    }
    return block(iri(t.iri), lines2);
  }
  function statementBlock(e) {
    const kind = e.relation === "linkedTo" ? "pg:Link" : e.stage ? "pg:Measure" : "pg:Mention";
    const lines2 = [`a ${kind}`, `pg:entity ${iri(e.from.iri)}`];
    if (e.relation === "linkedTo") lines2.push(`pg:fact ${iri(e.to.iri)}`);
    if (e.strength) lines2.push(`pg:strength <${BASE}code/strength/${encode(e.strength)}>`);
    if (e.stage) lines2.push(`pg:stage <${BASE}code/stage/${encode(e.stage)}>`);
    if (e.relation !== "linkedTo" && e.mode) lines2.push(`pg:mode <${BASE}code/mode/${encode(e.mode)}>`);
    if (e.year) lines2.push(`pg:year <${BASE}year/${e.year}>`);
    if (e.theme) lines2.push(`pg:theme <${BASE}theme/${e.theme.split("-").map(encode).join("-")}>`);
    lines2.push(`prov:wasQuotedFrom ${iri(passageIri(e))}`);
    return block(`<${BASE}statement/${encode(e.key)}>`, lines2);
  }
  function passageBlock(name2, p) {
    const place2 = [`a oa:TextPositionSelector`, `oa:start ${p.start}`, `oa:end ${p.end}`];
    const words2 = [`a oa:TextQuoteSelector`, `oa:exact ${literal(p.quote)}`];
    return [
      block(iri(name2), [`a oa:SpecificResource`, `oa:hasSource <${BASE}document/${encode(p.document.name)}>`, `oa:hasSelector ${iri(`${name2}/position`)}`, `oa:hasSelector ${iri(`${name2}/quote`)}`]),
      block(iri(`${name2}/position`), place2),
      block(iri(`${name2}/quote`), words2)
    ].join("\n\n");
  }
  function passageIri(e) {
    const p = (
      /** @type {import("./data.js").Passage} */
      e.passage
    );
    return `${BASE}passage/${encode(p.document.name)}/${p.start}-${p.end}`;
  }
  function block(subject, lines2) {
    return `${subject}
    ${[...new Set(lines2)].join(" ;\n    ")} .`;
  }
  function unique(edges) {
    return [...new Map(edges.map((e) => [`${e.relation} ${e.to.n} ${e.passage?.start} ${e.passage?.document.name}`, e])).values()];
  }
  function iri(name2) {
    return `<${name2.replace(/[\u0000-\u0020<>"{}|^`\\]/g, (c) => encodeURIComponent(c))}>`;
  }
  function literal(text2) {
    const escaped = text2.replace(/[\\"\n\r\t\u0000-\u001f]/g, (c) => ESCAPES[c] ?? `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);
    return `"${escaped}"`;
  }
  var ESCAPES = (
    /** @type {Record<string, string>} */
    { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "	": "\\t" }
  );
  function encode(text2) {
    return text2.replace(/[^\p{L}\p{N}]/gu, (c) => [...new TextEncoder().encode(c)].map((b) => `%${b.toString(16).toUpperCase().padStart(2, "0")}`).join(""));
  }

  // tools.js
  function tools(page2, scene) {
    const button = (key, sign2, click) => h("button", { type: "button", key: `tool ${key}`, "aria-label": page2.t(key), title: page2.t(key), click }, sign2);
    return [
      button("home", "⌂", () => page2.look({})),
      button("back", "←", () => history.back()),
      button("forward", "→", () => history.forward()),
      menu(page2, scene),
      button("scheme", page2.dark ? "☀" : "☾", () => page2.set({ scheme: page2.dark ? "light" : "dark" })),
      h("button", { type: "button", key: "tool language", lang: page2.language === "en" ? "zh-Hans" : "en", click: () => page2.set({ language: page2.language === "en" ? "zh" : "en" }) }, page2.t("language"))
    ];
  }
  function menu(page2, scene) {
    const save = (
      /** @type {Record<string, () => void>} */
      {
        png: async () => download("policygraph.png", await png(page2, scene())),
        svg: () => download("policygraph.svg", new Blob([svg(page2, scene()).text], { type: "image/svg+xml" })),
        csv: () => download("policygraph.csv", new Blob([csv(scene().selection)], { type: "text/csv;charset=utf-8" })),
        turtle: () => download("policygraph.ttl", new Blob([turtle(scene().selection)], { type: "text/turtle;charset=utf-8" })),
        print: () => window.print()
      }
    );
    const item = (key) => h("li", {}, h("button", { type: "button", key: `save ${key}`, click: () => {
      element.removeAttribute("open");
      save[key]();
    } }, page2.t(key)));
    const element = h(
      "details",
      { class: "menu", keydown: (e) => {
        if (e.key !== "Escape") return;
        element.removeAttribute("open");
        element.querySelector("summary")?.focus();
      }, focusout: (e) => !(e.relatedTarget instanceof Node && element.contains(e.relatedTarget)) && e.relatedTarget && element.removeAttribute("open") },
      h("summary", { key: "tool exports" }, page2.t("exports")),
      h("ul", { class: "plain" }, Object.keys(save).map(item), h("li", { class: "quiet keys" }, page2.t("keys")))
    );
    return element;
  }
  function download(name2, blob) {
    const url = URL.createObjectURL(blob);
    const anchor = h("a", { href: url, download: name2 });
    document.body.append(anchor);
    anchor.click();
    anchor.remove();
    setTimeout(() => URL.revokeObjectURL(url), 1e4);
  }

  // main.js
  var PANELS = ["details", "stage", "filters"];
  var model = read(JSON.parse(byId("data").textContent ?? ""));
  var page = new Page(model, document.documentElement.dataset.language ?? "zh");
  var find = index(model);
  var network = new NetworkView(page);
  var shownLanguage = "";
  var searchInput = null;
  function render() {
    const selection = select(model, page.state);
    if (page.language !== shownLanguage) words();
    fill(byId("tools"), ...tools(page, () => network.scene));
    fill(byId("filters"), ...filters(page));
    fill(byId("tabs"), tabs());
    fill(byId("shown"), ...shown(selection));
    fill(byId("details"), ...side(selection));
    view(selection);
  }
  function words() {
    shownLanguage = page.language;
    for (const element of document.querySelectorAll("[data-word-label]")) {
      element.setAttribute("aria-label", page.t(
        /** @type {HTMLElement} */
        element.dataset.wordLabel ?? ""
      ));
    }
    for (const element of document.querySelectorAll("[data-word]")) {
      if (!element.closest(".zoom")) element.textContent = page.t(
        /** @type {HTMLElement} */
        element.dataset.word ?? ""
      );
    }
    const box2 = combobox(page, find, { id: "find", label: page.t("search"), hint: page.t("searchHint"), choose: (t) => page.choose(t) });
    searchInput = box2.input;
    fill(byId("search"), box2.element);
    const current = byId("app").dataset.panel;
    fill(byId("panels"), ...PANELS.map((panel) => h("button", { type: "button", "data-panel": panel, key: panel, "aria-pressed": String(panel === current), click: () => page.panel(panel) }, page.t(panel))));
  }
  function tabs() {
    const views = model.ledger.length > 0 ? VIEWS : VIEWS.filter((v) => v !== "ledger");
    const go = (e) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
      if (step) page.set({ view: views[(views.indexOf(page.state.view) + step + views.length) % views.length] });
      const chosen = step && byId("tabs").querySelector('[aria-selected="true"]');
      if (chosen instanceof HTMLElement) chosen.focus();
    };
    return h("div", { role: "tablist", "aria-label": page.t("views"), keydown: go }, views.map((v) => h("button", { type: "button", role: "tab", id: `tab-${v}`, key: `tab ${v}`, "aria-selected": String(v === page.state.view), "aria-controls": "views", tabindex: v === page.state.view ? 0 : -1, click: () => page.set({ view: v }) }, page.t(v))));
  }
  function shown({ kind, things, edges, cut }) {
    const key = { start: "shownStart", hood: "shownHood", path: "shownPath", filter: "shown", all: "shown" }[kind];
    return [
      h("span", {}, page.t(key, things.length, edges.length, model.things.length), cut > 0 && page.t("cutHood", cut)),
      kind === "start" && h("button", { type: "button", class: "small", key: "all", click: () => page.set({ all: true }) }, page.t("showAll")),
      kind === "all" && h("button", { type: "button", class: "small", key: "all", click: () => page.set({ all: false }) }, page.t("showStart")),
      ["hood", "path", "filter"].includes(kind) && h("button", { type: "button", class: "small", key: "all", click: () => page.look({}) }, page.t("home"))
    ];
  }
  function side(selection) {
    const { state } = page;
    const thing2 = model.byId.get(state.node);
    if (state.from || state.to) return pathPanel(page, find, selection.paths);
    if (thing2) return details(page, thing2);
    if (selection.kind === "filter") return summary(page, selection);
    return start(page, find);
  }
  function view(selection) {
    const views = byId("views");
    views.setAttribute("role", "tabpanel");
    views.setAttribute("aria-labelledby", `tab-${page.state.view}`);
    if (page.state.view === "network") {
      if (!views.contains(network.element)) fill(views, network.element);
      network.update(selection);
    } else if (page.state.view === "timeline") fill(views, timeline(page, selection));
    else if (page.state.view === "table") fill(views, table(page, selection, () => view(selection)));
    else fill(views, ledger(page, selection));
  }
  function press(event) {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    if (typing || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === "/") {
      searchInput?.focus();
      searchInput?.select();
    } else if (event.key === "Escape" && (page.state.node || page.state.open.length > 0 || page.state.from || page.state.to)) page.set({ node: "", open: [], from: "", to: "" });
    else if (/^[1-4]$/.test(event.key) && (event.key !== "4" || model.ledger.length > 0)) page.set({ view: VIEWS[Number(event.key) - 1] });
    else return;
    event.preventDefault();
  }
  document.addEventListener("keydown", press);
  if (matchMedia("(max-width: 760px)").matches) page.panel("details");
  page.listen(render);
  document.documentElement.dataset.ready = "true";
})();
