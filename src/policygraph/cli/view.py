"""``policygraph view``: the viewer page of a graph."""

from __future__ import annotations

from pathlib import Path

import click

from policygraph.cli.options import graph_option, open_ours, texts_of
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
    from policygraph import excerpt, files, page
    from policygraph.networks import network
    from policygraph.rdf import corpus, ledger_of

    store = open_ours(graph)
    quads = list(store.quads())
    said = corpus(quads)
    documents = tuple(reading.document for reading in said.readings)
    part = excerpt.cut(network(store, said), theme=theme, year=year, entity=entity)
    texts, rows = texts_of(graph).texts, ledger_of(quads, said)
    files.write(Path(output), page.html(part, documents, texts=texts, ledger=rows, strict=True))
    click.echo(output)
