"""Area, level and year of real reports, whatever their files are called."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from effort import at_most
from policygraph.documents import collect, read

if TYPE_CHECKING:
    from policygraph.statements import Document

_NEWS = {"000": 2025, "001": 2025, "002": 2024, "003": 2025, "004": 2026}
_AREAS = {
    "anhui": "安徽", "beijing": "北京", "china": "全国", "gansu": "甘肃", "guangdong": "广东", "henan": "河南",
    "hubei": "湖北", "liaoning": "辽宁", "shandong": "山东", "shanghai": "上海", "sichuan": "四川", "yunnan": "云南",
}  # fmt: skip
_LEVELS = {"national": "nation", "province": "province", "municipality": "province"}

# The texts of others are not in the repository: whoever has reports, names their folder. What is read in it is called
# LEVEL-PLACE-YEAR.txt, or is an article under the name that its digest has in graph/sources/.
VARIABLE = "POLICYGRAPH_CORPUS"
_NAMES = re.compile(rf"(?:{'|'.join(_LEVELS)})-(?:{'|'.join(_AREAS)})-\d{{4}}|{'|'.join(_NEWS)}")
FILES = sorted(
    path for path in Path(os.environ.get(VARIABLE) or os.devnull).rglob("*.txt") if _NAMES.fullmatch(path.stem)
)

pytestmark = pytest.mark.skipif(
    not FILES,
    reason=f"{VARIABLE} names no folder of reports, such as province-henan-2026.txt; {VARIABLE}=FOLDER make test",
)


def _expected(name: str) -> tuple[str, str, int]:
    if name in _NEWS:
        return "郑州", "city", _NEWS[name]
    level, area, year = name.split("-")
    return _AREAS[area], _LEVELS[level], int(year)


def _said(document: Document) -> tuple[str, str, int]:
    return document.area, document.level.value, document.year


@pytest.fixture(scope="module")
def documents() -> tuple[Document, ...]:
    """All reports and articles, under their own names."""
    return collect(FILES)


def test_every_document_of_the_corpus_is_placed_and_dated(documents):
    """Names of files say the level, place and year of publication; the articles are of 郑州."""
    assert len(documents) == len(FILES)
    assert {d.name: _said(d) for d in documents} == {d.name: _expected(d.name) for d in documents}


def test_the_text_alone_tells_place_and_year(documents, tmp_path):
    """The same holds under names that tell nothing."""
    for number, document in enumerate(documents):
        file = tmp_path / f"x{number:02}.txt"
        file.write_text(document.text, encoding="utf-8")
        assert _said(read(file)) == _expected(document.name), document.name


def test_it_holds_without_the_lines_above_the_greeting(documents, tmp_path):
    """Nor is the title needed, or the line that gives the date."""
    for number, document in enumerate(documents):
        file = tmp_path / f"x{number:02}.txt"
        start = document.text.find("各位代表", 0, 1000)
        file.write_text(document.text[max(start, 0) :], encoding="utf-8")
        assert _said(read(file)) == _expected(document.name), document.name


def test_texts_are_the_files(documents):
    """Offsets count in what Python reads as UTF-8."""
    files = {path.stem: path for path in FILES}
    assert all(d.text == files[d.name].read_text(encoding="utf-8") for d in documents)


def test_reading_costs_next_to_nothing(documents):
    """Of 36 documents 0.2 s."""
    assert documents
    with at_most(seconds=1):
        collect(FILES)
