"""Misprints that another document resolves: 弘坊 for 正弘坊, 超超超超激光平台 for …超短超强激光平台.

A name is taken for a misprint only where it is nearly the same as another name of its type in another document, and both
stand beside a common neighbour, or its own letters give it away.
"""

from __future__ import annotations

import re
import string
from collections import defaultdict
from typing import TYPE_CHECKING

from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from policygraph.resolution.evidence import Evidence

# One character three times running is no Chinese word: 超超超超激光平台.
_STUTTER = re.compile(r"(.)\1{2,}")
# A stuttering name must still share this much of its end with the right one.
_COMMON_END = 4
# Characters that tell two things of one sort apart are no misprints: S1线 and S2线, 一期 and 二期, 东 and 西.
_TELLING = frozenset(string.digits + string.ascii_uppercase) | wordclasses.members("characters_that_tell_apart")
# A bigram that more names than this share does not tell whom a name is like.
_COMMON = 40


def misprints(found: Mapping[str, Evidence]) -> Iterator[tuple[str, str]]:
    """Yield pairs of a misprinted name and the right one."""
    yield from _stuttering(found)
    yield from _one_character(found)


def _stuttering(found: Mapping[str, Evidence]) -> Iterator[tuple[str, str]]:
    by_end: defaultdict[str, list[str]] = defaultdict(list)
    for name in found:
        by_end[name[-_COMMON_END:]].append(name)
    for name, evidence in found.items():
        stutter = _STUTTER.search(name)
        if stutter is None:
            continue
        likely = [
            other
            for other in by_end[name[-_COMMON_END:]]
            if not _STUTTER.search(other) and found[other].type is evidence.type and stutter[1] in other
        ]
        if len(likely) == 1:
            yield name, likely[0]


def _one_character(found: Mapping[str, Evidence]) -> Iterator[tuple[str, str]]:
    """Yield names that lack one character of a name beside whose neighbours they stand."""
    by_bigram: defaultdict[str, list[str]] = defaultdict(list)
    for name in found:
        for at in range(len(name) - 1):
            by_bigram[name[at : at + 2]].append(name)
    for name, evidence in found.items():
        rare = (by_bigram[name[at : at + 2]] for at in range(len(name) - 1))
        near = {other for names in rare if len(names) <= _COMMON for other in names if len(other) == len(name) + 1}
        likely = sorted(other for other in near if _lacks_one(name, other) and _same_company(evidence, found[other]))
        if len(likely) == 1:
            yield name, likely[0]


def _lacks_one(short: str, long: str) -> bool:
    """Whether ``short`` is ``long`` without one character that tells nothing apart."""
    at = next((i for i, char in enumerate(short) if char != long[i]), len(short))
    return short[at:] == long[at + 1 :] and long[at] not in _TELLING


def _same_company(one: Evidence, other: Evidence) -> bool:
    return one.type is other.type and not one.documents & other.documents and bool(one.neighbours & other.neighbours)
