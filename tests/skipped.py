"""What the end of a run says of tests that did not run: why, and the one command that brings them.

A reason reads "what is missing; the command that brings it"; there may be more commands, and what nothing brings has none.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_APT = "apt-get install "


def summary(reasons: Iterable[str]) -> list[str]:
    """Return lines: how many tests wait for what, and one command for all of it."""
    counts = Counter(reason.removeprefix("Skipped: ") for reason in reasons)
    lines = [f"{number:5}  {reason}" for reason, number in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    command = _command(sorted({cure for reason in counts for cure in reason.split("; ")[1:]}))
    return [*lines, "", "to run them too:", command] if command else lines


def _command(cures: list[str]) -> str:
    """Join commands, the packages of the system in one; what only sets a variable stands before the tests it is for."""
    packages = sorted({name for cure in cures if cure.startswith(_APT) for name in cure.removeprefix(_APT).split()})
    installed = [_APT + " ".join(packages)] if packages else []
    tests = [cure for cure in cures if cure.endswith("make test")]
    rest = [cure for cure in cures if not cure.startswith(_APT) and cure not in tests]
    variables = " ".join(cure.removesuffix("make test").strip() for cure in tests)
    again = [f"{variables} make test".strip()] if cures else []
    return " && ".join([*installed, *rest, *again])
