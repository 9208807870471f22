"""Who answers for what a work plan sets: 责任单位：市发展改革委、市科技局 behind or below it, or in a column of its table."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from policygraph.documents.layout import Role
from policygraph.extraction.entities import localnames
from policygraph.extraction.language import lexicon
from policygraph.extraction.relations.ends import UNDERTAKEN, End
from policygraph.ontology import places, wordclasses
from policygraph.statements import By, EntityType, Link, Mention, Mode, Relation, Strength, Tie

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policygraph.documents.layout import Block
    from policygraph.extraction.grids.grid import Cell, Grid
    from policygraph.statements import Document, Fact, Passage

# What the name of a body ends with; a phrase that ends otherwise is none (各区县, 下同).
_BODY = wordclasses.pattern(r"[\u4e00-\u9fff]{2,18}<endings_of_bodies>")
_PARTS = wordclasses.pattern(r"[、，；,;\s<and_characters>]|<and_also>")
_LEADING = wordclasses.pattern(r"^(?:由|各)")
_RULE = "relations/duty"
_LEAST = 4


class Duty(NamedTuple):
    """What bodies answer for.

    Attributes:
        start: first character of what they answer for, in the document's text.
        end: one past its last.
        bodies: each body with its place in the document's text.

    """

    start: int
    end: int
    bodies: tuple[tuple[int, int, End], ...]


class Answered(NamedTuple):
    """What is said of who answers: the bodies as they are named, their links to figures, their relations to things."""

    mentions: tuple[Mention, ...]
    links: tuple[Link, ...]
    relations: tuple[Relation, ...]


def in_blocks(document: Document, blocks: Sequence[Block]) -> Iterator[Duty]:
    """Yield the duties that paragraphs tell: of what stands before the head, in its own paragraph or in the one above.

    Args:
        document: the document.
        blocks: its blocks in order.

    """
    above: Block | None = None
    for block in blocks:
        start = 0
        for head in _heads().finditer(block.text) if block.role is Role.PARAGRAPH else ():
            bodies = tuple(_bodies(document, block, head.end(), _until(block.text, head.end())))
            told = block if head.start() - start >= _LEAST else above
            if bodies and told is not None:
                first, last = (start, head.start()) if told is block else (0, len(told.text))
                yield Duty(told.offsets[first], told.offsets[last - 1] + 1, bodies)
            if told is block:
                start = _until(block.text, head.end())
        if not _heads().match(block.text.lstrip("（(")):
            above = block


def in_table(document: Document, grid: Grid) -> Iterator[Duty]:
    """Yield the duties that a table deals out, one a row: who is named in the column of 责任单位 answers for the row."""
    at = column(grid)
    for row in grid.rows[1:] if at is not None else ():
        if at is None or at >= len(row.cells):
            continue
        cell = row.cells[at]
        bodies = tuple(_bodies(document, cell.block, cell.start, cell.end))
        if bodies and not row.lead:
            yield Duty(row.block.offsets[0], row.block.offsets[-1] + 1, bodies)


def column(grid: Grid) -> int | None:
    """Return the column of a table that says who answers, or None."""
    heads = lexicon.words("relation_duties")
    first = grid.rows[0].words
    return next((at for at, words in enumerate(first) if re.sub(r"\s", "", words) in heads), None)


def tasks(grid: Grid) -> Iterator[Cell]:
    """Yield the cells of a table that say what somebody answers for: of each row the longest before the column of who does."""
    at = column(grid)
    for row in grid.rows[1:] if at else ():
        before = row.cells[:at]
        if before and not row.lead and any(cell.text for cell in before):
            yield max(before, key=lambda cell: cell.end - cell.start)


def answered(
    document: Document, duties: Iterable[Duty], facts: Sequence[Fact], mentions: Sequence[Mention]
) -> Answered:
    """Return what the duties of a document say of its figures and of what it names.

    Args:
        document: the document.
        duties: its duties.
        facts: its figures.
        mentions: what it names.

    """
    named: dict[str, Mention] = {}
    links: list[Link] = []
    relations: list[Relation] = []
    for duty in duties:
        inside = [fact for fact in facts if duty.start <= fact.passage.start < duty.end]
        things = [m for m in mentions if duty.start <= m.surface.start < duty.end and m.type in UNDERTAKEN]
        for start, end, body in duty.bodies:
            words = document.passage(start, end)
            whole = document.passage(min(duty.start, start), max(duty.end, end))
            near: Fact | Mention | None = next(iter(inside), next(iter(things), None))
            if near is None:
                continue
            mention = _mention(body, words, near)
            mention = named.setdefault(mention.id, mention)
            links += [Link(body.name, mention.id, f.id, Strength.SENTENCE, whole, (_RULE,)) for f in inside]
            relations += [_relation(thing, body, whole) for thing in things if thing.entity != body.name]
    return Answered(tuple(named.values()), tuple(links), tuple(relations))


def linked(links: Iterable[Link], named: Iterable[Mention], kept: Iterable[Mention]) -> Iterator[Link]:
    """Yield links with the mentions that are kept: of a body that is named often, the first."""
    first = {(mention.entity, mention.stage, mention.year, mention.mode): mention.id for mention in kept}
    ids = {m.id: first[m.entity, m.stage, m.year, m.mode] for m in named}
    for link in links:
        yield replace(link, mention=ids[link.mention])


def _bodies(document: Document, block: Block, start: int, stop: int) -> Iterator[tuple[int, int, End]]:
    """Yield the bodies that a stretch of a block names, with their places in the document's text."""
    at = start
    for part in _PARTS.split(block.text[start:stop]):
        at = block.text.find(part, at)
        if part and _BODY.fullmatch(part) and not _LEADING.match(part):
            name = _full(part, document)
            yield block.offsets[at], block.offsets[at + len(part) - 1] + 1, End(name, EntityType.ORGANIZATION)
        at += len(part)


def _full(name: str, document: Document) -> str:
    """Return the name of a body with that of its place: 市科技局 of 郑州 is 郑州市科技局, as other cities have one too."""
    area = places.get(document.area)
    for place in places.chain_of(area) if area and area.name != places.NATION else ():
        if place.official.endswith(name[0]) and name[0] != name[1]:
            return place.official + name[1:]
    return localnames.full(name, document)


def _until(text: str, start: int) -> int:
    """Return how far the list of bodies goes: up to a bracket, a full stop, or the next head."""
    stop = re.compile(r"[。）)］】\n]").search(text, start)
    following = _heads().search(text, start)
    return min([match.start() for match in (stop, following) if match], default=len(text))


@cache
def _heads() -> re.Pattern[str]:
    return wordclasses.pattern(rf"[（(]?{lexicon.any_of(lexicon.words('relation_duties'))}[：:]")


def _mention(body: End, words: Passage, near: Fact | Mention) -> Mention:
    return Mention(
        entity=body.name, type=body.type, surface=words, year=near.year, mode=Mode.NONE, stage=None, theme=near.theme,
        heading=near.heading, passage=words, rule=(_RULE,),
    )  # fmt: skip


def _relation(thing: Mention, body: End, whole: Passage) -> Relation:
    return Relation(
        source=thing.entity, source_type=thing.type, tie=Tie.CARRIED_BY, target=body.name, target_type=body.type,
        by=By.WORDS, year=thing.year, theme=thing.theme, passage=whole, rule=(_RULE,),
    )  # fmt: skip
