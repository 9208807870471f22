"""The table of contents: from documents to a graph, a viewer page and tables."""

from __future__ import annotations

import os
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policygraph import coverage as coverage_
from policygraph import files, folders, page, rdf, resources, summary, tables, workers
from policygraph.documents import gather, licences, register
from policygraph.errors import InputError
from policygraph.extraction import Names
from policygraph.fence import Failure, ordered, unreadable
from policygraph.ledger import derive, panel
from policygraph.networks import of_corpus
from policygraph.ontology import indicators, own, places
from policygraph.resolution import resolve
from policygraph.store import kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from policygraph.coverage import Coverage
    from policygraph.documents.collection import Collected
    from policygraph.statements import Corpus, Reading
    from policygraph.summary import Summary

    # Step, how much of it is done, and of how much.
    Progress = Callable[[str, int, int], None]


# Folders of one's own words, parted as those of PATH are.
_LEXICON: Final = "POLICYGRAPH_LEXICON"


def build(
    inputs: Path | str | Iterable[Path | str] = (), output: Path | str = "policygraph-out", *, names: bool = True,
    encoding: str | None = None, overrides: Mapping[str, str | None] | None = None, jobs: int = 1,
    progress: Progress | None = None, strict: bool = False, licence: str = "",
    lexicon: Path | str | Iterable[Path | str] | None = None, tolerance: float = 5,
) -> Summary:  # fmt: skip
    """Read documents and write the graph, the viewer page, the tables, the coverage and the texts: all or nothing.

    The same documents give the same bytes, whatever their order and the number of processes. A document that cannot be
    read does not stop the others: the summary and the coverage name it.

    Args:
        inputs: files and folders; none for the embedded sources.
        output: the folder to write: new, empty, or an earlier build, which is replaced.
        names: whether the list of known names gives labels and joins aliases; without it, the rules alone speak.
        encoding: the encoding of all inputs; None for UTF-8.
        overrides: title, publisher, issued, area, level, genre, source or license, where there is one document.
        jobs: processes that read documents; 0 for one below eight documents, else one per processor. With more than
            one, a program's own start must stand under ``if __name__ == "__main__":``.
        progress: is told each step, how much of it is done, and of how much.
        strict: stop at the first document that cannot be read.
        licence: the address or the SPDX identifier of the licence under which the graph of these documents may be used;
            ``""`` for none. The graph of the embedded sources has its own.
        lexicon: folders of your own words (docs/lexicon.md), a later one laid over those before; None for those that the
            environment names in ``POLICYGRAPH_LEXICON``. The embedded sources bring theirs, below all others.
        tolerance: how far 左右 and 同步 reach, in percent of the value.

    Raises:
        InputError: not a single document can be read, with ``strict`` one of them; or the licence is none.
        LexiconError: a folder of words is wrong; it is an InputError.
        OutputError: the folder holds something else than an earlier build, or cannot be written.

    """
    tell = progress or _silent
    folder = Path(output)
    given = _listed(inputs)
    address = _address(licence, given)
    with _words(lexicon, given), folders.staged(folder) as stage:
        collected = gather(given or _embedded(), encoding=encoding, overrides=overrides, strict=strict)
        known = Names(enabled=names)
        readings, failed = _read(collected, known, jobs, tell, strict=strict)
        corpus = resolve(readings, known)
        tell("making the graph", 0, 1)
        ledger = derive(corpus, Fraction(str(tolerance)) / 100)
        about = rdf.about([reading.document for reading in readings], address) if given else rdf.PUBLISHED
        measured = coverage_.measure(readings, failed)
        graph = rdf.write(rdf.parts(corpus, ledger, about), stage)
        kept.beside(graph.path, tell)
        entries = register.of(collected, [reading.document for reading in corpus.readings], failed)
        tables.write_tables(corpus, ledger, stage / "tables", about.licence, entries)
        files.write(stage / "coverage.json", measured.json())
        documents = [reading.document for reading in readings]
        for document in documents:
            files.write(stage / "texts" / f"{document.name}.txt", document.text)
        tell("making the page", 0, 1)
        shown = page.html(of_corpus(corpus), documents, ledger=ledger, panel=panel.cells(corpus, ledger))
        files.write(stage / "index.html", shown)
    return summary.summarise(
        corpus, triples=graph.quads, coverage=measured, folder=folder, graph=graph.path.name, entries=entries
    )


