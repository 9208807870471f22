"""Named policy entities of short texts: each folder of cases shows one rule."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import zhengzhou
from policygraph.documents import layout
from policygraph.extraction.discourse.discourse import Discourse
from policygraph.extraction.discourse.segments import sentences
from policygraph.extraction.entities import mentions
from policygraph.extraction.language.names import Names
from policygraph.statements import Document, Level, Mention, Mode

CASES = Path(__file__).parent / "cases"


def document(text: str, area: str = "郑州") -> Document:
    """Return a city's report of 2025."""
    return Document("case", text, "case", "", "2025", area, Level.CITY, "", "0" * 64)


def read(text: str, *, names: Names | None = None) -> list[Mention]:
    """Return the distinct mentions of a text, by the rules alone unless a list of names is given."""
    source = document(text)
    discourse = Discourse(source.year)
    found: list[Mention] = []
    for block in layout.blocks(source):
        discourse.enter(block)
        for sentence in sentences(block):
            found += mentions.find(source, sentence, discourse.frames(sentence), names=names or Names(enabled=False))
    return mentions.distinct(found)


def row(mention: Mention) -> str:
    """Return a mention as a line of expected.tsv."""
    return "\t".join([mention.entity, mention.type, str(mention.year), mention.mode, mention.stage or "-"])


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_every_rule_finds_what_its_case_expects(case: str) -> None:
    """Each rule finds the entities of its case, with type, year, mode and stage, and no others."""
    text = (CASES / case / "input.txt").read_text(encoding="utf-8")
    expected = (CASES / case / "expected.tsv").read_text(encoding="utf-8").splitlines()
    assert sorted(map(row, read(text))) == expected


def test_the_surface_is_the_exact_text_of_the_document() -> None:
    """A mention's surface and clause are stretches of the text as it is, line breaks and all."""
    text = "提速建设中原\n科技城，加快建设中原医学科学城。\n"
    for mention in read(text):
        assert text[mention.surface.start : mention.surface.end] == mention.surface.quote
        assert mention.surface.quote in text
        assert mention.passage.start <= mention.surface.start < mention.surface.end <= mention.passage.end


def test_the_last_item_of_a_list_is_named_by_what_the_list_shares() -> None:
    """The surface of a completed name runs to the noun that completes it only where nothing stands between."""
    surfaces = {mention.entity: mention.surface.quote for mention in read("力争郑洛、郑许高速建成通车。")}
    assert surfaces == {"郑洛高速": "郑洛", "郑许高速": "郑许高速"}


def test_a_name_without_stage_is_merely_named() -> None:
    """Where no measure acts on an entity, its mode is none."""
    (mention,) = read("体育产业规模突破500亿元。")
    assert (mention.stage, mention.mode) == (None, Mode.NONE)


def test_the_list_of_names_gives_canonical_names_and_finds_nothing() -> None:
    """The list turns an alias that the rules found into the canonical name; the entities are the same ones."""
    text = "加快建设S2线。今天天气晴朗，宇通和图灵。"
    with_list, without = read(text, names=zhengzhou.names()), read(text)
    assert [m.surface for m in with_list] == [m.surface for m in without]
    assert "郑州轨道交通S2线" in {m.entity for m in with_list}
    assert "郑州轨道交通S2线" not in {m.entity for m in without}


def test_an_alias_of_another_place_is_left_alone() -> None:
    """S2线 in a report of 上海 is not the line of 郑州."""
    source = document("加快建设S2线。", area="上海")
    discourse = Discourse(2025)
    (block,) = layout.blocks(source)
    (sentence,) = sentences(block)
    (mention,) = mentions.find(source, sentence, discourse.frames(sentence), names=zhengzhou.names())
    assert mention.entity == "S2线"


@given(st.text(alphabet="建设推进中原科技城工程项目“”（）、，。和等3家产业链的 \n", max_size=60))
def test_any_text_can_be_read_twice_with_one_result(text: str) -> None:
    """Reading never fails on broken quotations or lists, and gives the same mentions every time."""
    assert read(text) == read(text)
