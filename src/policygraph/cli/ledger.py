"""``policygraph ledger``: every target and what became of it."""

from __future__ import annotations

import click

from policygraph.cli.asking import answer_options, show
from policygraph.cli.options import opened


@click.command()
@click.option("--year", type=int, metavar="YEAR", help="The year of the targets.")
@click.option("--area", default="", metavar="AREA", help="Whose targets, such as 郑州.")
@click.option("--theme", default="", metavar="THEME", help="Under which theme, with those below it: 创新, innovation.")
@click.option("--indicator", default="", metavar="WORDS", help="Words of the indicator's name or of a synonym.")
@click.option(
    "--verdict", default="", metavar="VERDICT",
    help="What became of them: met, exceeded or missed; better or worse (where less is better); inside, above or below "
    "(of a band); 'not reported', 'possibly reported' or 'reported in words'; done, underway or 'not told' (of tasks); 'not yet due' or "
    "'not assessable'.",
)  # fmt: skip
@click.option("--level", default="", metavar="LEVEL", help="Of which government: nation, province, city or county.")
@click.option(
    "--grade", default="", metavar="GRADE",
    help="By what both are of one indicator: said, concept, 'same name' or matched.",
)  # fmt: skip
@answer_options
def ledger(
    year: int | None, area: str, theme: str, indicator: str, verdict: str, level: str, grade: str,
    form: str, quotes: bool, graph: str | None,
) -> None:  # fmt: skip
    """Show every target and what became of it, with the rule that says so.

    A target is due when a document of a later year was read; the clock is never asked.
    """
    params = {"year": year, "area": area, "theme": theme, "indicator": indicator, "verdict": verdict}
    params |= {"level": level, "grade": grade}
    show(opened(graph).asked("ledger", **params), form=form, quotes=quotes)
