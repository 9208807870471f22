"""What people see: tables, and how far a build is."""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

# Wider than any terminal: nothing is wrapped where the output is no terminal.
_ENDLESS = 1_000_000


def table(columns: Sequence[str], rows: Iterable[Sequence[object]], *, numbers: Iterable[str] = ()) -> None:
    """Print a table.

    Args:
        columns: the heads.
        rows: the cells, shown by ``str``.
        numbers: the heads of the columns that are set to the right.

    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    from policygraph.queries.table import show_text

    right = set(numbers)
    drawn = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="")
    for column in columns:
        drawn.add_column(Text(column), justify="right" if column in right else "left", overflow="fold")
    for row in rows:
        drawn.add_row(*(Text(show_text(str(cell))) for cell in row))
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _ENDLESS
    console = Console(width=width, color_system=None, force_terminal=False, legacy_windows=False)
    with console.capture() as captured:
        console.print(drawn)
    click.echo("\n".join(line.rstrip() for line in captured.get().splitlines()))


@contextmanager
def progress(quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """Yield a function of step, done and total that draws a bar on standard error, if that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield _silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("")

        def show(step: str, done: int, total: int) -> None:
            bar.update(task, description=step, completed=done, total=total)

        yield show


def _silent(step: str, done: int, total: int) -> None:
    """Show nothing."""
