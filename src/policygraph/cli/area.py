"""``policygraph area``: one place, as its page in the viewer tells of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from policygraph.cli.asking import answer_options, bound, csv_of, json_of, text_of
from policygraph.cli.options import opened
from policygraph.cli.sources import WORDS, cited, without_quotes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from policygraph.api.area import Area
    from policygraph.rows import Rows

    Told = Sequence[Mapping[str, Any]]


@click.command()
@click.argument("name")
@click.option("--year", type=int, metavar="YEAR", help="Only what is said of this year.")
@answer_options
def area(name: str, year: int | None, form: str, quotes: bool, graph: str | None) -> None:
    """Show a place: its promises and results, headlines, changes, projects, platforms, industries, who answers.

    NAME is the place in Chinese, pinyin or English: 湖北, 湖北省, hubei. Every figure has the document and the place of
    its words, --quotes shows them. Targets are counted once, however many documents set them. CSV has the parts one
    below the other, in the column part.
    """
    found = opened(graph).area(name, year)
    if form == "json":
        parts = {part: bound(_shown(rows, quotes=quotes)) for part, rows in _parts(found)}
        click.echo(json_of({"name": found.name, "documents": found.documents, "tally": bound(found.tally), **parts}))
    elif form == "csv":
        click.echo(_csv(found, quotes=quotes), nl=False)
    else:
        click.echo(_text(found, quotes=quotes), nl=False)


def _parts(found: Area) -> Iterator[tuple[str, Rows]]:
    for part in ("promises", "headlines", "changes", "projects", "platforms", "industries", "duties"):
        yield part, getattr(found, part)


def _shown(rows: Rows, *, quotes: bool) -> Rows:
    return rows if quotes else without_quotes(rows)


def _csv(found: Area, *, quotes: bool) -> str:
    """Return all parts as one table, which has the columns of each."""
    parts = {part: _shown(rows, quotes=quotes) for part, rows in _parts(found)}
    columns = dict.fromkeys(column for rows in parts.values() for column in rows.columns)
    return csv_of(
        ("area", "part", *columns),
        ({"area": found.name, "part": part, **row} for part, rows in parts.items() for row in rows),
    )


def _text(found: Area, *, quotes: bool) -> str:
    from policygraph.cli import answers

    documents = ", ".join(found.documents) or "no document speaks for it"
    told = [
        f"{found.name}  {documents}\n",
        f"targets by year\n{answers.told(found.tally.columns, text_of(found.tally), quotes=False)}",
    ]
    for part, rows in _parts(found):
        lines = _lines(part, rows, quotes=quotes)
        told.append(
            f"{part}\n{answers.told(tuple(lines[0]), text_of(lines), quotes=quotes)}" if lines else f"{part}\n(none)\n"
        )
    return "\n".join(told)


def _lines(part: str, rows: Rows, *, quotes: bool) -> Told:
    """Return the rows of a part as a terminal shows them: a thing on one line, a figure with the place of its words."""
    if part in ("projects", "platforms", "industries"):
        return (
            [{"first_" + c if c in WORDS else c: row[c] for c in _NAMED} for row in rows] if quotes else _things(rows)
        )
    return rows if quotes else [_short(row) for row in rows]


def _short(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row without its note, which says in a sentence what the other columns say."""
    return {column: cell for column, cell in cited(row).items() if column != "note"}


_NAMED = ("year", "entity", "mode", "stage", *WORDS)


def _things(rows: Rows) -> Told:
    """Return the things that rows of mentions name, each with its years or its life, those named most often first."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        found.setdefault(row["entity"], []).append(row)
    told = sorted(found.items(), key=lambda item: -len(item[1]))
    return [
        {"name": name, "life": _life(those), "mentions": len(those), "at": cited(those[0])["at"]}
        for name, those in told
    ]


def _life(rows: Told) -> str:
    """Return the stages of a thing by year, in the order of a life; of a year without stage the year alone."""
    from policygraph.statements import Stage

    stages = {(row["year"], [*Stage].index(Stage(row["stage"])), row["stage"]) for row in rows if row["stage"]}
    bare = {row["year"] for row in rows} - {year for year, _, _ in stages}
    return ", ".join(f"{year} {stage}".strip() for year, _, stage in sorted({*stages, *((y, 0, "") for y in bare)}))
