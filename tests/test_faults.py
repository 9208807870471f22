"""A sample of the faults that benchmarks/faults.py puts in: nothing is lost, nothing ends in a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FAULTS = Path(__file__).resolve().parents[1] / "benchmarks" / "faults.py"


def test_a_sample_of_faults_breaks_nothing(tmp_path: Path) -> None:
    """Killed builds, documents, questions and paths with slips of the pen: the same cases on every machine."""
    command = [sys.executable, str(FAULTS), "--cases", "small", "--state", str(tmp_path / "state")]
    first = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert (first.returncode, first.stderr) == (0, ""), first.stderr
    assert [line.split(" | ")[1] for line in first.stdout.splitlines()[2:]] == ["3", "20", "60", "40"]
    # What is done is not done again.
    again = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert again.stdout == first.stdout
