"""What several verbs take: the graph, and the texts that it was built from."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from policygraph import folders, resources
from policygraph.errors import GraphError

if TYPE_CHECKING:
    from collections.abc import Callable

    from policygraph.store import Store
    from policygraph.texts import Texts

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
    return option(command)


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


def published() -> Path:
    """Return the file of the published graph."""
    return resources.graph() / "zhengzhou.nq"


def located(graph: str | None) -> Path | str:
    """Return the file, the store folder or the URL that ``-g`` means."""
    return published() if graph is None else _file(graph)


def open_graph(graph: str | None) -> Store:
    """Open the graph of ``-g``.

    Raises:
        GraphError: it cannot be loaded whole.

    """
    from policygraph.store import open_store

    return open_store(located(graph))


def open_ours(graph: str | None) -> Store:
    """Open the graph of ``-g`` for a verb that tells what documents say, and finds nothing where there are none.

    Raises:
        GraphError: it cannot be loaded whole, or holds no document of Policygraph.

    """
    store = open_graph(graph)
    if not bool(store.query("ASK { ?document a pg:Document }")):
        where = located(graph)
        raise GraphError(f"{where}: holds no document of Policygraph; give a graph that policygraph build has written")
    return store


def texts_of(graph: str | None) -> Texts:
    """Return the texts that a graph was built from: those kept beside it, or the embedded sources; else none.

    Raises:
        InputError: they are there, but cannot be read.

    """
    from policygraph import texts

    if graph is None:
        return texts.read([resources.graph() / "sources"])
    return texts.kept(beside(graph) / "texts")


def beside(graph: str) -> Path:
    """Return the folder that holds a graph, where a build keeps what belongs to it."""
    return Path(_file(graph)).parent


def _file(graph: str) -> str:
    folder = Path(graph)
    return str(folder / "graph.nq") if (folder / folders.MANIFEST).is_file() else graph
