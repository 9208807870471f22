"""What people see: tables, and how far a build is."""

from __future__ import annotations

import shutil
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from policygraph.fence import Failure

# Wider than any terminal: nothing is wrapped where the output is no terminal.
_ENDLESS = 1_000_000
# What could not be read, as far as it fits on a screen.
_TOLD = 20
# Reading ten documents takes some seconds.
STRIDE = 10


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


def complain(message: str) -> None:
    """Write a line on standard error that says who speaks."""
    click.echo(f"policygraph: {message}", err=True)


def tell_failed(failed: Sequence[Failure], where: Path | None = None) -> None:
    """Write on standard error which documents could not be read and why, and that they are in no figure.

    Args:
        failed: the documents.
        where: the table that names all of them, so that the first can do here; None to name them all.

    """
    reasons = list(dict.fromkeys(str(failure.error) for failure in failed))
    shown = reasons[: _TOLD if where else None]
    for reason in shown:
        complain(reason)
    if more := len(reasons) - len(shown):
        complain(f"… and {more} more, all of them in {where}")
    what = "1 document" if len(failed) == 1 else f"{len(failed)} documents"
    complain(f"{what} could not be read and {'is' if len(failed) == 1 else 'are'} left out")


@contextmanager
def progress(quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """Yield a function of step, done and total that shows on standard error how far a build is.

    A terminal gets a bar; a file or a pipe a line for every :data:`STRIDE` documents, and for what comes after so many.
    """
    if quiet:
        yield _silent
        return
    if not sys.stderr.isatty():
        yield _Log()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("")

        def show(step: str, done: int, total: int) -> None:
            bar.update(task, description=step, completed=done, total=total)

        yield show


class _Log:
    """Writes how far a build is for those who read it later, and nothing about a short one."""

    def __init__(self) -> None:
        self._is_long = False

    def __call__(self, step: str, done: int, total: int) -> None:
        if total >= STRIDE:
            self._is_long = True
            if done and (done % STRIDE == 0 or done == total):
                complain(f"{step}: {done} of {total}")
        elif self._is_long:
            complain(step)


def _silent(step: str, done: int, total: int) -> None:
    """Show nothing."""
