"""Lists outside measures, joints and fragments: where a list begins and ends, and what no name is."""

from __future__ import annotations

import pytest

from policygraph.extraction.entities import fragments, joints, lists


def parted(text: str) -> list[str]:
    """Return the parts of a stretch."""
    return [text[start:end] for start, end in joints.parts(text, 0, len(text))]


def test_a_list_outside_measures_ends_with_the_noun_that_says_what_its_items_are() -> None:
    """The argument runs from the first item to the noun; what is said of the items stays outside, and no stage is given."""
    text = "云岭探火、星河登月等重大项目达到先进水平"
    found = lists.find(text, 0, len(text))
    assert found is not None
    ((start, end),) = found.arguments
    assert (text[start:end], found.stage) == ("云岭探火、星河登月等重大项目", None)


@pytest.mark.parametrize(
    "text",
    [
        "突破柔性关节、智能抓手等技术",
        "在云岭、星河等平台试点",
        "就业、教育等领域存在短板",
        "云岭等项目进展顺利",
        "（云岭、星河等项目）进展顺利",
    ],
)
def test_a_clause_that_only_holds_a_list_is_none(text: str) -> None:
    """A list begins the stretch, has several items, stands outside brackets and says what sort of things they are."""
    assert lists.find(text, 0, len(text)) is None


def test_a_closed_list_is_parted_at_few_joints() -> None:
    """In a list that 等 closes, 与 and 及 belong to the names, and 以及 parts them everywhere."""
    assert parted("碳捕集与利用、动力电池及储能等项目") == ["碳捕集与利用", "动力电池及储能等项目"]
    assert parted("云岭大桥以及星河大桥、蓝湾隧道等项目") == ["云岭大桥", "星河大桥", "蓝湾隧道等项目"]


def test_titles_of_places_may_stand_side_by_side() -> None:
    """文化强省旅游强省 are two, 科技强国 is one."""
    assert parted("文化强省旅游强省") == ["文化强省", "旅游强省"]
    assert parted("科技强国") == ["科技强国"]


@pytest.mark.parametrize("phrase", ["对民营经济", "稳居全国首位", "生活或护理补贴"])
def test_a_phrase_with_words_of_clauses_is_no_name(phrase: str) -> None:
    """A name neither opens like a clause nor holds a verb of standing or an alternative."""
    assert fragments.is_clause(phrase)
