"""What all documents together say of each name: how often, with which type, where, and beside which other names."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from policygraph.extraction.language.names import bare
from policygraph.ontology import places

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from policygraph.statements import EntityType, Reading


@dataclass(slots=True)
class Evidence:
    """What documents say of one name, punctuation aside.

    Attributes:
        forms: how often each way of writing the name stands in the documents.
        types: how often each type was read, in the order of the first reading.
        documents: the documents that use the name.
        areas: the places that all these documents lie in: one report of 郑州 leaves 郑州, 河南 and 全国.
        neighbours: the names that stand in the same measure.

    """

    forms: Counter[str] = field(default_factory=Counter)
    types: Counter[EntityType] = field(default_factory=Counter)
    documents: set[str] = field(default_factory=set)
    areas: set[str] = field(default_factory=set)
    neighbours: set[str] = field(default_factory=set)

    @property
    def type(self) -> EntityType:
        """The type most often read; of equals the one read first."""
        return self.types.most_common(1)[0][0]

    @property
    def name(self) -> str:
        """The form most often written; of equals the longer one, which has the quotation marks."""
        return min(self.forms, key=lambda form: (-self.forms[form], -len(form), form))


def gather(readings: Iterable[Reading]) -> Mapping[str, Evidence]:
    """Return the evidence for each bare name, in the order of documents and places."""
    found: dict[str, Evidence] = {}
    for reading in sorted(readings, key=lambda reading: reading.document.name):
        document = reading.document
        place = places.get(document.area)
        areas = {place.name for place in places.chain_of(place)} if place else {document.area}
        measures: dict[tuple[int, int], set[str]] = {}
        for mention in sorted(reading.mentions, key=lambda mention: mention.surface.start):
            key = bare(mention.entity)
            evidence = found.setdefault(key, Evidence())
            evidence.forms[mention.entity] += 1
            evidence.types[mention.type] += 1
            evidence.areas = evidence.areas & areas if evidence.documents else set(areas)
            evidence.documents.add(document.name)
            measures.setdefault((mention.passage.start, mention.passage.end), set()).add(key)
        for keys in measures.values():
            for key in keys:
                found[key].neighbours |= keys - {key}
    return found
