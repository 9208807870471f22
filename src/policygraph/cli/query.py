"""``policygraph query``: named questions and SPARQL."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from policygraph import files
from policygraph.cli import terminal
from policygraph.cli.options import graph_option, opened
from policygraph.errors import QueryError, UnknownNameError
from policygraph.files import MARK

if TYPE_CHECKING:
    from collections.abc import Iterable


@click.command()
@click.argument("question", required=False, metavar="[NAME | FILE.rq | SPARQL | -]")
@click.option("-p", "--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter of a named question.")
@click.option(
    "-f", "--format", "form", default="table", show_default=True, metavar="FORMAT",
    help="table, csv, tsv, json, xml or turtle.",
)  # fmt: skip
@click.option(
    "-o", "--output", metavar="FILE",
    help="Write the answer to a file, CSV with the byte order mark by which Excel knows it. Without -o, standard output "
    "gets the answer without a mark, as programs want it.",
)  # fmt: skip
@click.option("--list", "listing", is_flag=True, help="List the named questions with their parameters.")
@graph_option
def query(
    question: str | None, params: tuple[str, ...], form: str, output: str | None, listing: bool, graph: str | None
) -> None:
    """Ask the graph: a named question, a file with SPARQL, SPARQL itself, or - for standard input.

    Without a question, the named ones are listed. The prefixes of the graph need no declaration.
    """
    if listing or question is None:
        _list()
        return
    from policygraph import queries

    if form not in queries.FORMATS:
        raise QueryError(f"unknown format: {form}; there are: {', '.join(queries.FORMATS)}")
    text, pairs = _text(question), _pairs(params)
    # SPARQL may ask any graph; a named question asks what our documents say.
    asked = opened(graph)
    store = asked.ours() if text in queries.names() else asked.store
    answer = queries.ask(store, text, form, pairs)
    if output is None:
        click.echo(answer, nl=False)
    else:
        files.write(Path(output), f"{MARK}{answer}" if form == "csv" else answer)
        click.echo(output)


def _list() -> None:
    from policygraph import queries

    questions = [queries.question(name) for name in queries.names()]
    rows = [
        (q.name, " ".join(f"{name}={value}" for name, value in q.defaults.items()), f"{q.title} {q.chinese}")
        for q in questions
    ]
    terminal.table(("question", "parameters", "what it asks"), rows)


def _text(question: str) -> str:
    """Return the SPARQL that was meant, or the name of a question.

    Raises:
        QueryError: there is no such file, or it is no UTF-8.
        UnknownNameError: it is neither a file nor SPARQL, and no question has the name.

    """
    from policygraph import queries

    if question == "-":
        return _decoded(sys.stdin.buffer.read(), "standard input")
    if question in queries.names():
        return question
    # A query has blanks or braces; a name or a path that somebody mistyped has neither.
    if any(character.isspace() or character == "{" for character in question):
        return question
    if question.endswith(".rq") or "/" in question:
        return _file(Path(question))
    raise UnknownNameError("question", question, queries.names())


def _file(path: Path) -> str:
    try:
        return _decoded(path.read_bytes(), str(path))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise QueryError(f"{path}: cannot be read ({reason}); give a file with SPARQL") from error


def _decoded(data: bytes, where: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise QueryError(f"{where}:{line}: is not UTF-8; save the query as UTF-8") from error


def _pairs(params: Iterable[str]) -> dict[str, str]:
    pairs = {}
    for param in params:
        name, equals, value = param.partition("=")
        if not equals or not name:
            raise QueryError(f"-p {param}: write NAME=VALUE, such as -p year=2025")
        pairs[name] = value
    return pairs
