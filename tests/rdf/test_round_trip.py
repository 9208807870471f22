"""What goes into the graph comes out of it."""

from dataclasses import replace
from decimal import Decimal

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policygraph import rdf
from policygraph.errors import GraphError
from policygraph.ontology import rules
from policygraph.rdf import iris, links
from policygraph.rdf.vocab import DCTERMS, OA, PG, RDF, SCHEMA
from policygraph.statements import (
    By,
    Comparator,
    Corpus,
    Document,
    Entity,
    EntityType,
    Fact,
    Kind,
    Level,
    Link,
    Mention,
    Mode,
    Passage,
    Reading,
    Relation,
    Stage,
    Status,
    Strength,
    Tie,
)

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8)
some_words = words | st.just("")
# Names of indicators are Chinese; an English slug is a concept of the ontology.
indicators = st.text("粮食产量增速第一二", min_size=1, max_size=6)
slugs = st.sampled_from(["", "grain-output", "research-intensity"])
themes = st.sampled_from(["", "innovation", "opening-up"])
numbers = st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**15), max_value=10**15)
years = st.integers(1949, 2100)
made = st.sets(st.sampled_from([rule.name for rule in rules.all()]), max_size=3).map(rules.ordered)


def _passages(document: str, text: str) -> st.SearchStrategy[Passage]:
    """Stretches of a text, each with the context that it has there."""

    def passage(ends: tuple[int, int]) -> Passage:
        start, end = min(ends), max(ends) + 1
        return Passage(document, start, end, text[start:end], text[max(0, start - 3) : start], text[end : end + 3])

    return st.tuples(*[st.integers(0, len(text) - 1)] * 2).map(passage)


def _facts(passages: st.SearchStrategy[Passage]) -> st.SearchStrategy[Fact]:
    def fact(fact: Fact) -> Fact:
        upper = fact.value + 1 if fact.comparator is Comparator.RANGE else None
        return replace(fact, value_max=upper)

    return st.builds(
        Fact, kind=st.sampled_from(Kind), indicator=indicators, concept=slugs, area=words, year=years,
        comparator=st.sampled_from(Comparator), value=numbers.map(Decimal.normalize), value_max=st.none(),
        unit=some_words, written=words, status=st.sampled_from(Status), theme=themes, heading=some_words,
        passage=passages, rule=made,
    ).map(fact)  # fmt: skip


def _mentions(passages: st.SearchStrategy[Passage], names: list[str]) -> st.SearchStrategy[Mention]:
    return st.builds(
        Mention, entity=st.sampled_from(names), type=st.sampled_from(EntityType), surface=passages, year=years,
        mode=st.sampled_from(Mode), stage=st.none() | st.sampled_from(Stage), theme=themes, heading=some_words,
        passage=passages, rule=made,
    )  # fmt: skip


def _links(
    passages: st.SearchStrategy[Passage], mentions: list[Mention], facts: list[Fact]
) -> st.SearchStrategy[list[Link]]:
    if not mentions or not facts:
        return st.just([])
    pair = st.tuples(st.sampled_from(mentions), st.sampled_from(facts), st.sampled_from(Strength), passages, made)
    return st.lists(pair.map(lambda p: Link(p[0].entity, p[0].id, p[1].id, *p[2:])), max_size=2, unique=True)


@st.composite
def readings(draw: st.DrawFn, name: str, names: list[str]) -> Reading:
    """All that one document may say."""
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30))
    document = Document(
        name, "", draw(some_words), draw(some_words), draw(st.sampled_from(["2024", "2025-02", "2025-02-08", "2024-02-29"])),
        draw(words), draw(st.sampled_from(Level)), draw(some_words), draw(words),
        tuple(sorted(draw(st.sets(words, max_size=2)))),
        draw(st.sampled_from(["", "https://spdx.org/licenses/CC-BY-4.0"])),
    )  # fmt: skip
    passages = _passages(name, text)
    facts = draw(st.lists(_facts(passages), max_size=3, unique_by=lambda fact: fact.id))
    mentions = draw(st.lists(_mentions(passages, names), max_size=3, unique_by=lambda mention: mention.id))
    links = draw(_links(passages, mentions, facts))
    return Reading(document, tuple(facts), tuple(mentions), tuple(links), ())


@st.composite
def corpora(draw: st.DrawFn) -> Corpus:
    """All that some documents may say."""
    names = draw(st.lists(words, min_size=1, max_size=3, unique=True))
    entities = [
        Entity(
            name, draw(st.sampled_from(EntityType)), draw(some_words), tuple(sorted(draw(st.sets(words, max_size=2))))
        )
        for name in sorted(names)
    ]
    documents = sorted(draw(st.sets(words | st.just("entities"), max_size=2)))
    return Corpus(tuple(draw(readings(document, names)) for document in documents), tuple(entities))


