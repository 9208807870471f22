"""Compare what Word, PDF and HTML files of reports say with what the same reports say as plain text.

    python benchmarks/office.py [--shared ../shared]

``--shared`` is the folder that holds ``corpus/office``, and the plain texts of the same reports in ``corpus/reports`` and
``corpus/zhengzhou``; they are not part of the repository. Facts are the same where kind, indicator, year, comparator, value and
unit are. Every quote must be a slice of the kept text, and begin on the page that its passage names, by the text of that page as
poppler's pdftotext has it. The exit code is 1 where a floor is not reached.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policygraph import pipeline
from policygraph.documents import kinds

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from policygraph.statements import Fact, Reading

_ROOT: Final = Path(__file__).resolve().parents[1]
_PLAIN: Final = ("reports", "zhengzhou")
# In percent: a newspaper page in columns is the hardest.
_FLOORS: Final = {"docx": 99, "html": 99, "pdf": 98}
_COLUMNS: Final = re.compile(r"-[a-z]+-columns$")
_FLOOR_OF_COLUMNS: Final = 95
# Quotes of each file whose page is looked up.
_LOOKED_UP: Final = 20
# What of a quote is looked for on its page: a stretch of its beginning, since a column may end within it.
_BEGINNING: Final = 12
_STRETCH: Final = 6


def main() -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=_ROOT.parent / "shared")
    corpus: Path = parser.parse_args().shared / "corpus"
    if not (corpus / "office").is_dir():
        print(f"{corpus}: no office files there; say with --shared where they are", file=sys.stderr)
        return 2
    reached = [_compare(path, plain) for path, plain in _pairs(corpus)]
    return 0 if all(reached) else 1


def _pairs(corpus: Path) -> Iterator[tuple[Path, Path]]:
    """Yield each file that is read, with the plain text of the same report."""
    for path in sorted((corpus / "office").iterdir()):
        name = f"{_COLUMNS.sub('', path.stem)}.txt"
        found = [corpus / folder / name for folder in _PLAIN if (corpus / folder / name).is_file()]
        if path.suffix in kinds.SINGLE and found:
            yield path, found[0]


def _compare(path: Path, plain: Path) -> bool:
    """Print how a file compares with its plain text; return whether the floors are reached."""
    (reading,), (other,) = pipeline.corpus(path).readings, pipeline.corpus(plain).readings
    ours, theirs = Counter(map(_said, reading.facts)), Counter(map(_said, other.facts))
    share = 100 * (ours & theirs).total() / max(ours.total(), theirs.total(), 1)
    floor = _FLOOR_OF_COLUMNS if _COLUMNS.search(path.stem) else _FLOORS[kinds.of(path.name)]
    text = reading.document.text
    exact = all(text[fact.passage.start : fact.passage.end] == fact.passage.quote for fact in reading.facts)
    right, looked = _pages(path, reading)
    pages = f", page right in {right} of {looked}" if looked else ""
    quotes = "every quote" if exact else "NOT EVERY QUOTE"
    print(f"{path.name:<34}{share:6.1f} % of {theirs.total():4} facts (floor {floor}), {quotes} a slice{pages}")
    return share >= floor and exact and right == looked


def _said(fact: Fact) -> Hashable:
    return fact.kind, fact.indicator, fact.year, fact.comparator, fact.value, fact.value_max, fact.unit


def _pages(path: Path, reading: Reading) -> tuple[int, int]:
    """Return in how many of the quotes that were looked up the page is right, and how many those are."""
    known = [fact.passage for fact in reading.facts if fact.passage.page]
    if not known or shutil.which("pdftotext") is None:
        return 0, 0
    chosen = known[:: max(1, len(known) // _LOOKED_UP)][:_LOOKED_UP]
    return sum(_begins(path, each.quote, each.page or 1) for each in chosen), len(chosen)


def _begins(path: Path, quote: str, number: int) -> bool:
    """Whether a quote begins on a page; the one behind it may have the rest of its words."""
    beginning, page = _squeezed(quote)[:_BEGINNING], _page(path, number)
    starts = range(max(1, len(beginning) - _STRETCH + 1))
    if any(beginning[start : start + _STRETCH] in page for start in starts):
        return True
    # What stands below the last line of a page is its number.
    across = page.rstrip("0123456789") + _page(path, number + 1)
    return 0 <= across.find(beginning[:_STRETCH]) < len(page)


def _page(path: Path, number: int) -> str:
    """Return the text of a page without blanks."""
    command = ["pdftotext", "-f", str(number), "-l", str(number), str(path), "-"]
    return _squeezed(subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout)


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


if __name__ == "__main__":
    sys.exit(main())
