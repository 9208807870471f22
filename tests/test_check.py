"""What must hold in a graph, and for each a graph in which it does not."""

from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from policygraph import rdf, resources, store
from policygraph.check import Violation, check
from policygraph.errors import OntologyError
from policygraph.rdf import iris
from policygraph.rdf.vocab import DCTERMS, OA, PG, PROV, RDF, SCHEMA, VOID, term
from policygraph.statements import Corpus


@pytest.fixture(scope="module")
def quads(corpus: Corpus) -> list[ox.Quad]:
    """The graph of the sample corpus."""
    return list(rdf.quads(corpus))


@pytest.fixture
def broken(quads: list[ox.Quad], texts: dict[str, str]) -> Callable[..., list[Violation]]:
    """Check the graph with some quads more and some less; without the shapes, which take time, unless asked for.

    It counts its triples no longer, so that what is wrong with those that are left is all that is found.
    """

    def run(
        more: list[ox.Quad], less: Callable[[ox.Quad], bool] = lambda _: False, shapes: bool = False
    ) -> list[Violation]:
        kept = [quad for quad in quads if quad.predicate != VOID.triples and not less(quad)]
        return check(store.hold([*kept, *more]), texts, shapes=shapes)

    return run


def test_a_graph_that_we_build_has_nothing_to_complain_about(
    corpus: Corpus, quads: list[ox.Quad], texts: dict[str, str]
) -> None:
    """Shapes, quotes, names and sources hold, and so do the digests of the files."""
    digests = {reading.document.name: reading.document.sha256 for reading in corpus.readings}
    assert check(store.hold(quads), texts, digests) == []


def test_a_target_without_year_breaks_its_shape(corpus: Corpus, broken: Callable[..., list[Violation]]) -> None:
    """SHACL names the target and says what a target must have."""
    target = iris.statement(corpus.readings[1].facts[0].id)
    found = broken([], lambda quad: quad.subject == target and quad.predicate == PG.year, shapes=True)
    assert {(violation.check, violation.node) for violation in found} == {("shape", target.value)}
    assert "year" in found[0].message


def test_a_wrong_value_is_shown(corpus: Corpus, broken: Callable[..., list[Violation]]) -> None:
    """A stage that is none of the codes is named with the shape that it breaks."""
    measure = iris.statement(corpus.readings[1].mentions[0].id)
    stage = ox.Quad(measure, PG.stage, ox.NamedNode("https://example.org/abandoned"), iris.graph("plan-2025"))
    found = broken([stage], lambda quad: quad.subject == measure and quad.predicate == PG.stage, shapes=True)
    assert any(v.check == "shape" and "https://example.org/abandoned" in v.message for v in found)


def test_a_quote_that_is_not_in_the_text_is_found(broken: Callable[..., list[Violation]]) -> None:
    """One character changed is shown beside what the text says."""
    quote = ox.NamedNode("https://w3id.org/policygraph/passage/plan-2025/9-25")
    exact = ox.Quad(quote, OA.exact, ox.Literal("力争研发投入强度达到3.8%左右"), iris.graph("plan-2025"))
    (found,) = broken([exact], lambda quad: quad.subject == quote and quad.predicate == OA.exact)
    assert (found.check, found.node) == ("quote", quote.value)
    assert found.message == (
        "plan-2025, 9-25: the text says “力争研发投入强度达到2.8%左右”, the graph “力争研发投入强度达到3.8%左右”"
    )


def test_a_text_that_has_changed_is_found(quads: list[ox.Quad], texts: dict[str, str]) -> None:
    """Every quote behind an insertion has moved."""
    moved = {**texts, "news": f"记者 {texts['news']}"}
    assert {violation.check for violation in check(store.hold(quads), moved, shapes=False)} == {"quote"}


def test_quotes_of_a_document_without_text_cannot_be_compared(quads: list[ox.Quad]) -> None:
    """No text, no comparison; offsets that do not fit the quote are found even so."""
    end = ox.NamedNode("https://w3id.org/policygraph/passage/news/0-9")
    assert check(store.hold(quads), {}, shapes=False) == []
    short = [q for q in quads if q.subject != end or q.predicate != OA.end]
    short.append(ox.Quad(end, OA.end, ox.Literal("8", datatype=term("xsd", "integer")), iris.graph("news")))
    assert [(v.check, v.node) for v in check(store.hold(short), {}, shapes=False)] == [("quote", end.value)]


