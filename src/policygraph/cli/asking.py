"""What the verbs of the ledger share: a named question, shown as a table, CSV or JSON, with or without its quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from policygraph.cli.options import graph_option

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from policygraph.queries.answers import Answer
    from policygraph.store import Store

Command = TypeVar("Command", bound="Callable[..., Any]")

_FORMATS: Final = ("table", "csv", "json")
# The columns that hold the words of the documents, where they stand, and whose words they are.
_EVIDENCE: Final = ("first_", "second_")
_IRIS: Final = ("first_iri", "second_iri")
# What the two statements of a row are called, by question; those of a cascade are of one area and of that above it.
_SIDES: Final = {
    "ledger": ("target", "outcome"),
    "changes": ("before", "after"),
    "conflicts": ("one", "other"),
    "cascade": ("area", "above"),
}


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


def show(store: Store, question: str, params: Mapping[str, str], *, form: str, quotes: bool) -> None:
    """Print the answer to a named question: see :func:`ask` and :func:`tell`."""
    tell(ask(store, question, params), store, form=form, quotes=quotes, sides=_SIDES[question])


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


def tell(answer: Answer, store: Store, *, form: str, quotes: bool, sides: tuple[str, ...] = ()) -> None:
    """Print an answer.

    Args:
        answer: rows.
        store: the graph that gave it.
        form: table, csv or json.
        quotes: whether to show the columns of the evidence.
        sides: what the fields of the statements that each row joins are called in JSON.

    Raises:
        QueryError: the store cannot answer what the statements state.

    """
    from policygraph.cli import answers, records
    from policygraph.queries import formats

    joined = [records.Side(column, name) for column, name in zip(_IRIS, sides, strict=False)]
    kept = [side.column for side in joined] if form == "json" else []
    shown = answer if quotes else _bare(answer, kept)
    if form == "json":
        click.echo(records.write(shown, joined, store), nl=False)
    elif form == "csv":
        click.echo(formats.write(shown, form), nl=False)
    else:
        click.echo(answers.write(shown, quotes=quotes), nl=False)
    if answer.cut:
        click.echo(f"policygraph: answer cut, it has more than {len(answer.rows)} rows; ask for less", err=True)


def _bare(answer: Answer, spared: Collection[str]) -> Answer:
    """Return an answer without its evidence, but for the columns that are spared."""
    from dataclasses import replace

    kept = [
        number for number, column in enumerate(answer.columns) if column in spared or not column.startswith(_EVIDENCE)
    ]
    return replace(
        answer,
        columns=tuple(answer.columns[number] for number in kept),
        rows=tuple(dict.fromkeys(tuple(row[number] for number in kept) for row in answer.rows)),
    )
