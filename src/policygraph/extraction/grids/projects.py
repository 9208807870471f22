"""The projects of a list of projects: one a row, with the stage that a column says (新建, 续建, 竣工)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygraph.documents import tags
from policygraph.documents.layout import passage
from policygraph.extraction.entities import localnames, types
from policygraph.extraction.grids.columns import Role
from policygraph.extraction.grids.facts import projects
from policygraph.extraction.language.lexicon import mapping
from policygraph.ontology import themes, wordclasses
from policygraph.statements import EntityType, Mention, Mode, Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.extraction.grids.columns import Table
    from policygraph.extraction.grids.grid import Cell, Row
    from policygraph.extraction.grids.times import When
    from policygraph.extraction.language.names import Names
    from policygraph.statements import Document

_NUMBER: Final = wordclasses.pattern(r"^(?:[（(]\d{1,3}[）)]|\d{1,3}[.．、。])(?=\D)")
# A row that sums up others names no project.
_SUMS: Final = wordclasses.pattern(r"<sums_of_rows>|.*[（(]\d+[<counters_of_projects>][）)].*|<list_numbers>+、.*")
_HAN: Final = wordclasses.pattern(r"[一-鿿]{2}")


def find(document: Document, table: Table, when: When, names: Names) -> Iterator[Mention]:
    """Yield a mention of each project that a table lists.

    Args:
        document: the document.
        table: the table.
        when: the time of the table.
        names: the list of known names.
    """
    at = projects(table)
    if at is None:
        return
    for row in table.body:
        if row.lead or at >= len(row.cells) or _SUMS.fullmatch(row.words[at]) or not _HAN.search(row.words[at]):
            continue
        yield _mention(document, table, row, row.cells[at], when, names)


def _mention(document: Document, table: Table, row: Row, cell: Cell, when: When, names: Names) -> Mention:
    number = _NUMBER.match(cell.text)
    start = cell.start + (number.end() if number else 0)
    words = cell.block.text[start : cell.end]
    known = names.get(words)
    kind = types.term(words) or EntityType.PROJECT
    stage = _stage(table, row)
    block = row.block
    over = (*([row.block.headings[-1]] if block.headings else []), words)
    theme = next((theme.id for theme in map(themes.find, over) if theme), "")
    return Mention(
        entity=known.name if known else tags.label(localnames.full(words, document)),
        type=known.type if known else kind if kind in {EntityType.PROJECT, EntityType.PLATFORM} else EntityType.PROJECT,
        surface=passage(document, block, start, cell.end),
        year=when.year,
        mode=Mode(when.kind.value) if stage else Mode.NONE,
        stage=stage,
        theme=theme,
        heading=block.heading,
        passage=passage(document, block, 0, len(block.text)),
        rule=("grids/project",),
    )


def _stage(table: Table, row: Row) -> Stage | None:
    at = table.first(Role.STAGE)
    words = row.words[at] if at is not None and at < len(row.words) else ""
    stages = mapping("stages")
    said = next((word for word in sorted(stages, key=lambda word: (-len(word), word)) if word in words), "")
    return Stage(stages[said]) if said else None
