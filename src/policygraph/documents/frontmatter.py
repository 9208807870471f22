"""The front matter of a Markdown file: a YAML mapping between two lines ``---`` at its very start.

Front matter is part of the document's text, since offsets count from the start of the file; ``length`` tells how much
of the text it is, so that a reader can begin after it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from policygraph.documents import fields
from policygraph.errors import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

    import yaml

_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
# A text that only begins with a thematic break has no "key:" in its first line. Comments may stand before it.
_FIRST_KEY = re.compile(r"(?:[ \t]*(?:#.*)?\n)*(?:[^\s:：#]{1,40}[ \t]*:(?:\s|\Z)|\Z)")
# Longer ones are text between two thematic breaks; real front matter has under 1 KiB.
_LONGEST = 1 << 16
_NULL = "tag:yaml.org,2002:null"
# How the nodes of one value call themselves.
_SCALAR = "scalar"


def length(text: str) -> int:
    r"""Return how many code points of a text are front matter, closing line included; 0 if it has none.

    >>> length("---\ntitle: 报告\n---\n# 一")
    18
    >>> length("---\n正文\n---\n")
    0
    """
    return _span(text)[1]


def read(path: Path, text: str) -> dict[str, str]:
    """Return the metadata of a text's front matter, in normal form; keys that are no metadata fields are passed over.

    The YAML is composed but not constructed: no value becomes anything but a string, whatever its tag says.

    Raises:
        DocumentError: it is not YAML, no mapping, or a value is not allowed.

    """
    content, _ = _span(text)
    # What only lists documents needs no YAML.
    import yaml

    try:
        node = yaml.compose(content, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "a character that YAML does not allow"
        line = mark.line + 2 if mark else 2
        raise DocumentError(path, f"front matter is not YAML ({problem}); put the value in quotes", line) from error
    except RecursionError as error:
        raise DocumentError(path, "front matter is nested too deeply; write 'key: value' lines", 2) from error
    if node is None:
        return {}
    if not isinstance(node, yaml.MappingNode):
        raise DocumentError(path, "front matter must be lines of the form 'key: value'", node.start_mark.line + 2)
    return _fields(path, node)


def _span(text: str) -> tuple[str, int]:
    """Return the YAML of the front matter, and where the text goes on after it."""
    opening = _OPENING.match(text)
    if not opening:
        return "", 0
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LONGEST)
    if not closing:
        return "", 0
    content = text[opening.end() : closing.start()]
    return (content, closing.end()) if _FIRST_KEY.match(content) else ("", 0)


def _fields(path: Path, mapping: yaml.MappingNode) -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in mapping.value:
        if key.id != _SCALAR or key.value not in fields.NAMES:
            continue
        line = value.start_mark.line + 2
        if value.id != _SCALAR:
            raise DocumentError(path, f"{key.value} in the front matter must be one value, not a list", line)
        if value.tag == _NULL:
            continue
        try:
            normal = fields.normal(key.value, value.value)
        except ValueError as error:
            raise DocumentError(path, str(error), line) from error
        if normal:
            found[key.value] = normal
    return found
