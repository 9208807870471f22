"""What several verbs take: the graph, the encoding, the endpoint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from policygraph.cli import terminal

if TYPE_CHECKING:
    from collections.abc import Callable

    from policygraph.api.graph import Graph

_NO_STORE: Final = f"{__name__}.no_store"

Command = TypeVar("Command", bound="Callable[..., Any]")


def graph_option(command: Command) -> Command:
    """Give a verb the option ``-g GRAPH``; its parameter is ``graph``, None for the published graph."""
    option = click.option(
        "-g", "--graph", metavar="GRAPH",
        help=(
            "A .nq, .nq.gz, .trig or .ttl file, the folder of a build, a store folder, or the URL of a SPARQL endpoint."
            "  [default: the published graph]"
        ),
    )  # fmt: skip
    return option(_store_option(command))


def _store_option(command: Command) -> Command:
    option = click.option(
        "--no-store", is_flag=True, expose_value=False, callback=_keep,
        help="Load the graph of a build itself, and neither open nor make the store beside it.",
    )  # fmt: skip
    return option(command)


def _keep(context: click.Context, parameter: click.Parameter, value: bool) -> None:  # noqa: ARG001 -- as click calls it
    context.meta[_NO_STORE] = value


def encoding_option(command: Command) -> Command:
    """Give a verb the option ``--encoding NAME``."""
    option = click.option(
        "--encoding", metavar="NAME", help="The encoding of all inputs, such as gb18030.  [default: utf-8]"
    )
    return option(command)


def lexicon_option(command: Command) -> Command:
    """Give a verb the option ``--lexicon DIR``, again and again; its parameter is ``lexicon``, a tuple of folders.

    Where it is not given, the library looks for folders in the environment.
    """
    option = click.option(
        "--lexicon", multiple=True, metavar="DIR",
        help=(
            "A folder of your own words (docs/lexicon.md); give it again for more.  [default: the folders that"
            " POLICYGRAPH_LEXICON names]"
        ),
    )  # fmt: skip
    return option(command)


def service_options(command: Command) -> Command:
    """Give a verb that changes an endpoint the options ``-g URL`` and ``--update URL``; parameters: url, update."""
    where = click.option("-g", "--graph", "url", required=True, metavar="URL", help="The SPARQL endpoint.")
    update = click.option(
        "--update", default="", metavar="URL",
        help="Its address for updates.  [default: …/update for …/query, else the same]",
    )  # fmt: skip
    return where(update(command))


def opened(graph: str | None) -> Graph:
    """Open the graph of ``-g``.

    Raises:
        GraphError: it cannot be loaded whole.

    """
    from policygraph.api.graph import Graph

    context = click.get_current_context(silent=True)
    with terminal.progress(quiet=False) as tell:
        return Graph(graph, store=not (context and context.meta.get(_NO_STORE)), progress=tell)
