"""The data of the page: nodes, edges and evidence as arrays, every string once.

web/data.js reads what this module writes; the two name the columns in the same order.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final

from policygraph.rdf import literals, units
from policygraph.statements import key
from policygraph.viewer import areas, figures, sources
from policygraph.viewer.passages import Evidence, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from policygraph.ledger.panel import Cell

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
_CELL: Final = ("area", "indicator", "indicator_english", "concept", "unit", "verdict")


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
    ledger: Sequence[Mapping[str, str]] = (),
    panel: Iterable[Cell] = (),
    *,
    titles: Mapping[str, str] | None = None,
    pages: str | None = None,
) -> dict[str, dict[str, Any]]:
    """Return the data of the page as plain values for JSON, in the parts in which it is read.

    Args:
        nodes: nodes of the pyvis network, with the attributes of the network view.
        edges: its edges.
        evidence: the documents they cite.
        ledger: rows of ``ledger.csv``.
        panel: targets and results by place, indicator and year; those are left out whose statements are no nodes.
        titles: of the page, by language.
        pages: the address below which every resource has a page of its own; None where nothing is served.

    """
    strings = _Strings()
    numbers = {str(node["id"]): i for i, node in enumerate(nodes)}
    passages, spans = _passages(edges, evidence)
    places = {passage: i for i, passage in enumerate(passages)}
    cells = _panel(panel, numbers, strings)
    graph = {
        "title": titles,
        "version": _version(evidence),
        "prefixes": _PREFIXES,
        "base": _BASE,
        "pages": pages,
        "nodes": [_node(node, strings) for node in nodes],
        "edges": [_edge(edge, numbers, places, strings) for edge in edges],
        "passages": _placed(passages, strings),
        "paged": _paged(edges, places),
        "documents": sources.rows(evidence.documents),
        "areas": areas.rows(_areas(nodes, evidence, ledger)),
        "ledger": _ledger(ledger, strings),
        "panel": cells,
        "units": _units(nodes),
    }
    words = {"excerpts": evidence.excerpts(spans), "quotes": _loose(passages)}
    return {"graph": {**graph, "strings": strings.list()}, "words": words}


def _version(evidence: Evidence) -> str:
    """Return a name of what the documents are, for citations: another one as soon as one of them is another."""
    return key("version", *(f"{d.name} {d.sha256}" for d in evidence.documents))[:10]


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
    columns = [*ends, *codes, edge.get("year") or 0, edge.get("weight") or 1, passage]
    # What a fact says of itself bears the name of the fact.
    name = str(edge.get("id") or "")
    return columns if short(str(edge["from"])) == f"st:{name}" else [*columns, name]


def _panel(panel: Iterable[Cell], numbers: Mapping[str, int], strings: _Strings) -> list[list[Any]]:
    """Return targets and results with the numbers of their nodes, -1 where there is none."""
    rows = []
    for cell in panel:
        record = cell.record
        ends = [numbers.get(f"{_PREFIXES['st']}{name}", -1) if name else -1 for name in (cell.target, cell.outcome)]
        if any(name and end < 0 for name, end in zip((cell.target, cell.outcome), ends, strict=True)):
            continue
        values = [record[name] for name in ("year", "target_low", "target_high", "outcome")]
        rows.append([*(strings.number(record[name]) for name in _CELL), *values, *ends])
    return rows


def _areas(nodes: Iterable[Row], evidence: Evidence, ledger: Iterable[Mapping[str, str]]) -> set[str]:
    """Return the names of all places that figures, documents and rows of the ledger are of."""
    found = {str(node["area"]) for node in nodes if node.get("area")}
    found |= {document.area for document in evidence.documents}
    return (found | {row.get("area", "") for row in ledger}) - {""}


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


def _passages(edges: Iterable[Row], evidence: Evidence) -> tuple[dict[Passage, bool], dict[str, list[Span]]]:
    """Return the passages, with whether the excerpts hold their words, and the spans to take excerpts of."""
    rows: dict[Passage, bool] = {}
    spans: dict[str, list[Span]] = defaultdict(list)
    for passage in sorted({_passage(edge) for edge in edges if edge.get("quote")}):
        document, start, end, quote = passage
        rows[passage] = evidence.holds(document, start, end, quote)
        if rows[passage]:
            spans[document].append((start, end))
    return rows, spans


def _paged(edges: Iterable[Row], places: Mapping[Passage, int]) -> dict[int, int]:
    """Return the pages of the passages, by the number of the passage; of those of documents without pages nothing."""
    found = {places[_passage(edge)]: edge["page"] for edge in edges if edge.get("quote") and edge.get("page")}
    return dict(sorted(found.items()))


def _placed(passages: Iterable[Passage], strings: _Strings) -> list[int]:
    """Return document, start and length of every passage, one after the other."""
    return [n for document, start, end, _ in passages for n in (strings.number(document), start, end - start)]


def _loose(passages: Mapping[Passage, bool]) -> dict[int, str]:
    """Return by number the words of passages that no excerpt holds."""
    return {number: passage[-1] for number, (passage, held) in enumerate(passages.items()) if not held}


def _numbered(values: Iterable[str], strings: _Strings) -> list[int]:
    return [strings.number(value) for value in values]


def _plain(value: object) -> object:
    """Return numbers of any kind as the text that JSON, RDF and a reader take the same way."""
    if isinstance(value, Decimal):
        return literals.plain(value)
    return "" if value is None else str(value)
