"""The facts of a table: each cell with a figure is one, its quote the row as it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policygraph.documents import tags
from policygraph.documents.layout import passage
from policygraph.extraction.grids import columns, figures, naming, times, units
from policygraph.extraction.grids.columns import Role
from policygraph.extraction.language import numerals
from policygraph.ontology import indicators, places, themes, wordclasses
from policygraph.statements import Attribute, Fact, Kind, Level, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygraph.extraction.discourse.frames import Frame
    from policygraph.extraction.grids.columns import Column, Table
    from policygraph.extraction.grids.figures import Figure
    from policygraph.extraction.grids.grid import Cell, Grid, Row
    from policygraph.extraction.grids.naming import Named, Said
    from policygraph.statements import Document

_INVESTMENT = wordclasses.word("investment")
_NATIONWIDE = wordclasses.word("nationwide")
_PROJECT = wordclasses.word("project")

_OWN = wordclasses.members("whole_areas")
# A row that sums up others does not say what it sums up.
_SUM = wordclasses.pattern(r"<sums_of_rows>[:：]?(?:[（(].*[）)])?")
_PROVINCE = wordclasses.members("whole_provinces")


@dataclass
class Found:
    """What has been read of a table.

    Attributes:
        facts: its facts, in order.
        cells: the cells that they were read from.
    """

    facts: list[Fact] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)


class Reader:
    """Reads the figures of a table.

    Args:
        document: the document.
        grid: the table as it stands.
        table: the same with its head.
        issued: the year in which the document is issued; of a bulletin, the year after the one that it reports.
        frame: the frame in which the table stands, or None.
    """

    def __init__(self, document: Document, grid: Grid, table: Table, issued: int, frame: Frame | None) -> None:
        self._document = document
        self._grid = grid
        self._table = table
        over = (*reversed(table.above), *reversed(grid.headings), document.title)
        heads = [column.head for column in table.columns if column.role is Role.FIGURE]
        planned = table.first(Role.ATTRIBUTE) is not None
        self._times = times.setting(issued, frame, over, heads, planned=planned)
        self._caption = next(filter(None, map(units.said, reversed(table.above))), ())
        self._whole = ""
        self._groups: tuple[str, ...] = ()

    def read(self) -> Found:
        """Return the facts of the table, none twice."""
        found = Found()
        seen: set[str] = set()
        for row in self._table.body:
            if row.lead:
                self._groups, self._whole = (row.lead,), ""
                continue
            if row.is_note or any(map(_SUM.fullmatch, self._words(row, Role.NAME, Role.PROJECT))):
                continue
            read = list(self._row(row))
            found.cells += [cell for _, cell in read]
            found.facts += sorted({fact.id: fact for fact, _ in read if fact.id not in seen}.values(), key=_place)
            seen.update(fact.id for fact, _ in read)
        return found

    def when(self) -> times.When:
        """Return the time of the table as a whole, as its caption and the text around it tell it."""
        return times.when(
            [words for words in reversed(self._table.above) if not units.said(words)] or [""], self._times
        )

    def _row(self, row: Row) -> Iterator[tuple[Fact, Cell]]:
        said = self._said(row)
        levels = self._levels(row)
        before = ""
        for column, cell in zip(self._table.columns, row.cells, strict=False):
            if column.role is not Role.FIGURE:
                continue
            own = naming.own(column.head)
            own = "" if self._place(own) else own
            # 执行数, 为预算%, 比上年增长%: a rate beside an amount is not what grows.
            if not (naming.grows(column.head) or (said.name and column.unit and all(u.is_rate for u in column.unit))):
                before = own
            figure = None if columns.says_nothing(cell.text) else figures.parse(cell.text)
            if figure is None:
                continue
            head = naming.Head(column.head, own, column.unit, self._caption, before)
            named = naming.figure(said, head, figure, levels=levels)
            if named is not None:
                yield self._fact(row, column, cell, figure, named), cell

    def _said(self, row: Row) -> Said:
        names = self._words(row, Role.NAME, Role.PROJECT)
        groups = (*self._groups, *self._words(row, Role.GROUP))
        own = self._words(row, Role.UNIT)
        said = naming.head(names, groups, self._whole) if names else naming.Said("", ())
        if said.rule == "grids/row":
            self._whole = said.name
        given = units.several(own[0]) if own else ()
        return naming.Said(said.name, given or said.units, said.rule)

    def _words(self, row: Row, *roles: Role) -> tuple[str, ...]:
        """Return the words of the cells of some columns, each once."""
        cells = zip(self._table.columns, row.words, strict=False)
        return tuple(dict.fromkeys(words for column, words in cells if column.role in roles and words))

    def _levels(self, row: Row) -> bool:
        """Whether a row has a figure for a year beside those of changes."""
        return any(
            column.role is Role.FIGURE and not naming.grows(column.head) and figures.parse(words) is not None
            for column, words in zip(self._table.columns, row.words, strict=False)
        )

    def _area(self, row: Row, column: Column) -> str:
        """Return whose value it is: the place that row or column name, else the document's own."""
        named = next(iter(self._words(row, Role.AREA)), "") or naming.own(column.head)
        own_column = self._table.first(Role.AREA) is not None and named in self._words(row, Role.AREA)
        return self._place(named) or (named if own_column and named not in _OWN else "") or self._document.area

    def _place(self, name: str) -> str:
        """Return the place of a name, or ``""`` where it is that of no place."""
        own = places.get(self._document.area)
        if name in _OWN:
            if name == _NATIONWIDE:
                return places.NATION
            outside = name in _PROVINCE and self._document.level in {Level.CITY, Level.COUNTY}
            return own.within if outside and own and own.within else self._document.area
        place = places.get(name)
        return place.name if place else ""

    def _fact(self, row: Row, column: Column, cell: Cell, figure: Figure, named: Named) -> Fact:
        when = times.when(self._told(row, column), self._times)
        unit = None if figure.unit else named.unit
        sign = -1 if figure.falls and named.falls else 1
        factor = sign * (unit.factor if unit else 1)
        estimate = when.kind is Kind.OUTCOME and (when.estimate or figure.estimate)
        block = row.block
        name = tags.label(named.name)
        return Fact(
            kind=when.kind,
            indicator=name,
            concept="",
            area=self._area(row, column),
            year=when.year,
            comparator=figure.comparator,
            value=numerals.plain(figure.value * factor),
            value_max=None if figure.value_max is None else numerals.plain(figure.value_max * factor),
            unit=figure.unit or (unit.bare if unit else ""),
            written=figures.written(cell.text, unit.written if unit else ""),
            status=Status.ESTIMATE if estimate else Status.NORMAL,
            theme=self._theme(row, name),
            heading=block.heading,
            passage=passage(self._document, block, 0, len(block.text)),
            rule=("grids/figure", when.rule, named.rule),
            attribute=self._attribute(row, when.kind),
        )

    def _told(self, row: Row, column: Column) -> Sequence[str]:
        """Return the words that may tell the time of a figure, the nearest first."""
        captions = [words for words in reversed(self._table.above) if not units.said(words)]
        return (column.head, *self._words(row, Role.YEAR), *captions[:1])

    def _attribute(self, row: Row, kind: Kind) -> Attribute:
        """Return whether a target is expected or binding: an outcome is neither."""
        if kind is Kind.OUTCOME:
            return Attribute.NONE
        return next(map(columns.attribute, self._words(row, Role.ATTRIBUTE)), Attribute.NONE)

    def _theme(self, row: Row, name: str) -> str:
        """Return the theme of the nearest title that has one: of the group, of the figure itself, of the headings."""
        groups = (*self._words(row, Role.GROUP), *reversed(self._groups))
        if theme := next(filter(None, map(themes.find, groups)), None):
            return theme.id
        known = indicators.find(name)
        if known is not None and known.theme:
            return known.theme
        groups = (name, *reversed(self._grid.headings))
        return next((theme.id for theme in map(themes.find, groups) if theme), "")


def _place(fact: Fact) -> tuple[int, int, int, int, str]:
    return fact.place


def projects(table: Table) -> int | None:
    """Return the column of a table that names projects, beside their stage or what is invested in them, or None."""
    at = table.first(Role.PROJECT, Role.NAME)
    told = table.first(Role.STAGE) is not None or any(_INVESTMENT in column.head for column in table.columns)
    named = at is not None and (table.columns[at].role is Role.PROJECT or _PROJECT in table.columns[at].head)
    return at if named and told else None
