"""The words by which a name is taken apart: facets.tsv and contrasts.tsv of the lexicon."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Final

from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_JOINTS: Final = wordclasses.characters("joins")
# What no name holds, for a table that has no words of a kind.
_NEVER: Final = "(?!)"


# Whoever only asks a graph derives no ledger, and needs no words of the lexicon: it is imported when they are asked for.


def _given(table: str) -> tuple[Mapping[str, str], ...]:
    from policygraph.extraction.language import lexicon

    return lexicon.given(table)


def _actions() -> frozenset[str]:
    from policygraph.extraction.language import lexicon

    return lexicon.words("actions")


def _any_of(words: Iterable[str]) -> str:
    from policygraph.extraction.language import lexicon

    return lexicon.any_of(words)


@functools.cache
def of_kind(kind: str) -> frozenset[str]:
    """Return the words of a kind: lead, new, begin, finish, run, end, light, total, part."""
    return frozenset(row["word"] for row in _given("facets") if row["kind"] == kind)


@functools.cache
def pattern(*kinds: str) -> re.Pattern[str]:
    """Return a pattern of the words of some kinds, the longest first."""
    words = frozenset[str]().union(*map(of_kind, kinds))
    return re.compile(_any_of(words) if words else _NEVER)


def _verbs() -> frozenset[str]:
    """Return the verbs of measures, without those that more often are part of a name: 生产安全事故."""
    return _actions() - of_kind("noun")


@functools.cache
def verbs_in_front() -> re.Pattern[str]:
    """Return a pattern of what stands before a subject: time, adverb and verb."""
    words = of_kind("lead") | of_kind("new") | of_kind("begin") | of_kind("finish") | of_kind("run") | _verbs()
    return re.compile(_any_of(words) + f"[、{_JOINTS}]?")


@functools.cache
def anywhere() -> re.Pattern[str]:
    """Return a pattern of the verbs by which something is done, wherever they stand."""
    kinds = of_kind("new") | of_kind("begin") | of_kind("finish") | of_kind("run") | of_kind("once")
    return re.compile(_any_of((kinds | _verbs()) - of_kind("strength")))


@functools.cache
def doing() -> re.Pattern[str]:
    """Return a pattern of a verb that begins or ends a name."""
    lead = _any_of(of_kind("lead"))
    front = of_kind("new") | of_kind("begin") | of_kind("finish") | of_kind("run") | _verbs()
    behind = of_kind("begin") | of_kind("end") | of_kind("new")
    return re.compile(f"^{lead}?{_any_of(front)}|{_any_of(behind)}$")


@functools.cache
def verbs_behind() -> re.Pattern[str]:
    """Return a pattern of what stands behind a subject and only says that it is done."""
    words = of_kind("begin") | of_kind("finish") | of_kind("end") | of_kind("run") | of_kind("new")
    return re.compile(f"(?:{_any_of(words)})$")


@functools.cache
def same() -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Return a pattern of the words that have a standard form, and that form by word."""
    forms = {row["word"]: row["as"] for row in _given("facets") if row["kind"] == "same"}
    return re.compile(_any_of({*forms, *forms.values()})), forms


@functools.cache
def contrasts() -> tuple[re.Pattern[str], Mapping[str, frozenset[str]]]:
    """Return a pattern of the words of all contrast sets, the longest first, and the sets of each word."""
    sets: dict[str, set[str]] = {}
    for row in _given("contrasts"):
        sets.setdefault(row["word"], set()).add(row["set"])
    return re.compile(_any_of(sets)), {word: frozenset(found) for word, found in sets.items()}