def test_another_file_of_the_same_name_is_found(quads: list[ox.Quad], texts: dict[str, str]) -> None:
    """The digest tells that the file is not the one that was read."""
    (found,) = check(store.hold(quads), texts, {"news": "0" * 64}, shapes=False)
    assert (found.check, found.node) == ("quote", iris.document("news").value)
    assert "the file has SHA-256 0000" in found.message


@pytest.mark.parametrize("place", ["subject", "predicate", "object", "graph"])
def test_a_name_of_ours_that_nobody_defined_is_found(place: str, broken: Callable[..., list[Violation]]) -> None:
    """Wherever the name stands; names of others are theirs to define."""
    ours, other = iris.entity("无定义"), ox.NamedNode("https://example.org/a")
    terms = {"subject": other, "predicate": other, "object": other, "graph": other, place: ours}
    found = broken([ox.Quad(terms["subject"], terms["predicate"], terms["object"], terms["graph"])])
    assert found == [Violation("definition", ours.value, "is used, but has no rdf:type")]


@pytest.mark.parametrize("place", ["subject", "object"])
def test_a_blank_node_is_found(place: str, broken: Callable[..., list[Violation]]) -> None:
    """It is named by its property, since its own label differs from run to run."""
    other = ox.NamedNode("https://example.org/a")
    terms = {"subject": other, "object": other, place: ox.BlankNode()}
    found = broken([ox.Quad(terms["subject"], other, terms["object"], iris.ENTITIES)])
    assert [(violation.check, violation.node) for violation in found] == [("blank node", other.value)]


@pytest.mark.parametrize("graph", [iris.graph("news"), iris.ENTITIES])
def test_a_statement_in_a_graph_of_another_document_is_found(
    corpus: Corpus, graph: ox.NamedNode, broken: Callable[..., list[Violation]]
) -> None:
    """A document's graph says only what that document says, and no other graph quotes a document."""
    fact = corpus.readings[1].facts[0]
    node, quote = iris.statement(fact.id), iris.passage(fact.passage)
    found = broken([ox.Quad(node, PROV.was_quoted_from, quote, graph)])
    assert [(violation.check, violation.node) for violation in found] == [("source", node.value)]
    assert iris.document("plan-2025").value in found[0].message


def test_the_union_in_one_graph_can_be_checked(quads: list[ox.Quad], texts: dict[str, str]) -> None:
    """A Turtle file has no named graphs, so that sources are not asked for."""
    union = [ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads]
    assert check(store.hold(union), texts, shapes=False) == []


def test_violations_are_sorted(broken: Callable[..., list[Violation]]) -> None:
    """The same graph gives the same list."""
    other = ox.NamedNode("https://example.org/a")
    found = broken([ox.Quad(iris.entity(name), other, ox.BlankNode(), iris.ENTITIES) for name in "乙甲"])
    assert found == sorted(found)
    assert len(found) == 3


