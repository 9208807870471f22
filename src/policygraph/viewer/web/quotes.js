// The words of a document: highlighted where they stand, with title, date and place, ready to be cited.

import { AROUND, surroundings } from "./data.js";
import { h, link } from "./dom.js";

/**
 * @typedef {import("./data.js").Passage} Passage
 * @typedef {import("./page.js").Page} Page
 */

/**
 * @param {Page} page
 * @param {Passage} passage
 */
export function quote(page, passage) {
  const { before, after } = surroundings(page.model, passage);
  const { document } = passage;
  // By its own title it is found again, whatever the page calls it.
  const title = link(document.source, page.titleOf(document.name));
  title.title = document.title;
  return h("figure", { class: "quote" },
    h("blockquote", { lang: "zh-Hans" }, h("span", { class: "around" }, leading(before)), h("mark", {}, passage.quote), h("span", { class: "around" }, trailing(after))),
    h("figcaption", {}, title, " · ", document.issued, " · ", stretch(page, passage), " ", copyButton(page, passage)));
}

/**
 * Where a passage stands: its page, where the document has pages, and its characters.
 * @param {Page} page
 * @param {Passage} passage
 */
function stretch(page, passage) {
  const characters = page.t("place2", passage.start, passage.end);
  return passage.page ? page.t("onPage", passage.page, characters) : characters;
}

/**
 * A citation of a passage in one line.
 * @param {Page} page
 * @param {Passage} passage
 */
export function citation(page, passage) {
  const { quote, document } = passage;
  const words = quote.replace(/\s+/g, " ");
  const publisher = document.publisher;
  if (page.language === "en") return [`“${words}”. ${document.title}.`, [publisher, document.issued, stretch(page, passage)].filter(Boolean).join(", ")].join(" ") + ".";
  return `“${words}”，《${document.title}》，${[publisher, document.issued, stretch(page, passage)].filter(Boolean).join("，")}。`;
}

/**
 * Copy text; where the browser does not allow it, by the old way.
 * @param {string} text
 * @returns {Promise<boolean>}
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = h("textarea", { value: text, class: "unseen", "aria-hidden": "true" });
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  }
}

/**
 * @param {Page} page
 * @param {Passage} passage
 */
function copyButton(page, passage) {
  const button = h("button", {
    type: "button", class: "small", "aria-label": page.t("cite"),
    click: async () => {
      const done = await copy(citation(page, passage));
      button.textContent = page.t(done ? "copied" : "copyFailed");
      page.say(button.textContent);
    },
  }, page.t("cite"));
  return button;
}

/**
 * The words before a quote, from the beginning of a clause on where a stretch begins within one.
 * @param {string} text
 */
function leading(text) {
  if ([...text].length < AROUND) return tidy(text);
  return `…${tidy(text.split(CLAUSE).slice(1).join("") || text)}`;
}

/**
 * The words behind a quote, to the end of a clause where a stretch ends within one.
 * @param {string} text
 */
function trailing(text) {
  if ([...text].length < AROUND) return tidy(text);
  return `${tidy(text.split(CLAUSE).slice(0, -1).join("") || text)}…`;
}

/** Behind every mark that ends a clause, and every line. */
const CLAUSE = /(?<=[，。；！？、：\n])/;

/** @param {string} text line ends of the document are spaces on the page, and its marks of headings nothing */
function tidy(text) {
  return text.replace(/\s*\n\s*(#+\s+)?/g, " ").replace(/^#+\s+/, "");
}
