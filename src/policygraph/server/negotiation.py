"""What a client wants: media types by Accept, the language by Accept-Language (RFC 9110, 12.5)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

# Media types with the formats that they stand for, best first; one media type may stand for several formats.
Offer = tuple[tuple[str, str], ...]

LANGUAGES: Final = ("zh", "en")

_RANGE: Final = re.compile(r"\s*([\w!#$&^.+*-]+(?:/[\w!#$&^.+*-]+)?)\s*(?:;(.*))?", re.DOTALL)
_QUALITY: Final = re.compile(r"\s*[qQ]\s*=\s*([01](?:\.\d{0,3})?)\s*")


def acceptable(accept: str, offered: Offer) -> list[str]:
    """Return the offered formats that a client accepts: best first, among equals as offered.

    Args:
        accept: the header ``Accept``; ``""`` accepts everything.
        offered: the formats that there are.

    >>> acceptable("text/turtle;q=0.9, text/html", (("text/html", "html"), ("text/turtle", "ttl")))
    ['html', 'ttl']
    """
    ranges = dict(_ranges(accept)) or {"*/*": 1.0}
    judged = [(_quality(media, ranges), form) for media, form in offered]
    kept = sorted((pair for pair in judged if pair[0] > 0), key=lambda pair: -pair[0])
    return list(dict.fromkeys(form for _, form in kept))


def language(asked: str, accept_language: str) -> str:
    """Return the language of a page, ``zh`` or ``en``.

    Args:
        asked: the parameter ``lang`` of the address; it goes before the header.
        accept_language: the header ``Accept-Language``.

    >>> language("", "fr, en-GB;q=0.8, zh;q=0.5")
    'en'
    """
    if asked in LANGUAGES:
        return asked
    ranges = sorted(_ranges(accept_language), key=lambda pair: -pair[1])
    spoken = [tag.partition("-")[0] for tag, quality in ranges if quality > 0]
    return next((tag for tag in spoken if tag in LANGUAGES), LANGUAGES[0])


def _quality(media: str, ranges: Mapping[str, float]) -> float:
    """Return how much a media type is wanted: the most specific range decides."""
    for key in (media, f"{media.partition('/')[0]}/*", "*/*"):
        if key in ranges:
            return ranges[key]
    return 0.0


def _ranges(header: str) -> Iterator[tuple[str, float]]:
    """Yield the ranges of a header with their quality; what is no range is passed over."""
    for part in header.split(","):
        match = _RANGE.fullmatch(part)
        if match:
            yield match[1].lower(), _weight(match[2] or "")


def _weight(parameters: str) -> float:
    found: Sequence[str] = [m[1] for m in map(_QUALITY.fullmatch, parameters.split(";")) if m]
    return min(float(found[0]), 1.0) if found else 1.0
