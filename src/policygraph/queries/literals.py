"""Words from outside as SPARQL string literals."""

from __future__ import annotations

import re
from typing import Final

from policygraph.errors import QueryError

# SPARQL 1.1, grammar rule 160 (ECHAR).
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"}
# A reader that takes codepoint escapes before anything else (SPARQL 1.1, 19.2) would see one in \\u0022, which is a
# backslash and four digits to others. So a u after a backslash is written as an escape itself: one meaning to both.
_ESCAPE_LIKE: Final = re.compile(r"\\([uU])")


def literal(text: str) -> str:
    r"""Return a text as a SPARQL string literal that nothing in it can end.

    Raises:
        QueryError: the text has a lone surrogate: it was not decoded from UTF-8.

    >>> print(literal('中原"科技城"'))
    "中原\"科技城\""
    """
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise QueryError(f"{text!r} is no Unicode text; give it as UTF-8")
    parts = _ESCAPE_LIKE.split(text)
    # split() with one group gives words and the letters after the backslashes by turns.
    written = [_escape(part) if i % 2 == 0 else f"\\\\\\u{ord(part):04X}" for i, part in enumerate(parts)]
    return f'"{"".join(written)}"'


def _escape(text: str) -> str:
    return "".join(_ESCAPES.get(character, character) for character in text)
