"""Whatever is wrong with the input, the command line says it in one line with what to do, and leaves no traces."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from typing import TYPE_CHECKING

import pytest

from command import COMMAND, PATIENCE, REPORT, interruptible, listing, spawn
from policygraph import rdf

if TYPE_CHECKING:
    from pathlib import Path

    from policygraph.statements import Corpus

_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
_BROKEN = REPORT.encode().replace("测试谷".encode(), b"\xe6\xb5", 1)
_DOCUMENTS = {
    "missing": (None, "there is no such file; check the path"),
    "empty": (b"", "is empty; give a file with the words of a report"),
    "binary": (_PNG, "is a PNG image, not text; save it as text"),
    "gb18030": (REPORT.encode("gb18030"), "it looks like GB18030 (GBK); use policygraph build --encoding gb18030"),
    "utf-16": (REPORT.encode("utf-16"), "it looks like UTF-16; use policygraph build --encoding utf-16"),
    "broken": (_BROKEN, "mend it in an editor and save it as UTF-8"),
}


@pytest.fixture(scope="module")
def graph(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph file."""
    path = tmp_path_factory.mktemp("graph") / "graph.nq"
    path.write_bytes(rdf.serialise(rdf.quads(corpus)))
    return path


def _refused(folder: Path, *args: str, code: int = 2, stdin: bytes = b"") -> str:
    """Run a command that must fail and return its one line."""
    before = listing(folder)
    done = spawn(*args, cwd=folder, stdin=stdin)
    assert done.code == code, done
    assert done.out == ""
    assert done.err.startswith("policygraph: ")
    assert done.err.count("\n") == 1, done.err
    assert listing(folder) == before, "something was written"
    return done.err


@pytest.mark.parametrize("name", _DOCUMENTS)
def test_a_file_that_is_no_document_is_named_with_the_cure(name: str, tmp_path: Path) -> None:
    """A missing, empty or binary file and text in another encoding are refused before anything is written."""
    data, cure = _DOCUMENTS[name]
    if data is not None:
        (tmp_path / f"{name}.txt").write_bytes(data)
    message = _refused(tmp_path, "build", f"{name}.txt", "-o", "out")
    assert message.startswith(f"policygraph: {name}.txt:")
    assert cure in message


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    """The message says which files make a folder one of documents."""
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "map.png").write_bytes(_PNG)
    message = _refused(tmp_path, "build", "pictures", "-o", "out")
    assert "pictures: no document in this folder; give one with files of" in message


