"""What became of each case, kept on disk, so that a run that was ended goes on where it was."""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FAULTS: Final = ("lost", "traceback", "hang", "wrong answer", "left over")


@dataclass(frozen=True)
class Result:
    """What became of a case.

    Attributes:
        case: its number.
        answer: what it ended with in short, such as an exit code or an HTTP status.
        faults: which of :data:`FAULTS` it showed.
        detail: what was seen, for one who looks into it.

    """

    case: int
    answer: str
    faults: tuple[str, ...] = ()
    detail: str = ""


@dataclass
class Record:
    """The cases of one kind.

    Attributes:
        folder: where it is kept.
        kind: kills, documents, questions or paths.
        seed: of all random choices.
        number: how many cases there are to be.
        results: those that are done, by case.

    """

    folder: Path
    kind: str
    seed: int
    number: int
    results: dict[int, Result] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        if self._path.exists():
            for line in self._path.read_text(encoding="utf-8").splitlines():
                result = _read(line)
                if result and result.case < self.number:
                    self.results[result.case] = result

    def left(self) -> Iterator[int]:
        """Yield the cases that are still to be done."""
        yield from (case for case in range(self.number) if case not in self.results)

    def random(self, case: int) -> random.Random:
        """Return the random source of a case: the same one in every run."""
        return random.Random(f"{self.seed}/{self.kind}/{case}")  # noqa: S311 -- chance, not secrecy

    def add(self, result: Result, cause: bytes = b"") -> None:
        """Keep a result, and beside it what caused it, if it showed a fault."""
        self.results[result.case] = result
        with self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(result), ensure_ascii=False) + "\n")
        if result.faults:
            (self.folder / f"{self.kind}-{self.seed}-{result.case}.input").write_bytes(cause)

    def faults(self) -> Counter[str]:
        """Return how many cases showed each fault."""
        return Counter(fault for result in self.results.values() for fault in result.faults)

    def answers(self) -> Counter[str]:
        """Return how many cases ended with each answer."""
        return Counter(result.answer for result in self.results.values())

    @property
    def _path(self) -> Path:
        return self.folder / f"{self.kind}-{self.seed}.jsonl"


def _read(line: str) -> Result | None:
    try:
        found = json.loads(line)
    except ValueError:
        # The run was ended while it wrote this line.
        return None
    return Result(found["case"], found["answer"], tuple(found["faults"]), found["detail"])
