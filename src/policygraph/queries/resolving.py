"""What a parameter of a named question means in a graph: the resources that have the name, looked up once.

A question then compares keys, not texts: a store finds what hangs on a resource by its index, but has to read every label
to compare it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph.queries.answers import collect
from policygraph.queries.literals import literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policygraph.store import Store

# The sort of a parameter whose words stand in the question as they are.
TEXT: Final = "text"

# The resources of one name are few; a question with more would not be read (``store.bounds``).
_MOST: Final = 500
_SAME: Final = "FILTER(LCASE(STR(?called)) = LCASE({words}))"
_ITSELF: Final = "{{ BIND(IRI({words}) AS ?found) }}"
# By sort: a query for ``?found``. ``{called}`` binds ``?called`` to labels that are equal but for the case of letters.
_QUERIES: Final = {
    "area": "{exactly} ?found rdfs:label ?called .",
    "called": (
        "{{ {called} ?statement pg:indicatorName ?called . BIND(?called AS ?found) {same} }} UNION "
        "{{ {called} ?found skos:prefLabel|skos:altLabel ?called . {same} }}"
    ),
    "code": "?found skos:notation ?called . FILTER(STR(?called) = {words})",
    "entity": f"{{{{ {{called}} ?found rdfs:label|skos:altLabel ?called . {{same}} }}}} UNION {_ITSELF}",
    "statement": f"{{{{ BIND(IRI(CONCAT(STR(st:), {{words}})) AS ?found) }}}} UNION {_ITSELF}",
    "theme": (
        "?found skos:broader* ?named . {{ {called} ?named skos:prefLabel|skos:altLabel ?called . {same} }} UNION "
        "{{ BIND(IRI(CONCAT(STR(theme:), {words})) AS ?named) ?named skos:inScheme ?scheme }}"
    ),
    "type": (
        "VALUES ?found {{ pg:Project pg:Industry pg:Platform pg:Organization pg:Place pg:Programme pg:Event }} "
        'FILTER(LCASE(STRAFTER(STR(?found), "#")) = LCASE({words}))'
    ),
    "year": "?found time:year ?number . FILTER(STR(?number) = {words})",
}
SORTS: Final = frozenset({TEXT, *_QUERIES})


def resolved(store: Store, sort: str, words: str) -> str:
    """Return what a parameter means in a graph, as the terms of a VALUES block; nothing where it has nothing of the name.

    Args:
        store: the graph.
        sort: one of :data:`SORTS`.
        words: the name as it was given.

    Raises:
        QueryError: the words are no Unicode text, or the store cannot answer.

    """
    if sort == TEXT:
        return literal(words)
    query = _QUERIES[sort].format(
        words=literal(words), exactly=_exactly(words), called=_called(words), same=_SAME.format(words=literal(words))
    )
    answer = collect(store.query(f"SELECT DISTINCT ?found WHERE {{ {query} }}"), _MOST)
    return " ".join(_written(row[0] for row in answer.rows))


def _exactly(words: str) -> str:
    """Return a block that binds ``?called`` to a text in the languages of our labels, which an index finds."""
    text = literal(words)
    return f"VALUES ?called {{ {text}@zh {text}@en {text} }}"


def _called(words: str) -> str:
    # What has no letters with case is equal only to itself.
    return _exactly(words) if words.lower() == words.upper() else ""


def _written(terms: Iterable[object]) -> list[str]:
    return sorted(_term(term) for term in terms if isinstance(term, ox.NamedNode | ox.Literal))


def _term(term: ox.NamedNode | ox.Literal) -> str:
    if isinstance(term, ox.NamedNode):
        return str(term)
    return literal(term.value) + (f"@{term.language}" if term.language else "")
