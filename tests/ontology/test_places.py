"""The table of places is complete, sorted and without loops."""

from __future__ import annotations

import re
from collections import Counter

import pyoxigraph as ox
import pytest

from policygraph import resources
from policygraph.ontology import places
from policygraph.rdf import iris
from policygraph.statements import Level


def test_the_table_is_sorted_and_its_names_are_unique():
    """To mend it, sort ontology/lexicon/places.tsv by its first column."""
    lines = (resources.ontology() / "lexicon" / "places.tsv").read_text(encoding="utf-8").splitlines()[1:]
    names = [line.split("\t")[0] for line in lines]
    assert names == sorted(set(names))
    assert {place.name for place in places.all()} <= set(names)


def test_it_holds_all_divisions_of_province_and_prefecture_level():
    """34 of province level; 293 cities, 30 autonomous prefectures, 7 prefectures, 3 leagues and 雄安新区; the counties of 2025."""
    counted = Counter(place.level for place in places.all())
    assert (counted[Level.NATION], counted[Level.PROVINCE], counted[Level.CITY]) == (1, 34, 334)
    assert counted[Level.COUNTY] > 2840
    suffixes = Counter(place.official[-1] for place in places.all() if place.level is Level.CITY)
    assert suffixes == {"市": 293, "州": 30, "区": 8, "盟": 3}


def test_every_place_has_a_code_of_its_own_and_an_english_name():
    """Six digits of GB/T 2260; a place that was renamed shares the code of what it is now."""
    for place in places.all():
        assert re.fullmatch(r"\d{6}", place.code), place
        assert re.fullmatch(r"[A-Z][A-Za-zü' ()]+", place.english), place
    codes = Counter(place.code for place in places.all())
    assert max(codes.values()) == 1


def test_every_place_lies_within_one_of_the_next_larger_level():
    """A county in a city, a city in a province, a province in the nation; some counties lie in a province."""
    order = list(Level)
    for place in places.all():
        outer = places.get(place.within)
        if place.level is Level.NATION:
            assert place.within == ""
        else:
            assert outer is not None, place.name
            steps = order.index(place.level) - order.index(outer.level)
            assert steps == 1 or (steps == 2 and place.level is Level.COUNTY), place.name
            assert places.chain_of(place)[-1].name == "全国"


def test_pinyin_is_one_plain_word():
    """Without tones, blanks and capitals."""
    assert [place.name for place in places.all() if not re.fullmatch(r"[a-z]+", place.pinyin)] == []


def test_official_names_begin_with_the_short_name():
    """But for the nation, those of a nationality that keep their kind, and districts that are told apart by their city."""
    odd = {place for place in places.all() if not place.official.startswith(place.name)}
    larger = {place.name for place in odd if place.level is not Level.COUNTY}
    assert larger == {"全国", "海南州"}
    for place in odd:
        if place.level is Level.COUNTY:
            beside = place.name.removeprefix(place.within)
            assert beside == place.official or "自治" in place.official, place


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


@pytest.mark.parametrize("name", ["", "湖北市", "朝阳区", "中原", "火星"])
def test_names_of_other_places_are_unknown(name):
    """朝阳区 is a district of two cities; 中原 is a plain, 中原区 a district."""
    assert places.get(name) is None


@pytest.mark.parametrize(
    ("name", "short", "outer"),
    [
        ("恩施市", "恩施市", "恩施"), ("南昌县", "南昌县", "南昌"), ("云阳县", "云阳", "重庆"), ("昆山市", "昆山", "苏州"),
        ("北京朝阳区", "北京朝阳区", "北京"), ("济源市", "济源", "河南"), ("祁阳县", "祁阳", "永州"), ("苍山县", "苍山", "临沂"),
        ("玉屏侗族自治县", "玉屏", "铜仁"), ("玉屏县", "玉屏", "铜仁"), ("河南县", "河南县", "黄南"), ("新城区", "", ""),
    ],
)  # fmt: skip
def test_counties_are_known(name, short, outer):
    """By official, short and former name; 祁阳县 is a city now, and 苍山县 has another name."""
    place = places.get(name)
    assert (place.name if place else "", place.within if place else "") == (short, outer)


def test_places_of_former_times_tell_what_they_are_now():
    """苍山 is 兰陵 now; what they are is not among the places of today."""
    old = places.get("苍山")
    assert old is not None
    assert old.now == "兰陵"
    assert old not in places.all()


@pytest.mark.parametrize(
    ("words", "name"), [("资源", ""), ("资源县", "资源"), ("昆山", "昆山"), ("延长", ""), ("二七区", "二七区")]
)
def test_a_common_word_is_no_county(words, name):
    """With its kind it is."""
    place = places.spoken(words)
    assert (place.name if place else "") == name


def test_what_lies_within_a_place_is_listed():
    """Directly, by name; nothing for a name that is unknown."""
    assert len(places.within("全国")) == 34
    cities = [place.name for place in places.within("海南省") if place.level is Level.CITY]
    assert cities == ["三亚", "三沙", "儋州", "海口"]
    assert len([place for place in places.within("河南") if place.level is Level.CITY]) == 17
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
        ("北京市朝阳区与辽宁朝阳", ["北京", "北京朝阳区", "辽宁", "朝阳"]),
        ("鼓楼区", []),
        ("云阳县与资源丰富", ["云阳"]),
        ("湖北县域经济", ["湖北"]),
        ("吉林省吉林市", ["吉林", "吉林市"]),
    ],
)
def test_places_are_found_in_a_text(text, names):
    """The longest name wins, and common words that hold one by chance are none."""
    assert [place.name for place in places.named(text)] == names


def test_the_turtle_says_what_the_table_says():
    """places.ttl and places.tsv are written by one script: to mend a difference, run benchmarks/places.py."""
    skos, schema = "http://www.w3.org/2004/02/skos/core#", "https://schema.org/"
    said: dict[str, dict[str, set[str]]] = {}
    for triple in ox.parse(path=str(resources.ontology() / "places.ttl"), format=ox.RdfFormat.TURTLE):
        about = said.setdefault(triple.subject.value, {})
        language = getattr(triple.object, "language", "") or ""
        about.setdefault(f"{triple.predicate.value}{language}", set()).add(triple.object.value)
    for place in places.all():
        found = said[iris.place(place.name).value]
        assert found[f"{skos}notation"] == {place.code}
        assert found[f"{skos}prefLabelen"] == {place.english}
        inside = {iris.place(place.within).value} if place.within else set()
        assert found.get(f"{schema}containedInPlace", set()) == inside
