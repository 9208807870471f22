"""A folder of tables, each described in datapackage.json: all of them or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph import files
from policygraph.tables import package, rows, widened
from policygraph.tables.text import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from policygraph.documents.register import Entry
    from policygraph.ledger.row import Row
    from policygraph.statements import Corpus
    from policygraph.tables.rows import Cells


def write_tables(
    corpus: Corpus, ledger: Iterable[Row], folder: Path, licence: str = "", entries: Iterable[Entry] | None = None
) -> None:
    """Write facts.csv, mentions.csv, links.csv, ledger.csv and documents.csv into a folder, and datapackage.json that describes them.

    Args:
        corpus: what the documents say.
        ledger: what became of it.
        folder: the folder.
        licence: the address of the licence of the data, ``""`` for none.
        entries: the files that were there; None for the documents of the corpus.

    Raises:
        OutputError: the folder cannot be written.

    """
    _write({name: text(name, found) for name, found in rows.of(corpus, ledger, entries).items()}, folder, licence)


def write_panel(panel: Sequence[Cells], folder: Path, licence: str = "", *, wide: bool = False) -> None:
    """Write panel.csv into a folder, and datapackage.json that describes it.

    Args:
        panel: its rows.
        folder: the folder.
        licence: the address of the licence of the data, ``""`` for none.
        wide: whether to write panel-wide.csv too, and panel-wide-columns.csv that describes it.

    Raises:
        OutputError: the folder cannot be written.

    """
    _write({"panel": text("panel", panel)}, folder, licence)
    if wide:
        files.write_all({folder / name: content for name, content in widened.texts(panel).items()})


def _write(tables: Mapping[str, str], folder: Path, licence: str) -> None:
    contents = {folder / f"{name}.csv": table for name, table in tables.items()}
    files.write_all({**contents, folder / package.NAME: package.descriptor(tables, licence)})
