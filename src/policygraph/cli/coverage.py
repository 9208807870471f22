"""``policygraph coverage``: how much of the numbers of documents was understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from policygraph.cli import terminal
from policygraph.cli.options import encoding_option, graph_option, lexicon_option, opened
from policygraph.errors import InputError

if TYPE_CHECKING:
    from policygraph.coverage import Coverage


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@encoding_option
@lexicon_option
@click.option("--no-names", is_flag=True, help="Do without the list of known names: the rules alone.")
@click.option(
    "-f", "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True,
    help="json also lists every number that was not understood, with its place.",
)  # fmt: skip
@graph_option
@click.pass_context
def coverage(
    context: click.Context, inputs: tuple[str, ...], encoding: str | None, lexicon: tuple[str, ...], no_names: bool,
    form: str, graph: str | None,
) -> None:  # fmt: skip
    """Tell how many numbers of documents became facts, names, dates or ordinals, and how many were not understood.

    INPUT is a file or a folder; without one, the embedded sources are read, or with -g the coverage that a build kept
    beside its graph. A document that cannot be read is told, and the exit code is 1.
    """
    if inputs and graph is not None:
        raise InputError("give the documents, or -g with the graph built from them, not both")
    measured = _measured(inputs, encoding, not no_names, lexicon) if graph is None else opened(graph).coverage()
    if form == "json":
        click.echo(measured.json(), nl=False)
    else:
        _tell(measured)
    if measured.failed:
        terminal.tell_failed(measured.failed)
        context.exit(1)


def _measured(inputs: tuple[str, ...], encoding: str | None, names: bool, lexicon: tuple[str, ...]) -> Coverage:
    from policygraph import pipeline

    with terminal.progress(quiet=False) as progress:
        return pipeline.coverage(inputs, names=names, encoding=encoding, progress=progress, lexicon=lexicon or None)


def _tell(measured: Coverage) -> None:
    from policygraph.statements import Fate

    fates = [fate.value for fate in Fate]
    rows = [
        (each.document, *(each.fates[fate] for fate in Fate), each.numerals, f"{each.share:.1%}")
        for each in measured.documents
    ]
    heads = ("document", *fates, "numbers", "understood")
    terminal.table(heads, rows, numbers=heads[1:])
    click.echo(f"\n{measured.understood} of {measured.numerals} numbers understood ({measured.share:.1%})")
