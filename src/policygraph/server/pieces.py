"""Large bodies are sent in pieces, so that a client that does not read holds one of them, and not a copy of the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.server.spool import PIECE

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send


class Pieces:
    """Middleware that cuts bodies.

    Args:
        app: what answers.

    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and send its answer in pieces; the server waits in between until they have been read."""

        async def cut(message: Message) -> None:
            body = message.get("body", b"")
            if message["type"] != "http.response.body" or len(body) <= PIECE:
                await send(message)
                return
            for start in range(0, len(body), PIECE):
                more = message.get("more_body", False) or start + PIECE < len(body)
                await send({**message, "body": body[start : start + PIECE], "more_body": more})

        await self._app(scope, receive, cut)
