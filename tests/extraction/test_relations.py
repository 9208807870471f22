"""Relations between entities: what words and names say of who hangs together with whom."""

from __future__ import annotations

import pickle

import pytest

from policygraph.extraction import Names
from policygraph.extraction.explanation import explain
from policygraph.statements import By, Level, Relation


def _read(text: str) -> tuple[Relation, ...]:
    return explain(f"{text}\n", names=Names(), issued="2025", area="河南", level=Level.PROVINCE).reading.relations


def _told(text: str) -> set[str]:
    return {f"{relation.source} {relation.tie} {relation.target}" for relation in _read(text)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("济郑高铁全线通车。", "济郑高铁 connects 济南"),
        ("建成武汉至黄冈高速公路。", "武汉至黄冈高速公路 connects 黄冈"),
        ("开工建设中原量子谷二期。", "中原量子谷二期 partOf 中原量子谷"),
        ("打造低空经济发展示范区。", "低空经济发展示范区 serves 低空经济"),
        ("建成投用华为中原区域总部。", "华为中原区域总部 carriedBy 华为"),
        ("提速推进郑开同城化。", "郑州 joins 开封"),
        ("提高大连英歌石科学城创新策源能力。", "大连英歌石科学城 locatedIn 大连"),
        ("建设京南文化旅游度假区。", "京南文化旅游度假区 locatedIn 京南"),
        ("建成广州白云机场三期。", "广州白云机场三期 locatedIn 广州"),
        ("建成沿江高铁武汉至宜昌段。", "沿江高铁武汉至宜昌段 partOf 沿江高铁"),
        ("建成中海壳牌三期。", "中海壳牌三期 carriedBy 中海壳牌"),
        ("建设国家先进制造业集群。", "国家先进制造业集群 serves 先进制造业"),
        ("推进长江航道整治。", "长江航道整治 serves 长江航道"),
        ("建成韩江榕江练江水系连通工程。", "韩江榕江练江水系连通工程 connects 榕江"),
        ("建设瑞丽铁路口岸。", "瑞丽铁路口岸 locatedIn 瑞丽"),
    ],
)
def test_a_name_says_what_it_holds(text: str, told: str) -> None:
    """Routes, phases, bases, headquarters and things named for their place say so by their names."""
    assert told in _told(text)
    assert {relation.by for relation in _read(text)} == {By.NAME}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("依托清华大学建设国家重点实验室。", "国家重点实验室 buildsOn 清华大学"),
        ("以中原科技城为载体，加快建设中原量子谷。", "中原量子谷 buildsOn 中原科技城"),
        ("围绕人工智能产业，建设国家人工智能创新应用先导区。", "国家人工智能创新应用先导区 serves 人工智能产业"),
        ("中原量子谷二期由河南投资集团牵头建设。", "中原量子谷二期 carriedBy 河南投资集团"),
        ("支持武汉建设国家人工智能创新应用先导区。", "国家人工智能创新应用先导区 locatedIn 武汉"),
        ("推动商业航天产业基地落户武汉。", "商业航天产业基地 locatedIn 武汉"),
        ("加快建设平远至武平、化州至北流等高速公路，建成广州新机场。", "化州至北流高速公路 connects 北流"),
        (
            "聚力实施产业能级跃升、科创能力攀登、内需扩容增效等“十大工程”。",
            "科创能力攀登工程 memberOf “十大工程”",
        ),
        (
            "现有成都软件和信息服务、成德高端能源装备等5个国家先进制造业集群，建设中原科技城。",
            "成都软件和信息服务集群 locatedIn 成都",
        ),
        ("完善中国建造互联网平台功能，为建筑业转型和城市更新提供数智化支撑。", "中国建造互联网平台 serves 城市更新"),
        ("中原科技城纳入国家自主创新示范区。", "中原科技城 memberOf 国家自主创新示范区"),
    ],
)
def test_words_between_names_say_how_they_hang_together(text: str, told: str) -> None:
    """Cues in front, behind, around and between two names."""
    assert told in _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "开工建设中原量子谷二期。（责任单位：市科技局、市发展改革委）",
        "开工建设中原量子谷二期。责任单位：市科技局、市发展改革委。",
    ],
)
def test_a_work_plan_says_who_answers_for_a_thing(text: str) -> None:
    """The bodies behind 责任单位, in the sentence of the thing or in the next."""
    assert {"中原量子谷二期 carriedBy 市科技局", "中原量子谷二期 carriedBy 市发展改革委"} <= _told(text)


