"""What a verb loads: a question brings no reader of documents with it, and help nothing but click."""

from __future__ import annotations

import subprocess
import sys

import pytest

READING = {"rjieba", "lxml", "bs4", "pypdf", "docx", "policygraph.extraction", "policygraph.ledger"}
HEAVY = {"rdflib", "networkx", "pyshacl", "pandas"}

_RUN = """
import sys
from policygraph.cli.app import app
app.main(sys.argv[1:], standalone_mode=False)
print(*sys.modules, file=sys.stderr)
"""


def loaded(*words: str) -> set[str]:
    """Return the modules that a process has loaded when a verb is done."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *words], capture_output=True, text=True, encoding="utf-8", check=True
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("form", ["csv", "table"])
def test_a_named_question_loads_no_segmenter_and_no_parser(form: str) -> None:
    """The graph is read, not documents."""
    modules = loaded("query", "targets", "-f", form)
    assert "pyoxigraph" in modules
    assert modules & (READING | HEAVY) == set()


def test_help_loads_no_graph() -> None:
    """Only what the command line is made of."""
    assert loaded("--help") & (READING | HEAVY | {"pyoxigraph", "rich"}) == set()
