"""``policygraph build``: documents → graph, viewer page, tables."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final

import click

from policygraph.cli import handled, terminal
from policygraph.cli.options import encoding_option, lexicon_option
from policygraph.cli.signals import raised
from policygraph.errors import InputError

if TYPE_CHECKING:
    from policygraph.summary import Summary

# Documents, and sorts of files, that fit on a screen.
_SHOWN: Final = 20


@click.command()
@click.argument("inputs", nargs=-1, metavar="[INPUT]...")
@click.option(
    "-o", "--output", default="policygraph-out", show_default=True, metavar="DIR",
    help="The folder to write: new, empty, or an earlier build, which is replaced.",
)  # fmt: skip
@click.option("--no-names", is_flag=True, help="Do without the list of known names: the rules alone.")
@lexicon_option
@encoding_option
@click.option("--title", help="Title of the one document.")
@click.option("--publisher", help="Its publisher.")
@click.option("--issued", metavar="YYYY[-MM[-DD]]", help="When it was issued.")
@click.option("--area", help="The place it speaks for, such as 郑州.")
@click.option("--level", metavar="LEVEL", help="nation, province, city, county, township or unknown.")
@click.option("--genre", metavar="GENRE", help="report, bulletin, plan, workplan, news or notice.")
@click.option("--source", help="Where it was taken from.")
@click.option(
    "--license", "licence", default="", metavar="URL|SPDX",
    help="The licence under which the graph may be used, such as CC-BY-4.0.  [default: none is stated]",
)  # fmt: skip
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N",
    help="Processes that read documents.  [default: 1 below 8 documents, else one per processor]",
)  # fmt: skip
@click.option(
    "--tolerance", type=click.FloatRange(0, 100), default=5, show_default=True, metavar="PERCENT",
    help="How far 左右 and 同步 reach, in percent of the value.",
)  # fmt: skip
@click.option("--strict", is_flag=True, help="Stop at the first document that cannot be read, and write nothing.")
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary; only what could not be read.")
@click.option("--publish", is_flag=True, hidden=True)
@raised()
def build(
    inputs: tuple[str, ...], output: str, no_names: bool, encoding: str | None, jobs: int | None, strict: bool,
    quiet: bool, publish: bool, licence: str, lexicon: tuple[str, ...], tolerance: float, **overrides: str | None,
) -> None:  # fmt: skip
    """Read documents and write a graph, a viewer page and tables.

    INPUT is a file or a folder with .txt, .md, .html, .docx, .pdf, .csv, .jsonl or .zip; without one, the embedded sources
    are read. DIR gets graph.nq (above 50 MB graph.nq.gz), index.html, tables/*.csv, coverage.json and texts/*.txt, all
    of them or none. A document that cannot be read does not stop the others: it is told with the cure, and the exit code
    is 1; where none can be read, nothing is written. tables/documents.csv has a row for every file, and says what was done with it.
    """
    start = time.perf_counter()
    # This import is a large part of the time that a small build takes, and belongs to it.
    from policygraph import pipeline
    from policygraph.api.places import published

    if publish:
        if inputs:
            raise InputError("--publish reads the embedded sources; leave the inputs out")
        pipeline.publish(published())
        click.echo(published())
        return
    with terminal.progress(quiet) as progress:
        summary = pipeline.build(
            inputs, output, names=not no_names, encoding=encoding, overrides=overrides, jobs=jobs or 0,
            progress=progress, strict=strict, licence=licence, lexicon=lexicon or None, tolerance=tolerance,
        )  # fmt: skip
    if not quiet:
        _tell(summary, time.perf_counter() - start)
    if summary.failed:
        terminal.tell_failed(summary.failed, summary.tables / "documents.csv")
        click.get_current_context().exit(1)


def _tell(summary: Summary, seconds: float) -> None:
    _tell_documents(summary)
    entities = [(type_.value, number) for type_, number in summary.entities.items() if number]
    terminal.table(("entities", "number"), entities, numbers=["number"])
    click.echo()
    years = [(year, summary.targets.get(year, 0), summary.outcomes.get(year, 0)) for year in summary.years]
    terminal.table(("year", "targets", "outcomes"), years, numbers=["targets", "outcomes"])
    coverage = summary.coverage
    click.echo(
        f"\n{summary.triples} triples, {summary.mentions} mentions, {summary.links} links in {seconds:.1f} s; "
        f"{coverage.understood} of {coverage.numerals} numbers understood ({coverage.share:.1%})\n"
    )
    for what, where in (("page", summary.page), ("graph", summary.graph), ("tables", summary.tables)):
        click.echo(f"{what:<7}{where}")


def _tell_documents(summary: Summary) -> None:
    shown = summary.documents[:_SHOWN]
    rows = [
        (d.name, d.title, d.area, d.level.value, d.genre.value, d.issued, ", ".join(d.inferred) or "-") for d in shown
    ]
    terminal.table(("document", "title", "area", "level", "genre", "issued", "inferred"), rows)
    if more := len(summary.documents) - len(shown):
        click.echo(f"… and {more} more, all of them in {summary.tables / 'documents.csv'}")
    click.echo()
    sorts = handled.sorts(summary.entries)
    if len(sorts) > 1:
        terminal.table(("what was done", "format", "number", "with"), sorts[:_SHOWN], numbers=["number"])
        if more := len(sorts) - len(sorts[:_SHOWN]):
            click.echo(f"… and {more} more sorts, all of them in {summary.tables / 'documents.csv'}")
        click.echo()