def test_damaged_shapes_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installation without sound shapes says so."""
    (tmp_path / "shapes.ttl").write_text("no turtle at all", encoding="utf-8")
    monkeypatch.setattr(resources, "ontology", lambda: tmp_path)
    node = ox.NamedNode("https://example.org/a")
    with pytest.raises(OntologyError, match=r"shapes\.ttl: cannot be read .*; install again"):
        check(store.hold([ox.Quad(node, RDF.type, node)]), {})


def test_a_graph_without_documents_is_not_ours() -> None:
    """Nothing is wrong with it, but nothing is there that could hold."""
    node = ox.NamedNode("https://example.org/a")
    foreign = store.hold([ox.Quad(node, node, ox.Literal("v"), node)])
    assert check(foreign, {}) == [
        Violation("document", iris.DATASET.value, "holds no document of Policygraph; build the graph again")
    ]


@pytest.mark.parametrize("lost", ["graph", "description", "entry", "count"])
def test_a_document_that_is_lost_is_found(lost: str, broken: Callable[..., list[Violation]]) -> None:
    """Its graph, its own description, its entry in the description of the whole, or its place among the parts."""
    graph, document = iris.graph("news"), iris.document("news")
    ways: dict[str, Callable[[ox.Quad], bool]] = {
        "graph": lambda quad: quad.graph_name == graph,
        "description": lambda quad: quad.subject == document,
        "entry": lambda quad: quad.graph_name == iris.DATASET and document in (quad.subject, quad.object),
        "count": lambda quad: quad.graph_name == iris.DATASET and quad.object == graph,
    }
    found = broken([], ways[lost])
    assert {v.node for v in found if v.check == "document"} & {graph.value, document.value}


def test_a_document_that_is_lost_is_found_in_a_graph_without_named_graphs(quads: list[ox.Quad]) -> None:
    """In a Turtle file, the list of sources tells what was there."""
    union = [ox.Quad(q.subject, q.predicate, q.object) for q in quads if q.graph_name != iris.graph("news")]
    found = check(store.hold(union), {}, shapes=False)
    assert ("document", iris.document("news").value) in {(v.check, v.node) for v in found}


def test_triples_that_are_missing_are_found(corpus: Corpus, quads: list[ox.Quad]) -> None:
    """The graph counts its triples, so that a statement that went without a trace is told."""
    link = next(quad.subject for quad in quads if quad.predicate == RDF.type and quad.object == PG.Link)
    kept = [quad for quad in quads if quad.subject != link]
    (found,) = check(store.hold(kept), {}, shapes=False)
    assert (found.check, found.node) == ("graph", iris.DATASET.value)
    lost = len({quad.triple for quad in quads}) - len({quad.triple for quad in kept})
    total = len({quad.triple for quad in quads})
    assert found.message.startswith(f"counts {total} triples, but holds {total - lost};")


@pytest.mark.parametrize(
    ("predicate", "value", "datatype"),
    [
        (DCTERMS.issued, "soon", "date"),
        (DCTERMS.issued, "2025-02-30", "date"),
        (DCTERMS.issued, "2025-02-08Z", "date"),
        (DCTERMS.issued, "2025-13", "gYearMonth"),
        (DCTERMS.issued, "20x5", "gYear"),
        (DCTERMS.issued, "-0044", "gYear"),
        (DCTERMS.issued, "2025", "string"),
        (OA.start, "abc", "integer"),
        (OA.start, "9" * 5000, "integer"),
        (OA.end, "1.5", "integer"),
        (SCHEMA.value, "x", "decimal"),
        (SCHEMA.value, "1e5", "decimal"),
        (SCHEMA.value, "INF", "decimal"),
        (SCHEMA.value, "9" * 5000, "decimal"),
        (SCHEMA.min_value, "x", "decimal"),
        (SCHEMA.max_value, "", "decimal"),
        (VOID.triples, "9" * 5000, "integer"),
        (VOID.triples, "many", "integer"),
        (VOID.entities, "-5", "integer"),
        (DCTERMS.issued, "x", "boolean"),
    ],
)
def test_a_value_that_is_none_is_told_without_a_traceback(
    predicate: ox.NamedNode, value: str, datatype: str, quads: list[ox.Quad], texts: dict[str, str],
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    """Dates, offsets, values and counts have shapes, and what reads them for SHACL says nothing of its own."""
    old = next(quad for quad in quads if quad.predicate == predicate)
    new = ox.Quad(old.subject, predicate, ox.Literal(value, datatype=term("xsd", datatype)), old.graph_name)
    found = check(store.hold([*(quad for quad in quads if quad != old), new]), texts)
    assert any(v.check == "shape" and v.node == old.subject.value for v in found), found
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []


def test_what_cannot_be_read_is_found_though_all_shapes_hold(quads: list[ox.Quad]) -> None:
    """A year of ours under a name that is no number keeps every shape, but no verb can read it."""
    year, other = iris.year(2025), ox.NamedNode("https://w3id.org/policygraph/year/next")
    renamed = [
        ox.Quad(
            other if quad.subject == year else quad.subject, quad.predicate,
            other if quad.object == year else quad.object, quad.graph_name,
        )
        for quad in quads
    ]  # fmt: skip
    (found,) = check(store.hold(renamed), {})
    assert (found.check, found.message) == ("statement", "'next' is no whole number")


def test_a_triple_term_is_told(broken: Callable[..., list[Violation]]) -> None:
    """SHACL 1.0 knows none, so that the rest is checked without it."""
    node = ox.NamedNode("https://example.org/a")
    (found,) = broken([ox.Quad(node, node, ox.Triple(node, node, node), iris.ENTITIES)], shapes=True)
    assert (found.check, found.node) == ("shape", node.value)
    assert "a triple term (RDF 1.2)" in found.message
