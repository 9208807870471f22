"""What the verbs of the ledger share: a named question, shown as a table, CSV or JSON, with or without its quotes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from policygraph.cli.options import graph_option

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from policygraph.queries.answers import Answer
    from policygraph.store import Store

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


def show(store: Store, question: str, params: Mapping[str, str], *, form: str, quotes: bool) -> None:
    """Print the answer to a named question: see :func:`ask` and :func:`tell`."""
    tell(ask(store, question, params), form=form, quotes=quotes)


def ask(store: Store, question: str, params: Mapping[str, str]) -> Answer:
    """Return the answer to a named question.

    Args:
        store: the graph.
        question: the question's name in graph/queries.
        params: its parameters; ``""`` asks for all.

    Raises:
        QueryError: the graph has no such name or year, or the store cannot answer.

    """
    from policygraph.cli.known import checked
    from policygraph.queries import ROWS, load
    from policygraph.queries.answers import collect

    return collect(store.query(load(question, **checked(store, params))), ROWS)


def tell(answer: Answer, *, form: str, quotes: bool) -> None:
    """Print an answer.

    Args:
        answer: rows.
        form: table, csv or json.
        quotes: whether to show the columns of the evidence.

    """
    from policygraph.cli import answers
    from policygraph.queries import formats

    shown = answer if quotes else _bare(answer)
    if form == "json":
        click.echo(json.dumps(_records(shown), ensure_ascii=False, indent=1))
    elif form == "csv":
        click.echo(formats.write(shown, form), nl=False)
    else:
        click.echo(answers.write(shown, quotes=quotes), nl=False)
    if answer.cut:
        click.echo(f"policygraph: answer cut, it has more than {len(answer.rows)} rows; ask for less", err=True)


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
