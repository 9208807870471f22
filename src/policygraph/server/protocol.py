"""SPARQL 1.1 Protocol: what a request asks (https://www.w3.org/TR/sparql11-protocol/); queries only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException

from policygraph.server import descriptions
from policygraph.server.answering import PAGE, ROW_MEDIA, ROW_TYPES, Question
from policygraph.server.negotiation import acceptable
from policygraph.store.bounds import MOST_BYTES

if TYPE_CHECKING:
    from starlette.requests import Request

# Bytes of a request's body: a query, percent-encoded, and the graphs of its dataset.
MOST_BODY: Final = 1024 * 1024
_MOST_FIELDS: Final = 20_000

HTML: Final = "text/html"
_OFFERED: Final = {**ROW_MEDIA, **descriptions.MEDIA, HTML: PAGE}
_FORMATS: Final = (*ROW_TYPES, *descriptions.FORMATS, PAGE)

_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"

Fields = dict[str, list[str]]


async def fields(request: Request) -> Fields:
    """Return the parameters of a request, those of its body included.

    Raises:
        HTTPException: 400 it is no UTF-8; 403 it is an update; 413 its body is too long; 415 its body is no query.

    """
    found = _parsed(request.url.query)
    if request.method == "POST":
        sort = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if sort == _UPDATE:
            raise HTTPException(403, "an update is refused: a graph is only read; ask with SELECT")
        if sort not in (_FORM, _QUERY):
            raise HTTPException(415, f"send the query as {_FORM} or {_QUERY}")
        text = _decoded(await _body(request))
        found = {**found, "query": [text]} if sort == _QUERY else {**found, **_parsed(text)}
    if "update" in found:
        raise HTTPException(403, "an update is refused: a graph is only read; ask with SELECT")
    return found


def question(found: Fields, accept: str) -> Question:
    """Return the question of a request's parameters.

    Args:
        found: the parameters; ``query`` is among them.
        accept: the header ``Accept``; the parameter ``format`` goes before it.

    Raises:
        HTTPException: 400 there are several queries; 406 no format is acceptable; 413 the query is too long.

    """
    if len(found["query"]) > 1:
        raise HTTPException(400, "the request has several queries; send one")
    sparql = found["query"][0]
    if len(sparql.encode("utf-8", "replace")) > MOST_BYTES:
        raise HTTPException(413, f"the query has more than {MOST_BYTES} bytes; ask it in parts")
    asked = found.get("format", [""])[0]
    if asked and asked not in _FORMATS:
        raise HTTPException(406, f"unknown format: {asked}; there are: {', '.join(_FORMATS)}")
    forms = (asked,) if asked else tuple(acceptable(accept, _OFFERED))
    if not forms:
        raise HTTPException(406, f"none of the formats is known; there are: {', '.join(_OFFERED)}")
    return Question(
        sparql, forms, tuple(found.get("default-graph-uri", ())), tuple(found.get("named-graph-uri", ()))
    )  # fmt: skip


async def _body(request: Request) -> bytes:
    """Return the body, and stop reading where it is too long."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > MOST_BODY:
            raise HTTPException(413, f"the request has more than {MOST_BODY} bytes; ask it in parts")
        parts.append(part)
    return b"".join(parts)


def _decoded(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, "the query is not UTF-8") from error


def _parsed(text: str) -> Fields:
    try:
        return parse_qs(text, keep_blank_values=True, errors="strict", max_num_fields=_MOST_FIELDS)
    except ValueError as error:
        raise HTTPException(400, "the parameters are not UTF-8, or too many") from error
