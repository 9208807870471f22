"""Writing what is known of one node, and finding it again among quads."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad

from policygraph.errors import GraphError
from policygraph.rdf.vocab import RDF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Term = NamedNode | Literal
Graph = NamedNode | BlankNode | DefaultGraph

# What every message about a description that is not whole ends with.
SEE_CHECK: Final = "; see what else is wrong with: policygraph check"


def describe(node: NamedNode, graph: Graph, *pairs: tuple[NamedNode, Term | None]) -> Iterator[Quad]:
    """Yield a quad for each property that has a value."""
    for predicate, value in pairs:
        if value is not None:
            yield Quad(node, predicate, value, graph)


class Nodes:
    """The nodes of a graph and their properties, whatever named graph says them.

    Args:
        quads: the graph.

    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        self._properties: dict[NamedNode, dict[NamedNode, list[Term]]] = defaultdict(lambda: defaultdict(list))
        self._instances: dict[Term, set[NamedNode]] = defaultdict(set)
        for quad in quads:
            subject, value = quad.subject, quad.object
            # What we write has no blank nodes; what others have added beside it is none of ours.
            if isinstance(subject, NamedNode) and isinstance(value, Term):
                self._properties[subject][quad.predicate].append(value)
                if quad.predicate == RDF.type:
                    self._instances[value].add(subject)

    def instances(self, class_: NamedNode) -> list[NamedNode]:
        """Return the nodes of a class, by IRI."""
        return sorted(self._instances.get(class_, ()), key=lambda node: node.value)

    def subjects(self, predicate: NamedNode) -> list[NamedNode]:
        """Return the nodes that have a property, by IRI."""
        found = (node for node, properties in self._properties.items() if predicate in properties)
        return sorted(found, key=lambda node: node.value)

    def node(self, node: NamedNode, predicate: NamedNode) -> NamedNode:
        """Return the node that a property leads to.

        Raises:
            GraphError: there is none.

        """
        found = self.nodes(node, predicate)
        if not found:
            raise _lack(node, predicate)
        return found[0]

    def nodes(self, node: NamedNode, predicate: NamedNode) -> list[NamedNode]:
        """Return the nodes that a property leads to, by IRI, without doubles."""
        found = {value for value in self._values(node, predicate) if isinstance(value, NamedNode)}
        return sorted(found, key=lambda node: node.value)

    def text(self, node: NamedNode, predicate: NamedNode, language: str | None = None) -> str:
        """Return the text of a property, or ``""`` where it has none."""
        return next(iter(self.texts(node, predicate, language)), "")

    def texts(self, node: NamedNode, predicate: NamedNode, language: str | None = None) -> list[str]:
        """Return the texts of a property in one language (None: in none), sorted, without doubles."""
        values = self._values(node, predicate)
        return sorted({value.value for value in values if isinstance(value, Literal) and value.language == language})

    def required(self, node: NamedNode, predicate: NamedNode, language: str | None = None) -> str:
        """Return the text of a property.

        Raises:
            GraphError: it has none.

        """
        found = self.texts(node, predicate, language)
        if not found:
            raise _lack(node, predicate)
        return found[0]

    def _values(self, node: NamedNode, predicate: NamedNode) -> list[Term]:
        return self._properties.get(node, {}).get(predicate, [])


def _lack(node: NamedNode, predicate: NamedNode) -> GraphError:
    return GraphError(f"{node.value}: has no {predicate.value}{SEE_CHECK}")
