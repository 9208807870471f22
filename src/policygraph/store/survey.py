"""What a SPARQL service holds: which graphs are read, whether they are whole, and how a question reaches them all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygraph.errors import GraphError
from policygraph.rdf import iris, literals
from policygraph.rdf.vocab import VOID

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policygraph.store.pages import Pages
    from policygraph.store.service import Field, Service

_TOTAL: Final = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } }"
_DEFAULT: Final = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
_OWN: Final = (
    f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {iris.DATASET} {{ {iris.DATASET} {VOID.subset} ?g }} "
    "GRAPH ?g { ?s ?p ?o } }"
)
_DESCRIPTION: Final = f"SELECT (COUNT(*) AS ?n) WHERE {{ GRAPH {iris.DATASET} {{ ?s ?p ?o }} }}"

# What a graph that is being changed says it has: more than there can be, so that every reader refuses it.
CLOSED: Final = literals.integer(10**15)

# Oxigraph's server takes the union of all graphs for the default graph of a request with this field.
_UNION: Final[tuple[Field, ...]] = (("union-default-graph", "true"),)


@dataclass(frozen=True, slots=True)
class Survey:
    """What a service holds.

    Attributes:
        graphs: the named graphs that are read; none where everything is in the default graph.
        own: whether they are a graph of ours, which lists its parts itself.
        fields: what a request says so that its default graph is the union of these graphs; None if it must list them.

    """

    graphs: tuple[str, ...]
    own: bool
    fields: tuple[Field, ...] | None


def survey(service: Service, pages: Pages) -> Survey:
    """Look at what a service holds.

    Of a graph of ours the parts are read that it names itself, and nothing else that the service holds beside it.

    Raises:
        GraphError: nothing answers there, or a graph of ours is not whole.

    """
    said = list(pages.about(iris.DATASET.value, iris.DATASET))
    parts = {value for predicate, value in said if predicate == VOID.subset.value}
    if parts:
        counted = _whole(service, said, size(service, own=True))
        return Survey(tuple(sorted({iris.DATASET.value, *parts})), own=True, fields=_fields(service, counted))
    graphs = tuple(pages.graphs())
    if graphs:
        return Survey(graphs, own=False, fields=_fields(service, {size(service, own=False)}))
    _whole(service, pages.about(None, iris.DATASET), default_size(service))
    return Survey((), own=False, fields=())


def _whole(service: Service, said: Iterable[tuple[str, str]], total: int) -> set[int]:
    """Return how many triples there are, and how many ought to be; they differ by those that two graphs have.

    Raises:
        GraphError: there are fewer than a graph of ours says of itself.

    """
    counts = [int(value) for predicate, value in said if predicate == VOID.triples.value and value.isdecimal()]
    counted = max(counts, default=total)
    if counted == int(CLOSED.value):
        cure = "finish what was broken off, by the same policygraph load or drop, or wait for it"
        raise GraphError(f"{service.url}: the graph there is being changed, and is not whole; {cure}")
    if total < counted:
        lost = f"the graph there is not whole, {counted - total} of its triples are missing"
        raise GraphError(f"{service.url}: {lost}; load it again with: policygraph load -g URL")
    return {total, counted}


def size(service: Service, *, own: bool) -> int:
    """Return how many triples the named graphs have: those of a graph of ours, or all."""
    if not own:
        return service.number(_TOTAL)
    return service.number(_OWN) + service.number(_DESCRIPTION)


def default_size(service: Service) -> int:
    """Return how many triples the service's own default graph has."""
    return service.number(_DEFAULT)


def _fields(service: Service, sizes: set[int]) -> tuple[Field, ...] | None:
    """Return how to ask over the union without naming its graphs: by nothing, or by a field that the service knows.

    An engine counts a triple that two graphs have once or twice. Any other number means that the default graph is
    another one, or holds what is not ours.
    """
    return next((fields for fields in ((), _UNION) if service.number(_DEFAULT, fields) in sizes), None)
