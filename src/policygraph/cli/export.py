"""``policygraph export``: the graph for others."""

from __future__ import annotations

from pathlib import Path

import click

from policygraph.cli.options import graph_option, opened
from policygraph.cli.signals import raised
from policygraph.errors import OutputError


@click.command()
@click.argument("target", required=False, metavar="[FILE|DIR]")
@click.option("-o", "--output", metavar="FILE|DIR", help="The same, as other verbs take it.")
@click.option(
    "-f", "--format", "form", type=click.Choice(["panel"]),
    help="A panel for statistics: one row for each area, indicator and year, as panel.csv and panel.parquet in DIR, or "
    "as FILE.xlsx.",
)  # fmt: skip
@click.option(
    "--concepts-only", is_flag=True, help="Of the panel, only indicators of the ontology, which all areas share."
)
@click.option(
    "--wide", is_flag=True, help="Beside panel.csv, panel-wide.csv: a row for each area and year, with its codebook."
)
@click.option(
    "--annotations", is_flag=True,
    help="In RDF, each passage with the selectors of W3C Web Annotation too: by position, by quote with the words around "
    "it, by page.",
)  # fmt: skip
@graph_option
@raised()
def export(
    target: str | None, output: str | None, form: str | None, graph: str | None, *, concepts_only: bool, wide: bool,
    annotations: bool,
) -> None:  # fmt: skip
    """Write the graph to a file in the format of its suffix, or as tables into a folder.

    Suffixes: .nq, .nq.gz, .trig and .jsonld with named graphs; .ttl, .nt and .rdf without; .graphml for network tools;
    .xlsx for Excel (needs policygraph[xlsx]). A name without suffix is a folder that gets facts.csv, mentions.csv,
    links.csv and ledger.csv, in UTF-8 with the byte order mark by which Excel knows it, and datapackage.json, which
    says what every column means.
    """
    place = _place(target, output)
    if (concepts_only or wide) and form != "panel":
        raise OutputError("--concepts-only and --wide are of the panel; add --format panel")
    if wide and place.suffix:
        raise OutputError(f"{place}: a wide panel is written into a folder; name one")
    if annotations and form:
        raise OutputError("--annotations is of RDF; leave out --format")
    notes = (
        _panel(place, graph, concepts_only=concepts_only, wide=wide)
        if form == "panel"
        else opened(graph).export(place, annotations=annotations)
    )
    for note in notes:
        click.echo(f"policygraph: {note}", err=True)
    click.echo(str(place))


def _place(target: str | None, output: str | None) -> Path:
    """Return where to write.

    Raises:
        OutputError: no place is named, or two are.

    """
    named = target or output
    if not named:
        raise OutputError("name a file or a folder to write, such as: policygraph export -o graph.ttl")
    if target and output and Path(target) != Path(output):
        raise OutputError(f"{target} and -o {output} are two places; name one")
    return Path(named)


def _panel(target: Path, graph: str | None, *, concepts_only: bool, wide: bool) -> tuple[str, ...]:
    without, notes = opened(graph).export_panel(target, concepts_only=concepts_only, wide=wide)
    if not without:
        return notes
    lack = (
        f"no text of {', '.join(without)}, so that only their quotes tell figures of a year from those of some months or "
        "several years; keep the folder texts of the build beside the graph"
    )
    return (lack, *notes)
