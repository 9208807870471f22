// The notes and rules of the ledger in the language of the page: each form that policygraph.ledger writes, and its words.

/**
 * @typedef {import("./data.js").LedgerRow} LedgerRow
 * @typedef {import("./page.js").Page} Page
 * @typedef {readonly [RegExp, string, string]} Form what is written, and the words in Chinese and English; `{name}` is a group
 */

/** @type {Form[]} */
const NOTES = [
  // assessment.py
  [/^(?<a>.+) set, (?<b>.+) reported(?<status> \(provisional\))?: [+-]0\.0 % of the value$/, "与目标值相同{status}", "the value set{status}"],
  [/^(?<a>.+) set, (?<b>.+) reported(?<status> \(provisional\))?: \+(?<percent>[\d.]+) % of the value$/, "比目标值高 {percent}%{status}", "{percent}% above the value set{status}"],
  [/^(?<a>.+) set, (?<b>.+) reported(?<status> \(provisional\))?: -(?<percent>[\d.]+) % of the value$/, "比目标值低 {percent}%{status}", "{percent}% below the value set{status}"],
  [/^(?<a>.+) set, (?<b>.+) reported(?<status> \(provisional\))?$/, "目标 {a}，结果 {b}{status}", "{a} set, {b} reported{status}"],
  [/^several things have this name, so that no result tells which of them is meant$/, "同名的不止一项，无法确定结果说的是哪一项", "several things have this name: no result tells which of them is meant"],
  // silence.py
  [/^(?<a>.+) set, (?<b>.+) reported$/, "目标 {a}，文件说“{b}”", "{a} set, {b} reported"],
  [/^(?<written>.+) of (?<document>.+) is measured on another basis$/, "{document}的“{written}”口径不同", "{written} in {document} is measured on another basis"],
  [/^(?<written>.+) of (?<document>.+) is of another stretch of time$/, "{document}的“{written}”说的是另一段时间", "{written} in {document} is of another stretch of time"],
  // comparisons.py
  [/^what it is compared with is no indicator that is known$/, "所比较的不是已知指标", "what it is compared with is no indicator that is known"],
  [/^(?<a>.+?) against (?<b>.+?) of (?<indicator>.+) \((?<document>.+?) “(?<quote>.+)”\)$/, "{a}，对照{indicator} {b}（{document}：“{quote}”）", "{a} against {b} of {indicator} ({document}: “{quote}”)"],
  [/^the newest document read is of (?<year>\d+)$/, "所读文件最新为 {year} 年，结果要以后才报告", "the newest document read is of {year}"],
  [/^(?<indicator>.+) of (?<year>\d+): (?<silence>(?:no later document of .+ read|.+ do(?:es)? not say))$/, "{year} 年的{indicator}：{silence}", "{indicator} of {year}: {silence}"],
  // shelf.py
  [/^no later document of (?<area>.+) read$/, "没有读到{area}此后的文件", "no later document of {area} was read"],
  [/^(?<documents>.+ of \d+)(?: and (?<others>\d+) more)? do(?:es)? not say$/, "{documents}{others}未提及", "{documents}{others}: not said"],
  // revisions.py
  [/^the target for (?<year>\d+), set again in (?<later>\d+); (?<rest>.+)$/, "{year} 年的目标在 {later} 年重新提出：{rest}", "the target for {year}, set again in {later}: {rest}"],
  [/^(?<x>no such word|\S+) → (?<y>no such word|\S+)$/, "{x} → {y}", "{x} → {y}"],
  [/^(?<a>.+) → (?<b>.+) \(comparator (?<c>\S+) → (?<d>\S+)\)$/, "{a} → {b}（由“{c}”改为“{d}”）", "{a} → {b} (from “{c}” to “{d}”)"],
  [/^(?<a>.+) → (?<b>.+)$/, "{a} → {b}", "{a} → {b}"],
  [/^no target of this indicator for (?<year>\d+) in the documents of (?<area>.+) of \d+$/, "{area} {year} 年的文件没有这一指标的目标", "no target of this indicator in the documents of {area} of {year}"],
  // cascade.py
  [/^.+ (?:aims|came out) as high: (?<x>.+) against (?<y>.+) of (?<above>.+) \(\S+ .+\)$/, "{x}，与{above}（{y}）持平", "{x}, the same as {above} ({y})"],
  [/^.+ aims (?<verdict>higher|lower): (?<x>.+) against (?<y>.+) of (?<above>.+) \((?<gap>\S+) (?<unit>.+)\)$/, "{x}，{above}为 {y}：{verdict}（{gap} {unit}）", "{x} against {y} of {above}: {verdict} ({gap} {unit})"],
  [/^.+ came out (?:above|below), which is (?<verdict>better|worse): (?<x>.+) against (?<y>.+) of (?<above>.+) \((?<gap>\S+) (?<unit>.+)\)$/, "{x}，{above}为 {y}：{verdict}（{gap} {unit}）", "{x} against {y} of {above}: {verdict} ({gap} {unit})"],
  // agreement.py
  [/^(?<a>.+) against (?<b>.+)$/, "一处说 {a}，另一处说 {b}", "{a} against {b}"],
  [/^(?<a>.+) and (?<b>.+): one is rounded$/, "{a} 与 {b}：其中一个是约数", "{a} and {b}: one is rounded"],
  // lives.py
  [/^(?<stage>\w+) in (?<year>\d+) and still in (?<later>\d+): has .+ come to a halt\?$/, "{year} 年“{stage}”，{later} 年仍是“{stage}”：是否停滞？", "{stage} in {year} and still in {later}: has it come to a halt?"],
  [/^(?<before>\w+) in (?<year>\d+) and (?<stage>\w+) again in (?<later>\d+): has .+ come to a halt\?$/, "{year} 年“{before}”，{later} 年又回到“{stage}”：是否停滞？", "{before} in {year} and {stage} again in {later}: has it come to a halt?"],
  [/^(?<stage>\w+) in (?<year>\d+), not named in the documents of (?<area>.+?) after (?<later>\d+): what became of .+\?$/, "{year} 年“{stage}”，{area} {later} 年以后的文件没有再提：进展如何？", "{stage} in {year}, not named in the documents of {area} after {later}: what became of it?"],
];

