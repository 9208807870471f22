"""Run the commands shown in docs/ledger.md again and write what they print below them; or draw rows to be judged.

    python benchmarks/ledger.py [--shared ../shared]
    python benchmarks/ledger.py [--shared ../shared] --sample 40 --seed N [--kind missed]

A block of the page that begins with ``$ policygraph …`` holds what the command prints on a graph of the reports in
``corpus/reports`` and ``corpus/zhengzhou`` of ``--shared``, which are not part of the repository; ``| head -N`` keeps
its first lines.

``--sample`` prints as many rows of each relation, and of each verdict on a target, on the reports alone, drawn by a seed:
both quotes in their surroundings, so that a reader can judge each row right or wrong. The table of docs/ledger.md tells
what its judges found.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import shlex
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_ROOT = Path(__file__).resolve().parents[1]
_PAGE = _ROOT / "docs" / "ledger.md"
# Characters of its document that are printed before and after a quote.
_AROUND = 40
_BLOCK = re.compile(r"^```\n(?P<line>\$ policygraph (?P<args>.*?)(?: \| head -(?P<lines>\d+))?)\n.*?^```$", re.M | re.S)


def main() -> int:
    """Write the page; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=_ROOT.parent / "shared")
    parser.add_argument("--sample", type=int, metavar="N", help="print N rows of each relation and verdict")
    parser.add_argument("--seed", type=int, default=1, help="draws the same rows again")
    parser.add_argument("--kind", default="", help="only this relation or verdict")
    given = parser.parse_args()
    corpus: Path = given.shared / "corpus"
    if not corpus.is_dir():
        print(f"{corpus}: no reports there; say with --shared where they are", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "out"
        if given.sample:
            _run("build", str(corpus / "reports"), "-o", str(built), "-q")
            _draw(built, given.sample, given.seed, given.kind)
            return 0
        _run("build", str(corpus / "reports"), str(corpus / "zhengzhou"), "-o", str(built), "-q")
        page = _BLOCK.sub(lambda block: _shown(block, str(built)), _PAGE.read_text(encoding="utf-8"))
    _PAGE.write_text(page, encoding="utf-8")
    print(f"{_PAGE.relative_to(_ROOT)} written")
    return 0


def _draw(built: Path, number: int, seed: int, kind: str) -> None:
    """Print rows of each sort, drawn by a seed, and how many there are of it."""
    with (built / "tables" / "ledger.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    sorts: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        sorts[row["verdict"] or row["relation"]].append(row)
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (built / "texts").glob("*.txt")}
    for sort, those in sorted(sorts.items()):
        if kind in ("", sort):
            drawn = random.Random(f"{seed} {sort}").sample(those, min(number, len(those)))  # noqa: S311 -- no secret
            print(f"== {sort}: {len(drawn)} of {len(those)}")
            for count, row in enumerate(sorted(drawn, key=lambda row: row["id"]), 1):
                _print(count, row, texts)


def _print(count: int, row: Mapping[str, str], texts: Mapping[str, str]) -> None:
    about = row["indicator"] or row["entity"]
    print(
        f"{count}. {row['area']} {row['year']} {about} | {row['verdict']} | {row['rule']} | {row['note']} | {row['grade']}"
    )
    for side in ("a", "b", "candidate"):
        if document := row[f"{side}_document"]:
            start, end = int(row[f"{side}_start"]), int(row[f"{side}_end"])
            text = texts[document]
            around = text[max(0, start - _AROUND) : start], text[start:end], text[end : end + _AROUND]
            print(f"   {side} {document} {'【'.join(around[:2])}】{around[2]}".replace("\n", " "))


def _shown(block: re.Match[str], graph: str) -> str:
    """Return a block with what its command prints."""
    lines = _run(*shlex.split(block["args"]), "-g", graph).splitlines()
    kept = lines[: int(block["lines"])] if block["lines"] else lines
    return "\n".join(["```", block["line"], *kept, "```"])


def _run(*args: str) -> str:
    done = subprocess.run([sys.executable, "-m", "policygraph", *args], check=True, stdout=subprocess.PIPE)
    return done.stdout.decode("utf-8")


if __name__ == "__main__":
    sys.exit(main())
