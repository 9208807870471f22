"""What a request has to be, whatever it asks: HTTP/1, of a bounded head, and not another site's doing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import unquote_to_bytes, urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send

# A query of the full length, percent-encoded, and the graphs of its dataset.
MOST_ADDRESS: Final = 240 * 1024
# Fields of a head, and their bytes; a browser sends twenty.
MOST_FIELDS: Final = 100
MOST_HEAD: Final = 16 * 1024


class Guard:
    """Middleware that refuses what no answer could be right for.

    Args:
        app: what answers.
        shared: whether pages of other sites may ask.

    """

    def __init__(self, app: ASGIApp, *, shared: bool) -> None:
        self._app = app
        self._shared = shared

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] == "http":
            _relative(scope)
            found = _form(scope) or self._site(scope)
            if found:
                status, problem = found
                # What follows such a request may be no request at all.
                response = PlainTextResponse(f"{problem}\n", status, headers={"Connection": "close"})
                await response(scope, receive, send)
                return
        await self._app(scope, receive, send)

    def _site(self, scope: Scope) -> tuple[int, str] | None:
        """Refuse a question that a page of another site makes a browser ask: its user knows nothing of it."""
        if self._shared or scope["path"] != "/sparql":
            return None
        if Headers(scope=scope).get("sec-fetch-site") == "cross-site":
            return 403, "a page of another site may not ask; open /sparql itself, or serve public data with --cors"
        return None


def _relative(scope: Scope) -> None:
    """Take the absolute form of an address as the usual one (RFC 9112, 3.2.2): its host goes before the field Host."""
    raw: bytes = scope["raw_path"]
    if not raw.lower().startswith((b"http://", b"https://")):
        return
    parts = urlsplit(raw)
    path = parts.path or b"/"
    scope["raw_path"] = path
    scope["path"] = unquote_to_bytes(path).decode("utf-8", "replace")
    others = [(name, value) for name, value in scope["headers"] if name != b"host"]
    scope["headers"] = [(b"host", parts.netloc), *others]


def _form(scope: Scope) -> tuple[int, str] | None:
    if not scope["http_version"].startswith("1."):
        return 505, "this is a server of HTTP/1.1"
    if not scope["raw_path"].startswith(b"/") and (scope["method"], scope["raw_path"]) != ("OPTIONS", b"*"):
        return 400, "the address has no path"
    if len(scope["raw_path"]) + len(scope["query_string"]) > MOST_ADDRESS:
        return 414, f"the address has more than {MOST_ADDRESS} bytes; send the query by POST"
    fields = scope["headers"]
    if len(fields) > MOST_FIELDS or sum(len(name) + len(value) for name, value in fields) > MOST_HEAD:
        return 431, f"the request has more than {MOST_FIELDS} header fields, or {MOST_HEAD} bytes of them"
    return None
