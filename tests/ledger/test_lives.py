"""Lives of projects: what looks stalled or vanished is asked, never claimed, and only after the texts were searched."""

from __future__ import annotations

import pytest

from policygraph.ledger.lives import lives, rows
from policygraph.ledger.proper import is_proper
from policygraph.statements import (
    Corpus,
    Document,
    Entity,
    EntityType,
    Genre,
    Level,
    Mention,
    Mode,
    Passage,
    Reading,
    Stage,
)

NAME = "平庆铁路"
DONE = Mode.OUTCOME


def reading(
    year: int,
    *said: tuple[str, Stage],
    text: str = "",
    area: str = "甘肃",
    mode: Mode = Mode.TARGET,
    genre: Genre = Genre.REPORT,
    quote: str = "",
) -> Reading:
    """Return a report that brings entities to stages."""
    document = Document(f"{area}-{year}", text, "", "", f"{year}-01-16", area, Level.PROVINCE, "", "", genre=genre)
    mentions = tuple(
        Mention(
            entity, EntityType.PROJECT, Passage(document.name, 0, len(entity), entity), year, mode, stage, "", "",
            Passage(document.name, 0, len(quote or entity), quote or entity),
        )
        for entity, stage in said
    )  # fmt: skip
    return Reading(document, (), mentions, (), ())


def questions(*readings: Reading, entities: tuple[Entity, ...] = ()) -> list[tuple[str, str, int]]:
    """Return the open questions: relation, entity, year."""
    return [(row.relation, row.entity, row.year) for row in rows(Corpus(readings, entities))]


@pytest.mark.parametrize("stage", [Stage.PLANNED, Stage.STARTED, Stage.UNDERWAY])
def test_a_project_at_one_stage_in_the_reports_of_three_years_may_be_stalled(stage: Stage) -> None:
    """The row says since when, and asks; the reports of two years tell nothing."""
    readings = [reading(year, (NAME, stage)) for year in (2023, 2024, 2025)]
    (row,) = rows(Corpus(tuple(readings), ()))
    assert (row.relation, row.year, row.b and row.b.year) == ("stalled", 2023, 2025)
    assert row.note.endswith("?")
    assert questions(*readings[1:]) == []


def test_the_years_of_a_standstill_are_those_of_the_reports() -> None:
    """A plan until 2030 has not stood still until 2030."""
    said = reading(2024, (NAME, Stage.UNDERWAY))
    later = [
        Mention(NAME, EntityType.PROJECT, Passage("甘肃-2024", at, at + 4, NAME), year, Mode.TARGET, Stage.UNDERWAY, "", "",
                Passage("甘肃-2024", at, at + 4, NAME))
        for at, year in ((10, 2025), (20, 2030))
    ]  # fmt: skip
    assert questions(Reading(said.document, (), (*said.mentions, *later), (), ())) == []


def test_the_reports_of_two_areas_are_two_lives() -> None:
    """What 甘肃 starts and 陕西 starts later has not stood still between them."""
    said = [
        reading(year, (NAME, Stage.STARTED), area=area)
        for year, area in ((2023, "甘肃"), (2024, "陕西"), (2025, "甘肃"))
    ]
    assert questions(*said) == []


def test_a_step_back_to_preparing_is_asked_after_at_once() -> None:
    """Sped up in one report, and prepared in the next; 争取 money for it is no step back."""
    first = reading(2024, (NAME, Stage.UNDERWAY))
    assert questions(first, reading(2025, (NAME, Stage.UNDERWAY), quote="推进平庆铁路前期工作")) == [
        ("stalled", NAME, 2024)
    ]
    assert questions(first, reading(2025, (NAME, Stage.PLANNED), quote="争取平庆铁路资金支持")) == []


def test_a_project_that_moves_on_is_not_stalled() -> None:
    """Started, then underway, then completed."""
    stages = [reading(2023, (NAME, Stage.STARTED)), reading(2024, (NAME, Stage.UNDERWAY))]
    assert questions(*stages, reading(2025, (NAME, Stage.COMPLETED))) == []


