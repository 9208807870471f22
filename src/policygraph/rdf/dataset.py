"""The graph's description of itself: VoID and DCAT."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad

from policygraph.rdf import iris, literals
from policygraph.rdf.nodes import describe
from policygraph.rdf.vocab import BASE, DCAT, DCTERMS, PREFIXES, PROV, RDF, RDFS, VOID

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policygraph.statements import Corpus, Document

_VOCABULARIES: Final = ("dcterms", "oa", "prov", "qb", "qudt", "schema", "skos", "time")

# Labels of the graphs that belong to no document, but for the description of the whole, which has its title.
_LABELS: Final = {
    iris.VOCABULARY: ("Ontology, themes, indicators and codes", "本体、主题、指标与代码"),
    iris.INDICATORS: ("Indicators and units minted from documents", "由文件新增的指标与单位"),
    iris.ENTITIES: ("Entities, areas and years", "实体、地区与年份"),
    iris.LEDGER: ("Ledger: what became of every promise", "台账：目标的落实、变动与矛盾"),
}


@dataclass(frozen=True, slots=True)
class About:
    """What a graph is called, and who may use it how.

    Attributes:
        english: its English title.
        chinese: its Chinese title.
        licence: the address of its licence, or ``""`` where nobody gave one.

    """

    english: str
    chinese: str
    licence: str = ""


# The graph of the embedded sources, which are this project's own words under its own licence.
PUBLISHED: Final = About(
    english="Government work reports as a knowledge graph",
    chinese="政府工作报告知识图谱",
    licence="https://www.apache.org/licenses/LICENSE-2.0",
)


def about(documents: Sequence[Document], licence: str = "") -> About:
    """Return what the graph of somebody's own documents is called: how many they are, and of which years.

    Args:
        documents: its documents.
        licence: the address of the licence that was given for it; ``""`` for none, since quotes are other people's words.

    """
    years = sorted({document.issued[:4] for document in documents if document.issued[:4].isdecimal()})
    span = "–".join(dict.fromkeys((years[0], years[-1]))) if years else ""
    number = f"{len(documents)} policy document{'' if len(documents) == 1 else 's'}"
    english = f"Knowledge graph of {number}, {span}".rstrip(", ")
    return About(english, f"{span}年{len(documents)}份政策文件知识图谱".removeprefix("年"), licence)


def licence_of(quads: Iterable[Quad]) -> str:
    """Return the address of the licence that a graph bears, ``""`` for none."""
    found = [
        quad.object.value
        for quad in quads
        if quad.predicate == DCTERMS.license and quad.subject == iris.DATASET and isinstance(quad.object, NamedNode)
    ]
    return min(found, default="")


def quads(corpus: Corpus, statements: Iterable[Quad], about: About) -> tuple[Quad, ...]:
    """Return the description of a graph.

    Args:
        corpus: what the graph says.
        statements: all its other quads.
        about: its title and its licence.

    """
    own = described(corpus, about)
    # A triple that two graphs say is one triple: the count is that of the union, which every format keeps.
    triples = {quad.triple for quad in statements} | {quad.triple for quad in own}
    return (*own, count(len(triples) + 1))


def described(corpus: Corpus, about: About) -> frozenset[Quad]:
    """Return the description of a graph without the number of its triples; arguments as of :func:`quads`."""
    documents = tuple(reading.document for reading in corpus.readings)
    return frozenset((*_graphs(documents, about), *_dataset(corpus, documents, about)))


def count(triples: int) -> Quad:
    """Return how many triples a graph has, this one included."""
    return Quad(iris.DATASET, VOID.triples, literals.integer(triples), iris.DATASET)


def _dataset(corpus: Corpus, documents: Iterable[Document], about: About) -> Iterator[Quad]:
    yield from describe(
        iris.DATASET, iris.DATASET,
        (RDF.type, DCAT.Dataset),
        (DCTERMS.title, literals.english(about.english)),
        (DCTERMS.title, literals.chinese(about.chinese)),
        (DCTERMS.license, NamedNode(about.licence) if about.licence else None),
        (VOID.entities, literals.integer(len(corpus.entities))),
        (VOID.uri_space, Literal(BASE)),
        *((VOID.vocabulary, NamedNode(PREFIXES[prefix])) for prefix in _VOCABULARIES),
        *((DCTERMS.source, iris.document(document.name)) for document in documents),
        *((VOID.subset, graph) for graph in iris.COMMON if graph != iris.DATASET),
        *((VOID.subset, iris.graph(document.name)) for document in documents),
    )  # fmt: skip


def _graphs(documents: Iterable[Document], about: About) -> Iterator[Quad]:
    labels = {**_LABELS, iris.DATASET: (about.english, about.chinese)}
    for graph, (english, chinese) in labels.items():
        yield from describe(
            graph, iris.DATASET,
            (RDF.type, VOID.Dataset),
            (RDFS.label, literals.english(english)),
            (RDFS.label, literals.chinese(chinese)),
        )  # fmt: skip
    for document in documents:
        yield from describe(
            iris.graph(document.name), iris.DATASET,
            (RDF.type, VOID.Dataset),
            (RDF.type, PROV.Entity),
            (RDFS.label, literals.chinese(document.title or document.name)),
            (PROV.was_derived_from, iris.document(document.name)),
        )  # fmt: skip
