"""The measures of a clause: which verb acts on which words, and the stage that it brings them to.

Chinese reports say a measure in three forms, and the table ``measures.tsv`` says for each verb which of them it takes:

* front: verb, object: 提速建设中原科技城 (underway), 报批轨道交通四期建设规划 (planned)
* behind: subject, verb: 中原量子谷一期投用 (completed), 郑开同城化加快推进 (underway)
* between: subject, verb, object: 郑南商许超硬材料集群入选国家级先进制造业集群 (both completed)

A causative verb takes a whole clause of the second or third form as its object: 推动…设立分室, 确保“两院一中心”投用.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction import lexicon, words
from policygraph.statements import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policygraph.extraction.words import Word

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Measure:
    """An action on what the words of some spans name.

    Attributes:
        stage: the stage it brings them to, or None where the verb says none (围绕, 锚定).
        start: first character of the measure in the clause.
        end: one past the last.
        arguments: the spans of the words that it acts on: object, subject, or subject and object.

    """

    stage: Stage | None
    start: int
    end: int
    arguments: tuple[Span, ...]


# 今年, 2025年, 到2027年底, 6月底前: when, not what.
_TIME = r"(?:到|至|在|于)?(?:20\d\d年)?(?:\d{1,2}月)?(?:上半年|下半年|年底|年末|年内|月底|底)?(?:之?前)"
_DATE = r"(?:到|至|在)?20\d\d年(?:\d{1,2}月)?(?:底|末)?(?:之?前)?|\d{1,2}月(?:底)?(?:之?前)?"
# Verbs whose object can be a clause: 推动清华大学智能绿色交通等国家重点实验室设立分室.
_CAUSATIVE = frozenset({"推动", "推进", "支持", "确保", "促进", "加快", "力争", "争取", "鼓励", "引导", "助力", "实现", "推动形成"})
# Between two verbs of one object: 巩固和加强, 完善、推广.
_AND = re.compile(r"[、和并与及]|以及|并且")
# Aspect and complement after a verb: 建成了, 打好, 完善好.
_COMPLEMENT = re.compile(r"[了好]|(?:起来)")
# What may stand behind a verb that closes its clause: a quantity, a remark in brackets.
_AFTER_BEHIND = re.compile(r"(?:了|见效|运行)?(?:[（(][^）)]*[）)])?$")


@cache
def _verbs(place: str) -> Mapping[str, str]:
    return {row["verb"]: row["stage"] for row in lexicon.table("measures") if row["place"] == place}


@cache
def _pattern(place: str) -> re.Pattern[str]:
    """Manner words, then a verb of this place: 高质量 + 建设."""
    manner = lexicon.any_of(lexicon.words("manner"))
    return re.compile(rf"(?:{manner}(?:地|、)?)*?(?P<verb>{lexicon.any_of(_verbs(place))})")


@cache
def _opener() -> re.Pattern[str]:
    return re.compile(rf"(?:{_TIME}|{_DATE}|{lexicon.any_of(lexicon.words('openers'))})")


@cache
def _manner_end() -> re.Pattern[str]:
    return re.compile(rf"(?:{lexicon.any_of(lexicon.words('manner'))}|{_TIME}|{_DATE}|已|正|正在|将)+$")


def find(text: str) -> tuple[Measure, ...]:
    """Return the measures of a clause in order."""
    clause = _Text(text)
    return tuple(_read(clause, 0, len(text)))


class _Text:
    """A clause with the places where its words begin and where no quotation is open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: tuple[Word, ...] = words.split(text)
        self.starts = {word.start for word in self.words} | {len(text)}
        self.depths = words.depths(text)


def _stage(name: str) -> Stage | None:
    return Stage(name) if name else None


def _read(clause: _Text, start: int, end: int) -> Iterator[Measure]:
    """Yield the measures between two places of a clause, whatever their form."""
    head = _skip_openers(clause, start, end)
    front = _front(clause, head, end)
    if front is None and head != start:
        front = _front(clause, start, end)
    if front is None:
        cut = _next_measure(clause, head, end)
        yield from _behind_or_between(clause, head, cut)
        if cut < end:
            yield from _read(clause, cut + 1, end)
        return
    verb, after = front
    cut = _next_measure(clause, after, end)
    nested = tuple(_behind_or_between(clause, after, cut)) if verb in _CAUSATIVE else ()
    yield from nested
    if not nested and after < cut:
        yield Measure(_stage(_verbs("front")[verb]), start, cut, ((after, cut),))
    if cut < end:
        yield from _read(clause, cut + 1, end)