def test_a_project_that_is_not_named_again_may_have_vanished() -> None:
    """Only where its area's later documents were read."""
    first = reading(2024, (NAME, Stage.PLANNED))
    assert questions(first) == []
    assert questions(first, reading(2025, ("兰合铁路", Stage.STARTED), area="陕西")) == []
    assert questions(first, reading(2025, ("兰合铁路", Stage.STARTED))) == [("vanished", NAME, 2024)]


@pytest.mark.parametrize(
    "text",
    [
        "平庆铁路建成通车。",
        "兰合、平庆、天陇铁路建设提速。",
        "加快“平庆铁路”建设。",
        "平凉至庆阳铁路（平庆线）开通。",
        "庆平铁路，即平 庆 铁 路。",
    ],
)
def test_what_a_later_text_names_in_whatever_form_has_not_vanished(text: str) -> None:
    """Whether or not the reader made a statement of it."""
    assert questions(reading(2024, (NAME, Stage.UNDERWAY)), reading(2025, text=text)) == []


def test_another_name_of_a_thing_is_looked_for_too() -> None:
    """An alias of the entity, and the words of other order."""
    entity = Entity("中原灌溉工程", EntityType.PROJECT, "", ("秦王川调水工程",))
    first = reading(2024, (entity.name, Stage.UNDERWAY))
    assert questions(first, reading(2025, text="秦王川调水工程全线通水。"), entities=(entity,)) == []
    assert questions(first, reading(2025, text="中原工程灌溉农田。"), entities=(entity,)) == []
    assert questions(first, reading(2025, text="抓好水利。"), entities=(entity,)) == [("vanished", entity.name, 2024)]


def test_only_what_a_plan_takes_up_can_vanish() -> None:
    """What a review reports as set up (成立, 获批) is done; news that tell of something else say nothing."""
    assert questions(reading(2024, (NAME, Stage.STARTED), mode=DONE), reading(2025)) == []
    assert questions(reading(2024, (NAME, Stage.STARTED)), reading(2025, genre=Genre.NEWS)) == []


def test_a_completed_project_cannot_vanish() -> None:
    """What is done need not be named again."""
    assert questions(reading(2024, (NAME, Stage.COMPLETED)), reading(2025)) == []


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("平庆铁路", "甘肃"), ("19号线", "上海"), ("中原量子谷二期", "郑州"), ("“双百”工程", "河南"), ("光电产业园二期", "湖北"),
        ("济源逢石河抽水蓄能电站", "河南"), ("滨海火电厂", "江苏"),
    ],
)  # fmt: skip
def test_a_thing_with_a_name_of_its_own_is_asked_after(name: str, area: str) -> None:
    """Its name holds that of a place, a quotation, a number, or a word that is no common one."""
    assert is_proper(name, area)


@pytest.mark.parametrize(
    ("name", "area"),
    [
        ("智能电网", "全国"), ("重大项目", "河南"), ("国家公园", "甘肃"), ("世界文化遗产", "广东"), ("网络文化", "上海"),
        ("“一带一路”重大标志性工程", "云南"), ("国际港务区及通江航道", "安徽"), ("城际铁路", "广东"), ("城镇污水处理设施", "全国"),
    ],
)  # fmt: skip
def test_a_class_of_things_is_not(name: str, area: str) -> None:
    """Every report has some, so that the silence of one tells nothing."""
    assert not is_proper(name, area)
    assert questions(reading(2024, (name, Stage.PLANNED), area=area), reading(2025, area=area)) == []


def test_a_life_is_told_in_order() -> None:
    """By year, whatever the order of the documents."""
    said = Corpus((reading(2025, (NAME, Stage.COMPLETED)), reading(2024, (NAME, Stage.STARTED))), ())
    assert [step.stage for step in lives(said)[NAME]] == [Stage.STARTED, Stage.COMPLETED]