_PLAN = """# 某市2025年重点工作任务分解

## 一、重点任务

1. 新增高新技术企业100家以上，开工建设中原量子谷二期。（责任单位：市科技局、市发展改革委；责任领导：王某；完成时限：12月底前）

2. 社会消费品零售总额增长6%左右。

牵头单位：市商务局；责任单位：各县（市）区政府。
"""
_TABLE = """# 某市2025年重点工作任务分解

| 序号 | 工作任务 | 责任单位 | 完成时限 |
|---|---|---|---|
| 1 | 加快中原量子谷二期建设 | 市科技局 | 12月底前 |
| 2 | 新增高新技术企业100家以上 | 市科技局、市工信局 | 12月底前 |
"""


@pytest.mark.parametrize(
    ("text", "answering", "carried"),
    [
        (
            _PLAN,
            {
                "新增高新技术企业数 郑州市科技局",
                "新增高新技术企业数 郑州市发展改革委",
                "社会消费品零售总额增速 郑州市商务局",
            },
            {"中原量子谷二期 郑州市科技局", "中原量子谷二期 郑州市发展改革委"},
        ),
        (
            _TABLE,
            {"新增高新技术企业数 郑州市科技局", "新增高新技术企业数 郑州市工信局"},
            {"中原量子谷二期 郑州市科技局"},
        ),
    ],
)
def test_a_work_plan_says_who_answers_for_each_target(text: str, answering: set[str], carried: set[str]) -> None:
    """In paragraphs and in a column of a table; a body goes by the name of its city, and its words are quoted with the target's."""
    reading = explain(text, names=Names(), issued="2025", area="郑州", level=Level.CITY).reading
    facts = {fact.id: fact.indicator for fact in reading.facts}
    duties = [link for link in reading.links if link.rule == ("relations/duty",)]
    assert {f"{facts[link.fact]} {link.entity}" for link in duties} == answering
    assert all(link.passage.quote == text[link.passage.start : link.passage.end] for link in duties)
    assert {link.mention for link in duties} <= {mention.id for mention in reading.mentions}
    assert {f"{r.source} {r.target}" for r in reading.relations if r.rule == ("relations/duty",)} == carried


@pytest.mark.parametrize(
    "text",
    [
        "加快建设中原科技城、中原医学科学城等创新高地。",
        "加快推进河南自贸试验区建设。",
        "推动嵩山实验室建设。",
        "机场高速全线通车。",
        "建设国际金融中心。",
        "打造内陆开放高地。",
    ],
)
def test_what_only_stands_side_by_side_is_no_relation(text: str) -> None:
    """A list, the speaker's own province, a brand and a route without ends tie nothing."""
    assert not _told(text)


def test_a_relation_has_the_words_that_say_it_and_comes_back_from_another_process() -> None:
    """The passage is a stretch of the text from the one name to the other; readings go through pipes."""
    text = "今年，依托清华大学建设国家重点实验室。"
    (relation,) = (relation for relation in _read(text) if relation.by is By.WORDS)
    p = relation.passage
    assert text[p.start : p.end] == p.quote == "清华大学建设国家重点实验室"
    assert (relation.year, relation.rule) == (2025, ("relations/lead",))
    again = pickle.loads(pickle.dumps(relation))  # noqa: S301 -- what was just written
    assert (again, again.id, again.rule) == (relation, relation.id, relation.rule)


def test_a_bare_phase_is_no_entity() -> None:
    """二期 alone is part of what nobody names, and in a list it is that of the name before it."""
    said = explain(
        "加快水资源配置工程一期、二期建设。二期投产。\n",
        names=Names(),
        issued="2025",
        area="河南",
        level=Level.PROVINCE,
    )
    named = {mention.entity for mention in said.reading.mentions}
    assert "二期" not in named
    assert "水资源配置工程二期" in named
