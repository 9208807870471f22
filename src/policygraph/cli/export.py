"""``policygraph export``: the graph for others."""

from __future__ import annotations

from pathlib import Path

import click

from policygraph.cli.options import graph_option, open_graph


@click.command()
@click.argument("target", metavar="FILE|DIR")
@graph_option
def export(target: str, graph: str | None) -> None:
    """Write the graph to a file in the format of its suffix, or as tables into a folder.

    Suffixes: .nq and .trig and .jsonld with named graphs; .ttl, .nt and .rdf without; .graphml for network tools. A
    name without suffix is a folder that gets facts.csv, mentions.csv and links.csv.
    """
    from policygraph.export import export as write

    write(open_graph(graph), Path(target))
    click.echo(target)
