"""What people see of the ledger: a table where it fits, entries where it does not, words with every sign."""

from __future__ import annotations

import os
import pty
import re
import subprocess
from pathlib import Path

import pytest
from rich.cells import cell_len

from command import COMMAND, Outcome, runner
from policygraph import documents, extraction, rdf
from policygraph.extraction import Names
from policygraph.ledger import Verdict
from policygraph.statements import Corpus

CASES = Path(__file__).parent / "cases"
COLOUR = re.compile("\x1b\\[[0-9;]*m")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The graph of a case as a file."""
    names = Names(enabled=False)
    read = documents.collect([CASES / "missed_met_exceeded"])
    path = tmp_path_factory.mktemp("answers") / "graph.nq"
    said = Corpus(tuple(extraction.read(document, names=names) for document in read), ())
    path.write_bytes(rdf.serialise(rdf.quads(said)))
    return str(path)


def seen(columns: int, *args: str, **environment: str) -> str:
    """Return what a terminal of some columns gets to see."""
    ours, theirs = pty.openpty()
    bare = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    environment = {**bare, "TERM": "xterm", "COLUMNS": str(columns), **environment}
    with subprocess.Popen([*COMMAND, *args], stdout=theirs, env=environment) as process:
        os.close(theirs)
        found = b""
        while data := _read(ours):
            found += data
    os.close(ours)
    assert process.returncode == 0
    return found.decode("utf-8").replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    # Linux says EIO where the other side of a terminal was closed.
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""


def test_colours_are_for_terminals_that_want_them(graph: str) -> None:
    """Without them nothing is missing."""
    args = ("ledger", "-g", graph)
    coloured = seen(200, *args)
    assert COLOUR.search(coloured)
    for plain in (seen(200, *args, NO_COLOR="1"), seen(200, *args, TERM="dumb")):
        assert plain == COLOUR.sub("", coloured)


def test_a_pipe_gets_the_whole_table_without_colours(
    graph: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each verdict with its sign and its word, and at the end how many there are of each."""
    monkeypatch.setenv("COLUMNS", "40")
    done = runner(capsys, monkeypatch)("ledger", "-g", graph)
    assert (done.code, done.err) == (0, "")
    assert "\x1b" not in done.out
    for marked in ("✓ met", "+ exceeded", "✗ missed"):
        assert f" {marked} " in done.out
    assert done.out.endswith("(3 rows: 1 exceeded, 1 met, 1 missed)\n")


@pytest.mark.parametrize("columns", [30, 60, 100, 250])
@pytest.mark.parametrize("quotes", [(), ("--quotes",)])
def test_no_line_is_wider_than_the_terminal(columns: int, quotes: tuple[str, ...], graph: str) -> None:
    """Chinese characters take two columns; and every word is there, whole, whatever the width."""
    shown = COLOUR.sub("", seen(columns, "ledger", "-g", graph, *quotes))
    assert max(map(cell_len, shown.splitlines())) <= columns
    words = ["地区生产总值增速", "6%左右", "5.8%", "met", "exceeded", "missed"]
    words += ["今年，地区生产总值增长6%左右"[3:], "固定资产投资增长7.9%"] if quotes else []
    joined = re.sub(r"\s", "", shown)
    assert [word for word in words if word not in joined] == []


def test_columns_of_chinese_words_stand_below_each_other(graph: str) -> None:
    """Measured as a terminal draws them."""
    head, _, *rows = COLOUR.sub("", seen(250, "ledger", "-g", graph)).splitlines()
    at = cell_len(head[: head.index("verdict")])
    signs = {row[_character(row, at)] for row in rows[:-1]}
    assert signs == {"✓", "+", "✗"}


def _character(line: str, column: int) -> int:
    return next(number for number in range(len(line)) if cell_len(line[:number]) == column)


def test_quotes_are_shown_with_document_and_offsets(
    graph: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both of them, below the row."""
    done = runner(capsys, monkeypatch)("ledger", "-g", graph, "--quotes", "--verdict", "missed")
    assert re.search(r"^    \S+ \d+-\d+  “固定资产投资增长8%”$", done.out, re.MULTILINE)
    assert re.search(r"^    \S+ \d+-\d+  “固定资产投资增长7\.9%”$", done.out, re.MULTILINE)


def test_help_lists_every_verdict(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """As the option takes it."""
    done = runner(capsys, monkeypatch)("ledger", "--help")
    assert isinstance(done, Outcome)
    told = " ".join(done.out.split())
    assert [verdict for verdict in Verdict if verdict not in told] == []
