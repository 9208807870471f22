"""Names of our things: computed from what they name, so that a second build gives the same ones.

In names made from text, letters and digits of any script stand as they are; every other character is percent-encoded.
So a name can be read, holds no slash of its own, and :func:`local` gives back exactly what went in. Slugs of the
ontology (``opening-up``) stand as ontology/*.ttl writes them, with their hyphens.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote

from pyoxigraph import NamedNode

from policygraph.rdf.vocab import PREFIXES
from policygraph.statements import UNKNOWN

if TYPE_CHECKING:
    from policygraph.statements import Passage

# The concept schemes that minted indicators and units join.
INDICATOR_SCHEME: Final = NamedNode(PREFIXES["indicator"])
UNIT_SCHEME: Final = NamedNode(f"{PREFIXES['pgc']}unit")

# Graphs that belong to no document.
VOCABULARY: Final = NamedNode(f"{PREFIXES['graph']}vocabulary")
INDICATORS: Final = NamedNode(f"{PREFIXES['graph']}indicators")
ENTITIES: Final = NamedNode(f"{PREFIXES['graph']}entities")
LEDGER: Final = NamedNode(f"{PREFIXES['graph']}ledger")
DATASET: Final = NamedNode(f"{PREFIXES['graph']}dataset")
COMMON: Final = (VOCABULARY, INDICATORS, ENTITIES, LEDGER, DATASET)

# What ends the name of the area of a document of which nobody knows the place.
_AREA: Final = "/area"
_TAKEN = frozenset(graph.value for graph in COMMON)


@functools.lru_cache(maxsize=100_000)
def encode(name: str) -> str:
    """Return ``name`` as the last part of an IRI.

    >>> encode("郑州市R&D经费"), encode("a-b/c")
    ('郑州市R%26D经费', 'a-b%2Fc')
    """
    return "".join(c if c.isalnum() or c == "-" else _escape(c) for c in name)


def _escape(character: str) -> str:
    # quote() leaves these three as they are; the rule does not.
    if character in "._~":
        return f"%{ord(character):02X}"
    return quote(character, safe="")


def entity(name: str) -> NamedNode:
    """Return the node of an entity, given its canonical Chinese name."""
    return NamedNode(PREFIXES["entity"] + encode(name))


def theme(slug: str) -> NamedNode:
    """Return the node of a theme, given its slug in ontology/themes.ttl."""
    return NamedNode(PREFIXES["theme"] + _slug(slug))


def indicator(name: str, concept: str = "") -> NamedNode:
    """Return the node of an indicator: of its concept in ontology/indicators.ttl, else minted from its Chinese name."""
    return NamedNode(PREFIXES["indicator"] + (_slug(concept) if concept else encode(name)))


def code(scheme: str, slug: str) -> NamedNode:
    """Return the node of a code, such as ``code("stage", "started")``."""
    return NamedNode(f"{PREFIXES['pgc']}{scheme}/{_slug(slug)}")


def minted_unit(name: str) -> NamedNode:
    """Return the node of a unit that the ontology does not have, such as ``座``."""
    return NamedNode(f"{PREFIXES['pgc']}unit/{encode(name)}")


def year(number: int) -> NamedNode:
    """Return the node of a year."""
    return NamedNode(f"{PREFIXES['year']}{number}")


def place(name: str) -> NamedNode:
    """Return the node of an area, given its Chinese name."""
    return NamedNode(PREFIXES["place"] + encode(name))


def area(name: str, document: str) -> NamedNode:
    """Return the node of the area of a document's statements: its place, or one of the document's own where none is known.

    >>> area("郑州", "a").value, area("unknown", "a").value
    ('https://w3id.org/policygraph/place/郑州', 'https://w3id.org/policygraph/document/a/area')
    """
    return place(name) if name != UNKNOWN else NamedNode(f"{PREFIXES['doc']}{encode(document)}{_AREA}")


def area_name(node: NamedNode) -> str:
    """Return the name of the area of a node, ``unknown`` for one of a document's own.

    Raises:
        ValueError: it is no area.

    """
    if node.value.startswith(PREFIXES["doc"]) and node.value.endswith(_AREA):
        return UNKNOWN
    return local(node, "place")


def document(name: str) -> NamedNode:
    """Return the node of a document, given its stem."""
    return NamedNode(PREFIXES["doc"] + encode(name))


def graph(name: str) -> NamedNode:
    """Return the named graph of a document, given its stem.

    A stem that is the name of one of our own graphs has its first letter percent-encoded too, so that a file
    ``entities.txt`` does not write into the graph of the entities.

    >>> graph("entities").value
    'https://w3id.org/policygraph/graph/%65ntities'
    """
    iri = PREFIXES["graph"] + encode(name)
    if iri in _TAKEN:
        iri = f"{PREFIXES['graph']}%{ord(name[0]):02X}{encode(name[1:])}"
    return NamedNode(iri)


def statement(id: str) -> NamedNode:  # noqa: A002 -- the id of Fact, Mention and Link
    """Return the node of a fact, a mention or a link, given its digest."""
    return NamedNode(PREFIXES["st"] + id)


def quantity(id: str) -> NamedNode:  # noqa: A002 -- the id of Fact
    """Return the node of a fact's value, given the fact's digest."""
    return NamedNode(f"{PREFIXES['st']}{id}/value")


def passage(where: Passage) -> NamedNode:
    """Return the node of a stretch of a document."""
    return NamedNode(f"{PREFIXES['psg']}{encode(where.document)}/{where.start}-{where.end}")


def local(node: NamedNode, prefix: str) -> str:
    """Return what a node of ours was named from: the reverse of this module.

    Args:
        node: the node.
        prefix: the prefix of its namespace, such as ``"entity"``.

    Raises:
        ValueError: the node is of another namespace.

    """
    namespace = PREFIXES[prefix]
    if not node.value.startswith(namespace):
        raise ValueError(f"{node.value} is not in the namespace {namespace}")
    return unquote(node.value.removeprefix(namespace))


@functools.lru_cache(maxsize=10_000)
def _slug(slug: str) -> str:
    return "-".join(encode(part) for part in slug.split("-"))
