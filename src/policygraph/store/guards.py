"""What a graph from outside may cost: no file unfolds to more than it is, and an address is one before it is called.

Parsers nest by recursion, and keep what is open: some thousands of brackets end the process, or take its memory. So a
file is looked through once, in time that grows with its length and in no memory, before a parser sees it.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

import pyoxigraph as ox

from policygraph.errors import GraphError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Levels of brackets, elements or triple terms. What we write has five; memory grows with the square of the levels of
# JSON-LD, which are 20 MB here, and N-Triples of some ten thousand levels overflow the stack.
MOST_NESTED: Final = 256
# Members of one object of JSON-LD. Terms of a context that are told by one another are resolved by recursion, which
# overflows the stack at some 5,000; the largest contexts in use have some hundreds.
MOST_MEMBERS: Final = 1024
# Bytes of an IRI where names may be abbreviated by it: each of them unfolds to the whole.
MOST_IRI: Final = 2048

_CURE: Final = "nothing was loaded; export it anew, as .nq"

# What holds no bracket comes first and is passed over in one go; each match is one mark, or the end. What is not closed
# goes on to the end of its line or of the file, as for the parser, which stops there.
_STRINGS: Final = rb"""
    | \"{3}(?:[^"\\]++|\\.|"(?!""))*+(?:\"{3}|\\?\Z) | '{3}(?:[^'\\]++|\\.|'(?!''))*+(?:'{3}|\\?\Z)
    | "(?:[^"\\\r\n]++|\\[^\r\n])*+"?             | '(?:[^'\\\r\n]++|\\[^\r\n])*+'?
    | \#[^\r\n]*+                                 | \\.
