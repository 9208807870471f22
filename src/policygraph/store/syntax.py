"""What may be asked: SPARQL queries that read this graph, and no other."""

from __future__ import annotations

import re
from typing import Final

from policygraph.errors import QueryError
from policygraph.store.bounds import bound

# SPARQL 1.1, 19.8: the tokens in which a keyword is no keyword come first.
_TOKEN: Final = re.compile(
    r"""
      '''.*?''' | \"\"\".*?\"\"\"                     # long strings
    | '(?:[^'\\\n]|\\.)*' | "(?:[^"\\\n]|\\.)*"       # strings
    | <[^<>"{}|^`\x00-\x20]*>                         # IRIs
    | \#[^\n]*                                        # comments
    | [?$@]\w+                                        # variables, language tags
    | (?P<prefixed>[\w.-]*:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\.)*)
    | (?P<word>\w+)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(00[01][0-9A-Fa-f]{5})")
_PROLOGUE: Final = frozenset({"PREFIX", "BASE", "VERSION"})
_UPDATES: Final = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"})

# The messages of Oxigraph's parser, such as: error at 1:11: expected one of "$", [_], Prefix not found
_MESSAGE: Final = re.compile(r"error at (\d+):(\d+): (?:expected )?(?:one of )?(.*)", re.DOTALL)
_QUOTED: Final = re.compile(r'"((?:\\.|[^"\\])+)"')
_CLASS: Final = re.compile(r"\[(?:'(?:\\.|[^'])*'|[^\]'])*\]")
_MOST_EXPECTED: Final = 6


def refuse(sparql: str) -> None:
    """Let only queries through that read this graph.

    Raises:
        QueryError: an update, a SERVICE clause, or a query too large or too deep to be parsed.

    """
    bound(sparql)
    # A codepoint escape (SPARQL 1.1, 19.2) may spell a keyword, so that both readings must be harmless.
    for text in dict.fromkeys((sparql, _ESCAPE.sub(_unescape, sparql))):
        _examine(text)


def syntax_error(error: SyntaxError) -> QueryError:
    """Return Oxigraph's message as an error with line, column and the bare reason.

    >>> error = syntax_error(SyntaxError("error at 2:19: expected one of Prefix not found, ['%']"))
    >>> str(error), error.line, error.column
    ('Prefix not found', 2, 19)
    """
    message = str(error)
    match = _MESSAGE.fullmatch(message)
    if match is None:
        return QueryError(message)
    return QueryError(_reason(match[3]), int(match[1]), int(match[2]))


def keywords(sparql: str) -> frozenset[str]:
    """Return the bare words of a query outside strings, IRIs, comments and names, in capitals."""
    return frozenset(m["word"].upper() for m in _TOKEN.finditer(sparql) if m["word"])


def prefixes(sparql: str) -> frozenset[str]:
    """Return the prefixes that a query uses or declares."""
    return frozenset(m["prefixed"].partition(":")[0] for m in _TOKEN.finditer(sparql) if m["prefixed"])


def _examine(sparql: str) -> None:
    first = ""
    for match in _TOKEN.finditer(sparql):
        word = (match["word"] or "").upper()
        if word == "SERVICE":
            raise QueryError("SERVICE is refused: a question is put to this graph alone", *_place(match))
        if not first and word and word not in _PROLOGUE:
            first = word
            if first in _UPDATES:
                raise QueryError(f"{first} is refused: a graph is only read; ask with SELECT", *_place(match))


def _unescape(match: re.Match[str]) -> str:
    number = int(match[1] or match[2], 16)
    return chr(number) if number <= 0x10FFFF else match[0]


def _place(match: re.Match[str]) -> tuple[int, int]:
    before = match.string[: match.start()]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def _reason(expected: str) -> str:
    quoted = [text.replace('\\"', '"') for text in _QUOTED.findall(expected)]
    rest = _CLASS.sub("", _QUOTED.sub("", expected))
    words = [word.strip() for word in rest.split(",") if any(map(str.isalpha, word))]
    # What is no grammar symbol is a sentence of its own, and says more than what might have come instead.
    sentences = [word for word in words if " " in word]
    if sentences:
        return "; ".join(sentences)
    symbols = [*quoted, *words]
    if not symbols:
        return "the query ends or breaks off here"
    more = " …" if len(symbols) > _MOST_EXPECTED else ""
    return f"expected {' or '.join(symbols[:_MOST_EXPECTED])}{more}"
