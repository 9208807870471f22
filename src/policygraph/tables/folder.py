"""A folder of tables, each described in datapackage.json: all of them or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph import files
from policygraph.tables import package, rows
from policygraph.tables.text import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from policygraph.ledger.row import Row
    from policygraph.statements import Corpus
    from policygraph.tables.rows import Cells


def write_tables(corpus: Corpus, ledger: Iterable[Row], folder: Path, licence: str = "") -> None:
    """Write facts.csv, mentions.csv, links.csv, relations.csv and ledger.csv into a folder, and datapackage.json that describes them.

    Args:
        corpus: what the documents say.
        ledger: what became of it.
        folder: the folder.
        licence: the address of the licence of the data, ``""`` for none.

    Raises:
        OutputError: the folder cannot be written.

    """
    _write({name: text(name, found) for name, found in rows.of(corpus, ledger).items()}, folder, licence)


def write_panel(panel: Iterable[Cells], folder: Path, licence: str = "") -> None:
    """Write panel.csv into a folder, and datapackage.json that describes it.

    Raises:
        OutputError: the folder cannot be written.

    """
    _write({"panel": text("panel", panel)}, folder, licence)


def _write(tables: Mapping[str, str], folder: Path, licence: str) -> None:
    contents = {folder / f"{name}.csv": table for name, table in tables.items()}
    files.write_all({**contents, folder / package.NAME: package.descriptor(tables, licence)})
