"""The layers of the code: imports run one way, and nothing heavy is imported before it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

_CHECKOUT = Path(__file__).parents[1]
_HEAVY = (
    "bs4", "jinja2", "networkx", "pyoxigraph", "pypinyin", "pyshacl", "pyvis", "rdflib", "rich", "rjieba",
    "starlette", "uvicorn", "yaml",
)  # fmt: skip


def test_imports_run_one_way(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The contracts of pyproject.toml hold."""
    monkeypatch.chdir(_CHECKOUT)
    broken = lint_imports(config_filename="pyproject.toml", no_cache=True)
    assert not broken, capsys.readouterr().out


@pytest.mark.parametrize("statement", ["import policygraph", "import policygraph.cli.app"])
def test_nothing_heavy_is_imported_before_it_is_needed(statement: str) -> None:
    """``import policygraph`` and ``policygraph --help`` load none of the libraries that a verb may need."""
    code = f"import sys; {statement}; print(*sorted(sys.modules.keys() & {set(_HEAVY)!r}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


_QUERY = """
import click.testing, policygraph.cli.app as cli
done = click.testing.CliRunner().invoke(cli.app, ["query", "documents", "-f", "csv"])
assert done.exit_code == 0, done.output
"""
# What asks a graph: none of it reads a document.
_ASKING = {
    "queries": "import policygraph.queries",
    "tables": "import policygraph.networks, policygraph.tables, policygraph.export",
    "query": _QUERY,
}


@pytest.mark.parametrize("statement", _ASKING.values(), ids=_ASKING)
def test_asking_a_graph_loads_neither_segmenter_nor_lexicon(statement: str) -> None:
    """Questions, tables and networks are there without a module of the extraction, which reads documents."""
    assert _loaded(statement, "policygraph.extraction", "rjieba") == []


def _loaded(statement: str, *packages: str) -> list[str]:
    """Return the modules of these packages that a fresh interpreter has loaded after a statement."""
    code = f"import sys\n{statement}\nprint(*(name for name in sys.modules if (name + '.').startswith({packages!r})))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()
