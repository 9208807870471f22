"""Lives of projects: what looks stalled or vanished is asked, never claimed."""

from __future__ import annotations

from policygraph.ledger.lives import lives, rows
from policygraph.statements import Corpus, Document, EntityType, Level, Mention, Mode, Passage, Reading, Stage


def reading(year: int, *said: tuple[str, Stage]) -> Reading:
    """Return a plan that brings entities to stages."""
    document = Document(f"plan-{year}", "测试谷", "", "", f"{year}-01-16", "测试市", Level.CITY, "", "")
    passage = Passage(document.name, 0, 3, "测试谷")
    mentions = tuple(
        Mention(entity, EntityType.PROJECT, passage, year, Mode.TARGET, stage, "", "", passage)
        for entity, stage in said
    )
    return Reading(document, (), mentions, (), ())


def questions(*readings: Reading) -> list[tuple[str, str, int]]:
    """Return the open questions: relation, entity, year."""
    return [(row.relation, row.entity, row.year) for row in rows(Corpus(readings, ()))]


def test_a_project_at_one_stage_for_two_years_may_be_stalled() -> None:
    """The row says since when, and asks."""
    said = Corpus((reading(2024, ("测试谷", Stage.STARTED)), reading(2025, ("测试谷", Stage.STARTED))), ())
    (row,) = rows(said)
    assert (row.relation, row.year, row.b and row.b.year) == ("stalled", 2024, 2025)
    assert row.note.endswith("?")


def test_a_project_that_moves_on_is_not_stalled() -> None:
    """Started, then underway, then completed."""
    stages = [reading(2023, ("测试谷", Stage.STARTED)), reading(2024, ("测试谷", Stage.UNDERWAY))]
    assert questions(*stages, reading(2025, ("测试谷", Stage.COMPLETED))) == []


def test_a_project_that_is_not_named_again_may_have_vanished() -> None:
    """Only where its area's later documents were read."""
    first = reading(2024, ("测试谷", Stage.PLANNED))
    assert questions(first) == []
    assert questions(first, reading(2025, ("另一谷", Stage.STARTED))) == [("vanished", "测试谷", 2024)]


def test_a_completed_project_cannot_vanish() -> None:
    """What is done need not be named again."""
    assert questions(reading(2024, ("测试谷", Stage.COMPLETED)), reading(2025)) == []


def test_a_life_is_told_in_order() -> None:
    """By year, whatever the order of the documents."""
    said = Corpus((reading(2025, ("测试谷", Stage.COMPLETED)), reading(2024, ("测试谷", Stage.STARTED))), ())
    assert [step.stage for step in lives(said)["测试谷"]] == [Stage.STARTED, Stage.COMPLETED]
