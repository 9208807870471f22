"""``policygraph serve``: the graph in a browser, as linked data and behind a SPARQL endpoint."""

from __future__ import annotations

import click

from policygraph.cli.options import graph_option


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, metavar="N",
    help="The port; 0 for any that is free.",
)  # fmt: skip
@click.option(
    "--timeout", type=click.FloatRange(min=0.1, max=3600), default=10.0, show_default=True, metavar="SECONDS",
    help="How long a SPARQL query may take.",
)  # fmt: skip
@click.option("--cors", is_flag=True, help="Let pages of other sites read the graph: for public data only.")
@graph_option
def serve(host: str, port: int, timeout: float, cors: bool, graph: str | None) -> None:
    """Serve the graph until Ctrl+C: viewer, a page and RDF for every resource, a SPARQL endpoint.

    Only this machine can reach the server unless --host says otherwise; nothing can be changed through it.
    """
    from policygraph.api.places import located, texts_of
    from policygraph.server.running import Settings, run

    settings = Settings(host=host, port=port, timeout=timeout, shared=cors)
    run(str(located(graph)), texts_of(graph).texts, settings, _announce)


def _announce(address: str) -> None:
    click.echo(f"{address}  (Ctrl+C stops it)")