def publish(path: Path) -> None:
    """Write the graph of the embedded sources to a file: how ``graph/zhengzhou.nq`` is made.

    Raises:
        OutputError: the file cannot be written.

    """
    with _words((), []):
        files.write(path, rdf.serialise(rdf.quads(corpus(lexicon=()), about=rdf.PUBLISHED)))


def corpus(
    inputs: Path | str | Iterable[Path | str] = (), *, lexicon: Path | str | Iterable[Path | str] | None = None
) -> Corpus:
    """Return what documents say; without inputs, the embedded sources.

    Args:
        inputs: files and folders; none for the embedded sources.
        lexicon: folders of your own words, as of :func:`build`.

    Raises:
        InputError: a document or a folder of words cannot be read.

    """
    given = _listed(inputs)
    with _words(lexicon, given):
        names = Names()
        readings, _ = _read(gather(given or _embedded(), strict=True), names, 1, _silent, strict=True)
        return resolve(readings, names)


def coverage(
    inputs: Path | str | Iterable[Path | str] = (), *, names: bool = True, encoding: str | None = None,
    progress: Progress | None = None, lexicon: Path | str | Iterable[Path | str] | None = None,
) -> Coverage:  # fmt: skip
    """Return how much of the numbers of documents is understood; arguments and errors as of :func:`build`."""
    given = _listed(inputs)
    with _words(lexicon, given):
        collected = gather(given or _embedded(), encoding=encoding)
        return coverage_.measure(*_read(collected, Names(enabled=names), 0, progress or _silent))


def _listed(inputs: Path | str | Iterable[Path | str]) -> list[Path | str]:
    return [inputs] if isinstance(inputs, str | Path) else list(inputs)


def _embedded() -> list[Path | str]:
    return [resources.graph() / "sources"]


@contextmanager
def _words(folders: Path | str | Iterable[Path | str] | None, given: list[Path | str]) -> Iterator[None]:
    """Bring the words of folders, or of those that the environment names, into force over those of the embedded sources."""
    if folders is None:
        folders = list(filter(None, os.environ.get(_LEXICON, "").split(os.pathsep)))
    ours = [] if given else [resources.graph() / "lexicon"]
    with own.using(own.read([*ours, *_listed(folders)])):
        # What is wrong with them is told before a document is read.
        places.all()
        indicators.all()
        yield


def _address(licence: str, given: list[Path | str]) -> str:
    if licence and not given:
        raise InputError(
            "a licence can be given for your own documents, and the embedded sources have theirs; name an input"
        )
    try:
        return licences.address(licence)
    except ValueError as error:
        raise InputError(f"--license: {error}") from error


def _read(
    collected: Collected, names: Names, jobs: int, tell: Progress, *, strict: bool = False
) -> tuple[tuple[Reading, ...], tuple[Failure, ...]]:
    """Return the readings of documents, and those that cannot be read."""
    readings: list[Reading] = []
    failed = list(collected.failed)
    total = len(collected.documents)
    tell("reading documents", 0, total)
    for done, read in enumerate(workers.read(collected.documents, names, jobs), 1):
        if isinstance(read, Failure):
            failed.append(collected.placed(read))
            if strict:
                raise failed[-1].error
        else:
            readings.append(read)
        tell("reading documents", done, total)
    if not readings:
        raise unreadable(failed)
    return tuple(readings), ordered(failed)


def _silent(step: str, done: int, total: int) -> None:
    """Tell nobody."""
