"""Measure how the time of reading grows with the length of a line, for texts of many shapes.

    python benchmarks/shapes.py [--lengths 12500 25000 50000 100000] [--only SHAPE …] [--runs 3] [--build]

Each shape is one line without an end, as a copied table, a broken page or an attacker makes it; the same arguments give
the same texts. Each text is read in a process of its own, whose processor time is taken, the least of so many runs; a
reading that takes more than ``--limit`` seconds is cut. With ``--build`` the whole build is measured, its page and tables
included. The exit code is 1 where twice the length takes more than 2.3 times the time.
"""

from __future__ import annotations

import argparse
import gc
import multiprocessing
import signal
import sys
import tempfile
import time
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from policygraph import extraction, pipeline
from policygraph.documents import collect
from policygraph.extraction.discourse import segments

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

# Twice the time for twice the length, and what a busy machine adds.
GROWTH = 2.3
# Below this many seconds the clock tells more of the machine than of the text.
_TICK = 0.05
_HEAD = "测试市2025年政府工作报告\n今年"


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda length: (unit * (length // len(unit) + 1))[:length]


def _around(opening: str, closing: str) -> Callable[[int], str]:
    return lambda length: opening * (length // 2) + closing * (length // 2)


def _closed(unit: str, end: str) -> Callable[[int], str]:
    return lambda length: _repeated(unit)(length - len(end)) + end


def _numbered(pattern: str) -> Callable[[int], str]:
    """Return a shape in which each unit holds its own number, so that no name stands twice."""

    def text(length: int) -> str:
        units = (pattern.format(number=number) for number in range(length))
        return "".join(islice(units, length // len(pattern) + 1))[:length]

    return text


def _in_clauses(unit: str) -> Callable[[int], str]:
    """Return a shape of clauses that are nearly too long to be read."""
    clause = _repeated(unit)(segments.LONGEST - 20) + "，"
    return _repeated(clause)


def _shared_out(length: int) -> str:
    items = length // 5
    return "甲" + "、乙" * items + "分别增长1%" + "、1%" * items


SHAPES: Mapping[str, Callable[[int], str]] = {
    "numbers and blanks": _repeated("123 "),
    "four-digit numbers": _repeated("2345 "),
    "digits": _repeated("7"),
    "one decimal": lambda length: "新增企业0." + "0" * length + "1家",
    "list marks": _repeated("、"),
    "joints": _repeated("和建设与"),
    "values dealt out": _shared_out,
    "one word listed": _repeated("产业、"),
    "openings": _repeated("（“《【"),
    "brackets in brackets": _around("（", "）"),
    "counted things listed": _repeated("高新技术企业100家、"),
    "names before 等项目": _closed("测试谷、", "等项目"),
    "letters": _repeated("a"),
    "one place": _repeated("郑州市"),
    "Chinese numerals": _repeated("一二三四五六七八九十"),
    "ordinals": _repeated("第一"),
    "one noun": _repeated("项目"),
    "quotations": _repeated("“测试”"),
    "quotations listed": _repeated("“测试”、"),
    "opening marks": _repeated("“"),
    "closing marks": _repeated("”"),
    "titles": _repeated("《测试》"),
    "measures listed": _repeated("推进甲乙丙、"),
    "clauses": _repeated("新增高新技术企业100家，"),
    "measures": _repeated("新建项目5个、推进测试谷建设；"),
    "sentences": _repeated("新建创新平台5个，加快建设测试谷。"),
    "clauses of many names": _numbered("建设测试谷{number}期，新增企业{number}家，"),
    "many names and figures": _numbered("建设测试谷{number}期项目，新增项目{number}个；"),
    "many names in a section": lambda length: "\n## 中原科技城\n" + _numbered("新增企业{number}家。")(length),
    "short lines": _repeated("加快建设测试谷项目并新增高新技术企业\n"),
    "percentages": _repeated("增长5%、"),
    "ranges": _repeated("5—6%"),
    "dashes": _repeated("5—"),
    "points": _repeated("1.2."),
    "commas": _repeated("1,234,"),
    "colons": _repeated("1:"),
    "slashes": _repeated("1/2"),
    "years": _repeated("2024年"),
    "months": _repeated("1月"),
    "scales": _repeated("千亿级"),
    "magnitudes": _repeated("突破百亿元、"),
    "shares": _repeated("占全省"),
    "units": _repeated("亿元"),
    "particles": _repeated("的"),
    "with … as lead": _repeated("以创新为"),
    "etcetera": _repeated("等"),
    "verbs": _repeated("加快推进建设"),
    "manner": _repeated("持续"),
    "openers": _repeated("今年我们将"),
    "places listed": _repeated("郑州、洛阳、"),
    "letters and digits": _repeated("A1"),
    "tags": _repeated("<b>"),
    "open tags": _repeated("<a "),
    "sum signs": _repeated("1+"),
    "plenums": _repeated("二十届一中、"),
    "unlike marks": _repeated("“（》、；：，”）《"),
    "all kinds": _repeated("推进“甲”、乙等5个项目，和3.5%（丙）以上；第1位“"),
    "long clauses of list marks": _in_clauses("、"),
    "long clauses of joints": _in_clauses("和建设与"),
    "long clauses of one word": _in_clauses("产业、"),
    "long clauses of openings": _in_clauses("（“《【"),
    "long clauses of quotations": _in_clauses("“测试”、"),
    "long clauses of counted things": _in_clauses("高新技术企业100家、"),
    "long clauses of measures": _in_clauses("推进甲乙丙、"),
    "long clauses of verbs": _in_clauses("加快推进建设"),
    "long clauses of digits": _in_clauses("2"),
    "long clauses of examples": _in_clauses("甲、乙等"),
}


class _Cut(Exception):  # noqa: N818 - not an error: a reading that takes too long is a result
    """A reading took longer than the limit."""


def _cut(*_: object) -> None:
    raise _Cut


def _measure(path: Path, limit: float, whole: bool) -> float | None:
    """Return the processor seconds of reading a file, or None where they are more than the limit."""
    # What is loaded already is the same for every length: the collector's rounds through it would come in steps.
    gc.freeze()
    signal.signal(signal.SIGPROF, _cut)
    signal.setitimer(signal.ITIMER_PROF, limit)
    start = time.process_time()
    try:
        if whole:
            pipeline.build(path, path.parent / "out")
        else:
            for document in collect([path]):
                extraction.read(document, names=extraction.Names())
    except _Cut:
        return None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - start


def _least(text: str, options: argparse.Namespace) -> float | None:
    """Return the least of several measurements, each in a process of its own, so that nothing is known from the last."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shape.txt"
        path.write_text(_HEAD + text + "\n", encoding="utf-8")
        context = multiprocessing.get_context("fork")
        found: list[float] = []
        for _ in range(options.runs):
            with context.Pool(1) as pool:
                seconds = pool.apply(_measure, (path, options.limit, options.build))
            if seconds is None:
                return None
            found.append(seconds)
        return min(found)


def _growths(seconds: Sequence[float | None]) -> list[float | None]:
    """Return by what each doubling multiplies the time; None where it is not known."""
    return [None if a is None or b is None else max(b, _TICK) / max(a, _TICK) for a, b in pairwise(seconds)]


def main() -> int:
    """Print the table; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lengths", type=int, nargs="+", default=[12_500, 25_000, 50_000, 100_000])
    parser.add_argument("--only", nargs="+", default=list(SHAPES), choices=list(SHAPES), metavar="SHAPE")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--limit", type=float, default=120)
    parser.add_argument("--build", action="store_true")
    options = parser.parse_args()
    _load(options.build)
    print(f"| shape | {' | '.join(f'{length:,}' for length in options.lengths)} | growth |")
    print("|---" * (len(options.lengths) + 2) + "|")
    missed = []
    for name in options.only:
        seconds = [_least(SHAPES[name](length), options) for length in options.lengths]
        growths = _growths(seconds)
        if any(growth is None or growth > GROWTH for growth in growths):
            missed.append(name)
        print(f"| {name} | {' | '.join(map(_shown, seconds))} | {' '.join(map(_shown, growths))} |", flush=True)
    print(f"missed: {', '.join(missed) or 'none'}")
    return 1 if missed else 0


def _load(whole: bool) -> None:
    """Read the lexicon, so that no measurement holds its time."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "shape.txt"
        path.write_text(_HEAD + "新建“测试谷”等5个项目，增长3.5%以上。\n", encoding="utf-8")
        _measure(path, 600, whole)


def _shown(figure: float | None) -> str:
    return "cut" if figure is None else f"{figure:.2f}"


if __name__ == "__main__":
    sys.exit(main())
