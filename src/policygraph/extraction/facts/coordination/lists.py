"""Coordinated words taken apart, each spelled out with what it shares with the others."""

from __future__ import annotations

import re

from policygraph.extraction.facts import wording
from policygraph.extraction.language import words as language
from policygraph.extraction.language.lexicon import ending
from policygraph.ontology import places, wordclasses

_INDUSTRY = wordclasses.word("industry")
_THROUGHPUT = wordclasses.word("throughput")

_OPENING, _CLOSING = "（(“《", "）)”》"
_TRAFFIC = wordclasses.pattern(r"(?P<owner>.+?)(?P<kind><freight>)(?:<throughput>)?")
_PARTING = wordclasses.pattern(
    r"[（(“《]|[）)”》]|、|<and_also>|和(?!<no_he>)|(?<!<no_ji_favour>)及(?![<behind_no_and>])|(?<!<before_that_no_with>)与"
)
_BEHIND = wordclasses.pattern(r"(?<![、<and_or_than>])<ways_of_counting>+$")
_MODAL = wordclasses.pattern(r"(?:<intended>|(?<![<time_or_person>])均|都|各|也|拟)+$")
# 第一、二、三产业增加值: the three sectors of an economy, the first with what all begin with, the last with what all end with.
_SECTORS = wordclasses.pattern(
    r"第?一(?:次)?(?:<industry>)?、第?二(?:次)?(?:<industry>)?(?:、|<and_characters>)第?三(?:次)?<industry>(?P<rest>.*)"
)
# 城乡低保标准, 存贷款余额: one word for two subjects.
_SIDES = wordclasses.members("sides")
_BOTH = tuple((word, tuple(two.split())) for word, two in wordclasses.features("two_in_one").items())
_REMARK = wordclasses.pattern(r"（[^）]*）")
# 参保率, 入学率: the noun of a rate has three characters.
_RATE = 3
# 小麦、玉米等主栽品种良种覆盖率, 金融业、软件和信息服务业增加值: what stands behind the last noun is that noun's alone.
_NOT_SHARED = wordclasses.pattern(r"[<joints_and_others>]")
_INDUSTRIES = wordclasses.pattern(
    r"""
    ^<promoting>? (?P<list>[^，；]*?、[^，；]*?) 等?
    (?:(?:\d+|<list_numbers>+)大)? <sorts_of_industries>? <industry>(?:<cluster>)?
    <all_without_exception>* <stepping_verbs>? $
    """,
    re.VERBOSE,
)


def parts(words: str) -> list[str]:
    """Return what 、 和 及 与 part, where no bracket holds it together."""
    found, depth, start = [], 0, 0
    for match in _PARTING.finditer(words):
        if match[0] in _OPENING:
            depth += 1
        elif match[0] in _CLOSING:
            depth = max(0, depth - 1)
        elif depth == 0:
            found.append(words[start : match.start()])
            start = match.end()
    return [*found, words[start:]]


def up_to_bracket(words: str) -> str:
    """Return the words up to a bracket that closes what was opened before them: 新型研发机构[”为主体的…]."""
    depth = 0
    for at, char in enumerate(words):
        depth += (char in _OPENING) - (char in _CLOSING)
        if depth < 0:
            return words[:at]
    return words


def subjects(words: str, number: int = 0) -> list[str]:
    """Return the coordinated subjects of the words, each spelled out with what they share.

    Args:
        words: such as ``高技术制造业、装备制造业增加值``.
        number: how many there must be; 0 for any number above one.

    Returns:
        The subjects; none where they are not so many.
    """
    words = _MODAL.sub("", words)
    if behind := _BEHIND.search(words):  # 有色冶金、石化化工产业增加值[年均]
        return [part + behind[0] for part in subjects(words[: behind.start()], number)]
    found = [part for part in parts(words) if part]
    if (sectors := _SECTORS.fullmatch(words)) and number in {0, 3}:
        return [f"第{nth}{_INDUSTRY}{sectors['rest']}" for nth in wordclasses.of("one_to_three")]
    if len(found) == 1 and number in {0, 2} and (two := both(words)):
        return two
    if len(found) < 2 or (number and len(found) != number):
        return []
    action = wording.action_at_start().match(found[0])
    verb = action["verb"] if action and not wording.measure_noun_at_end().search(found[0]) else ""
    if shared := _same_object(found) or _traffic(found):
        return shared
    named = _with_shared_place(found) or _with_shared_nouns(_with_what_is_shared(found))
    return [named[0], *(verb + part for part in named[1:])]