def _skip_openers(clause: _Text, start: int, end: int) -> int:
    """Return where the clause begins behind 今年, 同时, 我们将 …"""
    at = start
    while (match := _opener().match(clause.text, at, end)) and match.end() > at and match.end() in clause.starts:
        at = match.end()
    return at


def _front(clause: _Text, start: int, end: int) -> tuple[str, int] | None:
    """Return the verb that opens the clause and where its object begins, or None."""
    match = _pattern("front").match(clause.text, start, end)
    # The first manner word can be the verb itself: 加快 + 中牟新区建设.
    while match and match.end() not in clause.starts:
        shorter = _pattern("front").match(clause.text, start, match.end() - 1)
        match = shorter
    if match is None or match.end() >= end:
        return None
    verb, at = match["verb"], match.end()
    while (longer := _pattern("front").match(clause.text, at, end)) and longer.end() in clause.starts and _acts(verb):
        if longer.end() >= end:
            break
        verb, at = longer["verb"], longer.end()
    at = _skip_second_verb(clause, at, end)
    return verb, at


def _acts(verb: str) -> bool:
    """Whether a verb gives way to one that follows it: 推动 + 成立, 支持 + 建设."""
    return verb in _CAUSATIVE or verb in lexicon.words("manner")


def _skip_second_verb(clause: _Text, at: int, end: int) -> int:
    if (match := _COMPLEMENT.match(clause.text, at, end)) and match.end() in clause.starts:
        at = match.end()
    joint = _AND.match(clause.text, at, end)
    if joint and (match := _pattern("front").match(clause.text, joint.end(), end)) and match.end() < end:
        return match.end() if match.end() in clause.starts else at
    return at


def _next_measure(clause: _Text, start: int, end: int) -> int:
    """Return the place of the comma-like 、 that another measure follows, or ``end``."""
    for at in range(start + 1, end):
        if clause.text[at] != "、" or clause.depths[at]:
            continue
        front = _front(clause, at + 1, end)
        if front and clause.text[front[1]] not in "、等" and front[1] - at > 2:
            return at
    return end


def _behind_or_between(clause: _Text, start: int, end: int) -> Iterator[Measure]:
    """Yield the measure of the second or third form."""
    for match in re.finditer(lexicon.any_of(_verbs("between")), clause.text[start:end]):
        verb_start, verb_end = start + match.start(), start + match.end()
        if clause.depths[verb_start] or verb_start not in clause.starts or verb_end not in clause.starts:
            continue
        subject_end = _strip_manner(clause, start, verb_start)
        if verb_end < end and subject_end >= start:
            stage = _stage(_verbs("between")[match[0]])
            spans = ((start, subject_end), (verb_end, end)) if subject_end > start + 1 else ((verb_end, end),)
            yield Measure(stage, start, end, spans)
            return
    yield from _behind(clause, start, end)


def _behind(clause: _Text, start: int, end: int) -> Iterator[Measure]:
    """Yield the measures of the second form, several where 、 joins them: “两院一中心”投用、医学院新校区初步建成."""
    stops = [at for at in range(start, end) if clause.text[at] == "、" and not clause.depths[at]]
    for stop in [*stops, end]:
        close = _AFTER_BEHIND.search(clause.text[start:stop])
        last = start + close.start() if close else stop
        for at in sorted(s for s in clause.starts if start < s < last and not clause.depths[s]):
            if match := _pattern("behind").fullmatch(clause.text, at, last):
                subject = (start, _strip_manner(clause, start, at))
                yield Measure(_stage(_verbs("behind")[match["verb"]]), start, stop, (subject,))
                start = stop + 1
                break


def _strip_manner(clause: _Text, start: int, end: int) -> int:
    """Return the end of a subject without the manner words and dates between it and its verb."""
    match = _manner_end().search(clause.text[start:end])
    return start + match.start() if match else end
