"""Words of tables are searched fast, and what is found is the same as one after the other would find."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from policygraph.extraction.entities import fragments, plainness
from policygraph.extraction.language import lexicon, words

_LETTERS = st.text("建成新设（.", min_size=1, max_size=4)


@given(st.lists(_LETTERS, min_size=1, max_size=8), st.text("建成新设（.", max_size=8))
def test_a_search_letter_by_letter_finds_what_a_list_finds(strings: list[str], text: str) -> None:
    """The longest string at the first place, and a shorter one where what follows asks for it."""
    listed = "|".join(re.escape(string) for string in sorted(strings, key=lambda string: (-len(string), string)))
    for frame in ("{}", "{}成", "(?:{})+$"):
        plain, fast = re.compile(frame.format(f"(?:{listed})")), re.compile(frame.format(lexicon.any_of(strings)))
        assert [match.span() for match in fast.finditer(text)] == [match.span() for match in plain.finditer(text)]


@given(st.text("全省创新发展高质量项目", max_size=6))
def test_the_word_at_an_edge_is_the_longest_of_the_table(text: str) -> None:
    """Looked up by its letter and length, as if every word of the table were tried."""
    known = lexicon.words("plain")
    ends = max((word for word in known if text.endswith(word)), key=len, default="")
    begins = max((word for word in known if text.startswith(word)), key=len, default="")
    assert (lexicon.ending("plain", text), lexicon.beginning("plain", text)) == (ends, begins)


@given(st.text("产业发展创新重点高质量工程，新“”", max_size=8))
def test_words_stand_in_order_and_without_gaps(text: str) -> None:
    """Whether there are quotations among them or not."""
    found = words.split(text)
    assert "".join(word.text for word in found) == text
    assert [text[word.start : word.end] for word in found] == [word.text for word in found]
    assert [word.start for word in found] == [0, *(word.end for word in found)][: len(found)]


def test_a_word_inside_another_makes_no_clause() -> None:
    """Letters alone tell only that the words have to be looked at: 方向盘 holds 向, and is no clause."""
    assert not fragments.is_clause("方向盘产业园")
    assert all(fragments.is_clause(phrase) for phrase in ("消费是增长动力", "对民营经济", "这个项目"))
    assert plainness.says_nothing("国家重点实验室") and not plainness.says_nothing("嵩山实验室")
