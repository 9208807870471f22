"""What the verbs of the ledger share: a named question, shown as a table, CSV or JSON, with or without its quotes."""

from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from policygraph.cli.options import graph_option, open_graph

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from policygraph.queries.answers import Answer

Command = TypeVar("Command", bound="Callable[..., Any]")

_FORMATS: Final = ("table", "csv", "json")
# The columns that hold the words of the documents and where they stand.
_EVIDENCE: Final = ("first_", "second_")


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
        help="How to show it.",
    )
    return graph_option(form(quotes(command)))


def show(graph: str | None, question: str, params: Mapping[str, str], *, form: str, quotes: bool) -> bool:
    """Print the answer to a named question and return whether there was one.

    Args:
        graph: the graph, as ``-g`` gives it.
        question: the question's name in graph/queries.
        params: its parameters; ``""`` asks for all.
        form: table, csv or json.
        quotes: whether to show the columns of the evidence.

    Raises:
        GraphError: the graph cannot be loaded whole.
        QueryError: the store cannot answer.

    """
    from policygraph.queries import ROWS, formats, load
    from policygraph.queries.answers import collect

    answer = collect(open_graph(graph).query(load(question, **params)), ROWS)
    shown = answer if quotes else _bare(answer)
    if form == "json":
        click.echo(json.dumps(_records(shown), ensure_ascii=False, indent=1))
    else:
        width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
        click.echo(formats.write(shown, form, width), nl=False)
    return bool(answer.rows)


def _bare(answer: Answer) -> Answer:
    """Return an answer without its evidence."""
    from dataclasses import replace

    kept = [number for number, column in enumerate(answer.columns) if not column.startswith(_EVIDENCE)]
    return replace(
        answer,
        columns=tuple(answer.columns[number] for number in kept),
        rows=tuple(dict.fromkeys(tuple(row[number] for number in kept) for row in answer.rows)),
    )


def _records(answer: Answer) -> list[dict[str, str]]:
    """Return the rows as JSON objects; a variable that is not bound is left out."""
    return [
        {column: getattr(term, "value", str(term)) for column, term in zip(answer.columns, row, strict=True) if term}
        for row in answer.rows
    ]
