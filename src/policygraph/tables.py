"""Facts, mentions and links as tables: CSV files whose first columns never change, since people join on them."""

from __future__ import annotations

import csv
import functools
import io
from typing import TYPE_CHECKING, Final

from policygraph import files
from policygraph.ontology import themes
from policygraph.rdf.literals import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from decimal import Decimal
    from pathlib import Path

    from policygraph.statements import Corpus, EntityType, Fact, Link, Mention

Cell = str | int

# The columns up to ``end`` (of links: up to ``quote``) are those that DESIGN.md promises, in its order.
FACTS: Final = (
    "document", "kind", "year", "theme", "area", "indicator", "comparator", "value", "value_max", "unit", "quote",
    "start", "end", "statement", "written", "status", "concept", "heading", "theme_id",
)  # fmt: skip
MENTIONS: Final = (
    "document", "entity", "type", "surface", "year", "mode", "stage", "theme", "quote", "start", "end", "statement",
    "surface_start", "surface_end", "heading", "theme_id",
)  # fmt: skip
LINKS: Final = (
    "entity", "type", "strength", "year", "theme", "statement", "document", "quote", "start", "end", "mention",
    "theme_id",
)  # fmt: skip


def write_tables(corpus: Corpus, folder: Path) -> None:
    r"""Write facts.csv, mentions.csv and links.csv into a folder, each whole or not at all.

    UTF-8 without byte order mark, a header row, ``\n`` at line ends, rows in the order of the corpus; an empty cell
    means that there is none.

    Raises:
        OutputError: the folder cannot be written.

    """
    types = {entity.name: entity.type for entity in corpus.entities}
    facts = {fact.id: fact for fact in corpus.facts}
    files.write(folder / "facts.csv", _table(FACTS, map(_fact, corpus.facts)))
    files.write(folder / "mentions.csv", _table(MENTIONS, (_mention(mention, types) for mention in corpus.mentions)))
    files.write(folder / "links.csv", _table(LINKS, (_link(link, facts[link.fact], types) for link in corpus.links)))


def _table(columns: tuple[str, ...], rows: Iterable[Mapping[str, Cell]]) -> str:
    # Cells that begin with = + - @ are left as they are, although a spreadsheet may take them for formulas: they are
    # comparators and quotes, and a program that joins or scores these tables must find exactly what the document says.
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _fact(fact: Fact) -> dict[str, Cell]:
    return {
        "document": fact.passage.document,
        "kind": fact.kind,
        "year": fact.year,
        "theme": _theme(fact),
        "area": fact.area,
        "indicator": fact.indicator,
        "comparator": fact.comparator,
        "value": plain(fact.value),
        "value_max": _number(fact.value_max),
        "unit": fact.unit,
        "quote": fact.passage.quote,
        "start": fact.passage.start,
        "end": fact.passage.end,
        "statement": fact.id,
        "written": fact.written,
        "status": fact.status,
        "concept": fact.concept,
        "heading": fact.heading,
        "theme_id": fact.theme,
    }


def _mention(mention: Mention, types: Mapping[str, EntityType]) -> dict[str, Cell]:
    return {
        "document": mention.passage.document,
        "entity": mention.entity,
        # The type of the entity in all documents: one name has one type in the tables.
        "type": types.get(mention.entity, mention.type),
        "surface": mention.surface.quote,
        "year": mention.year,
        "mode": mention.mode,
        "stage": mention.stage or "",
        "theme": _theme(mention),
        "quote": mention.passage.quote,
        "start": mention.passage.start,
        "end": mention.passage.end,
        "statement": mention.id,
        "surface_start": mention.surface.start,
        "surface_end": mention.surface.end,
        "heading": mention.heading,
        "theme_id": mention.theme,
    }


def _link(link: Link, fact: Fact, types: Mapping[str, EntityType]) -> dict[str, Cell]:
    return {
        "entity": link.entity,
        "type": types.get(link.entity, ""),
        "strength": link.strength,
        "year": fact.year,
        "theme": _theme(fact),
        "statement": link.fact,
        "document": link.passage.document,
        "quote": link.passage.quote,
        "start": link.passage.start,
        "end": link.passage.end,
        "mention": link.mention,
        "theme_id": fact.theme,
    }


def _theme(statement: Fact | Mention) -> str:
    if not statement.theme:
        return statement.heading
    return _labels().get(statement.theme, statement.theme)


@functools.cache
def _labels() -> dict[str, str]:
    return {theme.id: theme.label for theme in themes.all()}


def _number(number: Decimal | None) -> str:
    return "" if number is None else plain(number)
