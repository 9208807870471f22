"""The named policy entities of a sentence, each with the measure that a clause takes on it.

A clause is read for its measures (``measures``); what a measure acts on is parted into lists and names (``phrases``,
``expansion``); each name gets its type (``types``, ``kinds``). What stands outside measures is named by its shape only (``scan``,
``standing``).
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from policygraph.documents import layout, tags
from policygraph.documents.layout import Role
from policygraph.extraction.entities import (
    aspects,
    bare,
    bearers,
    expansion,
    judgement,
    kinds,
    lists,
    localnames,
    measures,
    phrases,
    scan,
    spans,
    stages,
    standing,
    types,
    weights,
)
from policygraph.ontology import places, wordclasses
from policygraph.statements import EntityType, Kind, Mention, Mode, Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from policygraph.extraction.discourse.discourse import Frame
    from policygraph.extraction.discourse.segments import Clause, Sentence
    from policygraph.extraction.entities.measures import Measure
    from policygraph.extraction.entities.phrases import Group
    from policygraph.extraction.language.names import Names
    from policygraph.statements import Document

# 异地就医直接结算率 is an indicator; 东部地区率先发展 is not.
_RATE = wordclasses.pattern(r"率(?!先)|额")
# What makes a time of a five-year plan: “十五五”时期, “十四五”以来.
_TIMES = wordclasses.of("nouns_of_time")
# What lists of means and costs are made of is no entity: 运用经济、法律、环保等手段.
_ABSTRACT = wordclasses.of("abstract_nouns")


def find(document: Document, sentence: Sentence, frames: Sequence[Frame], *, names: Names) -> list[Mention]:
    """Return the mentions of a sentence in reading order.

    Args:
        document: the document it stands in.
        sentence: the sentence.
        frames: one frame for each of its clauses.
        names: the list of known names, for canonical names of what the rules find.

    """
    found: list[Mention] = []
    for clause, frame in zip(sentence.clauses, frames, strict=True):
        for line in _lines(clause):
            found.extend(_Clause(document, line, frame, names).mentions())
    return found


def distinct(mentions: Iterable[Mention]) -> list[Mention]:
    """Return one mention for each entity, stage, year and mode of a document: the first."""
    kept: dict[tuple[object, ...], Mention] = {}
    for mention in mentions:
        key = (mention.surface.document, mention.entity, mention.stage, mention.year, mention.mode)
        kept.setdefault(key, mention)
    return list(kept.values())


def clauses(
    document: Document, sentence: Sentence, frames: Sequence[Frame], *, names: Names
) -> Iterator[tuple[Clause, spans.Clause, Callable[[int, int, EntityType], frozenset[str]]]]:
    """Yield each clause of a sentence (a heading: each line) with its stretches as they are weighed, and what speaks for their stages."""
    for clause, frame in zip(sentence.clauses, frames, strict=True):
        for line in _lines(clause):
            read = _Clause(document, line, frame, names)
            yield line, read.evidence(), read.of_stage


class _Placed(NamedTuple):
    """A mention and where its name stands in the clause."""

    start: int
    end: int
    mention: Mention


class _Clause:
    """Reads one clause, or one line of a heading."""

    def __init__(self, document: Document, clause: Clause, frame: Frame, names: Names) -> None:
        self._document = document
        self._clause = clause
        self._frame = frame
        self._names = names
        self._text = clause.text
        self._standing = standing.find(self._text)
        self._taken: list[tuple[int, int]] = []
        self._grouped: dict[tuple[int, int], tuple[Group, ...]] = {}

    def mentions(self) -> Iterator[Mention]:
        """Yield the mentions that the weights let through: those that a rule made, and names that no rule saw."""
        evidence = self.evidence()
        for name in judgement.names(evidence):
            for mention in self._of_name(name, evidence):
                yield self._staged(mention, name.start, name.end)

    def _of_name(self, name: judgement.Name, evidence: spans.Clause) -> Iterator[Mention]:
        placed = self._placed(name.start, name.end)
        made = [one.mention for one in placed]
        if any(map(self._is_spelt_out, placed)):
            yield from made
            return
        kind = weights.type_of(evidence.nature(name.start, name.end))
        if kind is not EntityType.INDUSTRY and any(self._is_overspelt(mention) for mention in made):
            made = []
        named = made or [self._unruled(name.start, name.end, kind)]
        for mention in (one for one in named if not types.is_bare_phase(one.entity)):
            known = self._names.get(mention.entity) or types.term(mention.entity)
            yield mention if known else replace(mention, type=kind)

    def _staged(self, mention: Mention, start: int, end: int) -> Mention:
        """Return a mention with the stage for which most speaks."""
        stage = weights.stage_of(self.of_stage(start, end, mention.type))
        return replace(mention, stage=stage, mode=Mode(self._frame.kind.value) if stage else Mode.NONE)

    def of_stage(self, start: int, end: int, kind: EntityType) -> frozenset[str]:
        """Return what speaks for the stage of what a stretch names, among it what the rule says, or the measure where none does."""
        placed, acting = self._placed(start, end), self._acting(start, end)
        said = placed[0].mention.stage if placed else acting.stage if acting else None
        return stages.evidence(self._text, start, end, kind, self._frame.kind, acting, said)

    def _placed(self, start: int, end: int) -> list[_Placed]:
        """Return what the rules make of a stretch."""
        return [placed for placed in self._proposed if (placed.start, placed.end) == (start, end)]

    def _acting(self, start: int, end: int) -> Measure | None:
        """Return the measure that acts on a stretch."""
        acting = (m for m in self._measures if any(a <= start and end <= b for a, b in m.arguments))
        return next(acting, None)

    def _is_spelt_out(self, placed: _Placed) -> bool:
        """Whether a rule made another name of a stretch: 鲁山等机场 in 周口、潢川、鲁山等机场 is 鲁山机场, 潢川 is 潢川机场."""
        surface, name = self._text[placed.start : placed.end], placed.mention.entity
        longer = len(name) > len(surface) or name.startswith(surface[:2])
        return longer and name not in surface and spans.known(surface) != placed.mention.type

    def _is_overspelt(self, mention: Mention) -> bool:
        """Whether a rule completed by its list what is known as it stands: 上海书展 before 北京马拉松."""
        surface = mention.surface.quote
        completed = mention.entity != surface and mention.entity.startswith(surface)
        return completed and spans.known(surface) == mention.type and spans.known(mention.entity) is None

    def evidence(self) -> spans.Clause:
        """Return the clause with what speaks for each of its stretches."""
        return spans.Clause(
            self._text,
            [
                spans.Proposal(p.start, p.end, p.mention.type, p.mention.rule[0], spelt_out=self._is_spelt_out(p))
                for p in self._proposed
            ],
            self._items(),
            heading=self._clause.block.role is Role.HEADING,
        )

    def _items(self) -> Iterator[spans.Item]:
        for measure in self._measures:
            stage = str(measure.stage)
            for group in chain.from_iterable(self._groups(*argument) for argument in measure.arguments):
                listed = len(group.items)
                for first, last in group.items:
                    others = tuple(item for item in group.items if item != (first, last))
                    yield spans.Item(first, last, measure.verb, group.head, listed, group.counted, others, stage)

    def _unruled(self, start: int, end: int, kind: EntityType) -> Mention:
        """Return the mention of a name that no rule proposes."""
        name = self._text[start:end]
        return self._mention(name, kind, start, end, self._acting(start, end), "entities/weighed").mention

    def _groups(self, start: int, end: int) -> tuple[Group, ...]:
        """Return the groups of an argument: the rules read them, and they are evidence for all other stretches."""
        if (start, end) not in self._grouped:
            self._grouped[start, end] = tuple(phrases.groups(self._text, start, end))
        return self._grouped[start, end]

    @cached_property
    def _measures(self) -> tuple[Measure, ...]:
        return measures.find(self._text)

    @cached_property
    def _proposed(self) -> tuple[_Placed, ...]:
        return tuple(self._by_rules())

    def _by_rules(self) -> Iterator[_Placed]:
        at = 0
        for measure in self._measures:
            for index, (start, end) in enumerate(measure.arguments):
                yield from self._named_in(at, start)
                title = measure.title and index == len(measure.arguments) - 1
                for group in self._groups(start, end):
                    yield from self._group(group, measure, title=title)
                at = max(at, end)
        yield from self._outside(at, len(self._text))
        yield from self._standing_mentions()

    def _outside(self, start: int, end: int) -> Iterator[_Placed]:
        """Yield what stands outside measures: a list that says what its items are, and names by their shape."""
        listed = lists.find(self._text, start, end)
        if listed:
            ((first, last),) = listed.arguments
            yield from self._named_in(start, first)
            for group in phrases.groups(self._text, first, last):
                yield from self._group(group, listed, title=False)
            start = last
        yield from self._named_in(start, end)

    def _standing_mentions(self) -> Iterator[_Placed]:
        for start, end, name, kind in self._standing:
            if any(a <= start and end <= b for a, b in self._taken):
                continue
            measure = self._acting(start, end) if kind is not EntityType.EVENT else None
            yield self._mention(name, kind, start, end, measure, "entities/standing")

    def _group(self, group: Group, measure: Measure, *, title: bool) -> Iterator[_Placed]:
        if group.several and group.head.endswith(_ABSTRACT):
            return
        items = [self._text[start:end] for start, end in group.items]
        full = expansion.names(items, group.head) if group.head or not group.several else items
        names = [expansion.spelled_out(name) for name in full]
        bearer = bearers.bearer(self._text[slice(*measure.arguments[-1])]) if measure.title and not title else None
        found = [kinds.of(item, name, group, measure, bearer) for item, name in zip(items, names, strict=True)]
        shared = next((kind for kind in found if kind in kinds.LISTED), None)
        for (start, end), item, name, own in zip(group.items, items, names, found, strict=True):
            kind = own or (None if group.counted or item != name else bare.by_list(item, shared))
            if self._is_cut(start, end, kind):
                continue
            if kind is None:
                yield from self._in_item(start, end, group, measure, sectors=EntityType.INDUSTRY in found)
                continue
            if item != name and end == group.items[-1][1]:
                end = group.end
            self._taken.append((start, end))
            rule = "entities/title" if title else "entities/measure" if measure.verb else "entities/list"
            yield self._mention(name, EntityType.PROGRAMME if title else kind, start, end, measure, rule)
        if (kind := types.term(group.head)) and names == [expansion.spelled_out(item) for item in items]:
            yield self._mention(
                group.head, kind, group.end - len(group.head), group.end, measure, "entities/head of a list"
            )

    def _in_item(self, start: int, end: int, group: Group, measure: Measure, *, sectors: bool) -> Iterator[_Placed]:
        """Yield what an item names that is no name itself: the thing of which it says an aspect, or names by their shape."""
        of_a_class = group.counted or group.some
        if thing := aspects.thing(self._text[start:end], of_a_class=of_a_class, sectors=sectors):
            name, kind = thing
            self._taken.append((start, start + len(name)))
            yield self._mention(name, kind, start, start + len(name), measure, "entities/aspect")
            return
        inside = self._named_in(start, end, measure)
        yield from (m for m in inside if not of_a_class or _is_beside(m.mention))

    def _is_cut(self, start: int, end: int, kind: EntityType | None) -> bool:
        """Whether a stretch is part of a standing name, or holds one and is no name itself."""
        across = [found for found in self._standing if found[0] < end and start < found[1]]
        inside = kind is not None and all(
            start <= a and b <= end and sort is not EntityType.EVENT for a, b, _, sort in across
        )
        return bool(across) and not inside

    def _named_in(self, start: int, end: int, measure: Measure | None = None) -> Iterator[_Placed]:
        for first, last, name, kind in scan.find(self._text, start, end):
            if not self._is_cut(first, last, None) and not _RATE.match(self._text, last):
                yield self._mention(name, kind, first, last, measure, "entities/shape")

    def _mention(
        self, name: str, kind: EntityType, start: int, end: int, measure: Measure | None, rule: str
    ) -> _Placed:
        clause, block = self._clause, self._clause.block
        if self._is_only_time(start, end, kind):
            measure = None
        stage = measure.stage if measure else None
        if kind is EntityType.EVENT and stage is None and self._frame.kind is Kind.OUTCOME and not _is_meeting(name):
            stage = Stage.COMPLETED
        mode = Mode(self._frame.kind.value) if stage else Mode.NONE
        first, last = (measure.start, measure.end) if measure else (0, len(self._text))
        first, last = min(first, start), max(last, end)
        full = expansion.spelled_out(name)
        if kind is EntityType.PLACE and (place := places.spoken(full)):
            full = place.name
        full = localnames.full(full, self._document)
        known = self._names.get(full) or self._names.get(name)
        if known and not localnames.fits(known, full, self._document):
            known = None
        mention = Mention(
            entity=known.name if known else tags.label(full),
            type=known.type if known else kind,
            surface=layout.passage(self._document, block, clause.start + start, clause.start + end),
            year=self._frame.year,
            mode=mode,
            stage=stage,
            theme="",
            heading=block.heading,
            passage=layout.passage(self._document, block, clause.start + first, clause.start + last),
            rule=(rule,),
        )
        return _Placed(start, end, mention)

    def _is_only_time(self, start: int, end: int, kind: EntityType) -> bool:
        """Whether a plan only says when (“十五五”时期), or a meeting only whose spirit is meant (落实中央经济工作会议精神)."""
        if kind is EntityType.EVENT:
            return self._text.startswith(wordclasses.of("behind_meetings"), end)
        return kind is EntityType.PROGRAMME and self._text.startswith(_TIMES, end) and self._text[start] == "“"


def _is_beside(mention: Mention) -> bool:
    """Whether a mention stands beside the things that a number counts: 提请全国人大常委会审议法律议案13件."""
    return mention.type is EntityType.ORGANIZATION or types.term(mention.entity) is EntityType.PLACE


def _is_meeting(name: str) -> bool:
    """Whether an event is a meeting that sets policy, of which a report names the spirit, not the holding."""
    return name.endswith(wordclasses.of("endings_of_meetings")) or "论坛" in name


def _lines(clause: Clause) -> Iterator[Clause]:
    """Yield the parts of a heading between its blanks: 筑牢安全防线 加快打造平安郑州; another clause is one line."""
    if clause.block.role is not Role.HEADING:
        yield clause
        return
    offsets = clause.block.offsets
    start = clause.start
    for at in range(clause.start + 1, clause.end):
        if offsets[at] != offsets[at - 1] + 1:
            yield replace(clause, start=start, end=at)
            start = at
    yield replace(clause, start=start)
