"""``policygraph check``: shapes, names and every quote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from policygraph.cli.options import encoding_option, graph_option, opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policygraph.texts import Texts


@click.command()
@click.argument("texts", nargs=-1, metavar="[TEXT]...")
@encoding_option
@graph_option
@click.pass_context
def check(context: click.Context, texts: tuple[str, ...], encoding: str | None, graph: str | None) -> None:
    """Check a graph: its shapes, its names, and every quote against the words of its document.

    TEXT is a file or a folder of those that the graph was built from; without one, the texts that the build kept beside
    the graph. Prints what does not hold, a line each, and exits with 1 if there is anything.
    """
    from policygraph.store import IncompleteGraphError

    try:
        asked = opened(graph)
    except IncompleteGraphError as error:
        # No other verb reads what is not whole; to this one it is a finding.
        _complain(context, [f"graph: {error}"])
    read = _given(texts, encoding) if texts else asked.texts
    found = asked.check(read)
    if found:
        _complain(context, [f"{violation.check}: {violation.node}: {violation.message}" for violation in found])
    _tell([document.name for document in asked.documents()], read)


def _complain(context: click.Context, found: Sequence[str]) -> NoReturn:
    from policygraph.queries.table import show_text

    for line in found:
        click.echo(show_text(line))
    click.echo(f"policygraph: {len(found)} violation{'' if len(found) == 1 else 's'}", err=True)
    context.exit(1)


def _given(paths: Iterable[str], encoding: str | None) -> Texts:
    from policygraph import texts

    return texts.read([Path(path) for path in paths], encoding)


def _tell(documents: Iterable[str], read: Texts) -> None:
    unread = [name for name in documents if name not in read.texts]
    checked = [name for name in documents if name in read.texts]
    click.echo(f"all holds; quotes of {len(checked)} documents compared with their texts")
    if unread:
        names = ", ".join(unread)
        click.echo(f"policygraph: no text of {names}, so that its quotes were not compared; give the texts", err=True)
