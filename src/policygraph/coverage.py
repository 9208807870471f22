"""How much of the numbers of documents was understood: said honestly, number by number."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from policygraph.fence import Failure
from policygraph.ontology import own
from policygraph.statements import Fate, Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from policygraph.statements import Reading


@dataclass(frozen=True, slots=True)
class DocumentCoverage:
    """The numbers of one document.

    Attributes:
        document: the document's name.
        fates: how many digit groups became what.
        open: the passages of those that were not understood, in the order of the text.

    """

    document: str
    fates: Mapping[Fate, int]
    open: tuple[Passage, ...]

    @property
    def numerals(self) -> int:
        """Number of digit groups."""
        return sum(self.fates.values())

    @property
    def understood(self) -> int:
        """Number of digit groups that became a fact, or are known to be a name, a date or an ordinal."""
        return self.numerals - self.fates[Fate.OTHER]

    @property
    def share(self) -> float:
        """Share of understood digit groups, 0 to 1; 1 where there is none."""
        return _share(self.understood, self.numerals)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The numbers of a set of documents.

    Attributes:
        documents: those that were read, by name.
        failed: those that could not be read.
        lexicon: digest of the words that were laid over those of the ontology; ``""`` for none.

    """

    documents: tuple[DocumentCoverage, ...]
    failed: tuple[Failure, ...] = ()
    lexicon: str = ""

    @property
    def numerals(self) -> int:
        """Number of digit groups."""
        return sum(each.numerals for each in self.documents)

    @property
    def understood(self) -> int:
        """Number of digit groups that were understood."""
        return sum(each.understood for each in self.documents)

    @property
    def share(self) -> float:
        """Share of understood digit groups, 0 to 1; 1 where there is none."""
        return _share(self.understood, self.numerals)

    def json(self) -> str:
        """Return all figures, every number that was not understood, with its place, and what was not read, as JSON."""
        value = {
            "numerals": self.numerals,
            "understood": self.understood,
            "share": round(self.share, 4),
            "lexicon": self.lexicon,
            "failed": [
                {"document": each.document, "path": each.file, "line": each.line, "reason": each.reason}
                for each in self.failed
            ],
            "documents": [_described(each) for each in self.documents],
        }
        return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def measure(readings: Iterable[Reading], failed: Iterable[Failure] = ()) -> Coverage:
    """Return the coverage of readings made with the lexicon in force, by document, and what could not be read."""
    read = sorted((_document(reading) for reading in readings), key=lambda each: each.document)
    return Coverage(tuple(read), tuple(failed), own.current().digest)


def parse(text: str) -> Coverage:
    """Return the coverage that :meth:`Coverage.json` wrote.

    Raises:
        ValueError: the text is no such JSON.

    """
    try:
        value = json.loads(text)
        failed = tuple(map(_failed, value.get("failed", ())))
        return Coverage(tuple(map(_parsed, value["documents"])), failed, value.get("lexicon", ""))
    except (KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise ValueError(f"no coverage: {error}") from error


def _parsed(described: Mapping[str, Any]) -> DocumentCoverage:
    name = described["document"]
    fates = {fate: int(described["fates"][fate.value]) for fate in Fate}
    return DocumentCoverage(
        name, fates, tuple(Passage(document=name, **place) for place in described["not_understood"])
    )


def _failed(described: Mapping[str, Any]) -> Failure:
    path, line = described["path"], described["line"]
    return Failure(described["document"], path, line, described["reason"], path)


def _document(reading: Reading) -> DocumentCoverage:
    fates = Counter(numeral.fate for numeral in reading.numerals)
    open_ = tuple(numeral.passage for numeral in reading.numerals if numeral.fate is Fate.OTHER)
    return DocumentCoverage(reading.document.name, {fate: fates[fate] for fate in Fate}, open_)


def _described(each: DocumentCoverage) -> dict[str, Any]:
    return {
        "document": each.document,
        "numerals": each.numerals,
        "understood": each.understood,
        "share": round(each.share, 4),
        "fates": {fate.value: number for fate, number in each.fates.items()},
        "not_understood": [_open(passage) for passage in each.open],
    }


def _open(passage: Passage) -> dict[str, str | int]:
    said: dict[str, str | int] = {
        "start": passage.start, "end": passage.end, "quote": passage.quote, "prefix": passage.prefix, "suffix": passage.suffix,
    }  # fmt: skip
    return {**said, "page": passage.page} if passage.page else said


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
