"""No test depends on the clock: one that does is red on a slow machine, and green on a fast one for nothing."""

from __future__ import annotations

import ast
from pathlib import Path

_TESTS = Path(__file__).parent
# Waiting for so many milliseconds instead of for a condition; watches for durations, which are for benchmarks.
_CLOCKS = {"wait_for_timeout", "perf_counter", "perf_counter_ns"}


def _clocks(source: str) -> list[str]:
    names = ((node.lineno, getattr(node, "attr", getattr(node, "id", ""))) for node in _expressions(source))
    return [f"line {line}: {name}" for line, name in names if name in _CLOCKS]


def _expressions(source: str) -> list[ast.expr]:
    return [node for node in ast.walk(ast.parse(source)) if isinstance(node, (ast.Attribute, ast.Name))]


def test_no_test_waits_for_a_time_or_measures_one() -> None:
    """Wait for what is to come (``browsing.settled``), bound what work may cost (``effort.at_most``)."""
    read = {str(file.relative_to(_TESTS)): _clocks(file.read_text(encoding="utf-8")) for file in _TESTS.rglob("*.py")}
    assert "test_clock.py" in read
    assert {name: clocks for name, clocks in read.items() if clocks} == {}


def test_clocks_are_found() -> None:
    """Called on a page or a module, or imported; the words alone are none."""
    assert _clocks("page.wait_for_timeout(5)\nx = perf_counter()\n# perf_counter\n'wait_for_timeout'") == [
        "line 1: wait_for_timeout",
        "line 2: perf_counter",
    ]
