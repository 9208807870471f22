"""Of which years a document of a genre speaks where its words say no more.

A work report plans for its year and tells of the year before. A bulletin tells of the year that its title names, and is
issued in the next; a notice tells how far the tasks of its year are; a five-year plan sets what is to be reached at its end.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from policygraph.ontology import wordclasses
from policygraph.statements import Genre

if TYPE_CHECKING:
    from policygraph.statements import Document

__all__ = ["Genre", "Nature", "of"]

_YEAR = wordclasses.pattern(r"(?<!\d)((?:19|20)\d\d)年?")
_SPAN_END = wordclasses.pattern(r"(?:19|20)\d\d\s*年?\s*[—–~～至-]{1,2}\s*((?:19|20)\d\d)")
_PLAN = wordclasses.pattern(
    r"第(十?<list_numbers>)<five_year_counter>|(?<!<list_numbers>)(十?<list_numbers>)五[”\"]?[^，。]{0,20}<plans_and_outlines>"
)
_ORDINALS = {word: number for number, word in enumerate(wordclasses.of("list_numbers"), 1)}
# The first plan ended in 1957, the second in 1962; since the third, which ended in 1970, each has five years.
_BEFORE_FIRST = 1955
_YEARS = 5
# Pages put menus and search fields before the title.
_OPENING = 400
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Nature:
    """The genre of a document and the years that it speaks of.

    Attributes:
        genre: the genre.
        year: that for which a bare target is: of a plan its last, of a bulletin and a notice the year that it reports.
        told: that of a bare result: the year before a work report, that of a bulletin and a notice, that of news.
    """

    genre: Genre
    year: int
    told: int


def of(document: Document) -> Nature:
    """Return the genre of a document with its years, which the title names."""
    if document.genre in (Genre.BULLETIN, Genre.NOTICE):
        year = _named_year(document) or document.year - 1
        return Nature(document.genre, year, year)
    if document.genre is Genre.PLAN:
        end = _plan_end(document.title) or document.year + _YEARS - 1
        return Nature(document.genre, end, document.year - 1)
    # What is told in January is of the year before.
    late = document.genre is Genre.NEWS and document.issued[5:7] > "02"
    return Nature(document.genre, document.year, document.year if late else document.year - 1)


def _named_year(document: Document) -> int:
    """Return the year that the title names, or another of the first lines that may be the title; 0 for none."""
    lines = [document.title, *document.text[:_OPENING].splitlines()]
    found = (_YEAR.search(line) for line in lines if len(line) <= _LONGEST_TITLE)
    return next((int(year[1]) for year in found if year and int(year[1]) <= document.year), 0)


def _plan_end(title: str) -> int:
    if span := _SPAN_END.search(title):
        return int(span[1])
    plan = _PLAN.search(title)
    return _BEFORE_FIRST + _YEARS * sum(_ORDINALS[word] for word in plan[1] or plan[2]) if plan else 0
