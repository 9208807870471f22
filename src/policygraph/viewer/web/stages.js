// Stages of projects and programmes as signs: filled where a document reports them, dashed and empty where it plans them.

import { h, s } from "./dom.js";

/**
 * @typedef {import("./data.js").Edge} Edge
 * @typedef {import("./page.js").Page} Page
 */

export const STAGES = ["planned", "started", "underway", "completed"];
/** How much of the sign is full, in quarters. */
const QUARTERS = new Map([["planned", 0], ["started", 1], ["underway", 2], ["completed", 4]]);
const PLANS = new Map([["planned", "planPlanned"], ["started", "planStarted"], ["underway", "planUnderway"], ["completed", "planCompleted"]]);

/**
 * The stages that relations say, each once for what is reported and once for what is planned, in the order of a life.
 * @param {Edge[]} edges
 * @returns {{ stage: string, mode: string }[]}
 */
export function stagesOf(edges) {
  const found = new Map(edges.filter((e) => e.stage).map((e) => [`${e.mode} ${e.stage}`, { stage: e.stage, mode: e.mode }]));
  const rank = (/** @type {{ stage: string, mode: string }} */ { stage, mode }) => STAGES.indexOf(stage) * 2 + Number(mode === "target");
  return [...found.values()].sort((a, b) => rank(a) - rank(b));
}

/**
 * A stage with its sign and its words: 完成 is reported, 计划完成 is a plan.
 * @param {Page} page
 * @param {{ stage: string, mode: string }} of
 */
export function stageSign(page, { stage, mode }) {
  const plan = mode === "target";
  const words = page.t(plan ? (PLANS.get(stage) ?? stage) : stage);
  const said = page.t(plan ? "modeTarget" : mode === "outcome" ? "modeOutcome" : "modeNone");
  return h("span", { class: `stage stage-${stage}${plan ? " plan" : ""}`, title: `${words} (${said})` },
    sign(stage, mode), h("span", {}, words), h("span", { class: "unseen" }, ` (${said})`));
}

/**
 * What the signs mean.
 * @param {Page} page
 */
export function stageKey(page) {
  return [
    h("span", {}, `${page.t("modeOutcome")}: `), ...STAGES.map((stage) => stageSign(page, { stage, mode: "outcome" })),
    h("span", {}, `${page.t("modeTarget")}: `), ...STAGES.map((stage) => stageSign(page, { stage, mode: "target" })),
  ];
}

/**
 * @param {string} stage
 * @param {string} mode
 */
function sign(stage, mode) {
  const quarters = QUARTERS.get(stage) ?? 0;
  const reported = mode === "outcome";
  const [x, y] = [[8, 2], [14, 8], [8, 14], [2, 8]][quarters % 4];
  const sector = quarters === 4 ? s("circle", { cx: 8, cy: 8, r: reported ? 6 : 2.5 }) : s("path", { d: `M8,8V2A6,6 0 0,1 ${x},${y}Z` });
  return s("svg", { class: "icon", viewBox: "0 0 16 16", width: 15, height: 15, "aria-hidden": "true", fill: "none", stroke: "currentColor", "stroke-width": 1.4 },
    s("circle", { cx: 8, cy: 8, r: 6, "stroke-dasharray": mode === "target" ? "2.4 2.3" : undefined }),
    quarters > 0 && s("g", { fill: reported ? "currentColor" : undefined }, sector));
}