def both(words: str) -> list[str]:
    """Return the two subjects that one word stands for: 城乡居民收入, 存贷款余额; none where it is of one thing.

    >>> both("存贷款余额"), both("进出口总额")
    (['存款余额', '贷款余额'], [])
    """
    two = next(((one, subjects) for one, subjects in _BOTH if one in words), None)
    return [words.replace(two[0], subject, 1) for subject in two[1]] if two else []


def of_sides(words: str) -> list[str]:
    """Return what is told of town and country side by side, each in full; none where the words name no two sides.

    >>> of_sides("城镇和农村人均住房面积"), of_sides("学校和医院面积")
    (['城镇人均住房面积', '农村人均住房面积'], [])
    """
    found = parts(words)
    one, two = (next((side for side in _SIDES if part.startswith(side)), "") for part in (found[0], found[-1]))
    return _with_shared_place(found) if len(found) == 2 and one == found[0] and two else []


def _with_shared_place(found: list[str]) -> list[str]:
    """Give each place what stands behind the last of them: 广州、深圳[地铁线网单日最高客运量]."""
    last = found[-1]
    own = next((last[:length] for length in (4, 3, 2) if _is_place(last[:length])), "")
    if not own or own == last or not all(_is_place(part) for part in found[:-1]):
        return []
    return [*(part + last.removeprefix(own) for part in found[:-1]), last]


def _is_place(words: str) -> bool:
    """Whether words are a place, or one of the two kinds of places that reports set side by side: 城镇、农村常住居民."""
    return words in _SIDES or places.spoken(words) is not None


def _traffic(found: list[str]) -> list[str]:
    """Return kinds of traffic, each with what they share: 上海机场航空货邮和旅客吞吐量."""
    first = _TRAFFIC.fullmatch(found[0])
    if first is None or not found[-1].endswith(_THROUGHPUT) or not first["owner"]:
        return []
    rest = [part if part.endswith(_THROUGHPUT) else part + _THROUGHPUT for part in found[1:]]
    if any(_TRAFFIC.fullmatch(part) for part in rest):
        return []
    return [first["owner"] + first["kind"] + _THROUGHPUT, *(first["owner"] + part for part in rest)]


def _same_object(found: list[str]) -> list[str]:
    """Return undertakings with their common object: 开工、投产新能源项目."""
    last = wording.action_at_start().match(found[-1])
    if last is None or not all(wording.action_at_start().fullmatch(part) for part in found[:-1]):
        return []
    return [*(part + found[-1][last.end() :] for part in found[:-1]), found[-1]]


def _with_shared_nouns(found: list[str]) -> list[str]:
    """Give each part the noun of the next that has one (增加值), and the last ones what the first begins with (项目结算率、决算率)."""
    measured = wording.measure_noun_at_end().search(found[-1])
    noun = measured["noun"] if measured and measured.start() > 0 else ""
    first = wording.measure_noun_at_end().search(found[0])
    prefix = found[0][: first.start()] if first else ""
    whole = found[-1][: measured.start()] if measured else ""
    if whole and (inner := wording.measure_noun_at_end().fullmatch(whole)) and _measures_all(found, inner["noun"]):
        found = [*(part + noun for part in found[:-1]), found[-1]]
    named: list[str] = []
    shared = ""
    for index, part in reversed(list(enumerate(found))):
        own = wording.measure_noun_at_end().search(part)
        shared = _shareable(part, own["noun"]) if own and own.start() > 0 else shared
        if index and own and _lacks_owner(part, own, first["noun"] if first else ""):
            named.append(prefix + part)
        else:
            named.append(part if own else part + shared)
    return named[::-1]


