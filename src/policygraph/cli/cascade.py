"""``policygraph cascade``: one indicator from nation to province to city."""

from __future__ import annotations

import click

from policygraph.cli.asking import answer_options, show
from policygraph.cli.options import opened


@click.command()
@click.argument("indicator")
@click.option("--year", type=int, metavar="YEAR", help="The year of the values.")
@answer_options
def cascade(indicator: str, year: int | None, form: str, quotes: bool, graph: str | None) -> None:
    """Show an indicator from nation to province to city: values, gaps, who aims higher (层层加码).

    INDICATOR is words of the indicator's name or of a synonym: 经济总量, 地区生产总值, GDP.
    """
    show(opened(graph).asked("cascade", indicator=indicator, year=year), form=form, quotes=quotes)
