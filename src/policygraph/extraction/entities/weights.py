"""How much each piece of evidence speaks for a stretch being a name, for its type, and for its stage, as learned from documents.

``names.tsv``, ``types.tsv`` and ``stages.tsv`` are made by ``python benchmarks/names.py --shared ../shared --write`` and never by
hand. Weights are whole numbers (thousandths of a log-odds), so that their sums are the same on every machine.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policygraph.errors import OntologyError
from policygraph.statements import EntityType, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# Thousandths of a log-odds to one of weight.
SCALE: Final = 1000
# The types in the order of the columns of types.tsv.
TYPES: Final = tuple(sorted(EntityType))
# The stages in the order of the columns of stages.tsv; the first says that a clause brings a thing to none.
STAGES: Final = (None, *sorted(Stage))
# The evidence that every stretch has.
BIAS: Final = "bias"


def of(evidence: Iterable[str]) -> int:
    """Return the sum of the weights of pieces of evidence, in thousandths of a log-odds; unknown ones weigh nothing."""
    return sum(map(table().get, evidence, repeat(0)))


def type_of(evidence: Iterable[str]) -> EntityType:
    """Return the type for which pieces of evidence weigh most; of several the first of the alphabet."""
    return TYPES[_heaviest("types", len(TYPES), evidence)]


def stage_of(evidence: Iterable[str]) -> Stage | None:
    """Return the stage for which pieces of evidence weigh most, None where most speaks for none."""
    return STAGES[_heaviest("stages", len(STAGES), evidence)]


def _heaviest(name: str, columns: int, evidence: Iterable[str]) -> int:
    """Return the column for which pieces of evidence weigh most; of several the first."""
    known = _answers(name, columns)
    sums = [0] * columns
    for piece in evidence:
        for at, weight in enumerate(known.get(piece, ())):
            sums[at] += weight
    return max(range(columns), key=lambda at: (sums[at], -at))


@cache
def table() -> Mapping[str, int]:
    """Return the weight of each piece of evidence for being a name.

    Raises:
        OntologyError: the file is missing or has a line that is no weight.

    """
    return {piece: weight for piece, (weight,) in _read("names", 1).items()}


@cache
def _answers(name: str, columns: int) -> Mapping[str, tuple[int, ...]]:
    """Return the weight of each piece of evidence for each of several answers, in their order."""
    return _read(name, columns)


def _read(name: str, columns: int) -> Mapping[str, tuple[int, ...]]:
    path = file(name)
    try:
        rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
        found = {piece: tuple(map(int, weights)) for piece, *weights in rows}
    except (OSError, ValueError) as error:
        raise OntologyError(f"{path}: cannot be read; install again") from error
    if any(len(weights) != columns for weights in found.values()):
        raise OntologyError(f"{path}: a row has not {columns} weights; install again")
    return found


def file(name: str) -> Path:
    """Return where the weights of a name lie: ``names``, ``types`` or ``stages``."""
    return _folder[-1] / f"{name}.tsv"


@contextmanager
def using(folder: Path) -> Iterator[None]:
    """Take the weights from another folder for a while: those that were learned without some documents."""
    _folder.append(folder)
    _forget()
    try:
        yield
    finally:
        _folder.pop()
        _forget()


def _forget() -> None:
    table.cache_clear()
    _answers.cache_clear()


# Where the weights lie, the last one counts.
_folder = [Path(__file__).with_name("learned")]
