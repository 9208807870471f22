"""Put faults in on purpose, and count what breaks: builds that are killed, documents, questions and paths with slips.

    python benchmarks/faults.py [--cases full|small|N] [--only KIND …] [--seed N] [--state DIR] [--write FILE.md]

Every case is made from the seed and its number alone. With ``--state`` a run that was ended goes on where it was, and
the inputs that broke something are kept there; with ``--write`` the table takes the place of the one in a page of
Markdown. The exit code is 1 where anything broke.
"""

from __future__ import annotations

import argparse
import contextlib
import re
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from injection import documents, kills, requests
from injection.record import FAULTS, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_RUNS: Final[dict[str, Callable[[Record], None]]] = {
    "kills": kills.run,
    "documents": documents.run,
    "questions": requests.ask,
    "paths": requests.walk,
}
_NUMBERS: Final = {
    "full": {"kills": 200, "documents": 2000, "questions": 5000, "paths": 2000},
    "small": {"kills": 3, "documents": 20, "questions": 60, "paths": 40},
}
_TITLES: Final = {
    "kills": "builds killed",
    "documents": "documents with slips of the pen",
    "questions": "SPARQL requests with slips of the pen",
    "paths": "paths with slips of the pen",
}
_TABLE: Final = re.compile(r"(?<=<!-- faults -->\n).*?(?=<!-- /faults -->)", re.DOTALL)


def main() -> int:
    """Run the cases, print the table, and return the exit code."""
    given = _given()
    kinds = given.only or list(_RUNS)
    with _folder(given.state) as folder:
        records = [Record(folder, kind, given.seed, _number(given.cases, kind)) for kind in kinds]
        for record in records:
            _RUNS[record.kind](record)
        for record in records:
            _tell(record)
    table = _table(records)
    print(table, end="")
    if given.write:
        page = given.write.read_text(encoding="utf-8")
        given.write.write_text(_TABLE.sub(lambda _: f"\n{table}\n", page), encoding="utf-8")
    return 1 if any(record.faults() for record in records) else 0


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", default="full", help="full, small, or a number of each kind")
    parser.add_argument("--only", nargs="+", choices=list(_RUNS), help="kinds of cases")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--state", type=Path, metavar="DIR", help="a folder that keeps what is done")
    parser.add_argument("--write", type=Path, metavar="FILE.md", help="a page whose table is to be replaced")
    return parser.parse_args()


@contextlib.contextmanager
def _folder(state: Path | None) -> Iterator[Path]:
    if state:
        yield state
    else:
        with tempfile.TemporaryDirectory(prefix="faults-") as folder:
            yield Path(folder)


def _number(cases: str, kind: str) -> int:
    return _NUMBERS[cases][kind] if cases in _NUMBERS else int(cases)


def _tell(record: Record) -> None:
    for result in sorted(record.results.values(), key=lambda result: result.case):
        if result.faults:
            print(f"{record.kind} {result.case}: {', '.join(result.faults)}: {result.detail}", file=sys.stderr)


def _table(records: list[Record]) -> str:
    lines = [f"| cases | number | {' | '.join(FAULTS)} | ended with |", "|---|--:|" + "--:|" * len(FAULTS) + "---|"]
    for record in records:
        faults = record.faults()
        numbers = " | ".join(str(faults[fault]) for fault in FAULTS)
        answers = ", ".join(f"{number:,} × {answer}" for answer, number in record.answers().most_common())
        lines.append(f"| {_TITLES[record.kind]} | {len(record.results):,} | {numbers} | {answers} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
