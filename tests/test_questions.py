"""The competency questions of the ontology: ontology/questions/cqNN_*.rq, asked of the published graph.

Each has its answers beside it as CSV. Run as a program, this file writes them: ``make questions``.
"""

from __future__ import annotations

import csv
import io
import re
from functools import cache
from typing import TYPE_CHECKING

import pytest
import rdflib.plugins.sparql

from policygraph import files, resources, store
from policygraph.queries import ask

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = resources.ontology() / "questions"
GRAPH = resources.graph() / "zhengzhou.nq"
QUESTIONS = sorted(FOLDER.glob("*.rq"))
NAME = re.compile(r"cq(\d\d)_[a-z]+(?:_[a-z]+)*")


@cache
def published() -> store.Store:
    """Return the published graph."""
    return store.open_store(GRAPH)


def answers(question: Path) -> str:
    """Return the answers to a question as CSV with plain line ends, as git keeps text."""
    return ask(published(), question.read_text(encoding="utf-8"), "csv").replace("\r\n", "\n")


def rows(text: str) -> list[list[str]]:
    """Return the rows of a CSV."""
    return list(csv.reader(io.StringIO(text)))


def test_there_are_questions_enough_and_they_are_numbered():
    """From 01 on without a gap, at least 24."""
    numbers = [int(match[1]) for path in QUESTIONS if (match := NAME.fullmatch(path.stem))]
    assert numbers == list(range(1, len(QUESTIONS) + 1))
    assert len(numbers) >= 24


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_is_asked_in_chinese_and_english_first(question):
    """Two comments, each ending as a question does."""
    chinese, english, *_ = question.read_text(encoding="utf-8").splitlines()
    assert re.fullmatch(r"# .*[\u4e00-\u9fff].*？", chinese)
    assert re.fullmatch(r"# [A-Z].*\?", english)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda path: path.stem)
def test_a_question_runs_in_other_engines(question):
    """It declares its prefixes, so that rdflib reads it too."""
    rdflib.plugins.sparql.prepareQuery(question.read_text(encoding="utf-8"), initNs={})


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda path: path.stem)
def test_the_published_graph_answers_as_expected(question):
    """The answers are those beside the question, and there are some."""
    expected = question.with_suffix(".csv")
    assert expected.is_file(), f"{expected.name} is missing; write it and review it: make questions"
    found = rows(answers(question))
    assert found == rows(expected.read_text(encoding="utf-8")), "if the new answers are right: make questions"
    assert len(found) > 1, "a question that nothing answers tests nothing"


def test_no_answers_are_left_over():
    """Every CSV belongs to a question."""
    assert {path.stem for path in FOLDER.glob("*.csv")} <= {path.stem for path in QUESTIONS}


if __name__ == "__main__":
    for each in QUESTIONS:
        files.write(each.with_suffix(".csv"), answers(each))
