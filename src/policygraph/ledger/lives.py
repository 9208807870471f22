"""Lives of projects, platforms and programmes: their stages over the years, and two questions to the analyst.

Whether something stands still or was given up no report says. So what looks like it is asked, never claimed.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygraph.ledger.dates import year_of
from policygraph.ledger.row import Relation, Row, side_of
from policygraph.statements import EntityType, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policygraph.statements import Corpus, Document, Mention

# The stages from which each sort should move on. A platform or a programme is underway for as long as it lasts (加快建设
# 中原科技城, 实施“两新”政策), so that only what is planned or begun of them can stand still.
_MOVING: Final = {
    EntityType.PROJECT: frozenset({Stage.PLANNED, Stage.STARTED, Stage.UNDERWAY}),
    EntityType.PLATFORM: frozenset({Stage.PLANNED, Stage.STARTED}),
    EntityType.PROGRAMME: frozenset({Stage.PLANNED, Stage.STARTED}),
}
_ORDER: Final = {Stage.PLANNED: 0, Stage.STARTED: 1, Stage.UNDERWAY: 2, Stage.COMPLETED: 3}


@dataclass(frozen=True, slots=True)
class Step:
    """One stage in a life, with the mention and the document that say so."""

    mention: Mention
    stage: Stage
    document: Document

    @property
    def order(self) -> tuple[int, int, str, int]:
        """By year, then by stage, then by place."""
        passage = self.mention.passage
        return self.mention.year, _ORDER[self.stage], passage.document, passage.start


def rows(corpus: Corpus) -> Iterator[Row]:
    """Yield the open questions of all lives."""
    types = {entity.name: entity.type for entity in corpus.entities}
    named = _last_named(corpus)
    read = _last_read(corpus)
    for entity, steps in lives(corpus).items():
        if steps[-1].stage in _MOVING.get(types.get(entity, steps[0].mention.type), ()):
            yield from _stalled(entity, steps)
            yield from _vanished(entity, steps, named[entity], read)


def lives(corpus: Corpus) -> Mapping[str, tuple[Step, ...]]:
    """Return the steps of each entity that has some, by name, each life in order."""
    found: defaultdict[str, list[Step]] = defaultdict(list)
    for reading in corpus.readings:
        for mention in reading.mentions:
            if mention.stage is not None:
                found[mention.entity].append(Step(mention, mention.stage, reading.document))
    return {entity: tuple(sorted(found[entity], key=lambda step: step.order)) for entity in sorted(found)}


def _stalled(entity: str, steps: Sequence[Step]) -> Iterator[Row]:
    """Yield the question of a stage that two or more years' statements give, and none a later stage."""
    last = steps[-1]
    same = [step for step in steps if step.stage is last.stage]
    first = same[0]
    years = last.mention.year - first.mention.year + 1
    if years < 2 or any(_ORDER[step.stage] > _ORDER[last.stage] for step in steps):
        return
    note = f"{last.stage} in {first.mention.year} and still in {last.mention.year}: has {entity} come to a halt?"
    yield _row(Relation.STALLED, entity, first, last, f"the same stage for {years} years", note)


def _vanished(entity: str, steps: Sequence[Step], named: Mapping[str, int], read: Mapping[str, int]) -> Iterator[Row]:
    """Yield the question of a planned or running thing of which its area's later documents say nothing."""
    last = steps[-1]
    area = last.document.area
    newest = read[area]
    if named.get(area, newest) >= newest or last.mention.year >= newest:
        return
    note = (
        f"{last.stage} in {last.mention.year}, not named in the documents of {area} after {named[area]}: "
        f"what became of {entity}?"
    )
    rule = f"planned or underway, then not named again by {area}, whose newest document is of {newest}"
    yield _row(Relation.VANISHED, entity, last, None, rule, note)


def _last_named(corpus: Corpus) -> Mapping[str, Mapping[str, int]]:
    """Return for each entity the year of the newest document of each area that names it."""
    found: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for reading in corpus.readings:
        document = reading.document
        for mention in reading.mentions:
            areas = found[mention.entity]
            areas[document.area] = max(year_of(document), areas.get(document.area, 0))
    return found


def _last_read(corpus: Corpus) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for reading in corpus.readings:
        found[reading.document.area] = max(year_of(reading.document), found.get(reading.document.area, 0))
    return found


def _row(relation: Relation, entity: str, first: Step, last: Step | None, rule: str, note: str) -> Row:
    return Row(
        relation=relation,
        indicator="",
        concept="",
        entity=entity,
        area=first.document.area,
        level=first.document.level,
        theme=first.mention.theme,
        year=first.mention.year,
        verdict="",
        a=side_of(first.mention),
        b=side_of(last.mention) if last else None,
        rule=rule,
        note=note,
    )
