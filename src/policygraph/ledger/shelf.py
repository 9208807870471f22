"""The documents read, so that a silence can be told honestly: nobody was asked, or who was asked does not say."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policygraph.ledger import names
from policygraph.ledger.dates import year_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from policygraph.statements import Document

# Of a long list of documents the newest are named, and how many more there are.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Shelf:
    """The documents read, by whose they are.

    Attributes:
        newest: the year of the newest one, 0 where there is none; the results of a year are told in the next.
        by_area: the documents that speak for an area, by its short name, in order of issue.
        by_publisher: the documents of a publisher, in order of issue.

    """

    newest: int
    by_area: Mapping[str, Sequence[Document]]
    by_publisher: Mapping[str, Sequence[Document]]

    def asked(self, area: str, publisher: str, year: int) -> bool:
        """Whether a document was read that should tell the results of a year: one of the next year, of an area or a publisher."""
        return any(year_of(document) == year + 1 for document in self._own(area, publisher))

    def silence(self, area: str, publisher: str, year: int) -> str:
        """Return who does not tell what became of a target.

        Args:
            area: the short name of the area whose target it is.
            publisher: who set it, or ``""``.
            year: the year that it is for.

        """
        later = sorted((d for d in self._own(area, publisher) if year_of(d) > year), key=_order)
        if not later:
            return f"no later document of {area} read"
        said = ", ".join(f"{document.name} of {year_of(document)}" for document in later[-_NAMED:])
        more = f" and {len(later) - _NAMED} more" if len(later) > _NAMED else ""
        return f"{said}{more} {'does' if len(later) == 1 else 'do'} not say"

    def _own(self, area: str, publisher: str) -> Iterable[Document]:
        """Return the documents that speak for an area, and those of a publisher, each once."""
        own = (*self.by_area.get(area, ()), *self.by_publisher.get(publisher, ()))
        return {document.name: document for document in own}.values()


def of(documents: Iterable[Document]) -> Shelf:
    """Return the shelf of some documents, in whatever order they come."""
    ordered = sorted(documents, key=_order)
    by_area: defaultdict[str, list[Document]] = defaultdict(list)
    by_publisher: defaultdict[str, list[Document]] = defaultdict(list)
    for document in ordered:
        by_area[names.area(document.area)].append(document)
        if document.publisher:
            by_publisher[document.publisher].append(document)
    return Shelf(max(map(year_of, ordered), default=0), by_area, by_publisher)


def _order(document: Document) -> tuple[str, str]:
    return document.issued, document.name
