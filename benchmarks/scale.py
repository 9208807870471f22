"""What a build costs as documents become many: time, memory, triples and bytes a report, beside jieba tagging the same words.

The reports of a folder are varied until there are enough: another city speaks, in another year, with other figures; so
entities, indicators and years meet across documents as those of many governments do. The same arguments give the same
texts. Each build runs in a process of its own, whose processor time and peak memory the system tells, those of its
workers included. ``--tagging`` measures jieba.posseg (package jieba of PyPI) on the first ten reports.

Usage: python benchmarks/scale.py REPORTS [--sizes 31 300 1000] [--jobs 2] [--tagging]
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from itertools import count, islice, product
from pathlib import Path
from typing import TYPE_CHECKING

from policygraph.ontology import places

if TYPE_CHECKING:
    from collections.abc import Iterator

# Reports whose tagging is compared with their build.
TAGGED = 10
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?=年)")
# Numbers, but for years and what stands in names: their last digits differ from report to report.
_FIGURE = re.compile(r"(?<![\dA-Za-z.])(\d*[1-9])(\d)(?![\d年])")
_BUILD = """
import sys
import policygraph
if __name__ == "__main__":
    print(policygraph.build(sys.argv[1], sys.argv[2], jobs=int(sys.argv[3])).triples)
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one build cost.

    Attributes:
        reports: how many reports it read.
        seconds: by the clock.
        processor: seconds of all its processes.
        memory: bytes that its largest process held at most.
        triples: quads of the graph.
        size: bytes of the graph, unpacked.

    """

    reports: int
    seconds: float
    processor: float
    memory: int
    triples: int
    size: int


def varied(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield name and text of one report after the other, without an end: first those of a folder, then varied."""
    found = sorted(folder.glob("*.txt"))
    texts = {path.stem: path.read_text(encoding="utf-8") for path in found}
    yield from texts.items()
    cities = sorted(place.name for place in places.all() if place.level == "city" and not place.now)
    for turn, name in product(count(1), texts):
        draw = random.Random(f"{turn} {name}")  # noqa: S311 -- figures, not secrets
        city = draw.choice(cities)
        yield f"{name}-{turn:04d}", _changed(texts[name], city, draw)


def _changed(text: str, city: str, draw: random.Random) -> str:
    """Return a report of another city, some years before, with other figures."""
    earlier = draw.randrange(4)
    head = re.match(r"\s*(?:20\d\d年)?(\w{2,8}?)(?:省|市|自治区)", text)
    moved = text.replace(head[1], city) if head else f"{city}市{text}"
    moved = _YEAR.sub(lambda year: str(int(year[1]) - earlier), moved)
    return _FIGURE.sub(lambda figure: f"{figure[1]}{draw.randrange(10)}", moved)


def cost(reports: int, folder: Path, jobs: int) -> Cost:
    """Build so many reports in a process of its own, and return what it cost."""
    with tempfile.TemporaryDirectory() as place:
        source, target = Path(place) / "reports", Path(place) / "out"
        source.mkdir()
        for name, text in islice(varied(folder), reports):
            (source / f"{name}.txt").write_text(text, encoding="utf-8")
        begin, before = time.perf_counter(), _spent()
        command = [sys.executable, "-c", _MEASURED, str(source), str(target), str(jobs)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        seconds = time.perf_counter() - begin
        triples, own, workers = map(int, done.stdout.split())
        return Cost(reports, seconds, _spent() - before, max(own, workers) * 1024, triples, _size(target))


_MEASURED = f"""{_BUILD}
    import resource
    print(*(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)))
"""


def _spent() -> float:
    """Return the seconds of a processor that processes begun here, and theirs, have taken."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _size(folder: Path) -> int:
    plain, packed = folder / "graph.nq", folder / "graph.nq.gz"
    if plain.exists():
        return plain.stat().st_size
    with gzip.open(packed) as file:
        return sum(map(len, iter(lambda: file.read(1 << 20), b"")))


def tagging(folder: Path) -> float:
    """Return the processor seconds that jieba.posseg takes to tag ten reports, its dictionary loaded."""
    import jieba.posseg

    jieba.posseg.lcut("热身")
    texts = [text for _, text in islice(varied(folder), TAGGED)]
    begin = time.process_time()
    for text in texts:
        jieba.posseg.lcut(text)
    return time.process_time() - begin


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, help="a folder of reports")
    parser.add_argument("--sizes", nargs="+", type=int, default=[31, 300, 1000])
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--tagging", action="store_true")
    arguments = parser.parse_args()
    print(
        "| reports | s | CPU s | CPU s a report | peak MB | triples a report | MB a report |\n|---|---|---|---|---|---|---|"
    )
    for size in arguments.sizes:
        found = cost(size, arguments.reports, arguments.jobs)
        each = (found.processor / size, found.memory / 1e6, found.triples / size, found.size / size / 1e6)
        row = (
            f"{found.seconds:.0f}",
            f"{found.processor:.0f}",
            f"{each[0]:.2f}",
            f"{each[1]:.0f}",
            f"{each[2]:.0f}",
            f"{each[3]:.2f}",
        )
        print(f"| {size} | {' | '.join(row)} |", flush=True)
    if arguments.tagging:
        ten, tags = cost(TAGGED, arguments.reports, 1).processor, tagging(arguments.reports)
        print(f"\nbuild of ten reports {ten:.1f} CPU s, jieba.posseg {tags:.1f}: {ten / tags:.2f} times")
    return 0


if __name__ == "__main__":
    sys.exit(main())