def _lacks_owner(part: str, own: re.Match[str], noun: str) -> bool:
    """Whether a part is measures alone: 决算率, 发电量占比; but 税收收入 beside 一般公共预算收入 has an owner as that has."""
    if own.start() == 0:
        return True
    return own["noun"] != noun and wording.measure_noun_at_end().fullmatch(part[: own.start()]) is not None


def _with_shared_class(found: list[str]) -> list[str]:
    """Give each part the class that the last one names: 刑事、治安[案件], 第一、第三[产业]增加值, 新材料、生物医药[产业]产值."""
    last = found[-1]
    measured = wording.measure_noun_at_end().search(last)
    thing = last[: measured.start()] if measured else last
    shared = ending("parallel_heads", thing)
    if not shared or shared == thing:
        return found
    return [
        part if wording.measure_noun_at_end().search(part) or ending("parallel_heads", part) else part + shared
        for part in found[:-1]
    ] + [last]


def _with_what_is_shared(found: list[str]) -> list[str]:
    """Give each part the class that the last one names, or else all that stands behind its first noun."""
    classed = _with_shared_class(found)
    return classed if classed != found else _with_shared_rest(found)


def _with_shared_rest(found: list[str]) -> list[str]:
    """Give each single noun all that stands behind the last one like it: 食品、药品[抽检合格率], 小麦、稻谷[最低收购价]."""
    first, *behind = language.split(found[-1])
    rest = found[-1][first.end :]
    if _NOT_SHARED.match(rest) or wording.measure_noun_at_end().fullmatch(rest):
        return found
    alike = bool(behind) and first.tag.startswith("n") and all(_is_like(part, first) for part in found[:-1])
    return [*(part + rest for part in found[:-1]), found[-1]] if alike else found


def _is_like(part: str, noun: language.Word) -> bool:
    """Whether a part is one noun about as long as another: 粮油、果蔬、水产品加工能力."""
    found = language.split(part)
    return len(found) == 1 and found[0].tag.startswith("n") and abs(len(part) - len(noun.text)) <= 1


def _shareable(part: str, noun: str) -> str:
    """Return the noun that the parts before share; of a rate it is three characters long: 覆盖率 of 处理设施覆盖率."""
    return _REMARK.sub("", part)[-_RATE:] if noun == "率" else noun


def _measures_all(found: list[str], inner: str) -> bool:
    """Whether the last noun is shared by parts that have a measure of their own: 清洁能源装机容量和发电量[占比]."""
    return bool(inner) and all(wording.measure_noun_at_end().search(part) for part in found)


def are_places(found: list[str]) -> bool:
    """Whether all subjects but the last, which holds the noun, are places: 襄阳、宜昌经济总量."""
    return bool(found) and all(places.spoken(_without_noun(part)) for part in found[:-1])


def are_only_places(found: list[str]) -> bool:
    """Whether the subjects are places and nothing of them: 舒城县、金安区不得超过6个 is one number for all."""
    return bool(found) and all(places.spoken(part) for part in found)


def _without_noun(part: str) -> str:
    noun = wording.measure_noun_at_end().search(part)
    return part[: noun.start()] if noun else part


def industries(words: str) -> tuple[str, ...]:
    """Return the industries that are of one magnitude: 光电子信息、汽车制造、大健康3大产业迈入万亿级规模."""
    match = _INDUSTRIES.match(words)
    if match is None:
        return ()
    return tuple(part.removesuffix(_INDUSTRY) + _INDUSTRY for part in match["list"].split("、") if part)
