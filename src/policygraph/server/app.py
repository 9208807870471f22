"""The application: which address is answered by what, and what every request has to pass."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.routing import Route

from policygraph.errors import PolicygraphError
from policygraph.server.endpoint import sparql
from policygraph.server.graph import Graph
from policygraph.server.guard import Guard
from policygraph.server.headers import SafeHeaders
from policygraph.server.pieces import Pieces
from policygraph.server.site import Site

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from starlette.requests import Request

    from policygraph.server.asker import Asker
    from policygraph.server.source import Source

# Names of this machine for itself.
LOOPBACK: Final = ("127.0.0.1", "localhost", "[::1]")


def application(
    source: Source, asker: Asker, texts: Mapping[str, str], *, hosts: tuple[str, ...], shared: bool
) -> Starlette:
    """Return the application.

    Args:
        source: the graph.
        asker: answers questions to it.
        texts: texts of documents by name.
        hosts: what the header ``Host`` may name; ``*`` is anything.
        shared: whether pages of other sites may read what is served.

    """
    site = Site(Graph(source.store), texts, asker.spool)

    @contextlib.asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        app.state.asker = asker
        asker.start()
        try:
            yield
        finally:
            await asker.stop()

    app = Starlette(
        routes=[
            Route("/", site.start),
            Route("/view", site.view),
            Route("/search", site.search),
            Route("/sparql", sparql, methods=["GET", "POST"]),
            Route("/data.nq", site.data),
            Route("/.well-known/void", site.void),
            Route("/ontology", site.resource),
            Route("/{kind}/{local:path}", site.resource),
        ],
        middleware=_middleware(hosts, shared=shared),
        exception_handlers={HTTPException: site.missing, PolicygraphError: site.missing, ClientDisconnect: _gone},
        lifespan=lifespan,
    )
    # A resource has one address; /entity without a name is none.
    app.router.redirect_slashes = False
    return app


def _gone(request: Request, error: Exception) -> Response:  # noqa: ARG001 -- called by starlette
    """Return what nobody will read: the client has hung up."""
    return Response(status_code=400)


def _middleware(hosts: tuple[str, ...], *, shared: bool) -> list[Middleware]:
    # A page of another site, opened in a browser on this machine, must not read what is served here: a graph may be
    # built from documents that are not public. Two doors are shut. A name of that site may point to this machine (DNS
    # rebinding), so that only names of this machine are answered. And no answer says Access-Control-Allow-Origin, unless
    # somebody who serves public data asks for it (--cors); then everything may be read, as it is no secret.
    found = [Middleware(Pieces), Middleware(SafeHeaders, shared=shared), Middleware(Guard, shared=shared)]
    found.append(Middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False))
    if shared:
        found.append(
            Middleware(
                CORSMiddleware,
                allow_origins=["*"],
                allow_methods=["GET", "HEAD", "OPTIONS", "POST"],
                # Clients in a browser send headers of their own, which are passed over here.
                allow_headers=["*"],
            )
        )
    return found
