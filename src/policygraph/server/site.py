"""The pages: the viewer, the resources, the search, and what is said where there is none."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from policygraph import rdf
from policygraph.errors import PolicygraphError, QueryError
from policygraph.queries.triples import write
from policygraph.rdf.iris import DATASET
from policygraph.rdf.vocab import PREFIXES
from policygraph.server import addresses, descriptions, forms, negotiation
from policygraph.server.building import Builder
from policygraph.server.headers import allowed
from policygraph.server.names import Names
from policygraph.server.reader import Reader
from policygraph.server.rendering import render, style
from policygraph.server.spool import SpooledResponse
from policygraph.server.views import Views, policy
from policygraph.server.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyoxigraph import NamedNode
    from starlette.requests import Request

    from policygraph.server.graph import Graph
    from policygraph.server.parts import Ref
    from policygraph.server.spool import Spool

_VARY: Final = "Accept, Accept-Language"
_PAGE: Final = "html"
# How many names a list of the start page has.
_LISTED: Final = 60


class Site:
    """The pages of a graph.

    Args:
        graph: the graph.
        texts: texts of documents by name, for the words around quotes.
        spool: keeps the whole graph as a file.

    """

    def __init__(self, graph: Graph, texts: Mapping[str, str], spool: Spool) -> None:
        self._graph = graph
        self._spool = spool
        self._texts = texts
        self._names = Names(graph)
        self._views = Views(graph, texts)

    def start(self, request: Request) -> Response:
        """Return the viewer page; of a graph too large for it, the search page."""
        return self.search(request) if self._names.large else _viewed(request, self._views.page())

    def view(self, request: Request) -> Response:
        """Return the viewer page of a part of the graph."""
        asked = request.query_params
        year = asked.get("year") or None
        if year is not None and not (year.isascii() and year.isdecimal() and len(year) <= 4):
            raise HTTPException(400, f"year={year}: write a year, such as 2025")
        try:
            page = self._views.page(
                asked.get("theme") or None, int(year) if year else None, asked.get("entity") or None
            )
        except QueryError as error:
            raise HTTPException(404, str(error)) from error
        return _viewed(request, page)

    def search(self, request: Request) -> Response:
        """Return the page on which resources are found by name, theme and year."""
        read = self._reader(request)
        asked = request.query_params.get("q", "")[:200]
        values = {
            "asked": asked,
            "found": [read.both(node) for node in self._names.find(asked)],
            "large": self._names.large and not asked,
            "lists": [
                ("themes", self._listed(read, "theme")),
                ("years", self._listed(read, "year")),
                ("areas", self._listed(read, "place")),
                ("documents", self._listed(read, "doc")),
                ("most_named", self._listed(read, "entity")),
            ],
        }
        address = f"/search?{urlencode({'q': asked})}" if asked else "/search"
        return _page("search.html.j2", read.language, address, values)

    def resource(self, request: Request) -> Response:
        """Return the page of a resource, or its description as RDF."""
        raw = bytes(request.scope["raw_path"]).decode("ascii", "replace")
        node = next((node for node in addresses.candidates(raw) if self._held(node)), None)
        if node is None:
            raise HTTPException(404)
        form = _form(request)
        if form != _PAGE:
            body = write(descriptions.triples(self._graph, node), form)
            return Response(body, media_type=descriptions.TYPES[form], headers={"Vary": _VARY})
        number = request.query_params.get("page", "1")
        builder = Builder(self._reader(request), whole=not self._names.large)
        page = builder.page(node, int(number) if number.isascii() and number.isdecimal() and len(number) < 8 else 1)
        address = addresses.href(node)
        values = {"page": page, "address": address, "formats": descriptions.TYPES}
        here = f"{address}?page={page.number}" if page.number > 1 else address
        return _page("resource.html.j2", self._language(request), here, values)

    def data(self, request: Request) -> Response:  # noqa: ARG002 -- called by starlette
        """Return the whole graph as N-Quads, sorted."""
        whole = self._spool.kept("data.nq", lambda: rdf.serialise(self._graph.store.quads()))
        return SpooledResponse(whole, "application/n-quads", {"Content-Disposition": 'attachment; filename="graph.nq"'})

    def void(self, request: Request) -> Response:
        """Lead to the description of the graph as a whole, for who looks for it where VoID says (its section 7.2)."""
        if not self._held(DATASET):
            raise HTTPException(404)
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"{addresses.href(DATASET)}{query}", 302)

    def missing(self, request: Request, error: Exception) -> Response:
        """Return the page, or the line, that says what is wrong with a request."""
        status, problem = _told(error)
        headers = {"Allow": allow} if (allow := allowed(error)) else {}
        # Who asks what is allowed is told; the preflight of a page of another site is refused.
        if allow and request.method == "OPTIONS" and "access-control-request-method" not in request.headers:
            return Response(status_code=204, headers=headers)
        language = self._language(request)
        if _PAGE not in negotiation.acceptable(request.headers.get("accept", ""), forms.RESOURCES)[:1]:
            return PlainTextResponse(f"{problem or 'not found'}\n", status, headers)
        asked = request.url.path.rstrip("/").rpartition("/")[2] if status == 404 and not problem else ""
        read = self._reader(request)
        spoken = words(language)
        values = {
            "heading": spoken["not_found"] if status == 404 else str(status),
            "problem": problem or spoken["not_found_hint"],
            "near": [read.both(node) for node in self._names.near(asked[:60])],
            "asked": asked[:60],
        }
        return _page("missing.html.j2", language, "/search", values, status, headers)

    def _held(self, node: NamedNode) -> bool:
        return self._graph.holds(node)

    def _language(self, request: Request) -> str:
        asked = request.query_params.get("lang", "")
        return negotiation.language(asked, request.headers.get("accept-language", ""))

    def _reader(self, request: Request) -> Reader:
        return Reader(
            self._graph,
            self._texts,
            self._language(request),
            # Who has chosen a language keeps it from page to page.
            keep=request.query_params.get("lang", "") in negotiation.LANGUAGES,
        )

    def _listed(self, read: Reader, prefix: str) -> list[tuple[Ref, int, str]]:
        """Return the resources of a namespace that most is said about, with how much, and their part in the viewer."""
        rows = []
        for node in self._names.most(prefix, _LISTED):
            local = node.value.removeprefix(PREFIXES[prefix])
            cut = {"theme": local, "year": local, "entity": node.value}.get(prefix, "")
            view = f"/view?{urlencode({prefix: cut})}" if cut else ""
            rows.append((read.ref(node), self._names.used[node.value], view))
        return sorted(rows, key=lambda row: row[0].label) if prefix == "year" else rows


def _viewed(request: Request, body: bytes) -> Response:
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {"Content-Security-Policy": policy(), "ETag": tag}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return HTMLResponse(body, headers=headers)


def _page(
    template: str, language: str, address: str, values: Mapping[str, Any], status: int = 200,
    more: Mapping[str, str] | None = None,
) -> Response:  # fmt: skip
    headers = {"Vary": _VARY, "Content-Security-Policy": style().policy, **(more or {})}
    return HTMLResponse(render(template, language, address, values), status, headers)


def _form(request: Request) -> str:
    """Return the format of a resource that a request asks for.

    Raises:
        HTTPException: 406 there is no such format.

    """
    named = [value for parameter in forms.PARAMETERS for value in request.query_params.getlist(parameter)]
    wanted = forms.wanted(named, request.headers.get("accept", ""), forms.RESOURCES)
    if not wanted:
        raise HTTPException(406, f"no format that was asked for is known; there are: {forms.known(forms.RESOURCES)}")
    return wanted[0]


def _told(error: Exception) -> tuple[int, str]:
    """Return the status of an error and what it says; ``""`` where there is nothing but the status to say."""
    if isinstance(error, HTTPException):
        # Starlette's own words for a status say less than the page.
        return error.status_code, "" if error.detail == "Not Found" else error.detail
    if isinstance(error, PolicygraphError):
        return 500, str(error)
    raise error
