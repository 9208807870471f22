"""Rows in the formats of the W3C: SPARQL results in CSV, TSV, JSON and XML."""

from __future__ import annotations

import csv as csv_
import io
import json as json_
import re
from typing import TYPE_CHECKING, Any, Final
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from policygraph.errors import QueryError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policygraph.queries.answers import Answer, Term

_XSD_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"
# XML 1.0, production 2: what no document can hold, not even escaped.
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def csv(answer: Answer) -> str:
    """Return SPARQL 1.1 results in CSV."""
    return separated(answer.columns, ([_bare(term) for term in row] for row in answer.rows))


def separated(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return rows in CSV as SPARQL 1.1 has it: bare values, lines ended as RFC 4180 says."""
    buffer = io.StringIO()
    writer = csv_.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return buffer.getvalue()


def tsv(answer: Answer) -> str:
    """Return SPARQL 1.1 results in TSV: terms as in Turtle."""
    lines = ["\t".join(f"?{column}" for column in answer.columns)]
    lines += ["\t".join("" if term is None else str(term) for term in row) for row in answer.rows]
    return "\n".join(lines) + "\n"


def json(answer: Answer) -> str:
    """Return SPARQL 1.1 results in JSON."""
    bindings = [
        {column: _term(term) for column, term in zip(answer.columns, row, strict=True) if term is not None}
        for row in answer.rows
    ]
    document = {"head": {"vars": list(answer.columns)}, "results": {"bindings": bindings}}
    return json_.dumps(document, ensure_ascii=False, indent=1) + "\n"


def xml(answer: Answer) -> str:
    """Return SPARQL results in XML (second edition); characters that XML cannot hold are replaced by U+FFFD."""
    head = "".join(f"<variable name={quoteattr(column)}/>" for column in answer.columns)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head>{head}</head><results>',
    ]
    for row in answer.rows:
        bound = zip(answer.columns, row, strict=True)
        cells = (f"<binding name={quoteattr(c)}>{_element(_term(t))}</binding>" for c, t in bound if t is not None)
        lines.append(f"<result>{''.join(cells)}</result>")
    return "\n".join([*lines, "</results></sparql>"]) + "\n"


def _bare(term: Term | None) -> str:
    if term is None:
        return ""
    return str(term) if isinstance(term, ox.BlankNode | ox.Triple) else term.value


def _term(term: Term) -> dict[str, Any]:
    match term:
        case ox.NamedNode():
            return {"type": "uri", "value": term.value}
        case ox.BlankNode():
            return {"type": "bnode", "value": term.value}
        case ox.Literal():
            return {"type": "literal", "value": term.value, **_sort(term)}
        case _:
            raise QueryError("a row holds a triple term, which SPARQL 1.1 results cannot; select its parts")


def _sort(literal: ox.Literal) -> dict[str, str]:
    if literal.language:
        return {"xml:lang": literal.language}
    return {} if literal.datatype.value == _XSD_STRING else {"datatype": literal.datatype.value}


def _element(term: dict[str, Any]) -> str:
    attributes = "".join(f" {name}={quoteattr(term[name])}" for name in ("xml:lang", "datatype") if name in term)
    # A parser would turn a bare carriage return into a line feed.
    value = escape(_NO_XML.sub("\ufffd", term["value"]), {"\r": "&#13;"})
    return f"<{term['type']}{attributes}>{value}</{term['type']}>"
