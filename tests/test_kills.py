"""A build that is killed over an earlier one leaves the old state or the new one, whole; the next build sweeps the rest."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

import policygraph
from command import COMMAND, REPORT, listing, spawn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these signals are those of POSIX")

# What is there when a build is so far that it is to be killed. The last moments are short, and may be missed by a
# little: whatever is hit, the state must be whole.
_MOMENTS = ("build", "build/graph.nq", "build/tables/facts.csv", "build/index.html", "build/policygraph.json", "whole")
_CODES = {signal.SIGKILL: {-9}, signal.SIGTERM: {0, 143}, signal.SIGINT: {0, 130}}


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """What a build of the old and of the new report writes."""
    folder = tmp_path_factory.mktemp("states")
    built = {}
    for name, text in (("old", REPORT), ("new", REPORT.replace("500家", "600家"))):
        (folder / name).mkdir()
        (folder / name / "report.md").write_text(text, encoding="utf-8")
        policygraph.build(folder / name / "report.md", folder / name / "out")
        built[name] = listing(folder / name / "out")
    return built


def _wait(condition: Callable[[], bool]) -> None:
    for _ in range(60_000):
        if condition():
            return
        time.sleep(0.002)
    raise AssertionError("the build has not come so far")


def _kill(folder: Path, moment: str, number: signal.Signals) -> None:
    """Start a build, and end it by a signal when it is so far."""
    command = [*COMMAND, "build", "-q", "report.md", "-o", "out"]
    with subprocess.Popen(command, cwd=folder, stderr=subprocess.PIPE) as process:
        _wait(lambda: any(folder.glob(f".policygraph-*/{moment}")) or process.poll() is not None)
        process.send_signal(number)
        _, told = process.communicate(timeout=120)
    assert process.returncode in _CODES[number] | {0}
    assert told.strip().count(b"\n") == 0, told


@pytest.mark.parametrize("number", _CODES, ids=lambda number: number.name)
def test_a_killed_build_leaves_a_whole_state(
    number: signal.Signals, states: dict[str, dict[str, bytes]], tmp_path: Path
) -> None:
    """After every kill the folder is that of one report or of the other; a signal that asks leaves nothing beside it."""
    report = tmp_path / "report.md"
    report.write_bytes(states["old"]["texts/report.txt"])
    policygraph.build(report, tmp_path / "out")
    report.write_bytes(states["new"]["texts/report.txt"])
    for moment in _MOMENTS:
        _kill(tmp_path, moment, number)
        assert listing(tmp_path / "out") in (states["old"], states["new"]), moment
        if number is not signal.SIGKILL:
            assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "report.md"]
    assert spawn("build", "-q", "report.md", "-o", "out", cwd=tmp_path).code == 0
    assert listing(tmp_path / "out") == states["new"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "report.md"]
