"""Whether a graph has what it is asked for: an unknown name is answered with the nearest ones, not with no rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from policygraph.errors import QueryError, UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from policygraph.store import Store

_PREFIXES: Final = """
PREFIX pg: <https://w3id.org/policygraph/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX time: <http://www.w3.org/2006/time#>
"""
_AREAS: Final = "SELECT DISTINCT ?name { ?area a pg:Area ; rdfs:label ?name }"
_YEARS: Final = "SELECT DISTINCT ?name { ?year a pg:Year ; time:year ?name }"
_ENTITIES: Final = "SELECT DISTINCT ?name { ?mention pg:entity ?entity . ?entity rdfs:label|skos:altLabel ?name }"
_INDICATORS: Final = (
    "SELECT DISTINCT ?name { ?entry a pg:LedgerEntry ; pg:indicator ?concept . "
    "?concept skos:prefLabel|skos:altLabel ?name }"
)


def checked(store: Store, params: Mapping[str, str]) -> dict[str, str]:
    """Return the parameters of a question of the ledger as the graph writes them; ``""`` asks for all.

    Raises:
        UnknownNameError: the graph has no such area, indicator or entity, or there is no such theme.
        QueryError: there is no such year, verdict, level or sort of conflict; the message lists what there is.

    """
    return {name: _CHECKS[name](store, value) if value else "" for name, value in params.items()}


def _area(store: Store, name: str) -> str:
    from policygraph.ontology import places

    known = _names(store, _AREAS)
    place = places.get(name)
    # The graph has the short name of an area, whatever its documents call it: 郑州 for 郑州市.
    short = place.name if place else name
    if short in known:
        return short
    romanized = _romanized(name, known)
    if len(romanized) > 1:
        raise QueryError(f"several areas are called {name}: {', '.join(romanized)}; ask for one of them")
    if romanized:
        return romanized[0]
    raise UnknownNameError("area", name, _latin(known) if name.isascii() else known)


def _romanized(name: str, known: frozenset[str]) -> list[str]:
    """Return the areas of a name in English, or of one in pinyin where none is called so in English."""
    from policygraph.ontology import places

    wanted = name.strip().casefold()
    english = [area for area in sorted(known) if wanted and places.english(area).casefold() == wanted]
    return english or [place.name for place in places.romanized(name) if place.name in known]


def _latin(known: frozenset[str]) -> list[str]:
    """Return the names of areas in English, where they have one."""
    from policygraph.ontology import places

    return [places.english(area) or area for area in known]


def _entity(store: Store, name: str) -> str:
    known = _names(store, _ENTITIES)
    if name.casefold() not in {other.casefold() for other in known}:
        raise UnknownNameError("entity", name, known)
    return name


def _indicator(store: Store, words: str) -> str:
    known = _names(store, _INDICATORS)
    if not any(words.casefold() in name.casefold() for name in known):
        raise UnknownNameError("indicator", words, known)
    return words


def _theme(store: Store, name: str) -> str:  # noqa: ARG001 -- a check like the others; themes are those of the ontology
    from policygraph.ontology import themes

    known = {word for theme in themes.all() for word in (theme.id, theme.label, theme.english, *theme.keywords)}
    if name.casefold() not in {word.casefold() for word in known}:
        raise UnknownNameError("theme", name, [word for t in themes.all() for word in (t.id, t.label)])
    return name


def _year(store: Store, year: str) -> str:
    return _listed("year", year, sorted(_names(store, _YEARS)))


def _verdict(store: Store, verdict: str) -> str:  # noqa: ARG001 -- a check like the others
    from policygraph.ledger.verdicts import Verdict

    return _listed("verdict", verdict, list(Verdict))


def _kind(store: Store, kind: str) -> str:  # noqa: ARG001 -- a check like the others
    from policygraph.statements import Kind

    return _listed("kind", kind, list(Kind))


def _level(store: Store, level: str) -> str:  # noqa: ARG001 -- a check like the others
    from policygraph.statements import Level

    return _listed("level", level, list(Level))


def _grade(store: Store, grade: str) -> str:  # noqa: ARG001 -- a check like the others
    from policygraph.ledger.row import Grade

    return _listed("grade", grade, list(Grade))


def _relation(store: Store, relation: str) -> str:  # noqa: ARG001 -- a check like the others
    from policygraph.ledger.row import Relation

    revisions = (
        Relation.REPEATED, Relation.RAISED, Relation.LOWERED, Relation.SOFTENED, Relation.DROPPED,
        Relation.POSSIBLY_DROPPED,
    )  # fmt: skip
    return _listed("relation", relation, list(revisions))


def _sort(store: Store, sort: str) -> str:  # noqa: ARG001 -- a check like the others
    from policygraph.ledger.agreement import Conflict

    return _listed("sort of conflict", sort, list(Conflict))


def _listed(what: str, value: str, known: list[str]) -> str:
    if value not in known:
        raise QueryError(f"unknown {what}: {value}; there are: {', '.join(known)}")
    return value


def _names(store: Store, query: str) -> frozenset[str]:
    from policygraph.queries.answers import collect

    # A pile of reports names some ten thousand entities.
    answer = collect(store.query(_PREFIXES + query), 1_000_000)
    return frozenset(getattr(term, "value", "") for (term,) in answer.rows)


_CHECKS: Final[dict[str, Callable[[Store, str], str]]] = {
    "area": _area,
    "entity": _entity,
    "from": _year,
    "grade": _grade,
    "indicator": _indicator,
    "kind": _kind,
    "level": _level,
    "relation": _relation,
    "sort": _sort,
    "theme": _theme,
    "to": _year,
    "verdict": _verdict,
    "year": _year,
}
