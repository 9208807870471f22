"""``policygraph trace``: the life of an entity over the years."""

from __future__ import annotations

import click

from policygraph.cli.asking import answer_options, ask, tell
from policygraph.cli.options import open_ours


@click.command()
@click.argument("entity")
@answer_options
@click.pass_context
def trace(context: click.Context, entity: str, form: str, quotes: bool, graph: str | None) -> None:
    """Show the life of a project, platform or programme: planned, started, underway, completed, with the words.

    With -f table, what looks stalled or vanished follows as a question. Exits with 1 where no document gives a stage.
    """
    store = open_ours(graph)
    life = ask(store, "lifecycle", {"entity": entity})
    tell(life, store, form=form, quotes=quotes)
    if not life.rows:
        context.exit(1)
    doubts = ask(store, "questions", {"entity": entity})
    if doubts.rows and form == "table":
        click.echo()
        tell(doubts, store, form=form, quotes=quotes)