def test_an_output_folder_with_something_else_is_not_touched(tmp_path: Path) -> None:
    """Somebody's notes are worth more than a build; they are named, and they stay."""
    (tmp_path / "report.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("kept", encoding="utf-8")
    message = _refused(tmp_path, "build", "report.txt", "-o", "mine")
    assert "mine: holds notes.txt, which is no part of an earlier build; move it away, or choose another" in message


def test_a_graph_cut_in_half_is_not_loaded(graph: Path, tmp_path: Path) -> None:
    """Half a graph would give half an answer that looks like a whole one."""
    data = graph.read_bytes()
    (tmp_path / "half.nq").write_bytes(data[: len(data) // 2])
    message = _refused(tmp_path, "query", "documents", "-g", "half.nq")
    assert "half.nq" in message
    assert "nothing was loaded, build the graph again" in message


def test_a_syntax_error_is_told_with_line_and_column(graph: Path, tmp_path: Path) -> None:
    """The place is that in the query, whichever way it came in."""
    query = b"SELECT ?s WHERE {\n  ?s foo:bar ?o\n}\n"
    message = _refused(tmp_path, "query", "-", "-g", str(graph), stdin=query)
    assert re.search(r"line 2, column \d+: Prefix not found", message)


def test_an_unknown_question_is_answered_with_the_nearest_ones(tmp_path: Path) -> None:
    """A mistyped name is never taken for SPARQL."""
    assert "unknown question: target; did you mean targets" in _refused(tmp_path, "query", "target")


def test_an_unknown_name_is_answered_with_the_nearest_ones(graph: Path, tmp_path: Path) -> None:
    """Both ends of a path must be something in the graph."""
    message = _refused(tmp_path, "path", "测试谷三期", "测试谷", "-g", str(graph))
    assert "测试谷三期; did you mean 测试谷" in message


@pytest.mark.parametrize(
    ("args", "cure"),
    [
        (("query", "documents", "-f", "xlsx"), "unknown format: xlsx; there are: table, csv"),
        (("path", "a", "b", "-f", "xlsx"), "'xlsx' is not one of 'table', 'json'. (see policygraph path --help)"),
        (("query", "documents", "-p", "year"), "-p year: write NAME=VALUE"),
        (("build", "--jobs", "0"), "0 is not in the range x>=1. (see policygraph build --help)"),
        (("promises",), "No such command 'promises'"),
    ],
)
def test_an_unknown_value_is_answered_with_the_known_ones(args: tuple[str, ...], cure: str, tmp_path: Path) -> None:
    """Verbs, options and their values: the message names what there is, or where it is told."""
    assert cure in _refused(tmp_path, *args)


@pytest.mark.parametrize(
    ("args", "cure"),
    [
        (("ledger", "--area", "测世市"), "unknown area: 测世市; did you mean 测试市"),
        (("ledger", "--indicator", "研发投入的强度"), "unknown indicator: 研发投入的强度; did you mean 研发投入强度"),
        (("ledger", "--theme", "inovation"), "unknown theme: inovation; did you mean innovation"),
        (
            ("ledger", "--verdict", "lost"),
            "unknown verdict: lost; there are: met, exceeded, missed, better, worse, inside",
        ),
        (("ledger", "--grade", "sure"), "unknown grade: sure; there are: said, concept, same name, matched"),
        (("ledger", "--level", "town"), "unknown level: town; there are: nation, province, city, county"),
        (("ledger", "--year", "2031"), "unknown year: 2031; there are: 2024, 2025"),
        (("ledger", "--year", "next"), "'next' is not a valid integer. (see policygraph ledger --help)"),
        (("changes", "--from", "2031"), "unknown year: 2031; there are: 2024, 2025"),
        (("changes", "--to", "2031"), "unknown year: 2031; there are: 2024, 2025"),
        (("changes", "--area", "测世市"), "unknown area: 测世市; did you mean 测试市"),
        (
            ("changes", "--relation", "lost"),
            "unknown relation: lost; there are: repeated, raised, lowered, softened, dropped",
        ),
        (("conflicts", "--sort", "lie"), "unknown sort of conflict: lie; there are: contradiction, different period"),
        (("conflicts", "--year", "2031"), "unknown year: 2031; there are: 2024, 2025"),
        (("cascade", "研发投入的强度"), "unknown indicator: 研发投入的强度; did you mean 研发投入强度"),
        (("area", "测世市"), "unknown area: 测世市; did you mean 测试市"),
        (("area", "测试市", "--year", "2031"), "unknown year: 2031; there are: 2024, 2025"),
        (("compare", "研发投入强读"), "unknown indicator: 研发投入强读; did you mean 全社会研发投入强度"),
        (
            ("compare", "研发投入强度", "--level", "town"),
            "unknown level: town; there are: nation, province, city, county",
        ),
        (("trace", "测试谷三期"), "unknown entity: 测试谷三期; did you mean 测试谷"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_the_ledger_does_not_have_is_answered_with_what_there_is(
    args: tuple[str, ...], cure: str, graph: Path, tmp_path: Path
) -> None:
    """No rows would be taken for an answer; a mistyped area, indicator, theme, verdict or year is none."""
    assert cure in _refused(tmp_path, *args, "-g", str(graph))


def test_a_panel_is_written_into_a_folder(graph: Path, tmp_path: Path) -> None:
    """Two files do not go into one."""
    assert "panel.csv: a panel is two files; name a folder" in _refused(
        tmp_path, "export", "panel.csv", "--format", "panel", "-g", str(graph)
    )


def test_a_closed_pipe_is_the_end_and_no_error(graph: Path, tmp_path: Path) -> None:
    """``policygraph query … | head -1`` prints its line and nothing else."""
    command = [*COMMAND, "query", "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f } LIMIT 20000", "-f", "csv", "-g", str(graph)]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"a,b,c,d,e,f\r\n"
        process.stdout.close()
        assert process.stderr.read() == b""


def test_ctrl_c_ends_the_command_with_130(tmp_path: Path) -> None:
    """The exit code is the one that shells give to a process ended by SIGINT."""
    pipe = tmp_path / "query.rq"
    os.mkfifo(pipe)
    with interruptible():
        process = subprocess.Popen([*COMMAND, "query", str(pipe)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    # Opening the other end returns when the command has opened its own: from then on it waits for us. A signal that
    # comes just before it begins to read is seen when it has read, so that there must be an end to read.
    with process:
        with pipe.open("wb"):
            process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)
    told = (process.returncode, out.decode(), err.decode().strip())
    assert told == (130, "", "policygraph: interrupted; nothing was written")
