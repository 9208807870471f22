"""Who answers for a thing in a work plan: 责任单位：市发展改革委、市科技局 behind or below what is to be done."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from policygraph.extraction.language import lexicon
from policygraph.extraction.relations.ends import End
from policygraph.ontology import wordclasses
from policygraph.statements import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator

# What the name of a body ends with; a phrase that ends otherwise is none (各区县, 下同).
_BODY = wordclasses.pattern(r"[\u4e00-\u9fff]{2,18}<endings_of_bodies>")
_PARTS = wordclasses.pattern(r"[、，；,;<and_characters>]|<and_also>")
_LEADING = wordclasses.pattern(r"^(?:由|各)")


def bodies(text: str) -> Iterator[tuple[int, int, End]]:
    """Yield the bodies that a text names behind 责任单位 or another such head, with their places."""
    for head in _heads().finditer(text):
        start = head.end()
        for part in _PARTS.split(_until(text[start:])):
            at = text.find(part, start)
            if _BODY.fullmatch(part) and not _LEADING.match(part):
                yield at, at + len(part), End(part, EntityType.ORGANIZATION)
            start = at + len(part)


def _until(text: str) -> str:
    """Return a text as far as the list of bodies goes: up to a bracket, a full stop, or the next head."""
    stop = re.search(r"[。）)］】\n]", text)
    following = _heads().search(text)
    ends = [match.start() for match in (stop, following) if match]
    return text[: min(ends)] if ends else text


@cache
def _heads() -> re.Pattern[str]:
    return wordclasses.pattern(rf"{lexicon.any_of(lexicon.words('relation_duties'))}[：:]")
