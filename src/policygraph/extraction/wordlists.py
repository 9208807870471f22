"""The word lists of ontology/lexicon, as rows."""

from __future__ import annotations

import csv
from functools import cache

from policygraph import resources
from policygraph.errors import OntologyError


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of ``ontology/lexicon/NAME.tsv``, column by column.

    Raises:
        OntologyError: the file is not there.
    """
    path = resources.ontology() / "lexicon" / f"{name}.tsv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return tuple(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    except FileNotFoundError as error:
        raise OntologyError(f"{path}: the word list is missing; install again") from error
