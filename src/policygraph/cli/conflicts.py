"""``policygraph conflicts``: statements of one fact that give different values."""

from __future__ import annotations

import click

from policygraph.cli.asking import answer_options, show
from policygraph.ledger.agreement import Conflict


@click.command()
@click.option("--year", type=int, metavar="YEAR", help="The year of the facts.")
@click.option("--area", default="", metavar="AREA", help="Whose values, such as 郑州.")
@click.option("--sort", "sort", type=click.Choice([sort.value for sort in Conflict]), help="Why they differ.")
@answer_options
def conflicts(year: int | None, area: str, sort: str | None, form: str, quotes: bool, graph: str | None) -> None:
    """Show where statements of one fact give different values, and whether that is a contradiction."""
    params = {"year": str(year) if year else "", "area": area, "sort": sort or ""}
    show(graph, "conflicts", params, form=form, quotes=quotes)