def _in_order(corpus: Corpus) -> tuple[object, ...]:
    """A corpus without texts and numerals, with the statements of each document in one order, each with what made it."""
    return (
        [replace(reading.document, text="") for reading in corpus.readings],
        [
            [(statement, statement.rule) for statement in sorted(statements, key=repr)]
            for reading in corpus.readings
            for statements in (reading.facts, reading.mentions, reading.links)
        ],
        corpus.entities,
    )


@settings(deadline=None, max_examples=30)
@given(corpora())
def test_what_documents_say_survives_the_graph(corpus: Corpus) -> None:
    """Facts, mentions, links, entities and metadata come out of the written graph as they went in."""
    own = [quad for quad in rdf.quads(corpus) if quad.graph_name != iris.VOCABULARY]
    again = ox.parse(rdf.serialise(own), ox.RdfFormat.N_QUADS)
    assert _in_order(rdf.corpus(again)) == _in_order(corpus)


def test_statements_come_back_by_document_and_place(corpus: Corpus) -> None:
    """The order of the quads makes no difference to the order of what is read from them."""
    read = rdf.corpus(sorted(rdf.quads(corpus), key=str, reverse=True))
    assert [reading.document.name for reading in read.readings] == ["news", "plan-2025"]
    assert [fact.passage.start for fact in read.readings[1].facts] == [9, 26, 43]
    assert _in_order(read) == _in_order(corpus)


def test_a_graph_that_does_not_tell_its_rules_is_read(corpus: Corpus) -> None:
    """That of an earlier version: it says the same, of which nobody knows what made it."""
    read = rdf.corpus(quad for quad in rdf.quads(corpus) if quad.predicate != PG.made_by)
    assert read.facts == corpus.facts and {fact.rule for fact in read.facts} == {()}


def test_what_made_a_statement_is_no_part_of_its_name(corpus: Corpus) -> None:
    """The digests of facts, mentions and links are the same by whatever rules."""
    for statement in (*corpus.facts, *corpus.mentions):
        assert statement.rule and replace(statement, rule=()).id == statement.id
    for link in corpus.links:
        assert link.rule and links.identify(replace(link, rule=())) == links.identify(link)


def test_the_digest_of_a_fact_is_the_same_after_the_graph(corpus: Corpus) -> None:
    """A rebuilt fact computes the name under which it stands in the graph."""
    quads = list(rdf.quads(corpus))
    names = {
        quad.subject.value for quad in quads if quad.object in (PG.Target, PG.Outcome) and "statement" in str(quad)
    }
    assert {f"https://w3id.org/policygraph/statement/{fact.id}" for fact in rdf.corpus(quads).facts} == names


@pytest.mark.parametrize(
    "lost", ["comparator", "indicatorName", "value", "area", "entity", "mode", "strength", "level"]
)
def test_a_statement_without_a_needed_property_is_named(corpus: Corpus, lost: str) -> None:
    """A graph that somebody has broken says which node lacks what, and how to find the rest."""
    kept = [quad for quad in rdf.quads(corpus) if not quad.predicate.value.endswith(f"ontology#{lost}")]
    with pytest.raises(GraphError, match=rf"^https://w3id\.org/policygraph/\S+: has no \S+{lost}; .*policygraph check"):
        rdf.corpus(kept)


def test_a_code_that_nobody_knows_is_named(corpus: Corpus) -> None:
    """A stage of another ontology is refused with the list of ours."""
    other = ox.NamedNode("https://example.org/stage/abandoned")
    quads = [
        ox.Quad(q.subject, q.predicate, other, q.graph_name) if q.predicate == PG.stage else q
        for q in rdf.quads(corpus)
    ]
    with pytest.raises(GraphError, match=r"abandoned: is none of .*stage/planned"):
        rdf.corpus(quads)


def test_offsets_that_do_not_fit_their_quote_are_refused(corpus: Corpus) -> None:
    """A passage whose end was changed cannot be read as a passage."""
    end = ox.NamedNode("http://www.w3.org/ns/oa#end")
    quads = [
        ox.Quad(q.subject, q.predicate, ox.Literal(9999), q.graph_name) if q.predicate == end else q
        for q in rdf.quads(corpus)
    ]
    with pytest.raises(GraphError, match="do not fit a quote"):
        rdf.corpus(quads)


