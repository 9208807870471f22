"""Running the command line in tests: in this process, where it is quick, or as a process of its own, as users do."""

from __future__ import annotations

import contextlib
import signal
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from policygraph.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

COMMAND = (sys.executable, "-m", "policygraph")

# Seconds after which a command does not end any more, however busy the machine is.
PATIENCE = 600

# A report written for these tests.
REPORT = """---
title: 测试市2025年政府工作报告
publisher: 测试市人民政府
issued: 2025-01-16
area: 测试市
level: city
---

# 测试市2025年政府工作报告

## 一、2024年工作回顾

去年，地区生产总值增长5.8%，新增高新技术企业320家。测试谷一期建成投用。

## 二、2025年重点任务

### （一）强化创新驱动

今年，研发投入强度达到2.8%左右，新培育高新技术企业500家以上。开工建设测试谷二期项目，投资53亿元。

### （二）扩大对外开放

进出口总额突破120亿元，中欧班列开行300列以上。
"""


@dataclass(frozen=True)
class Outcome:
    """What a command did: its exit code and what it wrote."""

    code: int
    out: str
    err: str


def spawn(*args: str, cwd: Path, stdin: bytes = b"") -> Outcome:
    """Run the command line as a process."""
    done = subprocess.run([*COMMAND, *args], cwd=cwd, input=stdin, capture_output=True, check=False, timeout=PATIENCE)
    return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """Let processes that start now hear Ctrl+C: a shell makes what it runs in the background deaf to it, for good."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def runner(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """Return a function that runs the command line in this process."""

    def run(*args: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["policygraph", *args])
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capsys.readouterr()
        return Outcome(int(ended.value.code or 0), out, err)

    return run


def listing(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files below a folder by path, hidden ones too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
