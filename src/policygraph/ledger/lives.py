"""Lives of projects, platforms and programmes: their stages over the years, and two questions to the analyst.

Whether something stands still or was given up no report says. So what looks like it is asked, never claimed, and only of
things with a name of their own, in one area, after its later documents were searched for the name.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygraph.facets import words
from policygraph.ledger.dates import year_of
from policygraph.ledger.mentioned import Mentioned
from policygraph.ledger.names import area as short_area
from policygraph.ledger.proper import is_proper
from policygraph.ledger.row import Relation, Row, side_of
from policygraph.statements import EntityType, Genre, Mode, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policygraph.statements import Corpus, Document, Mention

# The stages from which each sort should move on. A platform is underway for as long as it lasts (加快建设中原科技城), so that
# only what is planned or begun of it can stand still; a programme (实施“两新”政策) ends with its years.
_MOVING: Final = {
    EntityType.PROJECT: frozenset({Stage.PLANNED, Stage.STARTED, Stage.UNDERWAY}),
    EntityType.PLATFORM: frozenset({Stage.PLANNED, Stage.STARTED}),
}
# Of the reports of two years that speed something up nobody can tell whether it stands still.
_LEAST_REPORTS: Final = 3
_BEGUN: Final = frozenset({Stage.STARTED, Stage.UNDERWAY})
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
    """Yield the open questions of all lives: of each thing with a name of its own, in each area that speaks of it."""
    entities = {entity.name: entity for entity in corpus.entities}
    read = _last_read(corpus)
    named = _last_named(corpus)
    mentioned = Mentioned(corpus)
    for name, all_steps in lives(corpus).items():
        entity = entities.get(name)
        moving = _MOVING.get(entity.type if entity else all_steps[0].mention.type, frozenset())
        for area, steps in _by_area(all_steps).items():
            if steps[-1].stage in moving and is_proper(name, area):
                aliases = (name, *(entity.aliases if entity else ()), steps[-1].mention.surface.quote)
                yield from _stalled(name, steps)
                if named[name, area] < read[area] and not mentioned.after(aliases, area, named[name, area]):
                    yield from _vanished(name, steps, named[name, area], read[area])


def _by_area(steps: Sequence[Step]) -> Mapping[str, Sequence[Step]]:
    """Return the steps by the short name of the area whose documents tell them, each area's in order."""
    found: defaultdict[str, list[Step]] = defaultdict(list)
    for step in steps:
        found[short_area(step.document.area)].append(step)
    return found


def lives(corpus: Corpus) -> Mapping[str, tuple[Step, ...]]:
    """Return the steps of each entity that has some, by name, each life in order."""
    found: defaultdict[str, list[Step]] = defaultdict(list)
    for reading in corpus.readings:
        for mention in reading.mentions:
            if mention.stage is not None:
                found[mention.entity].append(Step(mention, _stage(mention, mention.stage), reading.document))
    return {entity: tuple(sorted(found[entity], key=lambda step: step.order)) for entity in sorted(found)}


def _stage(mention: Mention, stage: Stage) -> Stage:
    """Return the stage of a mention: what only prepares a thing (推进…前期工作) leaves it planned."""
    begun = stage in _BEGUN and words.pattern("preparing").search(mention.passage.quote)
    return Stage.PLANNED if begun else stage


def _stalled(entity: str, steps: Sequence[Step]) -> Iterator[Row]:
    """Yield the question of a stage that the reports of three years give, or of a step back to a plan.

    What is set for years to come is no sign of a halt, so that years are those of the reports.
    """
    reports = _reports(steps)
    last, before = reports[-1], reports[-2] if len(reports) > 1 else None
    if any(step.stage is Stage.COMPLETED for step in steps):
        return
    same = [step for step in reports if step.stage is last.stage]
    if len(same) >= _LEAST_REPORTS and same == reports:
        since, until = year_of(same[0].document), year_of(last.document)
        note = f"{last.stage} in {since} and still in {until}: has {entity} come to a halt?"
        yield _row(Relation.STALLED, entity, same[0], last, f"the same stage in the reports of {len(same)} years", note)
    elif before and before.stage in _BEGUN and words.pattern("preparing").search(last.mention.passage.quote):
        since, until = year_of(before.document), year_of(last.document)
        note = f"{before.stage} in {since} and {last.stage} again in {until}: has {entity} come to a halt?"
        yield _row(
            Relation.STALLED, entity, before, last, "a step back: begun in one report, planned in the next", note
        )


def _reports(steps: Sequence[Step]) -> list[Step]:
    """Return the furthest step of the reports of each year, in order of the years of issue."""
    found: dict[int, Step] = {}
    for step in sorted(steps, key=lambda step: (year_of(step.document), _ORDER[step.stage], step.order)):
        found[year_of(step.document)] = step
    return list(found.values())


def _vanished(entity: str, steps: Sequence[Step], last_named: int, newest: int) -> Iterator[Row]:
    """Yield the question of a thing that a plan takes up and no later document names."""
    last = steps[-1]
    if last.mention.year >= newest or last.mention.mode is not Mode.TARGET:
        return
    place = last.document.area
    note = (
        f"{last.stage} in {last.mention.year}, not named in the documents of {place} after {last_named}: "
        f"what became of {entity}?"
    )
    rule = f"set in a plan, then named by no document of {place} up to {newest}, neither in full nor in part"
    yield _row(Relation.VANISHED, entity, last, None, rule, note)


def _last_named(corpus: Corpus) -> Mapping[tuple[str, str], int]:
    """Return for each entity and area the year of the newest document that names it."""
    found: dict[tuple[str, str], int] = {}
    for reading in corpus.readings:
        place, year = short_area(reading.document.area), year_of(reading.document)
        for mention in reading.mentions:
            found[mention.entity, place] = max(year, found.get((mention.entity, place), 0))
    return found


def _last_read(corpus: Corpus) -> Mapping[str, int]:
    """Return for each area the year of its newest report: news tell of what is new only."""
    found: defaultdict[str, int] = defaultdict(int)
    for reading in corpus.readings:
        if reading.document.genre is not Genre.NEWS:
            place = short_area(reading.document.area)
            found[place] = max(year_of(reading.document), found[place])
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
