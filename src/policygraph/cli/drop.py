"""``policygraph drop``: one document out of the graph behind a SPARQL endpoint."""

from __future__ import annotations

import click

from policygraph.cli.options import service_options


@click.command()
@click.argument("document")
@service_options
def drop(document: str, url: str, update: str) -> None:
    """Take a document out of the graph behind a SPARQL endpoint.

    With it go the entries of the ledger that rest on it, and entities and indicators that nothing else names. The ledger
    of the documents that remain is not judged anew: for that, build without the document and load.

    A user and a password stand in the URL, or in POLICYGRAPH_USER and POLICYGRAPH_PASSWORD.
    """
    from policygraph.store import Writing, drop_from

    gone = drop_from(Writing(url, update), document)
    told = f"{gone.triples} statements, {gone.entries} entries of the ledger, {gone.named} entities and indicators"
    click.echo(f"{document} is out: {told}")
