"""``policygraph trace``: the life of an entity over the years."""

from __future__ import annotations

import click

from policygraph.cli.asking import answer_options, show
from policygraph.cli.options import opened


@click.command()
@click.argument("entity")
@answer_options
@click.pass_context
def trace(context: click.Context, entity: str, form: str, quotes: bool, graph: str | None) -> None:
    """Show the life of a project, platform or programme: planned, started, underway, completed, with the words.

    With -f table, what looks stalled or vanished follows as a question. Exits with 1 where no document gives a stage.
    """
    asked = opened(graph).asked
    life = asked("lifecycle", entity=entity)
    show(life, form=form, quotes=quotes)
    if not life.answer.rows:
        context.exit(1)
    doubts = asked("questions", entity=entity)
    if doubts.answer.rows and form == "table":
        click.echo()
        show(doubts, form=form, quotes=quotes)
