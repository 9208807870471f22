"""``policygraph load``: the graph behind a SPARQL endpoint."""

from __future__ import annotations

import click

from policygraph.cli import terminal
from policygraph.cli.options import opened, service_options


@click.command()
@click.argument("source", required=False, metavar="[GRAPH]")
@click.option("--replace", is_flag=True, help="Remove the documents that are there and not in GRAPH.")
@service_options
def load(source: str | None, replace: bool, url: str, update: str) -> None:
    """Put a built graph behind a SPARQL endpoint, document by document.

    GRAPH is a .nq or .trig file, the folder of a build or a store folder; without it, the published graph. What is there
    already is passed over, so that a load that was broken off goes on where it was. Until all is there, readers refuse
    the graph as not whole.

    A user and a password stand in the URL, or in POLICYGRAPH_USER and POLICYGRAPH_PASSWORD.
    """
    from policygraph.store import Writing, load_into, open_store

    store = opened(source).store
    with terminal.progress(quiet=False) as show:
        loaded = load_into(
            Writing(url, update), store, replace=replace, progress=lambda done, of: show("loading", done, of)
        )
    size = len(open_store(url))
    click.echo(
        f"{size} statements in {loaded.written + loaded.there} graphs: {_told(loaded.written, loaded.there, loaded.removed)}"
    )


def _told(written: int, there: int, removed: int) -> str:
    gone = f", {removed} removed" if removed else ""
    return f"{written} written, {there} there already{gone}"
