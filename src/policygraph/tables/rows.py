"""What documents say and what became of it, as rows of tables; cells are text, numbers or None."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from policygraph import facets
from policygraph.documents import register
from policygraph.ledger import quantities
from policygraph.ledger.table import cells
from policygraph.ontology import themes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policygraph.documents.register import Entry
    from policygraph.ledger.row import Row, Side
    from policygraph.statements import Corpus, EntityType, Fact, Link, Mention, Relation

# What is known of a document that was read.
_METADATA: Final = ("title", "area", "level", "genre", "issued", "publisher", "source", "sha256", "copy_of")

Cell = str | int | float | Decimal | None
Cells = Mapping[str, Cell]


def of(corpus: Corpus, ledger: Iterable[Row], entries: Iterable[Entry] | None = None) -> dict[str, list[Cells]]:
    """Return the rows of facts, mentions, links, relations, ledger and documents, in the order of the corpus and of the ledger.

    Args:
        corpus: what the documents say.
        ledger: what became of it.
        entries: the files that were there; None for the documents of the corpus, and what a graph knows of them.

    """
    known = register.bare(reading.document for reading in corpus.readings) if entries is None else entries
    types = {entity.name: entity.type for entity in corpus.entities}
    facts = {fact.id: fact for fact in corpus.facts}
    return {
        "facts": [fact_cells(fact) for fact in corpus.facts],
        "mentions": [mention_cells(mention, types) for mention in corpus.mentions],
        "links": [_link(link, facts[link.fact], types) for link in corpus.links],
        "relations": [_relation(relation) for relation in corpus.relations],
        "ledger": [_entry(row, facts) for row in ledger],
        "documents": [_document(entry) for entry in known],
    }


def identifier(digest: str) -> str:
    """Return the id of a statement as tables have it: the prefixed name of its IRI, ``""`` for none.

    Of bare hexadecimal digits some are all decimal (0006125675499067) or read as a power of ten (040458e020964821), which
    a spreadsheet takes for a number and rounds. With its prefix none is ever one, and it is found in the graph.

    >>> identifier("0006125675499067")
    'st:0006125675499067'
    """
    return f"st:{digest}" if digest else ""


def fact_cells(fact: Fact) -> Cells:
    """Return a fact as a row of facts."""
    return {
        "document": fact.passage.document,
        "kind": fact.kind,
        "year": fact.year,
        "theme": _theme(fact),
        "area": fact.area,
        "indicator": fact.indicator,
        "comparator": fact.comparator,
        "value": fact.value,
        "value_max": fact.value_max,
        "unit": fact.unit,
        "quote": fact.passage.quote,
        "start": fact.passage.start,
        "end": fact.passage.end,
        "statement": identifier(fact.id),
        "written": fact.written,
        "status": fact.status,
        "concept": fact.concept,
        "heading": fact.heading,
        "theme_id": fact.theme,
        "attribute": fact.attribute,
        "rule": _rules(fact),
        **_facets(fact),
        "page": fact.passage.page,
    }


def _facets(fact: Fact) -> Cells:
    """Return the parts of a fact's indicator; words of one kind are sorted and joined by "; "."""
    parts = facets.of(fact)
    return {
        "subject": parts.subject,
        "action": "; ".join(sorted(parts.actions)),
        "measure": parts.measure,
        "falls": "falls" if parts.falls else "",
        "flow": parts.flow,
        "qualifiers": parts.qualifiers,
        "period": fact.period,
        "dimension": quantities.dimension_of(fact.unit)[0],
    }


def mention_cells(mention: Mention, types: Mapping[str, EntityType]) -> Cells:
    """Return a mention as a row of mentions; ``types`` are those of the entities by name."""
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
        "statement": identifier(mention.id),
        "surface_start": mention.surface.start,
        "surface_end": mention.surface.end,
        "heading": mention.heading,
        "theme_id": mention.theme,
        "rule": _rules(mention),
        "page": mention.passage.page,
    }


def _document(entry: Entry) -> Cells:
    document = entry.document
    said: Cells = dict.fromkeys(_METADATA)
    if document:
        said = {name: getattr(document, name) for name in _METADATA}
    return {
        **said,
        "document": entry.name,
        "format": entry.format,
        "pages": len(document.pages) or None if document else None,
        "inferred": _inferred(document.inferred if document else (), entry.grounds),
        "status": entry.status,
        "why": entry.why,
        "file": entry.file,
    }


def _inferred(fields: Iterable[str], grounds: Mapping[str, str]) -> str:
    """Return fields with the words in which they stand, those of the same words together."""
    together: dict[str, list[str]] = {}
    for name in fields:
        together.setdefault(grounds.get(name, ""), []).append(name)
    return "; ".join(", ".join(names) + (f" ({words})" if words else "") for words, names in together.items())


def _link(link: Link, fact: Fact, types: Mapping[str, EntityType]) -> Cells:
    return {
        "entity": link.entity,
        "type": types.get(link.entity, ""),
        "strength": link.strength,
        "year": fact.year,
        "theme": _theme(fact),
        "statement": identifier(link.fact),
        "document": link.passage.document,
        "quote": link.passage.quote,
        "start": link.passage.start,
        "end": link.passage.end,
        "mention": identifier(link.mention),
        "theme_id": fact.theme,
        "rule": _rules(link),
        "page": link.passage.page,
    }


def _relation(relation: Relation) -> Cells:
    return {
        "document": relation.passage.document,
        "from": relation.source,
        "from_type": relation.source_type,
        "relation": relation.tie,
        "to": relation.target,
        "to_type": relation.target_type,
        "by": relation.by,
        "quote": relation.passage.quote,
        "start": relation.passage.start,
        "end": relation.passage.end,
        "year": relation.year,
        "theme": _labels().get(relation.theme, relation.theme),
        "statement": identifier(relation.id),
        "theme_id": relation.theme,
        "rule": _rules(relation),
    }


def _rules(statement: Fact | Mention | Link | Relation) -> str:
    return "; ".join(statement.rule)


def _theme(statement: Fact | Mention) -> str:
    if not statement.theme:
        return statement.heading
    return _labels().get(statement.theme, statement.theme)


@functools.cache
def _labels() -> dict[str, str]:
    return {theme.id: theme.label for theme in themes.all()}


def _entry(row: Row, facts: Mapping[str, Fact]) -> Cells:
    known = cells(row)
    ids = {name: identifier(str(known[name])) for name in ("a_statement", "b_statement", "id")}
    return {**known, **ids, **_quantity("a", row.a, facts), **_quantity("b", row.b, facts), **_pages(row)}


def _pages(row: Row) -> Cells:
    return {"a_page": row.a.passage.page if row.a else None, "b_page": row.b.passage.page if row.b else None}


def _quantity(letter: str, side: Side | None, facts: Mapping[str, Fact]) -> Cells:
    fact = facts.get(side.statement) if side else None
    if fact is None:
        return dict.fromkeys(f"{letter}_{part}" for part in ("comparator", "value", "value_max", "unit"))
    return {
        f"{letter}_comparator": fact.comparator,
        f"{letter}_value": fact.value,
        f"{letter}_value_max": fact.value_max,
        f"{letter}_unit": fact.unit,
    }
