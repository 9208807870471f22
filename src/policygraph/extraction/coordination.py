"""How the values of a clause share its words.

汽车、家电产品“以旧换新”分别达到12.5万辆、196万台      each its own subject
项目结算率、决算率和通过率均提高20个百分点以上          one value, three subjects
零碳工厂及园区各5家                                   likewise
从2.1%提高到2.3%                                      a base and a value
新增4家、总数达14家                                   each its own words
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policygraph.extraction import wording
from policygraph.extraction.quantities import unit_kind
from policygraph.ontology import places

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygraph.extraction.quantities import Quantity
    from policygraph.extraction.segments import Clause

_JOINT = re.compile(r"^(?:、|和|及|与|以及|或|，|并)?$")
_RESPECTIVELY = re.compile(r"分别")
_EACH = re.compile(r"(?:均|都|各|分别)(?:[^，；。]{0,6})?$")
_SEPARATORS = re.compile(r"、|以及|和(?!平|谐|睦|美|信)|及(?!时|其)|与")
_FROM = re.compile(r"(?:由|从)(?P<when>[^，；。]{0,10})$")
_TO = re.compile(
    r"^(?:[^，；。\d]{0,4}?(?:提高|提升|增加|增长|上升|下降|降低|降|减少|扩大|缩小|增|升|调整|压减|压缩|缩短|延长|回落|发展|跃升|拓展)?(?:到|至|为))"
)
_MODAL = re.compile(r"(?:要|将|力争|预计|均|都|各|也|拟)+$")
_LEAD_IN = "、和及与并"
# 突破一个千亿台阶, 赤字率拟按4%安排, 7%左右的速度: nothing that is counted.
_EMPTY_RIGHT = re.compile(r"^(?:大关|台阶|关口|安排|的?规模$|的?(?:速度|目标|水平)$)")
_PLACES = re.compile(r"^[一-鿿]{2,4}(?:、[一-鿿]{2,4})*[、和][一-鿿]{2,}")  # 襄阳、宜昌经济总量突破6000亿元
_TOWN_AND_COUNTRY = ("城乡", ("城市", "农村"))


@dataclass(frozen=True, slots=True)
class Share:
    """A value and its part of the words.

    Attributes:
        quantity: the value.
        left: the words before it that are its own.
        right: the words behind it that are its own.
        joined: whether 、 or 和 joins it to the value before.
        base: whether it is where something comes from (从2.1%提高到…), not where it goes.
        base_time: the words that say when the base held (从2009年的2.8%…), or ``""``.
        subjects: where several subjects have this value or this one of several: what stands for ``left``, else empty.
        start: first character of the words, in the block's text.
        end: one past the last.
    """

    quantity: Quantity
    left: str
    right: str
    joined: bool
    base: bool
    base_time: str
    subjects: tuple[str, ...]
    start: int
    end: int


def shares(clause: Clause, quantities: Sequence[Quantity]) -> Iterator[Share]:
    """Yield each value of a clause with its words, in order."""
    text = clause.block.text
    index = 0
    previous = clause.start
    while index < len(quantities):
        group = _group(text, quantities, index)
        if len(group) > 1 and (respective := _respective(text[previous : group[0].start], group)):
            for quantity, subject in zip(group, respective, strict=True):
                yield Share(quantity, subject, "", quantity is not group[0], False, "", (), previous, group[-1].end)
            index += len(group)
            previous = group[-1].end
            continue
        share = _single(clause, quantities, index, previous)
        yield share
        previous = _next_start(text, share, quantities[index + 1 : index + 2])
        index += 1


def _next_start(text: str, share: Share, following: Sequence[Quantity]) -> int:
    """Return where the words of the next value begin.

    In 42家全国重点实验室、10家湖北实验室 they begin behind the first thing counted; in 7条产业链规模超千亿元 that thing is theirs too.
    """
    if share.right and following and re.match(r"[、，和及与并]", text[share.end : following[0].start]):
        return share.end
    return share.quantity.end


def _group(text: str, quantities: Sequence[Quantity], index: int) -> list[Quantity]:
    """Return the values from ``index`` on that nothing but 、 or 和 parts."""
    group = [quantities[index]]
    for quantity in quantities[index + 1 :]:
        if not _JOINT.match(text[group[-1].end : quantity.start]):
            break
        group.append(quantity)
    return group


def _respective(words: str, group: Sequence[Quantity]) -> list[str] | None:
    """Return for each value its subject and predicate, where 分别 deals them out."""
    parted = _RESPECTIVELY.search(words)
    if parted is None:
        return _paired(words, group)
    subject, predicate = words[: parted.start()], words[parted.end() :]
    over = re.search(r"(?:增速|比|较)[^，；]*$", subject) if "比" in subject else None
    tail = ""
    if over and re.search(r"比[^，；]*$", subject):
        tail = subject[over.start() :]
        subject = subject[: over.start()]
    parts = subjects(subject, len(group))
    if parts is None:
        return None
    return [f"{part}{tail}{predicate}" for part in parts]


def _paired(words: str, group: Sequence[Quantity]) -> list[str] | None:
    """Deal out values without 分别, where as many subjects stand before them: A和B实际增长8.4%和11.4%."""
    if len({quantity.unit for quantity in group}) > 1:
        return None
    predicate = wording.predicate_at_end().search(words)
    if predicate is None or wording.action_at_start().match(words):
        return None
    parts = subjects(words[: predicate.start()], len(group))
    return [part + predicate[0] for part in parts] if parts else None


def subjects(words: str, number: int = 0) -> list[str] | None:
    """Return the coordinated subjects of the words, each spelled out with what they share, or None if they are not so many.

    Args:
        words: such as ``高技术制造业、装备制造业增加值``.
        number: how many there must be; 0 for any number above one.
    """
    words = _MODAL.sub("", words)
    parts = [part for part in _outside_brackets(words) if part]
    if len(parts) == 1 and _TOWN_AND_COUNTRY[0] in words and number in {0, 2}:
        return [words.replace(_TOWN_AND_COUNTRY[0], place, 1) for place in _TOWN_AND_COUNTRY[1]]
    if len(parts) < 2 or (number and len(parts) != number):
        return None
    action = wording.action_at_start().match(parts[0])
    verb = action["verb"] if action else ""
    measured = wording.measure_noun_at_end().search(parts[-1])
    noun = measured["noun"] if measured and measured.start() > 0 else ""
    if noun == "率":
        noun = parts[-1][-3:]  # 参保率, 入学率: the noun of a rate has three characters
    first = wording.measure_noun_at_end().search(parts[0])
    prefix = parts[0][: first.start()] if first else ""
    out = []
    for i, part in enumerate(parts):
        own_noun = wording.measure_noun_at_end().search(part)
        spelled = part if own_noun or i == len(parts) - 1 else part + noun
        if i and own_noun and own_noun.start() == 0:
            spelled = prefix + part  # 项目结算率、决算率和通过率
        out.append(spelled if i == 0 or not verb else verb + spelled)
    return out


def _bare_place(part: str) -> str:
    """Return the place that a coordinated subject is, without the measure noun it shares with the last."""
    noun = wording.measure_noun_at_end().search(part)
    return part[: noun.start()] if noun else part


def _outside_brackets(words: str) -> list[str]:
    parts, depth, start = [], 0, 0
    for match in re.finditer(r"[（(“《]|[）)”》]|" + _SEPARATORS.pattern, words):
        if match[0] in "（(“《":
            depth += 1
        elif match[0] in "）)”》":
            depth = max(0, depth - 1)
        elif depth == 0:
            parts.append(words[start : match.start()])
            start = match.end()
    return [*parts, words[start:]]


def _single(clause: Clause, quantities: Sequence[Quantity], index: int, previous: int) -> Share:
    text = clause.block.text
    quantity = quantities[index]
    following = quantities[index + 1] if index + 1 < len(quantities) else None
    lead = text[previous : quantity.start]
    joined = (previous > clause.start and lead[:1] in {*_LEAD_IN}) or (previous > clause.start and not lead)
    left = lead.lstrip("".join(_LEAD_IN)) if previous > clause.start else lead
    right = _right(text, quantity, following, clause.end)
    if not right and following and following.start == quantity.end:
        # 10大类52项民生实事: the thing stands behind the last value.
        right = _right(text, following, quantities[index + 2] if index + 2 < len(quantities) else None, clause.end)
        return Share(
            quantity, left, right, joined, False, "", (), quantity.start - len(left), following.end + len(right)
        )
    if not right and not left.strip() and following and _JOINT.match(text[quantity.end : following.start]):
        # 7.8万户、22.9万人稳定消除返贫致贫风险: the words behind the last value are those of each.
        last = _group(text, quantities, index)[-1]
        after = quantities.index(last) + 1
        right = _right(text, last, quantities[after] if after < len(quantities) else None, clause.end)
        return Share(quantity, left, right, joined, False, "", (), quantity.start, last.end + len(right))
    if text[quantity.start : quantity.number].startswith("连续") or text[quantity.start : quantity.end].startswith(
        "连续"
    ):
        right = text[quantity.end : clause.end]
    base = bool(_FROM.search(left)) and following is not None and bool(_TO.match(text[quantity.end : following.start]))
    base_time = ""
    if base:
        base_time = _FROM.search(left)["when"]  # type: ignore[index]
        left = _FROM.sub("", left)
        right = ""
    elif (
        index
        and _FROM.search(text[clause.start : quantities[index - 1].start])
        and _TO.match(text[quantities[index - 1].end : quantity.start])
    ):
        left, joined = "", False
    if quantity.level and (industries := _industries(text[clause.start : quantity.start])):
        return Share(quantity, left, right, joined, False, "", industries, clause.start, quantity.end)
    end = (
        text.find(right, quantity.end) + len(right)
        if right and right in text[quantity.end : clause.end]
        else quantity.end
    )
    start = quantity.start - len(lead.lstrip("".join(_LEAD_IN)) if previous > clause.start else lead)
    if text[end : end + 1] in {"”", "）"} and "“（"[text[end] == "）"] in text[start:end]:
        end += 1
    return Share(quantity, left, right, joined, base, base_time, _shared(left, quantity, right), start, end)


def _right(text: str, quantity: Quantity, following: Quantity | None, clause_end: int) -> str:
    stop = min(following.start, clause_end) if following else clause_end
    right = text[quantity.end : stop]
    if text[quantity.end - 1].isdigit():
        right = right.removeprefix("大")  # 8大产业
    right = _up_to_bracket(right)
    if following and following.start <= clause_end:
        right = _thing_counted(right, following, text)
    if re.match(r"^(?:[、）)”（(]|和(?![美平谐睦])|与|及(?!时))", right) or _EMPTY_RIGHT.match(right):
        return ""
    return right.rstrip("".join(_LEAD_IN))


_INDUSTRIES = re.compile(
    r"^(?:推动|促进|支持|培育)?(?P<list>[^，；]*?、[^，；]*?)等?(?:\d+大|[一二三四五六七八九十]+大)?(?:支柱|优势|主导|重点|特色|战略性新兴)?产业(?:集群)?(?:全部|均|都)*(?:迈入|突破|跨入|达到|成为)?$"
)


def _industries(words: str) -> tuple[str, ...]:
    """Return the industries that are of one magnitude: 光电子信息、汽车制造、大健康3大产业迈入万亿级规模."""
    match = _INDUSTRIES.match(words)
    if match is None:
        return ()
    return tuple(part.removesuffix("产业") + "产业" for part in match["list"].split("、") if part)


def _up_to_bracket(words: str) -> str:
    """Return the words up to a bracket that closes what was opened before them: 525家新型研发机构[”为主体的…]."""
    depth = 0
    for at, char in enumerate(words):
        depth += char in "（(“《"
        depth -= char in "）)”》"
        if depth < 0:
            return words[:at]
    return words


def _thing_counted(right: str, following: Quantity, text: str) -> str:
    """Return the words between two values that belong to the first.

    In 4大功能类平台和汽车、医药等8个… they end at 和. In 7条产业链规模超千亿元 the second value tells which things are counted.
    """
    parts = _outside_brackets(right)
    if len(parts) > 1:
        return parts[0] or right
    predicate = wording.predicate_at_end().search(right)
    thing = right[: predicate.start()] if predicate else right
    measured = wording.measure_noun_at_end().search(thing)
    if measured is None or measured.start() < 2 or following.number == following.start:
        return re.sub(
            r"(?:日均|年均|人均|平均|累计)$",
            "",
            thing[: measured.start()] if measured and measured.start() >= 2 else thing,
        )
    owner = thing[: measured.start()]
    if re.search(r"(?:日均|年均|人均|平均)$", owner):
        return re.sub(r"(?:日均|年均|人均|平均)$", "", owner)
    return f"{owner}{measured['noun']}{text[following.start : following.end]}"


def _shared(left: str, quantity: Quantity, right: str) -> tuple[str, ...]:
    """Return the subjects that one value holds for, where the words say that each has it."""
    if right:
        return ()
    each = _EACH.search(left)
    kind = unit_kind(quantity.unit)
    if not each and kind != "class" and not _PLACES.match(left):
        return ()
    if each:
        predicate = left[each.start() :]
        words = left[: each.start()]
        predicate = re.sub(r"^(?:均|都|各|分别)", "", predicate)
    else:
        match = wording.predicate_at_end().search(left)
        words, predicate = (left[: match.start()], left[match.start() :]) if match else (left, "")
    found = subjects(words)
    if not each and kind != "class" and not (found and all(places.get(_bare_place(part)) for part in found[:-1])):
        return ()
    return tuple(f"{part}{predicate}" for part in found) if found else ()
