"""The named questions: graph/queries/*.rq, SPARQL files with a title and parameters.

A file begins with comments that tell its title in English and Chinese and the parameters with their defaults::

    # title: Targets of a year, under a theme
    # 标题: 某年某主题的目标
    # param: year = 2025
    # param: theme =
    # param: verdict (code) =
    SELECT … WHERE {
      VALUES ?asked_year { <…/year/2025> } # if year
      ?fact pg:year ?asked_year . # if year
      # VALUES ?asked_theme { UNDEF } # if theme
      # ?fact pg:theme ?asked_theme . # if theme
      …
    }

The block ``VALUES ?asked_NAME { … }`` holds what the parameter means in the graph: the resources of that name, found as its
sort says (:mod:`policygraph.queries.resolving`; the word in brackets, or else its own name). A line that ends with ``# if
NAME`` belongs to the question only if the parameter is asked for, one with ``# if not NAME`` only if it is not, and one with
``# if NAME, not OTHER`` if both hold; a line that does not is a comment. So a file is a whole query: with its defaults it
runs as it stands, in any SPARQL engine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from policygraph import resources
from policygraph.errors import OntologyError, QueryError, UnknownNameError
from policygraph.queries.resolving import SORTS, resolved

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from policygraph.store import Store

_NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HEAD: Final = re.compile(r"#\s*(title|标题|param)\s*[:：]\s*(.*?)\s*")
_PARAM: Final = re.compile(r"([a-z]\w*)(?:\s*\(([a-z]+)\))?\s*=\s*(.*)")
_SLOT: Final = re.compile(r"VALUES \?asked_(\w+) \{[^{}]*\}")
# A line of a clause: its indent, the mark of a comment, what it says, and on what it depends.
_CLAUSE: Final = re.compile(r"( *)(?:# )?(.*?)( # if ((?:not )?\w+(?:, (?:not )?\w+)*))")


@dataclass(frozen=True, slots=True)
class Question:
    """A named question.

    Attributes:
        name: the stem of its file.
        title: what it asks, in English.
        chinese: what it asks, in Chinese.
        defaults: its parameters and what they are if nothing else is said; ``""`` asks for all.
        sorts: of what sort each parameter is (:data:`policygraph.queries.resolving.SORTS`).
        text: the SPARQL of the file.

    """

    name: str
    title: str
    chinese: str
    defaults: Mapping[str, str] = field(hash=False)
    sorts: Mapping[str, str] = field(hash=False)
    text: str = field(repr=False)

    def bind(self, store: Store, params: Mapping[str, str | int]) -> str:
        """Return the query with these parameters as the graph means them, and the defaults for the others.

        Raises:
            QueryError: the question has no parameter of a name, or a value is no Unicode text.

        """
        unknown = sorted(set(params) - set(self.defaults))
        if unknown:
            known = ", ".join(sorted(self.defaults)) or "none"
            raise QueryError(f"the question {self.name} has no parameter {unknown[0]}; it has: {known}")
        values = {**self.defaults, **{name: str(value) for name, value in params.items()}}
        terms = {name: resolved(store, self.sorts[name], value) for name, value in values.items() if value}
        return "\n".join(_line(line, terms) for line in self.text.split("\n"))


def names() -> tuple[str, ...]:
    """Return the names of all questions, sorted."""
    return tuple(sorted(path.stem for path in _folder().glob("*.rq")))


def is_name(text: str) -> bool:
    """Whether a text can only be the name of a question: lower-case words with hyphens, no SPARQL."""
    return bool(_NAME.fullmatch(text))


def question(name: str) -> Question:
    """Return a named question.

    Raises:
        UnknownNameError: there is none of that name.
        OntologyError: its file is wrong.

    """
    known = names()
    if name not in known:
        raise UnknownNameError("question", name, known)
    return read(_folder() / f"{name}.rq")


def load(name: str, store: Store, params: Mapping[str, str | int]) -> str:
    """Return the SPARQL of a named question with its parameters bound to what they mean in a graph.

    Raises:
        UnknownNameError: there is no question of that name.
        QueryError: it has no parameter of a name.

    """
    return question(name).bind(store, params)


def read(path: Path) -> Question:
    """Return the question of a file.

    Raises:
        OntologyError: a title is missing, a parameter has no place in the query or is of no known sort, or a place has no
            parameter.

    """
    text = path.read_text(encoding="utf-8")
    titles: dict[str, str] = {}
    defaults: dict[str, str] = {}
    sorts: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        match = _HEAD.fullmatch(line)
        if match and match[1] == "param":
            param = _PARAM.fullmatch(match[2])
            if param is None:
                raise OntologyError(f"{path}:{number}: a parameter is written: # param: name = default")
            defaults[param[1]], sorts[param[1]] = param[3], param[2] or param[1]
            if sorts[param[1]] not in SORTS:
                told = f"{sorts[param[1]]} is no sort of parameter; there are: {', '.join(sorted(SORTS))}"
                raise OntologyError(f"{path}:{number}: {told}; write # param: name (sort) = default")
        elif match:
            titles[match[1]] = match[2]
    if set(titles) != {"title", "标题"}:
        raise OntologyError(f"{path}:1: needs the comments # title: and # 标题:")
    if set(_SLOT.findall(text)) != set(defaults):
        raise OntologyError(f"{path}:1: each # param: needs its VALUES ?asked_NAME {{ … }}, and the other way round")
    return Question(path.stem, titles["title"], titles["标题"], defaults, sorts, text)


def _line(line: str, terms: Mapping[str, str]) -> str:
    """Return a line of a question as it stands with what the parameters mean; those that are not asked for are missing."""
    clause = _CLAUSE.fullmatch(line)
    if clause is None:
        return line
    indent, words, condition, names = clause.groups()
    if all((name.removeprefix("not ") in terms) != name.startswith("not ") for name in names.split(", ")):
        return f"{indent}{_SLOT.sub(lambda slot: f'VALUES ?asked_{slot[1]} {{ {terms[slot[1]]} }}', words)}{condition}"
    return f"{indent}# {words}{condition}"


def _folder() -> Path:
    return resources.graph() / "queries"
