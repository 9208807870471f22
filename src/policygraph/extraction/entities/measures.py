"""The measures of a clause: which verb acts on which words, and the stage that it brings them to.

Chinese reports say a measure in three forms, and the table ``measures.tsv`` says for each verb which of them it takes:

* front: verb, object: 提速建设中原科技城 (underway), 报批轨道交通四期建设规划 (planned)
* behind: subject, verb: 中原量子谷一期投用 (completed), 郑开同城化加快推进 (underway)
* between: subject, verb, object: 郑南商许超硬材料集群入选国家级先进制造业集群 (both completed)

A causative verb takes a whole clause of the second or third form as its object: 推动…设立分室, 确保“两院一中心”投用.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction.entities import fronts, types
from policygraph.extraction.language import verbs
from policygraph.ontology import wordclasses
from policygraph.statements import EntityType, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.extraction.language.words import Word

_CONSTRUCTION = wordclasses.word("construction")
_DEVELOPMENT = wordclasses.word("development")
_MECHANISM = wordclasses.word("mechanism")

# No name ends before these.
_NO_END = frozenset("、") | wordclasses.members("joints_and_of")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Measure:
    """An action on what the words of some spans name.

    Attributes:
        start: first character of the measure in the clause.
        end: one past the last.
        arguments: the spans of the words that it acts on: object, subject, or subject and object.
        verb: its verb, without manner words.
        stage: the stage it brings them to, or None where the verb says none (围绕, 锚定).
        kind: the type of an argument whose own noun tells none: 实施… a programme, …投产 a project; or None.
        title: whether the last argument is a title that the first bears: 入选国家级先进制造业集群.

    """

    start: int
    end: int
    arguments: tuple[Span, ...]
    verb: str
    stage: Stage | None
    kind: EntityType | None
    title: bool


# Who can carry out a measure inside another: 支持[汉威科技、新天科技等企业]研发…, 鼓励[行业骨干企业牵头]组建….
_ACTORS = wordclasses.of("actors")
_VERB_TAGS = frozenset({"v", "vd", "vn"})
# 以国际消费中心城市建设为牵引, 以创建国家未来产业先导区为统领
_BY = wordclasses.pattern(r"以(?P<object>[^，以]{3,40})为<leads>")
# What may stand behind a verb that closes its clause: a quantity, a remark in brackets.
# How long such a remark is at most, and the words of manner before a verb with it.
_REMARK = 100
_MANNER = 40
_AFTER_BEHIND = wordclasses.pattern(r"<verb_follow_ups>?(?:[（(][^）)]*[）)])?$")


def find(text: str) -> tuple[Measure, ...]:
    """Return the measures of a clause in order."""
    clause = fronts.Text(text)
    return tuple(_read(clause, 0, len(text)))


def _read(clause: fronts.Text, start: int, end: int) -> Iterator[Measure]:
    """Yield the measures between two places of a clause, whatever their form."""
    while start <= end:
        yield from _circumstance(clause, start, end)
        head = fronts.skip_openers(clause, start, end)
        front = fronts.find(clause, head, end)
        if front is None and head != start:
            front = fronts.find(clause, start, end)
        cut = _next_measure(clause, front[1] if front else head, end)
        if front is None:
            yield from tuple(_behind_or_between(clause, head, cut)) or _after_actor(clause, head, cut)
        else:
            yield from _of_verb(clause, start, front, cut)
        start = cut + 1


def _of_verb(clause: fronts.Text, start: int, front: tuple[str, int], end: int) -> Iterator[Measure]:
    """Yield the measures of a verb that stands in front: those in its object, where that is a clause, else its own."""
    verb, after = front
    nested = _nested(clause, verb, after, end)
    yield from nested
    if not nested and after < end:
        yield Measure(start, end, ((after, end),), verb, *verbs.table("front")[verb])


def _circumstance(clause: fronts.Text, start: int, end: int) -> Iterator[Measure]:
    """Yield the measure that 以…为… names as the lead of another."""
    led = _BY.search(clause.text, start, end)
    if led is None:
        return
    (begin, close), (first, last) = led.span(), led.span("object")
    if front := fronts.find(clause, first, last):
        yield Measure(begin, close, ((front[1], last),), front[0], *verbs.table("front")[front[0]])
    elif clause.text.endswith(_CONSTRUCTION, first, last):
        yield Measure(begin, close, ((first, last),), _CONSTRUCTION, *verbs.table("front")[_CONSTRUCTION])


def _nested(clause: fronts.Text, verb: str, start: int, end: int) -> tuple[Measure, ...]:
    """Return the measures of the clause that is the object of a verb, or none where the object is a name."""
    if verb in verbs.CIRCUMSTANCE:
        inner = tuple(_after_actor(clause, start, end))
    elif verb in verbs.CAUSATIVE:
        start = fronts.skip_openers(clause, start, end)
        inner = tuple(_behind_or_between(clause, start, end))
        if inner:
            return inner
        inner = tuple(_after_actor(clause, start, end, _ACTORS))
    else:
        return ()
    if not inner:
        return ()
    return (Measure(start, inner[0].start, ((start, inner[0].start),), verb, *verbs.table("front")[verb]), *inner)


def _behind_verb(clause: fronts.Text, start: int, end: int) -> int:
    """Return where the subject begins that a verb before it takes as its object: [实打实推动]各类签约项目落地."""
    leading = [word.end for word in clause.between(start, end) if word.end < end - 1 and word.text in verbs.CAUSATIVE]
    open_ends = [at for at in leading if not clause.depths[at - 1] and clause.text[at] not in _NO_END]
    return max(open_ends, default=start)


def _after_actor(clause: fronts.Text, start: int, end: int, actors: tuple[str, ...] = ("",)) -> Iterator[Measure]:
    """Yield the measure whose verb stands behind its actor or a circumstance: 在学校、医院等区域开展“绿色物流区”建设."""
    for word in clause.between(start + 1, end):
        at = word.start
        if clause.depths[at] or clause.text[at - 1] in "的、":
            continue
        if clause.text[at - 1] == "等" and not _are_places(clause.text[start : at - 1]):
            continue
        acting = word.tag in _VERB_TAGS or word.text in verbs.table("front")
        if actors == ("",) and (not acting or _is_growth(clause, word)):
            continue
        actor = clause.text[start:at].split("、")[-1].removesuffix("等")
        if not actor.endswith(actors) and not types.is_place(actor) and types.term(actor) is not EntityType.PLACE:
            continue
        if (front := fronts.find(clause, at, end)) and clause.text[front[1] - 1] not in "的":
            yield Measure(at, end, ((front[1], end),), front[0], *verbs.table("front")[front[0]])
            return


def _are_places(actors: str) -> bool:
    """Whether a list is one of places, so that 等 ends the actors, not an object: 支持鞍山、本溪等[建设…]."""
    return all(types.is_place(actor) for actor in actors.split("、"))


def _is_growth(clause: fronts.Text, word: Word) -> bool:
    """Whether 发展 is what becomes of the thing before it, not what is done to the thing behind: 民营经济发展联席会议."""
    return word.text == _DEVELOPMENT and bool(types.head(clause.text[max(0, word.start - 2) : word.start]))


def _next_measure(clause: fronts.Text, start: int, end: int) -> int:
    """Return the place of the comma-like 、 that another measure follows, or ``end``."""
    for at in _commas(clause, start + 1, end):
        front = fronts.find(clause, _behind_place(clause, start, at + 1), end)
        if front and clause.text[front[1] : front[1] + 1] not in {"、", "等", "的", ""} and front[1] - at > 2:
            return at
    return end


def _commas(clause: fronts.Text, start: int, end: int) -> Iterator[int]:
    """Yield the places of the 、 outside quotations and brackets."""
    at = clause.text.find("、", start, end)
    while at >= 0:
        if not clause.depths[at]:
            yield at
        at = clause.text.find("、", at + 1, end)


@cache
def _verbs_behind() -> tuple[str, ...]:
    return tuple(verbs.table("behind"))


def _behind_place(clause: fronts.Text, start: int, at: int) -> int:
    """Return where the verb may stand behind a second place that acts: 支持沈阳建设…、[大连]建设…."""
    acting = clause.between(at, at + 1) if clause.has_verb(start + 1, at) else ()
    return acting[0].end if acting and types.is_place(acting[0].text) else at


def _behind_or_between(clause: fronts.Text, start: int, end: int) -> Iterator[Measure]:
    """Yield the measure of the second or third form."""
    for match in verbs.between().finditer(clause.text, start, end):
        verb_start, verb_end = match.span()
        if clause.depths[verb_start] or verb_start not in clause.starts or verb_end not in clause.starts:
            continue
        # 生态产品价值实现机制 is a name, whatever its middle looks like.
        if clause.text.startswith(_MECHANISM, verb_end):
            continue
        subject_end = _strip_manner(clause, start, verb_start)
        if verb_end < end and subject_end >= start:
            spans = ((start, subject_end), (verb_end, end)) if subject_end > start + 1 else ((verb_end, end),)
            verb = verbs.table("between")[match[0]]
            if verb.kind:
                spans = spans[:1]
            if verb.stage is Stage.PLANNED and clause.text.endswith(_CONSTRUCTION, verb_end, end):
                # 纳入国家规划 plans, 纳入特色商业街区建设 builds.
                verb = verb._replace(stage=Stage.UNDERWAY)
            yield Measure(start, end, spans, match[0], *verb)
            return
    yield from _behind(clause, start, end)


def _behind(clause: fronts.Text, start: int, end: int) -> Iterator[Measure]:
    """Yield the measures of the second form, several where 、 joins them: “两院一中心”投用、医学院新校区初步建成."""
    verbs_behind = _verbs_behind()
    for stop in [*_commas(clause, start, end), end]:
        first = max(start, stop - _REMARK)
        close = _AFTER_BEHIND.search(clause.text[first:stop])
        last = first + close.start() if close else stop
        if not clause.text.endswith(verbs_behind, start, last):
            continue
        for at in clause.open_between(max(start + 1, last - _MANNER), last):
            if match := verbs.pattern("behind").fullmatch(clause.text, at, last):
                last = _strip_manner(clause, start, at)
                subject = (_behind_verb(clause, start, last), last)
                yield Measure(start, stop, (subject,), match["verb"], *verbs.table("behind")[match["verb"]])
                start = stop + 1
                break


def _strip_manner(clause: fronts.Text, start: int, end: int) -> int:
    """Return the end of a subject without the manner words and dates between it and its verb."""
    match = verbs.closing_manner().search(clause.text[start:end])
    return start + match.start() if match else end
