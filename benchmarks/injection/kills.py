"""Builds that are ended at any moment: the folder is the old one or the new one, whole, and the next build cleans up."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Final

from injection.record import Result

if TYPE_CHECKING:
    import random

    from injection.record import Record

_SIGNALS: Final = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
# As shells count, and as Popen tells a process that the signal ended before its own code ran or after, which shells count
# alike; 0 where the build was done before the signal came.
_CODES: Final = {signal.SIGKILL: (-9, 0), signal.SIGTERM: (143, -15, 0), signal.SIGINT: (130, -2, 0)}
# Seconds; a build of these documents takes two.
_PATIENCE: Final = 120
_REPORT: Final = """---
title: 测试市{year}年政府工作报告
issued: {year}-01-16
area: 测试市
level: city
---
# 测试市{year}年政府工作报告
去年，地区生产总值增长5.8%，新增高新技术企业320家。
今年，研发投入强度达到2.8%左右，新培育高新技术企业500家以上。开工建设测试谷二期项目，投资53亿元。
"""

Listing = dict[str, bytes]


def run(record: Record) -> None:
    """Kill builds: by each signal in turn, into a new folder and over an earlier build in turn."""
    if not list(record.left()):
        return
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        ground = _Ground(Path(folder))
        for case in record.left():
            record.add(ground.kill(case, record.random(case)))


class _Ground:
    """Two sets of documents and their builds, and a place to build in again and again."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._texts: list[Path] = []
        self._built: list[Path] = []
        self.seconds = 0.0
        for number, years in enumerate(((2024,), (2024, 2025))):
            texts = folder / f"texts-{number}"
            texts.mkdir()
            for year in years:
                (texts / f"{year}.md").write_text(_REPORT.format(year=year), encoding="utf-8")
            self._texts.append(texts)
            self._built.append(folder / f"built-{number}")
            start = time.monotonic()
            subprocess.run(self._command(number, self._built[number]), check=True)
            self.seconds = time.monotonic() - start

    def kill(self, case: int, random: random.Random) -> Result:
        """Start the build of the second set, end it, look, and build once more."""
        sort, over = _SIGNALS[case % len(_SIGNALS)], bool(case // len(_SIGNALS) % 2)
        with tempfile.TemporaryDirectory(dir=self._folder) as name:
            place = Path(name) / "out"
            if over:
                shutil.copytree(self._built[0], place)
            # Half of the signals aim at the end, where the new folder takes the place of the old one.
            share = random.uniform(0.75, 1.1) if random.random() < 0.5 else random.random()
            code, errors = self._ended(place, sort, share * self.seconds)
            faults = [] if code in _CODES[sort] else ["hang" if code is None else "wrong answer"]
            faults += ["traceback"] if "Traceback" in errors else []
            states: list[Listing] = [_listing(self._built[1]), _listing(self._built[0]) if over else {}]
            found = _listing(place)
            faults += [] if found in states else ["lost"]
            where = "over an earlier one" if over else "new"
            seen = f"{sort.name} after {share:.2f} of a build, {where}; exit code {code}; {errors.strip()}"
            after = subprocess.run(self._command(1, place), capture_output=True, timeout=_PATIENCE, check=False)
            if after.returncode or _listing(place) != states[0]:
                faults.append("lost")
                seen += f"; the next build: {after.returncode} {after.stderr.decode('utf-8', 'replace').strip()}"
            rest = sorted(path.name for path in Path(name).iterdir() if path != place)
            if rest:
                faults.append("left over")
                seen += f"; left over: {', '.join(rest)}"
        state = "new" if found == states[0] else "old" if found == states[1] else "neither"
        return Result(case, f"{sort.name} {state}", tuple(dict.fromkeys(faults)), seen if faults else "")

    def _ended(self, place: Path, sort: signal.Signals, seconds: float) -> tuple[int | None, str]:
        process = subprocess.Popen(self._command(1, place), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(sort)
        try:
            _, errors = process.communicate(timeout=_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            _, errors = process.communicate()
            return None, errors.decode("utf-8", "replace")
        return process.returncode, errors.decode("utf-8", "replace")

    def _command(self, number: int, place: Path) -> list[str]:
        return [sys.executable, "-m", "policygraph", "build", "-q", str(self._texts[number]), "-o", str(place)]


def _listing(folder: Path) -> Listing:
    paths = sorted(folder.rglob("*")) if folder.is_dir() else []
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths if path.is_file()}
