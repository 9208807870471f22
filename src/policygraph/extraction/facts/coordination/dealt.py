"""Values dealt out to as many subjects: 分别达到12.5万辆、196万台, or without the word, 实际增长8.4%和11.4%."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.extraction.facts import wording
from policygraph.extraction.facts.coordination import lists
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policygraph.extraction.quantities import Quantity

_RESPECTIVELY = wordclasses.word("respectively")

# 分别提高到每人每月700元、每年5800元
_JOINT = wordclasses.pattern(r"(?:、|<dealing_joints>|，|并)?(?:(?<=.)(?:<each_person>)?每[<year_month_person>])?")
# 小微企业、“三农”贷款增速[比各项贷款平均增速]分别高4.2和0.7个百分点
# 文化产业、旅游产业增加值[占地区生产总值比重]分别超过2%、5%
_SHARE_OF = wordclasses.pattern(r"占[^，；]*$")
_OVER = wordclasses.pattern(r"(?:<growth_rate>|(?<![<before_no_than>])比(?!<not_a_share>)|较)[^，；]*$")


# 天水经开区、张掖经开区全国排名46位、82位
_RANK = wordclasses.pattern(r"<rank_fields>?<rank_words>[^，；、]*$")
# 分别增长32.9%、41.6%, 累计分别达到1522家、103家, 排名分别升至世界第二、第三: the subjects are those of the clause before.
_LEFT_OUT = wordclasses.pattern(
    r"[，、]?<also_already>?(?P<head><dealt_nouns>)?<respectively>(?P<predicate>[^，；、]*)"
)
# …分别增长12.4%、21%，[达到]1.85万家、3.2万家
_LEVELS = wordclasses.pattern(
    r"[，、]?<totals_before_shares>?(?:已|均|各)?(?P<predicate><reaching_or_changed_to>|<yearly_rates>?<growth_or_fall>)"
)
_ALL = wordclasses.pattern(r"[，、]?<also_already>?<all_without_exception>(?P<predicate>[^，；、]*)")


def left_out(words: str) -> str | None:
    """Return what is said of the subjects of the clause before, where 分别 deals out values to them; else None."""
    match = _LEFT_OUT.fullmatch(words)
    return f"{match['head'] or ''}{match['predicate']}" if match else None


def levels(words: str) -> str | None:
    """Return the predicate that alone stands before as many values as the clause before had subjects; else None."""
    match = _LEVELS.fullmatch(words)
    return match["predicate"] if match else None


def of_all(words: str) -> str | None:
    """Return what is said of all subjects of the clause before: 均居全国首位; else None."""
    match = _ALL.fullmatch(words)
    return match["predicate"] if match else None


def group(text: str, quantities: Sequence[Quantity], index: int) -> list[Quantity]:
    """Return the values from ``index`` on that nothing but 、 or 和 parts."""
    found = [quantities[index]]
    for quantity in quantities[index + 1 :]:
        if not _JOINT.fullmatch(text[found[-1].end : quantity.start]):
            break
        found.append(quantity)
    return found


def subjects(words: str, values: Sequence[Quantity]) -> list[str]:
    """Return for each value its subject and predicate; none where the words deal out nothing."""
    subject, parting, predicate = words.partition(_RESPECTIVELY)
    if not parting:
        return _paired(words, values)
    over = _SHARE_OF.search(subject) or (_OVER.search(subject) if "比" in subject else None)
    tail = subject[over.start() :] if over else ""
    found = lists.subjects(subject.removesuffix(tail), len(values))
    return [f"{part}{tail}{predicate}" for part in found]


def _paired(words: str, values: Sequence[Quantity]) -> list[str]:
    """Deal out values of one unit without 分别, where as many subjects stand before them."""
    predicate = wording.predicate_at_end().search(words) or (_RANK.search(words) if values[0].unit == "位" else None)
    if len({value.unit for value in values}) > 1:
        reached = wording.measure_noun_at_end().search(words[: predicate.start()]) if predicate else None
        if reached is None or predicate is None or wording.action_at_start().match(words):
            return []
    if wording.action_at_start().match(words):
        return lists.subjects(words, len(values)) if predicate is None else []  # 新增总部机构、研发中心80家、16家
    if predicate is None:
        return (lists.both(words) or lists.of_sides(words)) if len(values) == 2 else []  # 存贷款余额310亿元、265亿元
    return [part + predicate[0] for part in lists.subjects(words[: predicate.start()], len(values))]
