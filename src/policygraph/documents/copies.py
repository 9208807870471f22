"""Documents of the same text: two sites that put up one report, or a report and its reprint.

Each text is known by a sketch, the smallest digests of its stretches of a dozen characters (A. Z. Broder, "On the
resemblance and containment of documents", 1997). A document is compared with those alone that share a digest with it and are
no copies themselves, so that the work grows with the number of documents and not with its square.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from heapq import nsmallest
from typing import TYPE_CHECKING, Final

from policygraph.statements import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from policygraph.statements import Document

# Characters of a stretch: longer than the phrases that all reports share.
_STRETCH: Final = 12
# Digests of a sketch: the share of common stretches is estimated within about three in a hundred.
_SKETCH: Final = 256
# Two texts that share seven stretches of ten are one with small changes: menus around it, lines left out, misprints.
_ALIKE: Final = 0.7
# Below this many stretches texts of one form may differ in a number alone, so that only equal ones are copies.
_FEWEST: Final = 300
_NO_WORDS: Final = re.compile(r"[\W_]+")
# Knuth's multiplicative hash spreads the digests of stretches that differ in one bit.
_SPREAD: Final = 2654435761
_MASK: Final = 0xFFFFFFFF
# Bytes of a character in UTF-32.
_WIDTH: Final = 4


def of(documents: Iterable[Document]) -> Mapping[str, str]:
    """Return for each document that is a copy the name of that which it is a copy of, whatever the order.

    Of documents of one text that is the first which names its place, then the earliest, then the first by name.
    """
    originals: dict[str, frozenset[int]] = {}
    holders: defaultdict[int, list[str]] = defaultdict(list)
    found: dict[str, str] = {}
    for document in sorted(documents, key=lambda each: (each.area == UNKNOWN, each.issued, each.name)):
        sketch = _sketch(document.text)
        shared = Counter(name for digest in sketch for name in holders[digest])
        # Phrases that all reports share make nobody a candidate.
        close = [name for name, number in shared.items() if number * 2 >= len(sketch)]
        likeness = {name: _likeness(sketch, originals[name]) for name in close}
        best = min(likeness, key=lambda name: (-likeness[name], name), default="")
        if best and likeness[best] >= (_ALIKE if len(sketch) == _SKETCH else 1):
            found[document.name] = best
            continue
        originals[document.name] = sketch
        for digest in sketch:
            holders[digest].append(document.name)
    return found


def _sketch(text: str) -> frozenset[int]:
    """Return the smallest digests of the stretches of a text; of a short one the digest of all of it."""
    plain = _NO_WORDS.sub("", text)
    if len(plain) < _FEWEST + _STRETCH:
        return frozenset(_digests(plain, len(plain)))
    return frozenset(nsmallest(_SKETCH, set(_digests(plain, _STRETCH))))


def _digests(plain: str, length: int) -> Sequence[int]:
    data = memoryview(plain.encode("utf-32-le", errors="surrogatepass"))
    ends = range(length * _WIDTH, len(data) + 1, _WIDTH)
    return [zlib.crc32(data[end - length * _WIDTH : end]) * _SPREAD & _MASK for end in ends] if plain else []


def _likeness(one: frozenset[int], other: frozenset[int]) -> float:
    """Return the share of the stretches of two texts that both have, as their sketches tell it."""
    smallest = nsmallest(_SKETCH, one | other)
    return sum(digest in one and digest in other for digest in smallest) / len(smallest)
