"""Ask every named question of a graph, beside Oxigraph that is asked the same SPARQL, and fail where one takes too long.

    python benchmarks/questions.py [GRAPH] [--most SECONDS]

Each question is asked with its defaults and once for everything, after a first time that warms the store up. Times are those
of the processor. ``policygraph`` looks the parameters up, binds them, and collects the rows; ``oxigraph`` only answers the
query that came of it. The floors: 1 s on 31 reports, 3 s on two million triples.
"""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING, TypeVar

from policygraph import queries
from policygraph.api.graph import Graph
from policygraph.rdf.vocab import PREFIXES
from policygraph.store import Oxigraph

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Result = TypeVar("Result")

# More rows than any question has.
_ROWS = 10_000_000


def main() -> int:
    """Print the table, and return 1 if a question takes longer than the most that was given."""
    arguments = _arguments()
    store = Graph(arguments.graph).store
    if not isinstance(store, Oxigraph):
        raise SystemExit("give a file, a build or a store folder, not an endpoint")
    print(f"{len(store)} triples\n\n| question | rows | policygraph, ms | oxigraph, ms |\n|---|---|---|---|")
    slow = [
        name
        for name in queries.names()
        for params in _cases(name)
        if _row(store, name, params) > arguments.most
    ]  # fmt: skip
    print(f"\nslower than {arguments.most} s: {', '.join(slow) or 'none'}")
    return int(bool(slow))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", nargs="?", help="a graph, as -g takes it; the published one by default")
    parser.add_argument("--most", default=1.0, type=float, help="seconds that a question may take")
    return parser.parse_args()


def _cases(name: str) -> list[Mapping[str, str]]:
    """Return the defaults of a question, and all of it, but where that is everything there is around any entity."""
    everything = dict.fromkeys(queries.question(name).defaults, "")
    named = {"entity", "statement", "first"} & everything.keys()
    return [{}] if named and name != "questions" else [{}, everything]


def _row(store: Oxigraph, name: str, params: Mapping[str, str]) -> float:
    """Print what a question costs, and return the seconds."""
    queries.answered(store, name, params, rows=_ROWS)
    answer, ours = _timed(lambda: queries.answered(store, name, params, rows=_ROWS))
    text = queries.load(name, store, params)
    own = _timed(lambda: len(list(store.inner.query(text, prefixes=PREFIXES, use_default_graph_as_union=True))))[1]
    shown = f"{name}, all" if params else name
    print(f"| {shown} | {len(answer.rows)} | {ours * 1000:.0f} | {own * 1000:.0f} |", flush=True)
    return ours


def _timed(work: Callable[[], Result]) -> tuple[Result, float]:
    start = time.process_time()
    result = work()
    return result, time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