/** @type {Form[]} */
const RULES = [
  // verdicts.py
  [/^左右 reaches (?<part>[\d.]+) % of the value; (?<better>more|less) is better$/, "“左右”指目标值上下 {part}%，{better}", "左右 reaches {part}% of the value; {better}"],
  [/^左右 reaches (?<part>[\d.]+) % of the value to both sides$/, "“左右”指目标值上下 {part}%", "左右 reaches {part}% of the value to both sides"],
  [/^a bare value is to be reached; (?<better>more|less) is better$/, "应达到目标值，{better}", "the value is to be reached; {better}"],
  [/^a bare value without good direction is kept within (?<part>[\d.]+) %$/, "应保持在目标值上下 {part}% 以内", "the value is to be kept within {part}%"],
  [/^a band: what was set, and (?<part>[\d.]+) % of it to both sides$/, "应保持的区间：目标值上下 {part}%", "a band to be kept: {part}% to both sides of the value"],
  [/^(?<c>\S+) leaves out the value, which was rounded$/, "“{c}”不含本数，而结果是约数，无法判定", "{c} leaves the value out, and the outcome is rounded: nobody can tell"],
  [/^a range is met within it; (?<better>more|less) is better$/, "落在区间内为达到，{better}", "a range is met within it; {better}"],
  [/^a range is met within it$/, "落在区间内为达到", "a range is met within it"],
  [/^(?<c>\S+) is a floor; exceeded more than (?<part>[\d.]+) % beyond it$/, "“{c}”是下限，超出 {part}% 以上为超额", "“{c}” is a floor; exceeded where more than {part}% above it"],
  [/^(?<c>\S+) is a ceiling; kept at it or below$/, "“{c}”是上限，不超过即为达到", "“{c}” is a ceiling: kept at it or below"],
  [/^(?<x>\S+) and (?<y>\S+) do not compare$/, "单位不同（{x}、{y}），无法比较", "{x} and {y} do not compare"],
  // comparisons.py
  [/^同步: .+ less (?<part>[\d.]+) % of it$/, "“同步”：不低于对方数值减去其 {part}%", "同步: at least the other's value less {part}% of it"],
  [/^快于, 高于: .+$/, "“快于”“高于”：大于对方数值", "快于, 高于: more than the other's value"],
  [/^不低于: .+$/, "“不低于”：不小于对方数值", "不低于: at least the other's value"],
  // assessment.py
  [/^the newest document read is of (?<year>\d+); results of \d+ come later$/, "所读文件最新为 {year} 年，结果要以后才报告", "the newest document read is of {year}; results come later"],
  [/^no fact and no passage of a later document could be the outcome$/, "此后的文件没有可能相关的数据或文字", "no fact and no passage of a later document could be the outcome"],
  [/^no fact is the outcome for sure, and words of a later document could be it$/, "没有确定的结果，此后文件有可能相关的文字", "no fact is the outcome for sure; words of a later document could be it"],
  [/^a target of another stretch of time than the year: the year's own result stands beside it and judges nothing$/, "目标所指时期与全年不同：当年结果只作参照，不作判断", "a target of another stretch of time: the year's own result stands beside it and judges nothing"],
  [/^target and result are measured on different bases: the result stands beside it and judges nothing$/, "目标与结果口径不同：结果只作参照，不作判断", "measured on different bases: the result stands beside it and judges nothing"],
  [/^a target of another stretch of time than the year, of which no later document tells$/, "目标所指时期与全年不同，此后的文件没有说明", "a target of another stretch of time than the year, of which no later document tells"],
  [/^told in words that say neither how much nor whether it was reached$/, "以文字说明，没有说明数值或是否完成", "told in words that say neither how much nor whether it was reached"],
  [/^told in words, without a number$/, "以文字说明，没有数字", "told in words, without a number"],
  [/^a task done once: told by the words of a later document, which give no number of it$/, "一次性任务：按此后文件的文字判断", "a task done once, judged by the words of a later document"],
  [/^no document of (?<next>\d+) was read, which would tell the results of (?<year>\d+)$/, "未读到 {next} 年的文件，而 {year} 年的结果应由其报告", "no document of {next} was read, which would tell the results of {year}"],
  [/^its name tells no thing that later words could be searched for$/, "名称过于笼统，无法在此后的文件中检索", "its name tells no thing that later words could be searched for"],
  [/^a forecast, or what there is already: nothing is promised$/, "是预测或现状，不是承诺", "a forecast, or what there is already: nothing is promised"],
  // agreement.py
  [/^nothing in the words tells why they differ$/, "原文没有说明差异的原因", "nothing in the words tells why they differ"],
  [/^they speak of different stretches of time$/, "所指的时期不同", "they speak of different stretches of time"],
  [/^one speaks of a part, or of another thing of the same name$/, "其中一处只说一部分，或是同名的另一项", "one speaks of a part, or of another thing of the same name"],
  [/^both bounds can be true of one value$/, "两个范围可以同时成立", "both bounds can be true of one value"],
  [/^one is an estimate, the other is not$/, "一处是预计数，另一处不是", "one is an estimate, the other is not"],
  [/^reports of different years give them, and nothing in the words tells why they differ$/, "不同年份的报告分别给出，原文没有说明差异的原因", "reports of different years give them, and nothing in the words tells why they differ"],
];

/** Words of the forms that are words of the page too, and those that only they have. */
const SIGNS = /** @type {Record<string, readonly [string, string]>} */ ({
  ">=": ["以上", "at least"], ">": ["超过", "more than"], "~": ["左右", "about"], "=": ["确数", "exactly"], "<=": ["以内", "at most"],
  "<": ["低于", "less than"], range: ["区间", "a range"], more: ["越高越好", "more is better"], less: ["越低越好", "less is better"],
  "no such word": ["（无力度词）", "(no such word)"], "percentage points": ["个百分点", "percentage points"],
});

/**
 * What there is to know of a row beside its two statements: its note, and the rule where it tells the verdict.
 * @param {Page} page
 * @param {LedgerRow} row
 */
export function noteOf(page, row) {
  const [plainly, judged_] = judgementOf(page, row.note ?? "");
  const note = worded(page, plainly, NOTES);
  const silent = ["not reported", "possibly reported"].includes(row.verdict);
  const judged = row.relation === "conflict" || (row.relation === "assessed_by" && (!silent || !note));
  const rule = judged ? worded(page, row.rule ?? "", RULES) : "";
  const alike = row.grade === "matched" ? page.t("alike", row.shared, row.score) : "";
  const could = row.candidate_quote ? page.t("couldBe", row.candidate_quote) : "";
  return [note, rule, alike, could, judged_].filter(Boolean).join(page.t("semicolon"));
}

/** What a reader has marked, behind the note of a row: policygraph.ledger.judgements. */
const MARKED = /(?:^|; )(?:was (?<was>[a-z ]+); )?(?<said>confirmed|marked as wrong)(?: by (?<by>[^:]+))?(?:: (?<why>.*))?$/s;

/**
 * A note without the judgement behind it, and the judgement in words.
 * @param {Page} page
 * @param {string} note
 * @returns {[string, string]}
 */
function judgementOf(page, note) {
  const found = MARKED.exec(note);
  if (!found?.groups) return [note, ""];
  const { was, said, by, why } = found.groups;
  const words = page.t(said === "confirmed" ? "wasConfirmed" : was ? "wasVerdict" : "wasMarked", by ?? page.t("somebody"), was ? page.t(was) : "");
  return [note.slice(0, found.index), why ? `${words}${page.t("colon")}${why}` : words];
}

/**
 * Whether more or less of what a row assesses is better, as its rule says; empty where neither is.
 * @param {LedgerRow} row
 */
export function directionOf({ rule = "" }) {
  if (/ is a floor;|; more is better$/.test(rule)) return "more";
  return / is a ceiling;|; less is better$/.test(rule) ? "less" : "";
}

/**
 * A comparator in words: 以上 for `>=`.
 * @param {Page} page
 * @param {string} sign
 */
export function comparatorOf(page, sign) {
  return Object.hasOwn(SIGNS, sign) ? SIGNS[sign][Number(page.language === "en")] : "";
}

/**
 * @param {Page} page
 * @param {string} text as the ledger writes it, in English
 * @param {Form[]} forms
 * @returns {string} what no form knows: as it is on the English page, empty on the Chinese one
 */
function worded(page, text, forms) {
  for (const [pattern, chinese, english] of forms) {
    const found = pattern.exec(text);
    if (!found) continue;
    return (page.language === "en" ? english : chinese).replace(/\{(\w+)\}/g, (_, name) => part(page, name, found.groups?.[name] ?? "", forms));
  }
  return page.language === "en" ? text : "";
}

/**
 * @param {Page} page
 * @param {string} name of the group
 * @param {string} text
 * @param {Form[]} forms
 */
function part(page, name, text, forms) {
  const en = page.language === "en";
  const title = (/** @type {string} */ stem) => `${en ? "" : "《"}${page.titleOf(stem)}${en ? "" : "》"}`;
  if (!text) return "";
  if (name === "percent") return text.replace(/\.0$/, "");
  if (name === "status") return en ? " (provisional figure)" : "（初步数据）";
  if (name === "document") return title(text);
  if (name === "documents") return text.split(/(?<= of \d+), /).map((one) => title(one.replace(/ of \d+$/, ""))).join(en ? ", " : "、");
  if (name === "others") return en ? ` and ${text} more` : `等另 ${text} 份文件`;
  if (name === "silence" || name === "rest") return worded(page, text, forms);
  if (name === "stage" || name === "before" || name === "verdict") return page.t(text);
  return comparatorOf(page, text) || text;
}
