"""``policygraph ledger``: every target and what became of it."""

from __future__ import annotations

import click

from policygraph.cli.asking import answer_options, show
from policygraph.ledger import Verdict
from policygraph.statements import Level


@click.command()
@click.option("--year", type=int, metavar="YEAR", help="The year of the targets.")
@click.option("--area", default="", metavar="AREA", help="Whose targets, such as 郑州.")
@click.option("--theme", default="", metavar="THEME", help="Under which theme, with those below it: 创新, innovation.")
@click.option("--indicator", default="", metavar="WORDS", help="Words of the indicator's name or of a synonym.")
@click.option("--verdict", type=click.Choice([verdict.value for verdict in Verdict]), help="What became of them.")
@click.option("--level", type=click.Choice([level.value for level in Level]), help="The level of government.")
@answer_options
def ledger(
    year: int | None, area: str, theme: str, indicator: str, verdict: str | None, level: str | None, form: str,
    quotes: bool, graph: str | None,
) -> None:  # fmt: skip
    """Show every target and what became of it, with the rule that says so.

    A target is due when a document of a later year was read; the clock is never asked.
    """
    params = {
        "year": str(year) if year else "", "area": area, "theme": theme, "indicator": indicator,
        "verdict": verdict or "", "level": level or "",
    }  # fmt: skip
    show(graph, "ledger", params, form=form, quotes=quotes)
