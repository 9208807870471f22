"""``policygraph changes``: targets of one year against those of the next."""

from __future__ import annotations

import click

from policygraph.cli.asking import answer_options, show
from policygraph.cli.options import opened


@click.command()
@click.option("--from", "first", type=int, metavar="YEAR", help="The year of the earlier targets.")
@click.option("--to", "second", type=int, metavar="YEAR", help="The year of the later ones.")
@click.option("--area", default="", metavar="AREA", help="Whose targets, such as 郑州.")
@click.option(
    "--relation",
    default="",
    metavar="RELATION",
    help="Only those repeated, raised, lowered, softened, dropped or possibly_dropped.",
)
@click.option(
    "--grade", default="", metavar="GRADE",
    help="By what both are of one indicator: said, concept, 'same name' or matched.",
)  # fmt: skip
@answer_options
def changes(
    first: int | None, second: int | None, area: str, relation: str, grade: str, form: str, quotes: bool,
    graph: str | None,
) -> None:  # fmt: skip
    """Show which targets were repeated, raised, lowered, softened, dropped or possibly dropped.

    Raised is more ambitious by the direction of the indicator, not by the number: a lower rate of unemployment is
    raised.
    """
    params = {"from": first, "to": second, "area": area, "relation": relation, "grade": grade}
    show(opened(graph).asked("changes", **params), form=form, quotes=quotes)
