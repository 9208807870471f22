"""The data of the page: nodes, edges and evidence as arrays, every string once.

web/data.js reads what this module writes; the two name the columns in the same order.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

from policygraph.rdf import literals, units
from policygraph.viewer import figures
from policygraph.viewer.passages import Evidence, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Row = Mapping[str, Any]

__all__ = ["Evidence", "build"]

_BASE: Final = "https://w3id.org/policygraph/"
# Prefixes of docs/architecture.md: a node is known on the page, and in its address, by its short name.
_PREFIXES: Final = {
    "entity": f"{_BASE}entity/",
    "theme": f"{_BASE}theme/",
    "indicator": f"{_BASE}indicator/",
    "st": f"{_BASE}statement/",
    "place": f"{_BASE}place/",
}
_FACT: Final = ("indicator", "area", "comparator", "value", "value_max", "unit", "written")
_EDGE: Final = ("relation", "theme", "strength", "stage", "mode")


class _Strings:
    """Strings by number, numbered in order of first use."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, value: object) -> int:
        return self._numbers.setdefault("" if value is None else str(value), len(self._numbers))

    def list(self) -> list[str]:
        return list(self._numbers)


def build(
    nodes: Sequence[Row],
    edges: Sequence[Row],
    evidence: Evidence,
    ledger: Sequence[Mapping[str, str]],
    pages: str | None = None,
) -> dict[str, Any]:
    """Return the data of the page as plain values for JSON.

    Args:
        nodes: nodes of the pyvis network, with the attributes of the network view.
        edges: its edges.
        evidence: the documents they cite.
        ledger: rows of ``ledger.csv``.
        pages: the address below which every resource has a page of its own; None where nothing is served.

    """
    strings = _Strings()
    numbers = {str(node["id"]): i for i, node in enumerate(nodes)}
    passages, spans = _passages(edges, evidence)
    places = {passage: i for i, passage in enumerate(passages)}
    return {
        "prefixes": _PREFIXES,
        "base": _BASE,
        "pages": pages,
        "nodes": [_node(node, strings) for node in nodes],
        "edges": [_edge(edge, numbers, places, strings) for edge in edges],
        "passages": list(passages.values()),
        "paged": _paged(edges, places),
        "excerpts": evidence.excerpts(spans),
        "documents": [
            [d.name, d.title, d.publisher, d.issued, d.area, str(d.level), d.source] for d in evidence.documents
        ],
        "ledger": _ledger(ledger, strings),
        "units": _units(nodes),
        "strings": strings.list(),
    }


def short(iri: str) -> str:
    """Return an IRI of ours with its prefix, any other as it is.

    >>> short("https://w3id.org/policygraph/theme/innovation")
    'theme:innovation'
    """
    for prefix, namespace in _PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}:{iri.removeprefix(namespace)}"
    return iri


def _node(node: Row, strings: _Strings) -> list[Any]:
    fact = [*(_plain(node.get(name)) for name in _FACT), _said(node)] if "written" in node else None
    columns: list[Any] = [
        short(str(node["id"])),
        strings.number(node.get("type")),
        str(node.get("label") or node["id"]),
        str(node.get("english") or ""),
        str(node.get("pinyin") or ""),
        list(node.get("aliases") or ()),
        node.get("x", 0),
        node.get("y", 0),
        list(node.get("years") or ()),
        _numbered(node.get("themes") or (), strings),
        _numbered(node.get("documents") or (), strings),
    ]
    return [*columns, fact] if fact else columns


def _said(node: Row) -> str:
    value, upper = _decimal(node.get("value")), _decimal(node.get("value_max"))
    return figures.english(str(node.get("comparator") or ""), value, upper, str(node.get("unit") or ""))


def _decimal(value: object) -> Decimal | None:
    """Return a number; None for what is none: a network may come from anywhere."""
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _edge(edge: Row, numbers: Mapping[str, int], places: Mapping[Passage, int], strings: _Strings) -> list[Any]:
    passage = places.get(_passage(edge), -1)
    codes = [strings.number(edge.get(name)) for name in _EDGE]
    ends = [numbers[str(edge["from"])], numbers[str(edge["to"])]]
    return [*ends, *codes, edge.get("year") or 0, edge.get("weight") or 1, passage, str(edge.get("id") or "")]


def _ledger(rows: Sequence[Mapping[str, str]], strings: _Strings) -> dict[str, Any]:
    """Return the ledger with its columns named once; a cell is the number of its string."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    return {
        "columns": columns,
        "rows": [[strings.number(row.get(column)) for column in columns] for row in rows],
    }


def _units(nodes: Iterable[Row]) -> dict[str, list[str]]:
    """Return the IRIs of the units of all facts by name: our own concept, and QUDT's unit where it has it."""
    names = sorted({str(node["unit"]) for node in nodes if node.get("unit")})
    found = {name: units.unit(name) for name in names}
    return {name: [unit.node.value, *([unit.qudt.value] if unit.qudt else [])] for name, unit in found.items() if unit}


Passage = tuple[str, int, int, str]


def _passage(edge: Row) -> Passage:
    return str(edge.get("document") or ""), edge.get("start") or 0, edge.get("end") or 0, str(edge.get("quote") or "")


def _passages(edges: Iterable[Row], evidence: Evidence) -> tuple[dict[Passage, list[Any]], dict[str, list[Span]]]:
    """Return the passages, those that the excerpts hold without their words, and the spans to take excerpts of."""
    rows: dict[Passage, list[Any]] = {}
    spans: dict[str, list[Span]] = defaultdict(list)
    for passage in sorted({_passage(edge) for edge in edges if edge.get("quote")}):
        document, start, end, quote = passage
        rows[passage] = [document, start, end, quote]
        if evidence.holds(document, start, end, quote):
            spans[document].append((start, end))
            rows[passage].pop()
    return rows, spans


def _paged(edges: Iterable[Row], places: Mapping[Passage, int]) -> dict[int, int]:
    """Return the pages of the passages, by the number of the passage; of those of documents without pages nothing."""
    found = {places[_passage(edge)]: edge["page"] for edge in edges if edge.get("quote") and edge.get("page")}
    return dict(sorted(found.items()))


def _numbered(values: Iterable[str], strings: _Strings) -> list[int]:
    return [strings.number(value) for value in values]


def _plain(value: object) -> object:
    """Return numbers of any kind as the text that JSON, RDF and a reader take the same way."""
    if isinstance(value, Decimal):
        return literals.plain(value)
    return "" if value is None else str(value)
