"""SPARQL 1.1 Protocol: what a request asks (https://www.w3.org/TR/sparql11-protocol/); queries only."""

from __future__ import annotations

from email.message import Message
from typing import TYPE_CHECKING, Final
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException

from policygraph.server import forms
from policygraph.server.answering import Question
from policygraph.store.bounds import MOST_BYTES

if TYPE_CHECKING:
    from starlette.requests import Request

# Bytes of a request's body: a query, percent-encoded, and the graphs of its dataset.
MOST_BODY: Final = 1024 * 1024
_MOST_FIELDS: Final = 20_000

_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
# Names of UTF-8, and of what is part of it.
_CHARSETS: Final = frozenset({"", "utf-8", "utf8", "us-ascii"})
# What a body may be, as answers of 415 tell it (RFC 9110, 12.5.3 and 15.5.16; Accept-Post: LDP 1.0, 7.1).
_TAKEN: Final = {"Accept-Encoding": "identity", "Accept-Post": f"{_FORM}, {_QUERY}"}

Fields = dict[str, list[str]]


async def fields(request: Request) -> Fields:
    """Return the parameters of a request, those of its body included.

    Raises:
        HTTPException: 400 it is no UTF-8; 403 it is an update; 413 its body is too long; 415 its body is no query.

    """
    found = _parsed(request.url.query)
    if request.method == "POST":
        sort = _sort(request)
        text = _decoded(await _body(request))
        found = {**found, "query": [text]} if sort == _QUERY else {**found, **_parsed(text)}
    if "update" in found:
        raise HTTPException(403, "an update is refused: a graph is only read; ask with SELECT")
    return found


def question(found: Fields, accept: str) -> Question:
    """Return the question of a request's parameters.

    Args:
        found: the parameters; ``query`` is among them.
        accept: the header ``Accept``; formats that the parameters name go before it.

    Raises:
        HTTPException: 400 there are several queries; 406 no format is acceptable; 413 the query is too long.

    """
    if len(found["query"]) > 1:
        raise HTTPException(400, "the request has several queries; send one")
    sparql = found["query"][0]
    if len(sparql.encode("utf-8", "replace")) > MOST_BYTES:
        raise HTTPException(413, f"the query has more than {MOST_BYTES} bytes; ask it in parts")
    wanted = forms.wanted(named(found), accept, forms.ANSWERS)
    if not wanted:
        raise HTTPException(406, f"no format that was asked for is known; there are: {forms.known(forms.ANSWERS)}")
    return Question(
        sparql, wanted, tuple(found.get("default-graph-uri", ())), tuple(found.get("named-graph-uri", ()))
    )  # fmt: skip


def named(found: Fields) -> list[str]:
    """Return the formats that the parameters of a request name, in whatever words."""
    return [value for parameter in forms.PARAMETERS for value in found.get(parameter, ())]


def _sort(request: Request) -> str:
    """Return what the body of a request is: :data:`_FORM` or :data:`_QUERY`.

    Raises:
        HTTPException: 403 it is an update; 415 it is something else, is packed, or is no UTF-8.

    """
    header = Message()
    header["content-type"] = request.headers.get("content-type", "")
    media = header.get_content_type()
    if media == _UPDATE:
        raise HTTPException(403, "an update is refused: a graph is only read; ask with SELECT")
    if media not in (_FORM, _QUERY):
        raise HTTPException(415, f"send the query as {_FORM} or {_QUERY}", _TAKEN)
    if str(header.get_param("charset", "")).lower() not in _CHARSETS:
        raise HTTPException(415, "send the query as UTF-8", _TAKEN)
    if request.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
        raise HTTPException(415, "send the query as it is, without Content-Encoding", _TAKEN)
    return media


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
