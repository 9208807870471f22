"""Pairs of indicators that somebody says to be the same, or different: pairs.tsv of the lexicon in force."""

from __future__ import annotations

import functools
from collections import defaultdict
from typing import TYPE_CHECKING

from policygraph.ontology import indicators, own

if TYPE_CHECKING:
    from collections.abc import Mapping


def form(indicator: str, where: str = "") -> str:
    """Return the form in which names are compared: as the ontology compares them, without the area in front."""
    return indicators.key(indicator).removeprefix(where)


@functools.cache
def same() -> tuple[tuple[str, ...], ...]:
    """Return the groups of names that are the same, sorted: what is the same as one of a group belongs to it."""
    groups: list[set[str]] = []
    for one, other in sorted(_said("same")):
        touched = [group for group in groups if one in group or other in group]
        groups = [group for group in groups if group not in touched]
        groups.append({one, other}.union(*touched))
    return tuple(sorted(tuple(sorted(group)) for group in groups))


def different(form: str) -> tuple[str, ...]:
    """Return the names, sorted, with which a name is never one."""
    return _apart().get(form, ())


@functools.cache
def _apart() -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for one, other in _said("different"):
        found[one].add(other)
        found[other].add(one)
    return {name: tuple(sorted(others)) for name, others in found.items()}


def _said(relation: str) -> set[tuple[str, str]]:
    """Return the pairs of a relation; of two rows on one pair the later is heard."""
    last = {tuple(sorted((form(row["one"]), form(row["other"])))): row["relation"] for row in own.rows("pairs")}
    return {(one, other) for (one, other), said in last.items() if said == relation}
