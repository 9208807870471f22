"""Measure what reading costs, against an earlier version of the reader: seconds of the processor per million characters.

    python benchmarks/extraction.py [--against 6f3d4e2] [--rounds 3] [--shared ../shared | TEXT …]

The earlier version is taken out of the repository into a temporary folder. Both read the same texts, in turn and each time in
a fresh process with one job, so that what else the machine does falls on both; the best round of each counts. What is
measured is the reading alone, without the start of Python, the loading of the lexicon and the finding of the documents.
"""

from __future__ import annotations

import argparse
import io
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parents[1]
# The reader before it was rebuilt, the share of its cost that may not be passed, and the one aimed at.
_BEFORE: Final = "6f3d4e2"
_FLOOR: Final = 0.67
_AIM: Final = 0.33
# What both versions can do: the rest of the line are the texts. A first sentence loads what is loaded once.
_READING: Final = """
import sys, time
from pathlib import Path
from policygraph.documents import collect
from policygraph.extraction import Names, read
names = Names()
documents = list(collect([Path(path) for path in sys.argv[2:]]))
for document in collect([Path(sys.argv[1])]):
    read(document, names=names)
start = time.process_time()
statements = 0
for document in documents:
    reading = read(document, names=names)
    statements += len(reading.facts) + len(reading.mentions) + len(reading.links)
spent = time.process_time() - start
print(spent, sum(len(document.text) for document in documents), statements)
"""
_FIRST: Final = "# 某市2025年政府工作报告\n\n2025年，地区生产总值增长6%左右，开工建设中原科技城二期。\n"


def main() -> int:
    """Measure and print; return 1 where the present version costs more than it may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", type=Path, metavar="TEXT", help="texts or folders of them")
    parser.add_argument("--against", default=_BEFORE, help="the commit to compare with (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--shared", type=Path, default=_ROOT.parent / "shared")
    asked = parser.parse_args()
    texts = asked.texts or [_texts(asked.shared)]
    with tempfile.TemporaryDirectory() as folder:
        first = Path(folder) / "first-2025.md"
        first.write_text(_FIRST, encoding="utf-8")
        earlier = _taken_out(asked.against, Path(folder) / "earlier")
        versions = {f"{asked.against} (before)": earlier, "present (after)": _ROOT}
        best: dict[str, float] = {}
        for turn in range(asked.rounds):
            for name, root in versions.items():
                seconds, characters, statements = _read(root, first, texts)
                rate = seconds / characters * 1e6
                best[name] = min(rate, best.get(name, rate))
                print(f"round {turn + 1}  {name:18}  {rate:6.1f} s per million characters  {statements:,} statements")
    before, after = best.values()
    print(f"\n{characters:,} characters; best rounds {before:.1f} and {after:.1f} s per million characters")
    print(f"ratio after/before {after / before:.2f}  (at most {_FLOOR}, aim {_AIM})")
    return int(after / before > _FLOOR)


def _texts(shared: Path) -> Path:
    """Return the reports beside the repository, or the embedded sources where there are none."""
    reports = shared / "corpus" / "reports"
    return reports if reports.is_dir() else _ROOT / "graph" / "sources"


def _taken_out(commit: str, folder: Path) -> Path:
    """Write the code and the ontology of a commit into a folder."""
    packed = subprocess.run(
        ["git", "-C", str(_ROOT), "archive", commit, "src", "ontology"], check=True, stdout=subprocess.PIPE
    ).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        archive.extractall(folder, filter="data")
    return folder


def _read(root: Path, first: Path, texts: list[Path]) -> tuple[float, int, int]:
    """Return seconds, characters and statements of one run of a version."""
    command = [sys.executable, "-c", _READING, str(first), *(str(text.resolve()) for text in texts)]
    environment = {**os.environ, "PYTHONPATH": str(root / "src"), "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment, cwd=root)
    seconds, characters, statements = done.stdout.split()
    return float(seconds), int(characters), int(statements)


if __name__ == "__main__":
    sys.exit(main())
