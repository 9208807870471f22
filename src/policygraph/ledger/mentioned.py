"""Whether the later documents of an area name a thing: in full, by what is left of its name without its noun, or in other words.

What is asked after in public has to be looked for first: T1线 is named where a report says S2、T1两条线路.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygraph.ledger import proper
from policygraph.ledger.dates import year_of
from policygraph.ledger.likeness import bigrams
from policygraph.ledger.names import area as short_area
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from policygraph.statements import Corpus, Document

_SENTENCES: Final = re.compile(r"[^。！？；\n]+")
_MARKS: Final = wordclasses.pattern(r"[\s“”‘’《》\"「」、的]|<joins>")
# The share of the bigrams of a name that a sentence has to hold to be one that could speak of the thing.
_HELD: Final = 0.5


@dataclass(frozen=True, slots=True)
class _Text:
    """The words of a document without marks, and its sentences by the bigrams that they hold."""

    words: str
    by_bigram: Mapping[str, Sequence[int]]


class Mentioned:
    """The words of the documents of each area.

    Args:
        corpus: what the documents say.

    """

    def __init__(self, corpus: Corpus) -> None:
        self._documents: defaultdict[str, list[Document]] = defaultdict(list)
        for reading in corpus.readings:
            self._documents[short_area(reading.document.area)].append(reading.document)
        self._texts: dict[str, _Text] = {}

    def after(self, names: Iterable[str], area: str, year: int) -> bool:
        """Whether a document of an area that was issued after a year could name a thing.

        Args:
            names: its names.
            area: the short name of the area.
            year: the year of the last document that is known to name it.

        """
        asked = sorted({name for name in names if name})
        for document in self._documents[area]:
            if year_of(document) > year:
                if document.name not in self._texts:
                    self._texts[document.name] = _indexed(document.text)
                if any(_names(self._texts[document.name], name, area) for name in asked):
                    return True
        return False


def _names(text: _Text, name: str, area: str) -> bool:
    wanted = [form for words in (name, *proper.stems(name, area)) if (form := _MARKS.sub("", words))]
    if any(form in text.words for form in wanted):
        return True
    pairs = bigrams(_MARKS.sub("", proper.plain(name)))
    held: Counter[int] = Counter()
    for pair in pairs:
        held.update(text.by_bigram.get(pair, ()))
    return max(held.values(), default=0) >= _HELD * len(pairs)


def _indexed(text: str) -> _Text:
    by_bigram: defaultdict[str, list[int]] = defaultdict(list)
    for number, found in enumerate(_SENTENCES.finditer(text)):
        for pair in bigrams(_MARKS.sub("", found[0])):
            by_bigram[pair].append(number)
    return _Text(_MARKS.sub("", text), by_bigram)
