"""The words around quotes, each kept once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from policygraph.statements import Document

# Code points shown on each side of a quote.
AROUND: Final = 60
Span = tuple[int, int]


class Evidence:
    """The documents that a page cites, and as much of their words as it shows.

    Args:
        documents: the documents.
        texts: text by document name; by default those that the documents hold.

    """

    def __init__(self, documents: Sequence[Document], texts: Mapping[str, str] | None = None) -> None:
        self.documents = tuple(sorted(documents, key=lambda document: document.name))
        self._texts = {d.name: d.text for d in documents if d.text} if texts is None else dict(texts)

    def holds(self, document: str, start: int, end: int, quote: str) -> bool:
        """Tell whether the text of a document has the quote where it should be."""
        return bool(quote) and self._texts.get(document, "")[start:end] == quote

    def excerpts(self, spans: Mapping[str, Iterable[Span]]) -> dict[str, list[tuple[int, str]]]:
        """Return the stretches of each document that hold all its spans and the words around them.

        Args:
            spans: start and end of quotes by document name.

        Returns:
            By document name: first code point and text of every stretch, in order, none overlapping.

        """
        found = {}
        for name in sorted(spans):
            text = self._texts.get(name, "")
            windows = sorted((max(0, start - AROUND), min(len(text), end + AROUND)) for start, end in spans[name])
            found[name] = [(start, text[start:end]) for start, end in _joined(windows)]
        return found


def _joined(windows: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in windows:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
