"""The store beside the graph of a build: made once, used by everybody, and never mistaken for another graph's."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from policygraph import build
from policygraph.api.graph import Graph
from policygraph.cli.app import app
from policygraph.errors import GraphError, OutputError
from policygraph.store import kept

if TYPE_CHECKING:
    from pathlib import Path

_TEXT = "---\ntitle: 测试市政府工作报告\nissued: 2025-01-10\narea: 郑州\n---\n今年，新增高新技术企业{number}家以上。\n"


@pytest.fixture(autouse=True)
def _every_graph_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "LEAST", 0)


def _built(folder: Path, number: int = 500) -> Path:
    source = folder / "report.md"
    source.write_text(_TEXT.format(number=number), encoding="utf-8")
    build(source, folder / "out")
    return folder / "out"


def _stores(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if "store" in path.name)


def _values(graph: Graph) -> list[str]:
    return [str(row["value"]) for row in graph.ask("targets")]


def test_a_build_keeps_a_store_that_answers_as_the_graph_does(tmp_path: Path) -> None:
    """The same rows from the store, by itself or with the build, as from the graph loaded into memory."""
    out = _built(tmp_path)
    assert _stores(out) == ["store"]
    expected = _values(Graph(out, store=False))
    assert expected == ["500"]
    assert _values(Graph(out)) == _values(Graph(out / "store")) == _values(Graph(out / "graph.nq")) == expected


def test_a_store_of_another_graph_is_made_anew(tmp_path: Path) -> None:
    """What the graph file says counts, not what was loaded of an earlier one; nothing is left of that."""
    out = _built(tmp_path)
    graph = (out / "graph.nq").read_text(encoding="utf-8")
    (out / "graph.nq").write_text(graph.replace('"500"', '"700"'), encoding="utf-8")
    assert _values(Graph(out)) == ["700"]
    assert _stores(out) == ["store"]


def test_a_missing_store_is_made_by_the_first_reader_and_told(tmp_path: Path) -> None:
    """Its steps are told; the next reader finds it."""
    out = _built(tmp_path)
    shutil.rmtree(out / "store")
    told: list[tuple[str, int, int]] = []
    Graph(out, progress=lambda *step: told.append(step))
    assert (told[0][1], told[-1]) == (0, ("making the store", 3, 3))
    count = len(told)
    Graph(out, progress=lambda *step: told.append(step))
    assert len(told) == count


def test_a_touched_graph_keeps_its_store(tmp_path: Path) -> None:
    """Another time with the same bytes is the same graph, known by its digest."""
    out = _built(tmp_path)
    (out / "graph.nq").write_bytes((out / "graph.nq").read_bytes())
    Graph(out, progress=lambda *step: pytest.fail(f"made again: {step}"))


def test_several_read_at_once(tmp_path: Path) -> None:
    """A store is opened for reading only, so that nobody keeps others out."""
    out = _built(tmp_path)
    assert [_values(graph) for graph in [Graph(out), Graph(out), Graph(out / "store")]] == [["500"]] * 3


def test_a_store_that_is_made_anew_is_not_taken_from_its_readers(tmp_path: Path) -> None:
    """Who has the earlier one open reads it to the end."""
    out = _built(tmp_path)
    reader = Graph(out)
    graph = (out / "graph.nq").read_text(encoding="utf-8")
    (out / "graph.nq").write_text(graph.replace('"500"', '"700"'), encoding="utf-8")
    assert _values(Graph(out)) == ["700"]
    assert _values(reader) == ["500"]


def test_a_damaged_graph_has_no_store(tmp_path: Path) -> None:
    """It is refused as without one, and nothing half made is left."""
    out = _built(tmp_path)
    lines = (out / "graph.nq").read_text(encoding="utf-8").splitlines(keepends=True)
    (out / "graph.nq").write_text("".join(lines[:-50]), encoding="utf-8")
    with pytest.raises(GraphError, match="is cut off, 50 of its triples are missing"):
        Graph(out)
    assert [name for name in _stores(out) if name != "store"] == []


def test_where_no_store_can_be_made_the_graph_is_loaded(tmp_path: Path) -> None:
    """Something of that name that is no store of ours stays as it is."""
    out = _built(tmp_path)
    shutil.rmtree(out / "store")
    (out / "store").write_text("mine", encoding="utf-8")
    assert _values(Graph(out)) == ["500"]
    assert (out / "store").read_text(encoding="utf-8") == "mine"


def test_a_build_replaces_an_earlier_one_with_its_store(tmp_path: Path) -> None:
    """A store is part of a build, whoever made it and whenever."""
    out = _built(tmp_path)
    assert _values(Graph(_built(tmp_path, 600))) == ["600"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out", "report.md"]
    assert _stores(out) == ["store"]


def test_what_somebody_put_into_a_store_is_not_deleted(tmp_path: Path) -> None:
    """A folder with anything else in it is none of ours."""
    out = _built(tmp_path)
    (out / "store" / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match=r"holds store/"):
        _built(tmp_path, 600)
    assert (out / "store" / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_no_store_does_without(tmp_path: Path) -> None:
    """The verbs neither open nor make one."""
    out = _built(tmp_path)
    shutil.rmtree(out / "store")
    answer = CliRunner().invoke(app, ["query", "targets", "-g", str(out), "-f", "csv", "--no-store"])
    assert "500" in answer.stdout
    assert _stores(out) == []
    assert CliRunner().invoke(app, ["query", "targets", "-g", str(out), "-f", "csv"]).stdout == answer.stdout
    assert _stores(out) == ["store"]
