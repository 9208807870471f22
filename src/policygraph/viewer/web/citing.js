// How the page is cited: what it is, of which documents, of which days and version.

/** @typedef {import("./page.js").Page} Page */

/** @param {Page} page */
export function citationOf(page) {
  const { model } = page;
  const dates = [...model.documents.values()].map((d) => d.issued).filter(Boolean).sort();
  const span = [...new Set([dates[0], dates.at(-1)])].filter(Boolean).join(" – ");
  return [model.title[page.language], page.t("citedDocuments", model.documents.size, span), page.t("citedVersion", model.version)].join(page.t("stop")).replace(/\.\. /g, ". ");
}
