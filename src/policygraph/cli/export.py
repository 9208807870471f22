"""``policygraph export``: the graph for others."""

from __future__ import annotations

from pathlib import Path

import click

from policygraph.cli.options import graph_option, open_ours, texts_of


@click.command()
@click.argument("target", metavar="FILE|DIR")
@click.option(
    "-f", "--format", "form", type=click.Choice(["panel"]),
    help="A panel for statistics: one row for each area, indicator and year, as panel.csv and panel.parquet in DIR.",
)  # fmt: skip
@graph_option
def export(target: str, form: str | None, graph: str | None) -> None:
    """Write the graph to a file in the format of its suffix, or as tables into a folder.

    Suffixes: .nq and .trig and .jsonld with named graphs; .ttl, .nt and .rdf without; .graphml for network tools. A
    name without suffix is a folder that gets facts.csv, mentions.csv, links.csv and ledger.csv.
    """
    from policygraph.export import export as write

    if form == "panel":
        _panel(target, graph)
    else:
        write(open_ours(graph), Path(target))
    click.echo(target)


def _panel(target: str, graph: str | None) -> None:
    from policygraph.export import export_panel

    without = export_panel(open_ours(graph), texts_of(graph).texts, Path(target))
    if without:
        click.echo(
            f"policygraph: no text of {', '.join(without)}, so that only their quotes tell figures of a year from those "
            "of some months or several years; keep the folder texts of the build beside the graph",
            err=True,
        )
