"""Speaking to a SPARQL service: SPARQL 1.1 Protocol by POST, with its time limit, its errors and its password."""

from __future__ import annotations

import http.client
import os
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph.errors import GraphError, QueryError
from policygraph.store import guards
from policygraph.store.addresses import PASSWORD, USER, opener, parted, update_of

if TYPE_CHECKING:
    from collections.abc import Iterable

# Seconds. A public endpoint cuts its own queries off after about a minute.
TIMEOUT: Final = 60.0
# Bytes of one answer: more is no page that was asked for.
MOST_BYTES: Final = 512 * 1024 * 1024

_TIMEOUT: Final = "POLICYGRAPH_TIMEOUT"

_MOST_WORDS: Final = 300
_MOST_SECONDS: Final = 86_400.0
_BUSY: Final = frozenset({429, 502, 503, 504})
_CLOSED: Final = frozenset({401, 403})

Field = tuple[str, str]


class FailedError(GraphError):
    """The service itself failed on a request (HTTP 500)."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a service sent.

    Attributes:
        body: the answer.
        cap: the most rows that the service gives of an answer, if it says that it kept rows back; else 0.
        partial: whether it says that the answer is not whole.

    """

    body: bytes
    cap: int
    partial: bool


class Service:
    """A SPARQL service at an address.

    Args:
        url: its address for queries, http or https; a user and a password may stand in it.
        update: its address for updates; ``""`` for the usual one.
        timeout: seconds to wait for an answer; None for POLICYGRAPH_TIMEOUT, or :data:`TIMEOUT`.

    Attributes:
        url: the address without user and password.

    Raises:
        GraphError: an address is not http or https, or POLICYGRAPH_TIMEOUT is no number of seconds.

    """

    def __init__(self, url: str, update: str = "", timeout: float | None = None) -> None:
        self.url, login = parted(url)
        self._update, other = parted(update) if update else (update_of(self.url), login)
        self._timeout = _seconds() if timeout is None else timeout
        self._opener = opener({self.url: login, self._update: other})

    def ask(self, sparql: str, accept: str, fields: Iterable[Field] = ()) -> Reply:
        """Return the answer to a query.

        Args:
            sparql: the query.
            accept: the media type of the answer.
            fields: further fields of the request, such as ``default-graph-uri``.

        Raises:
            QueryError: the service calls the query malformed.
            FailedError: the service failed on it.
            GraphError: nothing answers there, or not in time.

        """
        return self._post(self.url, [("query", sparql), *fields], accept)

    def rows(self, sparql: str, fields: Iterable[Field] = ()) -> list[ox.QuerySolution]:
        """Return the rows of a SELECT query.

        Raises:
            QueryError, FailedError, GraphError: as for :meth:`ask`, or the answer is none.

        """
        result = self.parsed(self.ask(sparql, ox.QueryResultsFormat.JSON.media_type, fields))
        if not isinstance(result, ox.QuerySolutions):
            raise self.no_endpoint("a boolean for a SELECT")
        try:
            return list(result)
        except (SyntaxError, ValueError) as error:
            raise self.no_endpoint(str(error)) from error

    def number(self, sparql: str, fields: Iterable[Field] = ()) -> int:
        """Return the number ``?n`` that a SELECT query gives.

        Raises:
            QueryError, FailedError, GraphError: as for :meth:`rows`.

        """
        try:
            (number,) = (int(row["n"].value) for row in self.rows(sparql, fields))
        except (ValueError, KeyError, AttributeError) as error:
            raise self.no_endpoint("no number for a COUNT") from error
        return number

    def parsed(self, reply: Reply) -> ox.QuerySolutions | ox.QueryBoolean:
        """Return the answer to SELECT or ASK in JSON; its rows are parsed when they are taken.

        Raises:
            GraphError: it is none.

        """
        guards.examine(self.url, ox.RdfFormat.JSON_LD, reply.body)
        try:
            return ox.parse_query_results(reply.body, ox.QueryResultsFormat.JSON)
        except (SyntaxError, ValueError) as error:
            raise self.no_endpoint(str(error)) from error

    def update(self, sparql: str) -> None:
        """Change what the service holds.

        Raises:
            GraphError: it refuses, or nothing answers there.

        """
        try:
            self._post(self._update, [("update", sparql)], "*/*")
        except (QueryError, FailedError) as error:
            cure = "see how it is allowed in docs/engines.md, or name the right address with --update"
            raise GraphError(f"{self._update}: does not take the change ({error}); {cure}") from error

    def no_endpoint(self, reason: str) -> GraphError:
        """Return the error of an address that answers, but not like a SPARQL service."""
        words = " ".join(reason.split())[:_MOST_WORDS]
        return GraphError(f"{self.url}: does not answer like a SPARQL endpoint ({words}); check the address")

    def _post(self, url: str, fields: list[Field], accept: str) -> Reply:
        request = urllib.request.Request(  # noqa: S310 -- the scheme was checked when the service was made
            url,
            data=urllib.parse.urlencode(fields).encode("ascii"),
            headers={"Accept": accept, "Content-Type": "application/x-www-form-urlencoded"},
        )
        try:
            with self._opener.open(request, timeout=self._timeout) as response:
                return self._reply(response)
        except urllib.error.HTTPError as error:
            raise _refused(url, error) from error
        except (OSError, ValueError, http.client.HTTPException) as error:
            raise self._silent(url, error) from error

    def _reply(self, response: http.client.HTTPResponse) -> Reply:
        body = response.read(MOST_BYTES + 1)
        if len(body) > MOST_BYTES:
            raise GraphError(f"{self.url}: sends more than {MOST_BYTES} bytes at once; ask for less")
        # Virtuoso: rows kept back, and the answer of an "anytime" query whose time was up.
        cap = response.headers.get("X-SPARQL-MaxRows", "")
        late = response.headers.get("X-SQL-State", "").upper() == "S1TAT"
        return Reply(body, int(cap) if cap.isdecimal() else 0, partial=late or response.status == 206)

    def _silent(self, url: str, error: Exception) -> GraphError:
        # urllib wraps a time-out while connecting, and leaves one while reading as it is.
        if isinstance(getattr(error, "reason", error), TimeoutError):
            cure = f"ask for less, or wait longer with the environment variable {_TIMEOUT}=SECONDS"
            return GraphError(f"{url}: took longer than {self._timeout:g} s to answer; {cure}")
        return GraphError(f"{url}: does not answer ({error}); check the address")


