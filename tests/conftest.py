"""What many tests share: a small corpus of two documents, written for these tests, and a browser."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from browsing import browser, watched
from command import runner
from policygraph.statements import (
    Attribute,
    Comparator,
    Corpus,
    Document,
    Entity,
    EntityType,
    Fact,
    Kind,
    Level,
    Link,
    Mention,
    Mode,
    Passage,
    Reading,
    Stage,
    Status,
    Strength,
)
from skipped import summary

if TYPE_CHECKING:
    from collections.abc import Callable

    from command import Outcome

# Two browsers of one session cannot be driven at once, so that there is one for all folders.
__all__ = ["browser", "watched"]

# How long a case takes is measured in benchmarks/, and the same cases are tried on every machine, however slow it is.
settings.register_profile("policygraph", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("policygraph")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    """The command line, in this process."""
    return runner(capsys, monkeypatch)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what was skipped, why, and the one command that brings it."""
    skipped = terminalreporter.stats.get("skipped", [])
    if lines := summary(str(report.longrepr[2]) for report in skipped):
        terminalreporter.section(f"{len(skipped)} tests were skipped")
        for line in lines:
            terminalreporter.write_line(line)


_CONTEXT = 6
_TEXTS = {
    "plan-2025": "一、强化创新驱动\n力争研发投入强度达到2.8%左右，新培育高新技术企业500家以上。\n"
    "开工建设“测试谷”二期，投资5300亿元。\n",
    "news": "测试谷二期已经开工。去年测试谷新增座席1至3座，粮食产量初步统计为150万吨。\n",
}


def _passage(document: str, quote: str) -> Passage:
    text = _TEXTS[document]
    start = text.index(quote)
    end = start + len(quote)
    return Passage(document, start, end, quote, text[max(0, start - _CONTEXT) : start], text[end : end + _CONTEXT])


def _document(name: str, area: str, inferred: tuple[str, ...] = ()) -> Document:
    text = _TEXTS[name]
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    return Document(name, text, f"{name}的标题", "测试市人民政府", "2025-02-08", area, Level.CITY, "", digest, inferred)


def _fact(
    passage: Passage, indicator: str, comparator: Comparator, value: str, unit: str, written: str, **more
) -> Fact:
    fields = {
        "kind": Kind.TARGET, "concept": "", "area": "测试市", "year": 2025, "value_max": None,
        "status": Status.NORMAL, "theme": "innovation", "heading": "一、强化创新驱动",
        "rule": ("quantities/measured", "coordination/single", "naming/subject"), **more,
    }  # fmt: skip
    return Fact(
        indicator=indicator, comparator=comparator, value=Decimal(value), unit=unit, written=written, passage=passage,
        **fields,
    )  # fmt: skip


def _plan() -> Reading:
    intensity = _passage("plan-2025", "力争研发投入强度达到2.8%左右")
    enterprises = _passage("plan-2025", "新培育高新技术企业500家以上")
    valley = _passage("plan-2025", "开工建设“测试谷”二期，投资5300亿元")
    facts = (
        _fact(
            intensity,
            "研发投入强度",
            Comparator.ABOUT,
            "2.8",
            "%",
            "2.8%左右",
            concept="research-intensity",
            attribute=Attribute.EXPECTED,
        ),
        _fact(enterprises, "新增高新技术企业数", Comparator.AT_LEAST, "500", "家", "500家以上"),
        _fact(valley, "测试谷二期投资额", Comparator.EQUAL, "530000000000", "元", "5300亿元"),
    )
    surface = _passage("plan-2025", "“测试谷”二期")
    mention = Mention(
        "测试谷二期",
        EntityType.PROJECT,
        surface,
        2025,
        Mode.TARGET,
        Stage.STARTED,
        "innovation",
        "一、强化创新驱动",
        valley,
        ("entities/measure",),
    )
    link = Link("测试谷二期", mention.id, facts[2].id, Strength.CLAUSE, valley, ("links/clause",))
    return Reading(_document("plan-2025", "测试市"), facts, (mention,), (link,), ())


def _news() -> Reading:
    seats = _passage("news", "去年测试谷新增座席1至3座")
    grain = _passage("news", "粮食产量初步统计为150万吨")
    past = {"kind": Kind.OUTCOME, "year": 2024, "theme": "", "heading": ""}
    facts = (
        _fact(seats, "新增座席数", Comparator.RANGE, "1", "座", "1至3座", **{**past, "value_max": Decimal(3)}),
        _fact(
            grain, "粮食产量", Comparator.EQUAL, "1500000", "吨", "150万吨",
            **{**past, "status": Status.PROVISIONAL, "concept": "grain-output"},
        ),
    )  # fmt: skip
    done = _passage("news", "测试谷二期已经开工")
    second = _passage("news", "测试谷二期")
    place = Passage("news", seats.start + 2, seats.start + 5, "测试谷")
    mentions = (
        Mention(
            "测试谷二期",
            EntityType.PLATFORM,
            second,
            2025,
            Mode.OUTCOME,
            Stage.STARTED,
            "",
            "",
            done,
            ("entities/measure",),
        ),
        Mention("测试谷", EntityType.PLACE, place, 2024, Mode.NONE, None, "", "", seats, ("entities/shape",)),
    )
    link = Link("测试谷", mentions[1].id, facts[0].id, Strength.SENTENCE, seats, ("links/sentence",))
    return Reading(_document("news", "全国", ("area", "title")), facts, mentions, (link,), ())


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """The texts of the two documents by name."""
    return dict(_TEXTS)


@pytest.fixture(scope="session")
def corpus() -> Corpus:
    """What the two documents say."""
    return Corpus(
        readings=(_news(), _plan()),
        entities=(
            Entity("测试谷", EntityType.PLACE),
            Entity("测试谷二期", EntityType.PROJECT, "Test Valley Phase II", ("“测试谷”二期", "测试谷2期")),
        ),
    )
