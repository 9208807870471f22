"""The tables of the lexicon as they lie in ``ontology/lexicon``: below a row of columns, rows of cells that tabs part."""

from __future__ import annotations

from policygraph import resources
from policygraph.errors import OntologyError


def read(name: str, must: tuple[str, ...] = ()) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return the columns of ``ontology/lexicon/<name>.tsv`` and its rows, in the order of the file.

    Args:
        name: the table.
        must: the columns that it must have; none for whatever it has.

    Raises:
        OntologyError: the table is missing, has other columns, or a row has too few or too many cells.

    """
    path = resources.ontology() / "lexicon" / f"{name}.tsv"
    try:
        header, *lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        raise OntologyError(f"{path}: cannot be read; install again") from error
    columns = tuple(header.split("\t"))
    if must and columns != must:
        raise OntologyError(f"{path}:1: the columns must be {', '.join(must)}, separated by tabs")
    rows = tuple(tuple(line.split("\t")) for line in lines)
    for number, cells in enumerate(rows, start=2):
        if len(cells) != len(columns):
            raise OntologyError(f"{path}:{number}: {len(cells)} cells instead of {len(columns)}; part them with tabs")
    return columns, rows
