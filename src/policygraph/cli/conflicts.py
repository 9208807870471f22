"""``policygraph conflicts``: statements of one fact that give different values."""

from __future__ import annotations

import click

from policygraph.cli.asking import answer_options, show
from policygraph.cli.options import opened


@click.command()
@click.option("--year", type=int, metavar="YEAR", help="The year of the facts.")
@click.option("--area", default="", metavar="AREA", help="Whose values, such as 郑州.")
@click.option(
    "--sort", default="", metavar="SORT",
    help="Why they differ: contradiction, 'different period', 'different scope', 'compatible bounds', "
    "'provisional figure' or 'different reports'.",
)  # fmt: skip
@answer_options
def conflicts(year: int | None, area: str, sort: str, form: str, quotes: bool, graph: str | None) -> None:
    """Show where statements of one fact give different values, and whether that is a contradiction."""
    show(opened(graph).asked("conflicts", year=year, area=area, sort=sort), form=form, quotes=quotes)
