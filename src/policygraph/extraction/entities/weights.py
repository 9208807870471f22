"""How much each piece of evidence speaks for a stretch being a name, as learned from annotated documents.

``weights.tsv`` is made by ``python benchmarks/names.py --shared ../shared --write`` and never by hand. Weights are whole
numbers (thousandths of a log-odds), so that their sums are the same on every machine.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from policygraph.errors import OntologyError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# Thousandths of a log-odds to one of weight.
SCALE: Final = 1000
# The evidence that every stretch has.
BIAS: Final = "bias"


def of(evidence: Iterable[str]) -> int:
    """Return the sum of the weights of pieces of evidence, in thousandths of a log-odds; unknown ones weigh nothing."""
    known = table()
    return sum(known.get(piece, 0) for piece in evidence)


@cache
def table() -> Mapping[str, int]:
    """Return the weight of each piece of evidence.

    Raises:
        OntologyError: the file is missing or has a line that is no weight.

    """
    path = Path(__file__).with_name("weights.tsv")
    try:
        rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
        return {piece: int(weight) for piece, weight in rows}
    except (OSError, ValueError) as error:
        raise OntologyError(f"{path}: cannot be read; install again") from error
