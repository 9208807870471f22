"""The table of places is complete, sorted and without loops."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from policygraph import resources
from policygraph.ontology import places
from policygraph.statements import Level


def test_the_table_is_sorted_and_its_names_are_unique():
    """To mend it, sort ontology/lexicon/places.tsv by its first column."""
    lines = (resources.ontology() / "lexicon" / "places.tsv").read_text(encoding="utf-8").splitlines()[1:]
    names = [line.split("\t")[0] for line in lines]
    assert names == sorted(set(names))
    assert len({place.official for place in places.all()}) == len(names)


def test_it_holds_all_divisions_of_province_and_prefecture_level():
    """34 of province level; 293 cities, 30 autonomous prefectures, 7 prefectures and 3 leagues."""
    counted = Counter(place.level for place in places.all())
    assert (counted[Level.NATION], counted[Level.PROVINCE], counted[Level.CITY]) == (1, 34, 333)
    suffixes = Counter(place.official[-1] for place in places.all() if place.level is Level.CITY)
    assert suffixes == {"市": 293, "州": 30, "区": 7, "盟": 3}


def test_every_place_lies_within_one_of_the_next_larger_level():
    """A county in a city, a city in a province, a province in the nation."""
    order = list(Level)
    for place in places.all():
        outer = places.get(place.within)
        if place.level is Level.NATION:
            assert place.within == ""
        else:
            assert outer is not None, place.name
            assert order.index(outer.level) == order.index(place.level) - 1, place.name
            assert places.chain_of(place)[-1].name == "全国"


def test_pinyin_is_one_plain_word():
    """Without tones, blanks and capitals."""
    assert [place.name for place in places.all() if not re.fullmatch(r"[a-z]+", place.pinyin)] == []


def test_official_names_begin_with_the_short_name():
    """But for the nation, and the two that share a short name with a province."""
    odd = {place.name for place in places.all() if not place.official.startswith(place.name)}
    assert odd == {"全国", "海南州"}


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("湖北", "湖北"), ("湖北省", "湖北"), ("郑州市", "郑州"), ("恩施州", "恩施"), ("吉林省", "吉林"),
        ("吉林市", "吉林市"), ("海南藏族自治州", "海南州"), ("香港特别行政区", "香港"), ("广西自治区", "广西"),
        ("大兴安岭地区", "大兴安岭"), ("锡林郭勒盟", "锡林郭勒"), ("中国", "全国"), ("中华人民共和国", "全国"),
    ],
)  # fmt: skip
def test_a_place_has_several_names(name, short):
    """Short, official, and short with its suffix."""
    place = places.get(name)
    assert place is not None
    assert place.name == short


@pytest.mark.parametrize("name", ["", "湖北市", "恩施市", "朝阳区", "南昌县", "中原", "火星"])
def test_names_of_other_places_are_unknown(name):
    """恩施市 lies in 恩施州 and is not the same; 中原 is a plain, 中原区 a district."""
    assert places.get(name) is None


def test_what_lies_within_a_place_is_listed():
    """Directly, by name; nothing for a name that is unknown."""
    assert len(places.within("全国")) == 34
    assert [place.name for place in places.within("海南省")] == ["三亚", "三沙", "儋州", "海口"]
    assert len(places.within("郑州")) == 12
    assert places.within("火星") == ()


@pytest.mark.parametrize(
    ("word", "names"),
    [
        ("zhengzhou", ["郑州"]), ("Shaanxi", ["陕西"]), ("shanxi", ["山西", "陕西"]), ("yulin", ["榆林", "玉林"]),
        ("inner-mongolia", ["内蒙古"]), ("China", ["全国"]), ("x", []), ("", []),
    ],
)  # fmt: skip
def test_places_are_found_by_pinyin(word, names):
    """All that share it, for the caller to choose."""
    assert [place.name for place in places.romanized(word)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("郑州、洛阳与郑州", ["郑州", "洛阳", "郑州"]),
        ("黔东南和黔南", ["黔东南", "黔南"]),
        ("家和国的长治久安，推广安全生产，制定西部规划", []),
        ("北京市朝阳区与辽宁朝阳", ["北京", "辽宁", "朝阳"]),
        ("湖北县域经济", ["湖北"]),
        ("吉林省吉林市", ["吉林", "吉林市"]),
    ],
)
def test_places_are_found_in_a_text(text, names):
    """The longest name wins, and common words that hold one by chance are none."""
    assert [place.name for place in places.named(text)] == names
