"""The labels of themes and indicators, as the graph itself gives them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode

from policygraph.rdf.nodes import Nodes
from policygraph.rdf.vocab import PREFIXES, SKOS, term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import Quad

_NAMESPACES = (PREFIXES["theme"], PREFIXES["indicator"])
_BROADER = term("skos", "broader")


@dataclass(frozen=True, slots=True)
class Concept:
    """A theme or an indicator.

    Attributes:
        label: Chinese label, or ``""``.
        english: English label, or ``""``.
        aliases: other names, Chinese and English, sorted.
        broader: IRIs of the broader concepts, sorted.

    """

    label: str = ""
    english: str = ""
    aliases: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()


def read(quads: Iterable[Quad]) -> dict[str, Concept]:
    """Return the themes and indicators of a graph by IRI."""
    # One quad in five is about a concept; the others need not be sorted by node.
    nodes = Nodes(
        quad for quad in quads if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(_NAMESPACES)
    )
    found = nodes.instances(SKOS.Concept)
    return {
        node.value: Concept(
            label=nodes.text(node, SKOS.pref_label, "zh"),
            english=nodes.text(node, SKOS.pref_label, "en"),
            aliases=tuple(sorted({*nodes.texts(node, SKOS.alt_label, "zh"), *nodes.texts(node, SKOS.alt_label, "en")})),
            broader=tuple(above.value for above in nodes.nodes(node, _BROADER)),
        )
        for node in found
    }
