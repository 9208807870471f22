"""The SPARQL endpoint: answers for programs, a page with a form for people."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from pyoxigraph import NamedNode
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from policygraph import queries
from policygraph.queries.table import show, show_text
from policygraph.server import descriptions, forms, negotiation, protocol, service
from policygraph.server.addresses import href
from policygraph.server.answering import PAGE, ROW_TYPES
from policygraph.server.parts import Ref
from policygraph.server.presence import while_there
from policygraph.server.rendering import render, style
from policygraph.server.spool import SpooledResponse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request

    from policygraph.server.asker import Asker, Reply

_VARY = "Accept, Accept-Language"
_TYPES = {**ROW_TYPES, **descriptions.TYPES}
# The description of the service is relative to its address, which N-Triples cannot be.
_DESCRIPTION = tuple((media, form) for media, form in forms.ANSWERS if form in {"ttl", "jsonld", "rdf", PAGE})
# Seconds after which it is worth while to come again: by then, half of what runs now has ended.
_RETRY = {503: {"Retry-After": "5"}, 504: {"Retry-After": "5"}}


@dataclass(frozen=True, slots=True)
class Shown:
    """An answer as the page shows it.

    Attributes:
        columns: the heads of the columns.
        rows: the cells.
        truth: of ASK, the answer, else None.
        cut: whether there are more rows.

    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Ref, ...], ...]
    truth: bool | None
    cut: bool


async def sparql(request: Request) -> Response:
    """Answer a request to the endpoint."""
    accept = request.headers.get("accept", "")
    try:
        found = await protocol.fields(request)
        if "query" not in found:
            return _described(request, found, accept)
        question = protocol.question(found, accept)
    except HTTPException as error:
        return _problem(error.status_code, error.detail, error.headers)
    asker: Asker = request.app.state.asker
    client = request.client.host if request.client else ""
    reply = await while_there(request, asker.ask(question, client))
    if question.forms[0] == PAGE:
        return _page(request, found, reply)
    if reply.status != 200:
        return _problem(reply.status, reply.problem)
    if reply.answer is None:
        return _page(request, found, reply)
    return SpooledResponse(reply.answer, _TYPES[reply.form], {"Vary": _VARY})


def _problem(status: int, problem: str, headers: Mapping[str, str] | None = None) -> Response:
    return PlainTextResponse(
        f"{problem}\n", status, headers={"Vary": _VARY, **_RETRY.get(status, {}), **(headers or {})}
    )


def _retry(reply: Reply | None) -> dict[str, str]:
    return _RETRY.get(reply.status, {}) if reply else {}


def _described(request: Request, found: protocol.Fields, accept: str) -> Response:
    """Return the form for people, the description of the service for programs."""
    wanted = forms.wanted(protocol.named(found), accept, _DESCRIPTION)
    if request.method == "POST" or not wanted:
        return _problem(400, "the request has no query; send one as the parameter query")
    if wanted[0] == PAGE:
        return _page(request, found, None)
    return Response(service.described(wanted[0]), media_type=_TYPES[wanted[0]], headers={"Vary": _VARY})


def _page(request: Request, found: protocol.Fields, reply: Reply | None) -> Response:
    asked = found.get("lang", [""])[0]
    language = negotiation.language(asked, request.headers.get("accept-language", ""))
    query = found.get("query", [""])[0]
    answer = _shown(reply) if reply and reply.status == 200 else None
    values: dict[str, Any] = {
        "query": query,
        "problem": reply.problem if reply else "",
        "answer": answer,
        "downloads": _downloads(found, triples=reply.triples) if reply and answer else [],
        "examples": _examples(language),
    }
    address = f"/sparql?{urlencode({'query': query, 'format': PAGE})}" if query else "/sparql"
    return HTMLResponse(
        render("sparql.html.j2", language, address, values),
        reply.status if reply else 200,
        headers={"Vary": _VARY, "Content-Security-Policy": style().policy, **_retry(reply)},
    )


def _shown(reply: Reply) -> Shown:
    answer = json.loads(reply.body)
    if "boolean" in answer:
        return Shown((), (), answer["boolean"], cut=False)
    columns = tuple(answer["head"]["vars"])
    rows = tuple(
        tuple(_cell(row[column]) if column in row else Ref("") for column in columns)
        for row in answer["results"]["bindings"]
    )
    return Shown(columns, rows, None, reply.cut)


def _cell(term: dict[str, str]) -> Ref:
    value = term["value"]
    if term["type"] != "uri":
        return Ref(show_text(value))
    node = NamedNode(value)
    return Ref(show(node), href(node) or (value if value.startswith(("http://", "https://")) else ""))


def _downloads(found: protocol.Fields, *, triples: bool) -> list[tuple[str, str]]:
    offered = descriptions.TYPES if triples else ROW_TYPES
    kept = {name: values for name, values in found.items() if name.endswith("-graph-uri") or name == "query"}
    return [(form, f"/sparql?{urlencode({**kept, 'format': form}, doseq=True)}") for form in offered]


@functools.cache
def _examples(language: str) -> list[tuple[str, str]]:
    questions = [queries.question(name) for name in queries.names()]
    return [
        (
            question.chinese if language == "zh" else question.title,
            f"/sparql?{urlencode({'query': question.text, 'format': PAGE, 'lang': language})}",
        )
        for question in questions
    ]