@pytest.mark.parametrize(
    ("predicate", "value", "message"),
    [
        (PG.year, ox.NamedNode("https://example.org/2025"), r"example\.org/2025 is not in the namespace .*/year/"),
        (PG.area, ox.NamedNode("https://example.org/area"), r"example\.org/area is not in the namespace .*/place/"),
        (PG.year, ox.NamedNode("https://w3id.org/policygraph/year/next"), "'next' is no whole number"),
        (PG.made_by, ox.NamedNode("https://w3id.org/policygraph/code/level/city"), "code/level/city is no rule"),
        (SCHEMA.value, ox.Literal("many"), "'many' is no number"),
        (SCHEMA.value, ox.Literal("9" * 5000), "'9{30}…' is no number"),
        (OA.start, ox.Literal("abc"), "'abc' is no whole number"),
        (OA.end, ox.Literal("9" * 5000), "'9{30}…' is no whole number"),
    ],
)
def test_a_value_that_is_none_of_ours_is_named(
    corpus: Corpus, predicate: ox.NamedNode, value: ox.NamedNode | ox.Literal, message: str
) -> None:
    """A graph written by somebody else says what cannot be read, in one line."""
    quads = [
        ox.Quad(q.subject, q.predicate, value, q.graph_name) if q.predicate == predicate else q
        for q in rdf.quads(corpus)
    ]
    pattern = rf"^https://w3id\.org/policygraph/(statement|passage)/\S+: .*{message}; see what else"
    with pytest.raises(GraphError, match=pattern):
        rdf.corpus(quads)


def test_a_date_of_issue_that_is_none_is_named(corpus: Corpus) -> None:
    """The document is told, before anybody asks for its year."""
    quads = [
        ox.Quad(q.subject, q.predicate, ox.Literal("soon"), q.graph_name) if q.predicate == DCTERMS.issued else q
        for q in rdf.quads(corpus)
    ]
    with pytest.raises(GraphError, match=rf"^{iris.document('news').value}: 'soon' is no date of issue; it is YYYY"):
        rdf.corpus(quads)


@pytest.mark.parametrize(
    "issued", ["", "去年", "2025-13", "2025-02-29", "2025-2-8", "20250208", "２０２５", "2025-02-08Z", "0000"]
)
def test_a_document_has_a_date_of_the_calendar(corpus: Corpus, issued: str) -> None:
    """A year, a month or a day, in ASCII digits."""
    with pytest.raises(ValueError, match="is no date of issue; it is YYYY, YYYY-MM or YYYY-MM-DD"):
        replace(corpus.readings[0].document, issued=issued)


def test_statements_of_a_document_that_is_lost_are_not_lost_in_silence(corpus: Corpus) -> None:
    """A graph that quotes a document without describing it is refused with the document's name."""
    document = iris.document("news")
    kept = [quad for quad in rdf.quads(corpus) if quad.subject != document]
    with pytest.raises(GraphError, match=rf"^{document.value}: is quoted, but the graph does not hold it; see what"):
        rdf.corpus(kept)


def test_a_link_to_a_fact_that_is_lost_is_named(corpus: Corpus) -> None:
    """What hangs together with nothing is told."""
    fact = iris.statement(corpus.readings[1].facts[2].id)
    kept = [quad for quad in rdf.quads(corpus) if quad.subject != fact]
    with pytest.raises(
        GraphError, match=rf"^\S+/statement/\S+: leads to {fact.value}, which the graph does not hold; see"
    ):
        rdf.corpus(kept)


def test_an_entry_of_the_ledger_whose_statement_is_lost_is_named(corpus: Corpus) -> None:
    """The entry and the statement that it joins."""
    quads = list(rdf.quads(corpus))
    entry = next(q.subject for q in quads if q.predicate == RDF.type and str(q.object).endswith("#LedgerEntry>"))
    other = ox.NamedNode("https://w3id.org/policygraph/statement/0000000000000000")
    changed = [
        ox.Quad(q.subject, q.predicate, other, q.graph_name)
        if q.subject == entry and q.predicate.value.endswith("#first") else q
        for q in quads
    ]  # fmt: skip
    pattern = rf"^{entry.value}: joins {other.value}, which the graph does not hold; see what else"
    with pytest.raises(GraphError, match=pattern):
        rdf.ledger_of(changed, rdf.corpus(changed))


def test_relations_come_back(corpus: Corpus) -> None:
    """Both ends with their types, the tie, what says it, year, theme, words and rule; and there is an edge of its own."""
    news, plan = corpus.readings
    one, other = corpus.entities[0], corpus.entities[1]
    relation = Relation(
        one.name, one.type, Tie.SERVES, other.name, other.type, By.WORDS, 2025, "innovation", plan.mentions[0].passage,
        ("relations/lead",),
    )  # fmt: skip
    before = replace(corpus, readings=(news, replace(plan, relations=(relation,))))
    quads = list(rdf.quads(before))
    (after,) = rdf.corpus(quads).relations
    assert (after, after.id, after.rule) == (relation, relation.id, relation.rule)
    edge = (
        iris.entity(one.name),
        ox.NamedNode("https://w3id.org/policygraph/ontology#serves"),
        iris.entity(other.name),
    )
    assert edge in {(quad.subject, quad.predicate, quad.object) for quad in quads}
