"""The ledger ↔ quads: a graph of its own, each entry derived from the statements that it joins."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from pyoxigraph import Literal

from policygraph.ledger import Grade, Relation, Row, Side
from policygraph.rdf import iris, literals, passages, shared
from policygraph.rdf.nodes import describe
from policygraph.rdf.vocab import PG, PREFIXES, PROV, RDF, SKOS, term
from policygraph.statements import Fact, Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pyoxigraph import NamedNode, Quad

    from policygraph.rdf.nodes import Nodes
    from policygraph.statements import Level

_LEDGER_ENTRY: Final = term("pg", "LedgerEntry")
_RELATION: Final = term("pg", "relation")
_VERDICT: Final = term("pg", "verdict")
_FIRST: Final = term("pg", "first")
_SECOND: Final = term("pg", "second")
_RULE: Final = term("pg", "rule")
_NOTE: Final = term("skos", "note")
_GRADE: Final = term("pg", "grade")
_SCORE: Final = term("pg", "score")
_SHARED: Final = term("pg", "sharedWords")
_TARGET_KEY: Final = term("pg", "targetKey")
_CANDIDATE: Final = term("pg", "candidate")

# The relations of a target with the plan of the next year.
_NEXT: Final = frozenset(
    {Relation.REPEATED, Relation.RAISED, Relation.LOWERED, Relation.SOFTENED, Relation.POSSIBLY_DROPPED}
)


def quads(rows: Iterable[Row], minted: frozenset[str]) -> Iterator[Quad]:
    """Yield the graph of a ledger.

    Args:
        rows: its rows.
        minted: names of indicators that the graph of minted indicators describes; others are described here.

    """
    described = set(minted)
    for row in rows:
        yield from _entry(row)
        for side in (row.a, row.b, row.candidate):
            if side and not side.statement:
                yield from passages.quads(side.passage, iris.LEDGER)
        if row.indicator and not row.concept and row.indicator not in described:
            described.add(row.indicator)
            yield from shared.indicator(row.indicator, iris.LEDGER)


def read(nodes: Nodes, node: NamedNode, said: Mapping[str, Fact | Mention], levels: Mapping[str, Level]) -> Row:
    """Return the entry of a node.

    Args:
        nodes: the graph.
        node: the entry.
        said: the facts and mentions of the same graph by id.
        levels: the level of government of each of its documents by name.

    Raises:
        GraphError: its description is not whole.
        ValueError: it joins a statement or quotes a document that the graph does not hold.

    """
    year = literals.whole(iris.local(nodes.node(node, PG.year), "year"))
    a = _side(nodes, nodes.node(node, _FIRST), said, year)
    relation = Relation(_code(nodes.nodes(node, _RELATION)).replace("-", "_"))
    # Words that are no statement do not say their year: those of the next plan speak of the next year.
    second = year + 1 if relation in _NEXT else year
    others = [_side(nodes, other, said, second) for other in nodes.nodes(node, _SECOND)]
    candidates = [_side(nodes, other, said, second) for other in nodes.nodes(node, _CANDIDATE)]
    grade, score = _code(nodes.nodes(node, _GRADE)).replace("-", " "), nodes.text(node, _SCORE)
    indicator, concept = _indicator(nodes, node, said.get(a.statement))
    if a.passage.document not in levels:
        raise ValueError(f"quotes the document {a.passage.document}, which the graph does not hold")
    return Row(
        relation=relation,
        indicator=indicator,
        concept=concept,
        entity="".join(iris.local(entity, "entity") for entity in nodes.nodes(node, PG.entity)),
        area=iris.area_name(nodes.node(node, PG.area)),
        level=levels[a.passage.document],
        theme="".join(iris.local(theme, "theme") for theme in nodes.nodes(node, PG.theme)),
        year=year,
        verdict=_code(nodes.nodes(node, _VERDICT)).replace("-", " "),
        a=a,
        b=others[0] if others else None,
        rule=nodes.text(node, _RULE, "en"),
        note=nodes.text(node, _NOTE, "en"),
        grade=Grade(grade) if grade else None,
        shared=nodes.text(node, _SHARED),
        score=float(literals.number(score)) if score else None,
        candidate=candidates[0] if candidates else None,
        target=nodes.text(node, _TARGET_KEY),
    )


def _side(nodes: Nodes, node: NamedNode, said: Mapping[str, Fact | Mention], year: int) -> Side:
    if not node.value.startswith(PREFIXES["st"]):
        return Side("", year, "", passages.read(nodes, node))
    statement = said.get(iris.local(node, "st"))
    if statement is None:
        raise ValueError(f"joins {node.value}, which the graph does not hold")
    written = statement.stage or "" if isinstance(statement, Mention) else statement.written
    return Side(statement.id, statement.year, written, statement.passage)


def _indicator(nodes: Nodes, node: NamedNode, first: Fact | Mention | None) -> tuple[str, str]:
    """Return the name of an entry's indicator as its first statement has it, and its concept."""
    found = nodes.nodes(node, PG.indicator)
    if not found:
        return "", ""
    name = first.indicator if isinstance(first, Fact) else nodes.required(found[0], SKOS.pref_label, "zh")
    return name, "" if found[0] == iris.indicator(name) else iris.local(found[0], "indicator")


def _code(found: list[NamedNode]) -> str:
    return found[0].value.rpartition("/")[2] if found else ""


def _entry(row: Row) -> Iterator[Quad]:
    first = _node(row.a)
    second = _node(row.b) if row.b else None
    yield from describe(
        iris.statement(row.id), iris.LEDGER,
        (RDF.type, _LEDGER_ENTRY),
        (_RELATION, iris.code("relation", _slug(row.relation))),
        (_VERDICT, iris.code("verdict", _slug(row.verdict)) if row.verdict else None),
        (_FIRST, first),
        (_SECOND, second),
        (PROV.was_derived_from, first),
        (PROV.was_derived_from, second),
        (PG.indicator, iris.indicator(row.indicator, row.concept) if row.indicator else None),
        (PG.entity, iris.entity(row.entity) if row.entity else None),
        (PG.area, iris.area(row.area, row.a.passage.document)),
        (PG.year, iris.year(row.year)),
        (PG.theme, iris.theme(row.theme) if row.theme else None),
        (_RULE, literals.english(row.rule)),
        (_NOTE, Literal(row.note, language="en") if row.note else None),
        (_GRADE, iris.code("grade", _slug(row.grade)) if row.grade else None),
        (_SCORE, literals.decimal(Decimal(f"{row.score:.3f}")) if row.score is not None else None),
        (_SHARED, Literal(row.shared) if row.shared else None),
        (_TARGET_KEY, Literal(row.target) if row.target else None),
        (_CANDIDATE, _node(row.candidate) if row.candidate else None),
    )  # fmt: skip


def _node(side: Side) -> NamedNode:
    """Return the statement of a side; words that are no statement stand as their passage."""
    return iris.statement(side.statement) if side.statement else iris.passage(side.passage)


def _slug(code: str) -> str:
    return code.replace("_", "-").replace(" ", "-")
