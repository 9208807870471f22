"""Documents with slips of the pen: none stops the others, and every quote is the text at its offsets."""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from injection import mutation
from injection.record import Result

if TYPE_CHECKING:
    import random
    from collections.abc import Iterator, Sequence

    from injection.record import Record

_SOURCES: Final = Path(__file__).resolve().parents[2] / "graph" / "sources"
_BATCH: Final = 20
# Seconds for a batch, and for one document alone, which takes less than one.
_PATIENCE: Final = 300
_ALONE: Final = 60
_LONGEST: Final = 4000
_MOST_CHANGES: Final = 12
# What the command line says of an exception that it did not expect while it read a document.
_OWN_FAULT: Final = "fault of Policygraph"

# Of which reports are made: what is done, with what, how much, and when.
_OPENINGS: Final = ("今年", "去年", "全年", "2025年", "“十四五”期间", "力争", "到2027年", "一年来", "上半年")
_THINGS: Final = (
    "地区生产总值",
    "规上工业增加值",
    "社会消费品零售总额",
    "高新技术企业",
    "研发投入强度",
    "中欧班列",
    "粮食产量",
    "城镇新增就业",
)
_DONE: Final = ("增长", "达到", "突破", "新增", "完成", "控制在", "下降", "提高", "力争达到", "新培育")
_AMOUNTS: Final = (
    "5.8%左右",
    "300家以上",
    "1.2万亿元",
    "53亿元",
    "2.8个百分点",
    "3至5座",
    "百分之六",
    "1500万吨",
    "6%以内",
    "第3位",
    "8公里",
)
_WORKS: Final = ("开工建设", "加快推进", "建成投用", "谋划实施", "续建", "支持")
_NAMES: Final = (
    "测试谷二期",
    "“一廊三带”",
    "郑开同城化、洛阳都市圈",
    "国家超算中心",
    "航空港实验区",
    "“米”字形高铁",
    "黄河流域（测试段）治理工程",
)
_HEADINGS: Final = (
    "## 一、工作回顾",
    "## 二、重点任务",
    "### （一）强化创新驱动",
    "（二）扩大开放",
    "三、民生实事",
    "第一，",
)


def run(record: Record) -> None:
    """Build documents in batches; what fails in a batch is built alone."""
    left = list(record.left())
    for start in range(0, len(left), _BATCH):
        cases = {case: _document(record.random(case)) for case in left[start : start + _BATCH]}
        for result in _built(cases, _PATIENCE):
            record.add(result, cases[result.case])


def _document(random: random.Random) -> bytes:
    """Return a source or a generated report, cut to some pages, with slips of the pen."""
    if random.random() < 0.5:
        text = random.choice(sorted(_SOURCES.glob("*.md"))).read_text(encoding="utf-8")
        head, _, body = text.partition("\n\n")
        start = random.randint(0, max(0, len(body) - _LONGEST))
        text = f"{head}\n\n{body[start : start + _LONGEST]}"
    else:
        text = "---\nissued: 2025-01-16\narea: 测试市\nlevel: city\n---\n# 测试市2025年政府工作报告\n"
        text += "\n".join(_line(random) for _ in range(random.randint(5, 60)))
    return mutation.encoded(random, mutation.text(random, text, _MOST_CHANGES))


def _line(random: random.Random) -> str:
    if random.random() < 0.15:
        return random.choice(_HEADINGS)
    clauses = []
    for _ in range(random.randint(1, 5)):
        if random.random() < 0.6:
            clauses.append("".join(map(random.choice, (_OPENINGS, _THINGS, _DONE, _AMOUNTS))))
        else:
            clauses.append("".join(map(random.choice, (_OPENINGS, _WORKS, _NAMES))))
    return random.choice("，；、").join(clauses) + "。"


def _built(cases: dict[int, bytes], patience: float) -> Iterator[Result]:
    with tempfile.TemporaryDirectory(prefix="faults-") as name:
        folder, place = Path(name) / "texts", Path(name) / "out"
        folder.mkdir()
        for case, data in cases.items():
            (folder / f"d{case}.md").write_bytes(data)
        command = [sys.executable, "-m", "policygraph", "build", "-q", "--jobs", "1", str(folder), "-o", str(place)]
        try:
            done = subprocess.run(command, capture_output=True, timeout=patience, check=False)
        except subprocess.TimeoutExpired:
            yield from _again(cases, Result(0, "none", ("hang",), f"not done in {patience} s"))
            return
        errors = done.stderr.decode("utf-8", "replace")
        if "Traceback" in errors or done.returncode not in (0, 1, 2):
            yield from _again(cases, Result(0, str(done.returncode), ("traceback",), errors))
        elif done.returncode == 2 and len(cases) > 1:
            # None of these documents should cost the others their build; where all are refused, each is so alone.
            yield from _again(cases, Result(0, "2", ("lost",), errors))
        else:
            yield from _looked_at(cases, place, errors)


def _again(cases: dict[int, bytes], result: Result) -> Iterator[Result]:
    """Build each document alone, or say what became of the one."""
    for case, data in cases.items():
        if len(cases) == 1:
            yield Result(case, result.answer, result.faults, result.detail)
        else:
            yield from _built({case: data}, _ALONE)


def _looked_at(cases: dict[int, bytes], place: Path, errors: str) -> Iterator[Result]:
    wrong = set(_wrong_quotes(place))
    for case in cases:
        name = f"d{case}"
        told = [line for line in errors.splitlines() if f"{name}.md" in line]
        read = (place / "texts" / f"{name}.txt").exists()
        faults = ["traceback"] if any(_OWN_FAULT in line for line in told) else []
        faults += ["lost"] if not read and not told else []
        faults += ["wrong answer"] if name in wrong else []
        yield Result(case, "read" if read else "refused", tuple(faults), "\n".join(told) if faults else "")


def _wrong_quotes(place: Path) -> Iterator[str]:
    """Yield the documents with a quote that is not the text at its offsets."""
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in (place / "texts").glob("*.txt")}
    for table in ("facts", "mentions"):
        for row in _rows(place / "tables" / f"{table}.csv"):
            if texts[row["document"]][int(row["start"]) : int(row["end"])] != row["quote"]:
                yield row["document"]


def _rows(path: Path) -> Sequence[dict[str, str]]:
    if not path.exists():
        return ()
    csv.field_size_limit(1 << 30)
    # A quote may hold a lone carriage return, which must come through as it is.
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
