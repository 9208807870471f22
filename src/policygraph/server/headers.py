"""Headers that every answer has, whatever gives it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ALWAYS: Final = {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    # The graph may be another one when the server is started again.
    "Cache-Control": "no-cache",
}


def allowed(error: Exception) -> str:
    """Return the header ``Allow`` of an error that refuses a method, always in the same order; ``""`` of any other."""
    names = (error.headers or {}).get("Allow", "") if isinstance(error, HTTPException) else ""
    return ", ".join(sorted({*names.split(", "), "OPTIONS"})) if names else ""


class SafeHeaders:
    """Middleware that adds headers, where the answer does not set them itself.

    Args:
        app: what answers.
        shared: whether pages of other sites may read the answers.

    """

    def __init__(self, app: ASGIApp, *, shared: bool) -> None:
        self._app = app
        # Without CORS, a page of another site cannot take an answer in as a picture or a script either.
        policy = "cross-origin" if shared else "same-origin"
        self._headers = {**_ALWAYS, "Cross-Origin-Resource-Policy": policy}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and add the headers to its answer."""

        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, add)
