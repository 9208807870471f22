"""One document that cannot be read never stops the others, whatever happens to it, in one process or in several."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import policygraph
from command import REPORT, Outcome, listing
from policygraph import workers
from policygraph.documents import collect
from policygraph.errors import DocumentError, UnreadableError
from policygraph.extraction import Names
from policygraph.statements import Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., Outcome]

# The command line with a fault in its reader. Processes that read documents run this module too, under another name.
_FAULTY = """
import os
import signal
from policygraph.documents import layout

explains_words = layout.explains_words


def faulty(block):
    if "出错" in block.text:
        raise ZeroDivisionError("ours\\x1b[31m")
    if "自杀" in block.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "杀父" in block.text:
        with open("worker", "w") as file:
            file.write(str(os.getpid()))
        os.kill(os.getppid(), signal.SIGKILL)
    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        if name in block.text:
            signal.raise_signal(getattr(signal, name))
    return explains_words(block)


layout.explains_words = faulty

if __name__ == "__main__":
    from policygraph.cli import main

    main()
"""
_OURS = "cannot be read for a fault of Policygraph (ZeroDivisionError: ours\\x1b[31m; faulty.py:11); please report it"
# The line behind a report and a blank one.
_LAST = REPORT.count("\n") + 2
_DIED = (
    "cannot be read: the process that read it was ended by SIGKILL, as where memory runs out; split it, or use --jobs 1"
)


def _folder(folder: Path, **texts: str) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def _faulty(folder: Path, *args: str, before: tuple[str, ...] = ()) -> Outcome:
    script = folder / "faulty.py"
    script.write_text(_FAULTY, encoding="utf-8")
    command = [*before, sys.executable, str(script), *args]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, timeout=120)
    return Outcome(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_others_are_built(jobs: str, tmp_path: Path) -> None:
    """Each that fails is told with file, line and cure, and listed in the coverage; the exit code says so."""
    _folder(tmp_path / "in", good=REPORT, no_date="力争增长6%左右。\n", fault=f"{REPORT}\n今年出错。\n")
    told = {
        "in/fault.md": ("fault", _LAST, _OURS),
        "in/no_date.md": (
            "no_date",
            None,
            "names no year of publication; give --issued YYYY, or 'issued:' in its front matter or documents.csv",
        ),
    }
    if jobs == "2":
        _folder(tmp_path / "in", killer=f"{REPORT}\n今年自杀。\n")
        told["in/killer.md"] = ("killer", None, _DIED)
    done = _faulty(tmp_path, "build", "in", "-o", "out", "-q", "--jobs", jobs)
    assert (done.code, done.out) == (1, "")
    assert sorted(done.err.splitlines()[:-1]) == sorted(
        f"policygraph: {path}{f':{line}' if line else ''}: {reason}" for path, (_, line, reason) in told.items()
    )
    assert done.err.splitlines()[-1] == f"policygraph: {len(told)} documents could not be read and are left out"
    built = listing(tmp_path / "out")
    failed = json.loads(built.pop("coverage.json"))["failed"]
    assert sorted(failed, key=lambda each: each["document"]) == [
        {"document": name, "path": f"{name}.md", "line": line, "reason": reason}
        for name, line, reason in sorted(told.values())
    ]
    policygraph.build(tmp_path / "in" / "good.md", tmp_path / "alone")
    alone = listing(tmp_path / "alone")
    for name in ("coverage.json", "policygraph.json", "tables/documents.csv", "tables/datapackage.json"):
        alone.pop(name), built.pop(name, None)
    assert built == alone


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_strict_stops_at_the_first(jobs: str, tmp_path: Path) -> None:
    """With its error, and nothing written, whether it fails when it is opened or when it is read."""
    _folder(tmp_path / "in", a=REPORT, b=f"{REPORT}\n今年出错。\n", c=REPORT.replace("6", "7"))
    done = _faulty(tmp_path, "build", "in", "-o", "out", "--strict", "--jobs", jobs)
    assert done == Outcome(2, "", f"policygraph: in/b.md:{_LAST}: {_OURS}\n")
    _folder(tmp_path / "in", a="力争增长6%左右。\n")
    done = _faulty(tmp_path, "build", "in", "-o", "out", "--strict", "--jobs", jobs)
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert done.err.startswith("policygraph: in/a.md: names no year of publication; ")
    assert not (tmp_path / "out").exists()


def test_where_none_can_be_read_nothing_is_written(tmp_path: Path) -> None:
    """All reasons are told, and the exit code is that of what could not be done."""
    _folder(tmp_path / "in", a=f"{REPORT}\n今年出错。\n", b="")
    done = _faulty(tmp_path, "build", "in", "-o", "out")
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines() == [
        f"policygraph: in/a.md:{_LAST}: {_OURS}",
        "policygraph: in/b.md: is empty; give a file with the words of a report",
        "policygraph: not a single document can be read; nothing was written",
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["faulty.py", "in"]


def test_the_library_says_what_it_left_out(tmp_path: Path) -> None:
    """The summary has the failures; strict raises the first, and where nothing is left it is an error anyway."""
    _folder(tmp_path / "in", a=REPORT, b="力争增长6%左右。\n")
    summary = policygraph.build(tmp_path / "in", tmp_path / "out")
    assert [document.name for document in summary.documents] == ["a"]
    assert [(failure.document, failure.file) for failure in summary.failed] == [("b", "b.md")]
    with pytest.raises(DocumentError, match=r"b\.md: names no year"):
        policygraph.build(tmp_path / "in", tmp_path / "out", strict=True)
    _folder(tmp_path / "in", a="")
    with pytest.raises(UnreadableError):
        policygraph.build(tmp_path / "in", tmp_path / "out")


def test_the_summary_and_the_coverage_say_so_too(tmp_path: Path, run: Run) -> None:
    """What was read is told as ever; the coverage that a build kept remembers what was not."""
    _folder(tmp_path / "in", a=REPORT, b="力争增长6%左右。\n")
    out = tmp_path / "out"
    built = run("build", str(tmp_path / "in"), "-o", str(out))
    assert built.code == 1
    assert "numbers understood" in built.out
    left_out = "policygraph: 1 document could not be read and is left out\n"
    reason = "names no year of publication; give --issued YYYY, or 'issued:' in its front matter or documents.csv\n"
    assert built.err == f"policygraph: {tmp_path / 'in' / 'b.md'}: {reason}{left_out}"
    measured = run("coverage", str(tmp_path / "in"))
    assert (measured.code, measured.err) == (1, built.err)
    kept = run("coverage", "-g", str(out))
    assert (kept.code, kept.out, kept.err) == (1, measured.out, f"policygraph: b.md: {reason}{left_out}")
    json_ = run("coverage", "-g", str(out), "-f", "json")
    assert json_.out == (out / "coverage.json").read_text(encoding="utf-8")


def test_more_processes_than_documents_and_more_deaths_than_processes_change_nothing(tmp_path: Path) -> None:
    """Every document has its turn, and its outcome comes in its place."""
    names = [f"d{number}" for number in range(6)]
    texts = {name: f"{REPORT}\n今年{'自杀' if name < 'd3' else '好'}。\n" for name in names}
    _folder(tmp_path / "in", **texts)
    done = _faulty(tmp_path, "build", "in", "-o", "out", "-q", "--jobs", "9")
    assert done.code == 1
    assert done.err.splitlines()[:-1] == [f"policygraph: in/{name}.md: {_DIED}" for name in names[:3]]
    assert sorted(path.stem for path in (tmp_path / "out" / "texts").iterdir()) == names[3:]


def test_readings_come_in_the_order_of_the_documents(tmp_path: Path) -> None:
    """However long each takes, and whichever process reads it."""
    texts = {f"d{number}": REPORT * (4 - number) for number in range(4)}
    documents = collect([_folder(tmp_path / "in", **texts)])
    read = list(workers.read(documents, Names(), 3))
    assert all(isinstance(reading, Reading) for reading in read)
    assert read == list(workers.read(documents, Names(), 1))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are counted as Linux tells them")
def test_no_process_outlives_a_build_that_is_killed(tmp_path: Path) -> None:
    """A process that reads documents ends when there is nobody to read them for."""
    _folder(tmp_path / "in", a=f"{REPORT}\n今年杀父。\n", b=REPORT)
    assert _faulty(tmp_path, "build", "in", "-o", "out", "--jobs", "2").code == -9
    worker = int((tmp_path / "worker").read_text())
    for _ in range(1200):
        if not _alive(worker):
            break
        time.sleep(0.05)
    assert not _alive(worker)


def _alive(pid: int) -> bool:
    try:
        return (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(sys.platform == "win32", reason="these signals are those of POSIX")
@pytest.mark.parametrize(
    ("signal", "code", "told"),
    [
        ("SIGINT", 130, "interrupted; nothing was written"),
        ("SIGTERM", 143, "ended by SIGTERM; nothing was written"),
        ("SIGHUP", 129, "ended by SIGHUP; nothing was written"),
    ],
)
def test_a_signal_is_a_clean_end(signal: str, code: int, told: str, tmp_path: Path) -> None:
    """What timeout, systemd, docker and a closed terminal send leaves as little as Ctrl+C: nothing."""
    _folder(tmp_path / "in", a=f"{REPORT}\n今年{signal}。\n", b=REPORT)
    done = _faulty(tmp_path, "build", "in", "-o", "out")
    # After the ^C of a terminal comes a line break.
    assert (done.code, done.out, done.err.lstrip("\n")) == (code, "", f"policygraph: {told}\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["faulty.py", "in"]


@pytest.mark.skipif(sys.platform == "win32", reason="these signals are those of POSIX")
def test_a_signal_that_whoever_started_the_build_had_ignored_stays_so(tmp_path: Path) -> None:
    """Nohup is there so that a build goes on when its terminal is closed."""
    _folder(tmp_path / "in", a=f"{REPORT}\n今年SIGHUP。\n")
    done = _faulty(tmp_path, "build", "in", "-o", "out", "-q", before=("nohup",))
    assert done.code == 0, done.err
    assert (tmp_path / "out" / "graph.nq").is_file()


def test_a_long_build_says_how_far_it_is_where_no_terminal_shows_it(tmp_path: Path, run: Run) -> None:
    """A line for every ten documents and for what comes after; nothing with -q."""
    _folder(tmp_path / "in", **{f"d{number:02}": f"测试市{2000 + number}年政府工作报告\n" for number in range(12)})
    args = ("build", str(tmp_path / "in"), "--jobs", "1", "-o", str(tmp_path / "out"))
    assert run(*args).err.splitlines() == [
        "policygraph: reading documents: 10 of 12",
        "policygraph: reading documents: 12 of 12",
        "policygraph: making the graph",
        "policygraph: making the page",
    ]
    assert run(*args, "-q") == Outcome(0, "", "")


def test_a_second_build_of_the_same_folder_gives_the_same_bytes(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It does not read what the first one wrote, though that lies in the folder that it reads, by default."""
    monkeypatch.chdir(_folder(tmp_path / "in", a=REPORT))
    (tmp_path / "in" / "b.txt").write_bytes(REPORT.replace("6", "7").replace("\n", "\r\n").encode())
    first = run("build", ".")
    built = listing(tmp_path / "in")
    assert first.code == 0, first.err
    for args in (("build", "."), ("build", *(path.name for path in Path().iterdir()))):
        assert run(*args).code == 0
        assert listing(tmp_path / "in") == built
