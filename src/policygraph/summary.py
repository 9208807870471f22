"""What a build found, in figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policygraph import ledger
from policygraph.statements import EntityType, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from policygraph.coverage import Coverage
    from policygraph.documents.register import Entry
    from policygraph.fence import Failure
    from policygraph.statements import Corpus, Document


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build found and where it was written.

    Attributes:
        documents: the documents, by name.
        failed: the documents that could not be read, and are not in the graph.
        entities: number of entities by type.
        targets: number of targets by year, the first year first; one that two documents set is one.
        outcomes: number of outcomes by year, the first year first; one that two documents tell is one.
        mentions: number of mentions of entities.
        links: number of links between entities and facts.
        triples: number of quads of the graph.
        coverage: what became of the numbers in the documents.
        entries: every file that was there, and what was done with it.
        page: the viewer page.
        graph: the graph as N-Quads, packed with gzip where it is large.
        tables: the folder of the tables.

    """

    documents: tuple[Document, ...]
    failed: tuple[Failure, ...]
    entities: Mapping[EntityType, int]
    targets: Mapping[int, int]
    outcomes: Mapping[int, int]
    mentions: int
    links: int
    triples: int
    coverage: Coverage
    entries: tuple[Entry, ...]
    page: Path
    graph: Path
    tables: Path

    @property
    def years(self) -> tuple[int, ...]:
        """The years of targets and outcomes, the first first."""
        return tuple(sorted({*self.targets, *self.outcomes}))


def summarise(
    corpus: Corpus, *, triples: int, coverage: Coverage, folder: Path, graph: str, entries: tuple[Entry, ...]
) -> Summary:
    """Return the figures of a corpus that was written to ``folder``, with its graph in the file of that name."""
    counted = ledger.by_year(corpus)
    types = Counter(entity.type for entity in corpus.entities)
    return Summary(
        documents=tuple(reading.document for reading in corpus.readings),
        failed=coverage.failed,
        entities={type_: types[type_] for type_ in EntityType},
        targets=counted[Kind.TARGET],
        outcomes=counted[Kind.OUTCOME],
        mentions=len(corpus.mentions),
        links=len(corpus.links),
        triples=triples,
        coverage=coverage,
        entries=entries,
        page=folder / "index.html",
        graph=folder / graph,
        tables=folder / "tables",
    )
