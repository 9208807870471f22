"""README.md is true: its commands are run, and give what it shows.

Each ```console block is read line by line: ``$ `` begins a command, ``> `` goes on with it, everything else is what the
command writes. In what is shown, ``…`` stands for any characters, and on a line of its own for any lines; figures that
differ from run to run (seconds, sizes of pages) are left out of the comparison.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from command import PATIENCE

_CHECKOUT = Path(__file__).parents[1]
_BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_VOLATILE = ((re.compile(r"\d+(?:\.\d+)? s\b"), "N s"), (re.compile(r"\d+(?:\.\d+)? [kM]B\b"), "N kB"))


@dataclass
class Step:
    """A command of the README and what it shows."""

    command: str
    shown: list[str] = field(default_factory=list)


def steps(text: str) -> list[Step]:
    """Return the commands of all console blocks, in order."""
    found: list[Step] = []
    for block in _BLOCK.findall(text):
        begun = False
        for line in block.splitlines():
            if line.startswith("$ "):
                found.append(Step(line[2:]))
                begun = True
            elif not begun:
                raise ValueError(f"a console block begins with a command, not with: {line}")
            elif line.startswith("> ") and not found[-1].shown:
                found[-1].command += "\n" + line[2:]
            else:
                found[-1].shown.append(line)
    return found


def agrees(shown: list[str], written: str) -> bool:
    """Whether an output is what is shown."""
    pattern = "".join(_line(line) for line in shown)
    return re.fullmatch(pattern, _steady(written).rstrip("\n") + "\n" if written.strip() else "") is not None


def _line(line: str) -> str:
    if line.strip() == "…":
        return r"(?:[^\n]*\n)*"
    return "[^\n]*".join(re.escape(part) for part in _steady(line).split("…")) + r"\n"


def _steady(text: str) -> str:
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    for volatile, instead in _VOLATILE:
        text = volatile.sub(instead, text)
    return text


@pytest.mark.parametrize(
    ("shown", "written", "expected"),
    [
        (["a"], "a\n", True),
        (["a"], "b\n", False),
        (["a"], "a\nb\n", False),
        ([], "", True),
        ([], "a\n", False),
        (["a … c"], "a b c\n", True),
        (["a … c"], "a\nc\n", False),
        (["a", "…", "d"], "a\nb\nc\nd\n", True),
        (["a", "…"], "b\n", False),
        (["built in 1.2 s"], "built in 3 s\n", True),
        (["1.2 kg"], "3 kg\n", False),
    ],
)
def test_what_is_shown_is_compared_with_what_is_written(shown: list[str], written: str, expected: bool) -> None:
    """The comparison itself: it lets through what may differ, and nothing else."""
    assert agrees(shown, written) is expected


def test_the_readme_is_true(tmp_path: Path) -> None:
    """Every command of README.md, one after the other in a copy of the checkout, gives what is shown below it."""
    found = steps((_CHECKOUT / "README.md").read_text(encoding="utf-8"))
    assert found, "README.md shows no command; put some into ```console blocks"
    for path in _CHECKOUT.iterdir():
        if not path.name.startswith(".") and path.name not in {"out", "policygraph-out", "dist", "build"}:
            (tmp_path / path.name).symlink_to(path)
    binaries = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}
    for step in found:
        done = subprocess.run(
            ["bash", "-c", step.command], cwd=tmp_path, env=environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", check=False, timeout=PATIENCE,
        )  # fmt: skip
        shown = "\n".join(step.shown)
        message = f"$ {step.command}\nREADME.md shows:\n{shown}\nbut it writes:\n{done.stdout}"
        assert agrees(step.shown, done.stdout), message
