"""What sort of document it is: it says what a figure is about which the text says no more.

A work report plans for its year and looks back by its headings. A bulletin only reports: every figure of it is an outcome
of the year that its title names, and it is issued in the next.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from policygraph.statements import Document

# A title stands among the first lines; pages put menus and search fields before it.
_OPENING = 400
_LONGEST_TITLE = 60
_BULLETIN = wordclasses.pattern(
    r"<bulletins>|<fields_of_bulletins>[^，。；]{0,8}运行<situations>|经济形势"
    r"|<tasks_of_plans>[^，。；]{0,10}<doings>情况|<completing>情况的?通报|工作通报"
)
_YEAR = wordclasses.pattern(r"(?<!\d)((?:19|20)\d\d)年?")


class Genre(StrEnum):
    """What sort of document it is."""

    REPORT = "report"
    BULLETIN = "bulletin"


@dataclass(frozen=True, slots=True)
class Nature:
    """The genre of a document and the year that it speaks of.

    Attributes:
        genre: the genre.
        year: of a bulletin the year that it reports; else that of issue.
    """

    genre: Genre
    year: int


def of(document: Document) -> Nature:
    """Return the genre of a document, from its title and the lines that may be its title."""
    lines = [document.title, *document.text[:_OPENING].splitlines()]
    for line in (line.strip("#* \u3000") for line in lines):
        if len(line) <= _LONGEST_TITLE and _BULLETIN.search(line):
            year = _YEAR.search(line)
            return Nature(Genre.BULLETIN, int(year[1]) if year else document.year - 1)
    return Nature(Genre.REPORT, document.year)
