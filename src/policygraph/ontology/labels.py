"""English labels of names that documents give: of entities, and of indicators that are no concepts of the ontology.

``ontology/labels.tsv`` holds those of the embedded sources. They tell a reader what a name means; nothing is found, typed
or joined by them.
"""

from __future__ import annotations

import csv
from functools import cache
from typing import TYPE_CHECKING

from policygraph import resources
from policygraph.errors import OntologyError

if TYPE_CHECKING:
    from collections.abc import Mapping

_COLUMNS = ["label", "english"]


@cache
def all() -> Mapping[str, str]:  # noqa: A001 -- read as labels.all()
    """Return the English labels by Chinese label.

    Raises:
        OntologyError: ontology/labels.tsv is missing or wrong.

    """
    path = resources.ontology() / "labels.tsv"
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise OntologyError(f"{path}: {error.strerror or error}; install again") from error
    rows = list(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    if rows[:1] != [_COLUMNS]:
        raise OntologyError(f"{path}: the first line must be {' and '.join(_COLUMNS)}, with a tab between")
    for line, row in enumerate(rows[1:], start=2):
        if len(row) != len(_COLUMNS) or "" in row:
            raise OntologyError(f"{path}, line {line}: write a Chinese label, a tab and an English label")
    return {row[0]: row[1] for row in rows[1:]}


def english(label: str) -> str:
    """Return the English label of a Chinese one; ``""`` if it has none."""
    return all().get(label, "")
