"""Documents ↔ quads: their metadata, not their text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from policygraph.ontology import english, places
from policygraph.rdf import iris, literals
from policygraph.rdf.codes import GENRES, LEVELS
from policygraph.rdf.nodes import describe
from policygraph.rdf.vocab import DCTERMS, PG, PROV, RDF, RDFS
from policygraph.statements import Document, Genre

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from policygraph.rdf.nodes import Nodes

# What each sort of document is called.
_SORTS = {
    Genre.REPORT: "government work report",
    Genre.BULLETIN: "statistical bulletin",
    Genre.PLAN: "plan",
    Genre.WORKPLAN: "work plan",
    Genre.NEWS: "news",
    Genre.NOTICE: "notice",
}


def quads(document: Document, graph: NamedNode) -> Iterator[Quad]:
    """Yield what the graph says of a document."""
    title = in_english(document)
    yield from describe(
        iris.document(document.name), graph,
        (RDF.type, PG.Document),
        (RDF.type, PROV.Entity),
        (DCTERMS.identifier, Literal(document.name)),
        (DCTERMS.title, literals.chinese(document.title) if document.title else None),
        (RDFS.label, literals.english(title)),
        (PG.machine_label, literals.english(title)),
        (DCTERMS.publisher, literals.chinese(document.publisher) if document.publisher else None),
        (DCTERMS.issued, literals.date(document.issued)),
        (DCTERMS.spatial, iris.area(document.area, document.name)),
        (PG.level, LEVELS.node(document.level)),
        (PG.genre, GENRES.node(document.genre)),
        (DCTERMS.source, Literal(document.source) if document.source else None),
        (DCTERMS.license, NamedNode(document.licence) if document.licence else None),
        (PG.sha256, Literal(document.sha256)),
        (DCTERMS.is_version_of, iris.document(document.copy_of) if document.copy_of else None),
        *((PG.inferred, Literal(field)) for field in document.inferred),
    )  # fmt: skip


def in_english(document: Document) -> str:
    """Return the title of a document in English, by its place, sort and year: ``Henan, government work report 2026``."""
    sort = f"{_SORTS[document.genre]} {document.year}"
    where = english.named(document.area, places.english(document.area)).text if document.area else ""
    return f"{where}, {sort}" if where else sort[:1].upper() + sort[1:]


def read(nodes: Nodes, node: NamedNode) -> Document:
    """Return the document of a node, without its text: a graph holds the quotes only.

    Raises:
        GraphError: its description is not whole.

    """
    return Document(
        name=nodes.required(node, DCTERMS.identifier),
        text="",
        title=nodes.text(node, DCTERMS.title, "zh"),
        publisher=nodes.text(node, DCTERMS.publisher, "zh"),
        issued=nodes.required(node, DCTERMS.issued),
        area=iris.area_name(nodes.node(node, DCTERMS.spatial)),
        level=LEVELS.code(nodes.node(node, PG.level)),
        genre=_genre(nodes, node),
        source=nodes.text(node, DCTERMS.source),
        sha256=nodes.text(node, PG.sha256),
        inferred=tuple(nodes.texts(node, PG.inferred)),
        copy_of=next((iris.local(each, "doc") for each in nodes.nodes(node, DCTERMS.is_version_of)), ""),
        licence=next((licence.value for licence in nodes.nodes(node, DCTERMS.license)), ""),
    )


def _genre(nodes: Nodes, node: NamedNode) -> Genre:
    """Return the genre of a document; graphs of earlier versions name none, and held their documents for work reports."""
    found = nodes.nodes(node, PG.genre)
    return GENRES.code(found[0]) if found else Genre.REPORT