def _refused(url: str, error: urllib.error.HTTPError) -> GraphError | QueryError:
    with error:
        words = _words(error)
    if error.code == 400:
        # SPARQL 1.1 Protocol, 2.1.6: the query is malformed; what else a server says is about itself.
        return QueryError(f"{url} refuses the query: {words}")
    said = f"{url}: answers {error.code} {error.reason}"
    if error.code == 500:
        return FailedError(f"{said}{': ' if words else ''}{words}")
    if error.code in _CLOSED:
        return GraphError(f"{said}; give a user with the environment variables {USER} and {PASSWORD}")
    if error.code in _BUSY:
        return GraphError(f"{said}; it is busy, try again later")
    return GraphError(f"{said}; check the address")


def _words(error: urllib.error.HTTPError) -> str:
    """Return the first words of a server's message. What stands below a blank line is the query again (Virtuoso)."""
    try:
        text = error.read(4 * _MOST_WORDS).decode("utf-8", "replace")
    except (OSError, http.client.HTTPException):
        return ""
    return " ".join(text.strip().split("\n\n")[0].split())[:_MOST_WORDS]


def _seconds() -> float:
    given = os.environ.get(_TIMEOUT, "")
    try:
        seconds = float(given or TIMEOUT)
    except ValueError:
        seconds = 0
    if not 0 < seconds <= _MOST_SECONDS:
        raise GraphError(f"{_TIMEOUT}={given}: is no number of seconds; write such as {_TIMEOUT}=600")
    return seconds
