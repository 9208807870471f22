"""``policygraph trace``: the life of an entity over the years."""

from __future__ import annotations

import click

from policygraph.cli.asking import answer_options, show


@click.command()
@click.argument("entity")
@answer_options
@click.pass_context
def trace(context: click.Context, entity: str, form: str, quotes: bool, graph: str | None) -> None:
    """Show the life of a project, platform or programme: planned, started, underway, completed, with the words.

    With -f table, what looks stalled or vanished follows as a question. Exits with 1 where no document gives a stage.
    """
    found = show(graph, "lifecycle", {"entity": entity}, form=form, quotes=quotes)
    if found and form == "table":
        click.echo()
        show(graph, "questions", {"entity": entity}, form=form, quotes=quotes)
    if not found:
        context.exit(1)
