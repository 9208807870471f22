"""``policygraph view``: the viewer page of a graph."""

from __future__ import annotations

from pathlib import Path

import click

from policygraph.cli.options import graph_option, opened
from policygraph.cli.signals import raised


@click.command()
@click.option(
    "-o", "--output", default="policygraph.html", show_default=True, metavar="FILE.html", help="The page to write."
)
@click.option("--theme", metavar="NAME", help="Only what falls under this theme, such as innovation or 创新.")
@click.option("--year", type=int, metavar="YYYY", help="Only what is said of this year.")
@click.option("--entity", metavar="NAME", help="Only what is at most two steps away from this entity.")
@graph_option
@raised()
def view(output: str, theme: str | None, year: int | None, entity: str | None, graph: str | None) -> None:
    """Write the page on which people explore a graph: one file that needs no network and nothing installed."""
    from policygraph import files

    files.write(Path(output), opened(graph).page(theme=theme, year=year, entity=entity))
    click.echo(output)
