"""Run the commands shown in docs/ledger.md again and write what they print below them.

    python benchmarks/ledger.py [--shared ../shared]

A block of the page that begins with ``$ policygraph …`` holds what the command prints on a graph of the reports in
``corpus/reports`` and ``corpus/zhengzhou`` of ``--shared``, which are not part of the repository; ``| head -N`` keeps
its first lines.
"""

from __future__ import annotations

import argparse
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
_PAGE = _ROOT / "docs" / "ledger.md"
_BLOCK = re.compile(r"^```\n(?P<line>\$ policygraph (?P<args>.*?)(?: \| head -(?P<lines>\d+))?)\n.*?^```$", re.M | re.S)


def main() -> int:
    """Write the page; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=_ROOT.parent / "shared")
    corpus: Path = parser.parse_args().shared / "corpus"
    if not corpus.is_dir():
        print(f"{corpus}: no reports there; say with --shared where they are", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        graph = str(Path(folder) / "out")
        _run("build", str(corpus / "reports"), str(corpus / "zhengzhou"), "-o", graph, "-q")
        page = _BLOCK.sub(lambda block: _shown(block, graph), _PAGE.read_text(encoding="utf-8"))
    _PAGE.write_text(page, encoding="utf-8")
    print(f"{_PAGE.relative_to(_ROOT)} written")
    return 0


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
