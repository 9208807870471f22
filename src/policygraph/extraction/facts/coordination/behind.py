"""The words behind a value that are its own: the thing that it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.extraction.facts import wording
from policygraph.extraction.facts.coordination import lists
from policygraph.extraction.facts.naming.context import EDGES
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policygraph.extraction.quantities import Quantity

# What begins like this goes on with another thing; but 和美乡村 and 及时 are words.
_GOES_ON = wordclasses.pattern(r"[、）)”（(]|和(?!<before_that_no_and>)|与|及(?!时)")
# 5件大中型水库[和滇中引水等重点水利工程]
_AND_OTHERS = wordclasses.pattern(r"(?<=.{2})和(?=[^，；。]{2,}等[^，；。]{2})")
# 近百家企业参与: the last character is no joint there
_JOINT_AT_END = wordclasses.pattern(r"(?:、|和|及|并|(?<!<before_that_no_with>)与)+$")
# 3个万亿级和7个千亿级产业集群: the first lacks the noun of the second.
CLASS_ONLY = wordclasses.pattern(r"[^，；。、\d]{1,4}级")
_CLASS = wordclasses.pattern(r"[^，；。、\d]{1,4}级(?P<noun>[^，；。、\d]{2,12})")
# 突破一个千亿台阶, 赤字率拟按4%安排, 7%左右的速度: nothing that is counted.
_NOTHING_COUNTED = wordclasses.pattern(
    r"(?:<numerals_of_kinds>个)?(?:新?<thresholds>)|<ranks_of_many>$|<arranging>|的(?:<anticipated>)?<target>|的?<scale_itself>$|的?<no_speed>$"
)
# 7.5%左右[是必要的、适宜的]
_JUDGED = wordclasses.pattern(r"是(?!否|在)[^，；。]*的$")
_ON_AVERAGE = wordclasses.pattern(r"<averages>$")


def words(text: str, quantity: Quantity, following: Quantity | None, clause_end: int) -> str:
    """Return the words between a value and the next one, or the end of the clause, that say what it counts."""
    stop = min(following.start, clause_end) if following else clause_end
    right = text[quantity.end : stop]
    if text[quantity.end - 1].isdigit() or quantity.rule == "quantities/bare":
        right = right.removeprefix("大")  # 8大产业, 五大河流
    right = lists.up_to_bracket(right)
    if following and following.start <= clause_end:
        right = _before_next(right, following, text)
    if _GOES_ON.match(right) or _JUDGED.match(right) or _NOTHING_COUNTED.match(right):
        return ""
    right = _JOINT_AT_END.sub("", _AND_OTHERS.split(right, maxsplit=1)[0])
    if following and wording.action_at_start().fullmatch(right):
        return right + words(text, following, None, clause_end)  # 统筹20亿元实施6个科技专项
    if following and CLASS_ONLY.fullmatch(right) and (shared := _CLASS.match(text, following.end, clause_end)):
        return right + shared["noun"]
    return right


# 5个地级市和5个县级城市[新获评全国文明城市], 181项检验结果和300项检查结果[实现互认共享]: what is said of all that a list counts.
_SAID_OF_ALL = wordclasses.pattern(
    r"(?<=[一-鿿”）]{2})(?:<before_shared_predicates>*<shared_predicates>(?!<nouns_behind_participles>))"
)
_LISTS_ON = wordclasses.pattern(r"、|<and_with>|<lists_going_on>")
# 推动882个学区和822所普通高中全覆盖: verbs that let things do something of their own.
_LETS = wordclasses.pattern(r"[^，；。]{0,8}?<letting>")


def lists_on(text: str, quantities: Sequence[Quantity], index: int, right: str) -> bool:
    """Whether a value counts a thing, which stands behind it, and the next value counts another of the same list."""
    return (
        bool(right)
        and _LISTS_ON.fullmatch(text, quantities[index].end + len(right), quantities[index + 1].start) is not None
    )


def opens_list(lead: str) -> bool:
    """Whether the words before a list leave it to the things listed what is done: none, or 推动, 实现."""
    lead = lead.strip(EDGES)
    return not lead or wording.opening_adverb().fullmatch(lead) is not None or _LETS.fullmatch(lead) is not None


def said_of_all(right: str) -> str:
    """Return the predicate at the end of the words behind the last of several values, or ``""``.

    >>> said_of_all("县级城市新获评全国文明城市"), said_of_all("全国重点实验室")
    ('新获评全国文明城市', '')
    """
    found = _SAID_OF_ALL.search(right)
    return right[found.start() :] if found else ""


# 7大产业集群[对工业]贡献率超过70%
_TOWARDS = wordclasses.pattern(r"(?<=.{2})对[^，；、]{1,8}$")


def _is_round(quantity: Quantity) -> bool:
    """Whether a value is a power of ten: 7条产业链规模超千亿元 says which, 8个集群产值突破6100亿元 how much all of them have."""
    return str(quantity.value).strip("0") in {"1", ""}


def _before_next(right: str, following: Quantity, text: str) -> str:
    """Return what of the words between two values the first counts.

    In 4大功能类平台和汽车、医药等8个… they end at 和. In 21条商业街区日均客流量超100万人次 they leave out what is measured; in
    7条产业链规模超千亿元 that and the second value tell which things are counted.
    """
    first, *more = lists.parts(right)
    if len(more) > 1 and not more[-1]:
        return _JOINT_AT_END.sub("", right)  # 4.32亿城镇职工和城镇居民、8.35亿农村居民
    if more:
        return first or right
    predicate = wording.predicate_at_end().search(right)
    thing = right[: predicate.start()] if predicate else right
    measured = wording.measure_noun_at_end().search(thing)
    if measured is None or measured.start() < 2:
        return _ON_AVERAGE.sub("", thing)
    owner = _TOWARDS.sub("", thing[: measured.start()])
    if following.number == following.start or not _is_round(following) or _ON_AVERAGE.search(owner):
        return _ON_AVERAGE.sub("", owner)
    return f"{owner}{measured['noun']}{text[following.start : following.end]}"