"""
# N-Triples, N-Quads (RDF 1.2): the only thing that nests is a triple within a triple.
_LINES: Final = re.compile(
    rb"""(?: [^"'<>\#\\]++ """ + _STRINGS + rb"""| <(?!<)[^<>"\s]*+> )*+ (?: (?P<open><<) | (?P<close>>>) | . | \Z )""",
    re.VERBOSE | re.DOTALL,
)
# Turtle, TriG (RDF 1.2).
_TURTLE: Final = re.compile(
    rb"""(?: [^"'<>\#\\(){}\[\]]++ """
    + _STRINGS
    + rb"""| <(?!<)[^<>"{}\s]{0,%d}+> )*+ (?:
        (?P<open><<|[({\[]) | (?P<close>>>|[)}\]]) | (?P<long><(?!<)[^<>"{}\s]{%d}) | . | \Z )"""
    % (MOST_IRI, MOST_IRI + 1),
    re.VERBOSE | re.DOTALL,
)
_JSON: Final = re.compile(
    rb"""(?: [^"{}\[\],]++ | "(?:[^"\\]++|\\.)*+(?:"|\\?\Z) )*+
    (?: (?P<open>[{\[]) | (?P<close>[}\]]) | (?P<more>,) | . | \Z )""",
    re.VERBOSE | re.DOTALL,
)
# No value of an attribute holds a “<”, so that none is looked at twice.
_XML: Final = re.compile(
    rb"""(?: [^<]++ | <!--(?:.*?-->|.*) | <!\[CDATA\[(?:.*?\]\]>|.*) | <\?(?:.*?\?>|.*) )*+ (?:
        (?P<close></)
        | <(?![/!?]) (?: [^<>"'/]++ | "[^"<]*+" | '[^'<]*+' | /(?!>) )*+ (?: (?P<open>>) | /> )
        | . | \Z )""",
    re.VERBOSE | re.DOTALL,
)
# Blanks and prefixes are counted too, so that no run of them is looked through again and again.
_NAMESPACE: Final = re.compile(
    rb"""xml(?:ns(?::[^\s=:]{1,99}+)?|:base)\s{0,99}+=\s{0,99}+(?:"[^"]{%d}|'[^']{%d})""" % (MOST_IRI + 1, MOST_IRI + 1)
)


def examine(where: object, form: ox.RdfFormat, data: bytes) -> None:
    """Let a graph file through only if a parser reads it in time and memory that grow with its length.

    Args:
        where: what to call it: its path or address.
        form: its format.
        data: its bytes.

    Raises:
        GraphError: it declares entities (RDF/XML), nests deeper than :data:`MOST_NESTED`, has an object of more than
            :data:`MOST_MEMBERS` members (JSON-LD), or abbreviates names by an IRI longer than :data:`MOST_IRI`.

    """
    for offset, problem in _CHECKS[form](data):
        line = data.count(b"\n", 0, offset) + 1
        raise GraphError(f"{where}:{line}: {problem}; {_CURE}")


def address(url: str) -> None:
    """Let an address through only if it is one of HTTP that a client can call.

    Raises:
        GraphError: its scheme is another, its host is missing, its port is none, or it has a character that no
            address has.

    """
    reason = _reason(url)
    if reason:
        shown = url.encode("unicode_escape").decode("ascii")
        raise GraphError(f"{shown}: is no http or https address ({reason}); write it like http://localhost:7878/query")


@contextmanager
def sound() -> Iterator[None]:
    """Tell in one line what a store on disk finds damaged only while it is read.

    Raises:
        GraphError: a part of the store cannot be read, or its checksum differs.

    """
    try:
        yield
    except (OSError, RuntimeError) as error:
        raise GraphError(f"the store is damaged ({' '.join(str(error).split())}); build the graph again") from error


def _reason(url: str) -> str:
    if not (url.isascii() and url.isprintable()) or " " in url:
        return "blanks and other characters than those of ASCII are percent-encoded in an address"
    try:
        parts = urlsplit(url)
        # Only asking for the port tells whether it is one.
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        return str(error)
    if parts.scheme not in {"http", "https"}:
        return "it begins with another scheme"
    return "" if host and not host.startswith(".") and ".." not in host else "it names no host"


def _lines(data: bytes) -> Iterator[tuple[int, str]]:
    # In a graph without triple terms nothing nests, and there is nothing to look through.
    if data.count(b"<<") > MOST_NESTED:
        yield from _nested(_LINES, data)


def _turtle(data: bytes) -> Iterator[tuple[int, str]]:
    yield from _nested(_TURTLE, data)


def _xml(data: bytes) -> Iterator[tuple[int, str]]:
    declared = data.find(b"<!ENTITY")
    if declared >= 0 and b"<!DOCTYPE" in data:
        yield declared, "declares entities, which may unfold without end"
    if found := _NAMESPACE.search(data):
        yield found.start(), _long()
    yield from _nested(_XML, data)


def _nested(marks: re.Pattern[bytes], data: bytes) -> Iterator[tuple[int, str]]:
    depth = 0
    for match in marks.finditer(data):
        mark = match.lastgroup
        if mark == "open":
            depth += 1
            if depth > MOST_NESTED:
                yield match.end(), _deep()
        elif mark == "close":
            depth = max(0, depth - 1)
        elif mark == "long":
            yield match.end(), _long()


def _json(data: bytes) -> Iterator[tuple[int, str]]:
    # For each bracket that is open, the commas that it may still have; an array may have any number.
    left: list[float] = []
    for match in _JSON.finditer(data):
        mark = match.lastgroup
        if mark == "open":
            left.append(MOST_MEMBERS - 1 if data[match.end() - 1] == ord("{") else float("inf"))
            if len(left) > MOST_NESTED:
                yield match.end(), _deep()
        elif mark == "close" and left:
            left.pop()
        elif mark == "more" and left:
            left[-1] -= 1
            if left[-1] < 0:
                yield match.end(), f"has an object of more than {MOST_MEMBERS} members"


def _deep() -> str:
    return f"nests deeper than {MOST_NESTED} levels"


def _long() -> str:
    return f"abbreviates names by an IRI of more than {MOST_IRI} bytes"


_CHECKS: Final[dict[ox.RdfFormat, Callable[[bytes], Iterator[tuple[int, str]]]]] = {
    ox.RdfFormat.N_QUADS: _lines,
    ox.RdfFormat.N_TRIPLES: _lines,
    ox.RdfFormat.TRIG: _turtle,
    ox.RdfFormat.TURTLE: _turtle,
    ox.RdfFormat.JSON_LD: _json,
    ox.RdfFormat.RDF_XML: _xml,
}
