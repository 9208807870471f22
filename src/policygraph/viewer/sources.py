"""The documents that a page cites, by their titles in both languages."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from policygraph.rdf import documents

if TYPE_CHECKING:
    from collections.abc import Sequence

    from policygraph.statements import Document


def rows(cited: Sequence[Document]) -> list[list[str]]:
    """Return for every document: name, title, publisher, date of issue, place, level, source, and title in English."""
    english = _english(cited)
    return [[d.name, d.title, d.publisher, d.issued, d.area, str(d.level), d.source, english[d.name]] for d in cited]


def _english(cited: Sequence[Document]) -> dict[str, str]:
    """Return the English titles by name; those that several documents share with the date of issue, or else the name."""
    plain = {d.name: documents.in_english(d) for d in cited}
    dated = {d.name: f"{plain[d.name]} ({d.issued})" for d in cited}
    titles, days = Counter(plain.values()), Counter(dated.values())
    return {
        d.name: plain[d.name] if titles[plain[d.name]] == 1
        else dated[d.name] if days[dated[d.name]] == 1
        else f"{plain[d.name]} ({d.name})"
        for d in cited
    }  # fmt: skip
