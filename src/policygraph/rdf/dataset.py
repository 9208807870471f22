"""The graph's description of itself: VoID and DCAT."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal, NamedNode, Quad

from policygraph.rdf import iris, literals
from policygraph.rdf.nodes import describe
from policygraph.rdf.vocab import BASE, DCAT, DCTERMS, PREFIXES, PROV, RDF, RDFS, VOID

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from policygraph.statements import Corpus, Document

_LICENCE: Final = NamedNode("https://www.apache.org/licenses/LICENSE-2.0")
_VOCABULARIES: Final = ("dcterms", "oa", "prov", "qb", "qudt", "schema", "skos", "time")

# Labels of the graphs that belong to no document.
_LABELS: Final = {
    iris.VOCABULARY: ("Ontology, themes, indicators and codes", "本体、主题、指标与代码"),
    iris.INDICATORS: ("Indicators and units minted from documents", "由文件新增的指标与单位"),
    iris.ENTITIES: ("Entities, areas and years", "实体、地区与年份"),
    iris.LEDGER: ("Ledger: what became of every promise", "台账：目标的落实、变动与矛盾"),
    iris.DATASET: ("Government work reports as a knowledge graph", "政府工作报告知识图谱"),
}


def quads(corpus: Corpus, statements: Iterable[Quad]) -> tuple[Quad, ...]:
    """Return the description of a graph.

    Args:
        corpus: what the graph says.
        statements: all its other quads.

    """
    documents = tuple(reading.document for reading in corpus.readings)
    own = {*_graphs(documents), *_dataset(corpus, documents)}
    # A triple that two graphs say is one triple: the count is that of the union, which every format keeps.
    triples = {quad.triple for quad in statements} | {quad.triple for quad in own}
    own.add(Quad(iris.DATASET, VOID.triples, literals.integer(len(triples) + 1), iris.DATASET))
    return tuple(own)


def _dataset(corpus: Corpus, documents: Iterable[Document]) -> Iterator[Quad]:
    english, chinese = _LABELS[iris.DATASET]
    yield from describe(
        iris.DATASET, iris.DATASET,
        (RDF.type, DCAT.Dataset),
        (DCTERMS.title, literals.english(english)),
        (DCTERMS.title, literals.chinese(chinese)),
        (DCTERMS.license, _LICENCE),
        (VOID.entities, literals.integer(len(corpus.entities))),
        (VOID.uri_space, Literal(BASE)),
        *((VOID.vocabulary, NamedNode(PREFIXES[prefix])) for prefix in _VOCABULARIES),
        *((DCTERMS.source, iris.document(document.name)) for document in documents),
        *((VOID.subset, graph) for graph in iris.COMMON if graph != iris.DATASET),
        *((VOID.subset, iris.graph(document.name)) for document in documents),
    )  # fmt: skip


def _graphs(documents: Iterable[Document]) -> Iterator[Quad]:
    for graph, (english, chinese) in _LABELS.items():
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
