"""What the verbs of the ledger share: a named question, shown as a table, CSV or JSON, with or without its quotes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from policygraph.cli.options import graph_option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from decimal import Decimal

    from policygraph.queries.asked import Asked

Command = TypeVar("Command", bound="Callable[..., Any]")

_FORMATS: Final = ("table", "csv", "json")


def answer_options(command: Command) -> Command:
    """Give a verb the options ``-g``, ``-f`` and ``--quotes``."""
    quotes = click.option("--quotes", is_flag=True, help="Show the words of the documents, with document and offsets.")
    form = click.option(
        "-f",
        "--format",
        "form",
        type=click.Choice(_FORMATS),
        default="table",
        show_default=True,
        help="How to show it; JSON has numbers as numbers. For a CSV that Excel opens right: export, or query -o.",
    )
    return graph_option(form(quotes(command)))


def show(asked: Asked, *, form: str, quotes: bool) -> None:
    """Print the answer to a named question.

    Args:
        asked: the question that was asked.
        form: table, csv or json.
        quotes: whether to show the columns of the evidence.

    Raises:
        QueryError: the store cannot answer what the statements state.

    """
    from policygraph.cli import answers
    from policygraph.queries import formats

    if form == "json":
        click.echo(json_of(bound(asked.rows(quotes=quotes))))
    elif form == "csv":
        click.echo(formats.write(asked.shown(quotes=quotes), form), nl=False)
    else:
        click.echo(answers.write(asked.shown(quotes=quotes), quotes=quotes), nl=False)
    if asked.answer.cut:
        most = len(asked.answer.rows)
        click.echo(f"policygraph: answer cut, it has more than {most} rows; ask for less", err=True)


def bound(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return rows without the cells that have no value, as JSON has them."""
    return [{column: cell for column, cell in row.items() if cell is not None} for row in rows]


def json_of(value: object) -> str:
    """Return rows, or a dictionary of them, as JSON; numbers are numbers."""
    return json.dumps(value, ensure_ascii=False, indent=1, default=_number)


def csv_of(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows as CSV, as SPARQL writes it: comma-separated UTF-8 with CRLF."""
    from policygraph.queries import results

    return results.separated(columns, ([row.get(column) for column in columns] for row in rows))


def text_of(rows: Iterable[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Return rows with their cells as text, for a table."""
    from policygraph.queries.table import show_text

    return [{column: "" if cell is None else show_text(str(cell)) for column, cell in row.items()} for row in rows]


def _number(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)
