"""A graph of a few places and two years, in our own words: what one has promised and what the next report says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph import page, pipeline, rdf
from policygraph.ledger import panel
from policygraph.networks import of_corpus

if TYPE_CHECKING:
    from pathlib import Path

    from policygraph.ledger import Row
    from policygraph.networks.view import Network
    from policygraph.statements import Corpus

# Name, level, growth set and reached in 2025, growth set for 2026, jobs set and reached in 2025.
PLACES = (
    ("河南省", "province", "5.5%左右", "5.6%", "5%左右", "110万人以上", "121万人"),
    ("湖北省", "province", "6%左右", "5.5%", "5.5%左右", "70万人以上", "95万人"),
    ("云南省", "province", "5%左右", "4.1%", "4.5%左右", "50万人以上", ""),
    ("郑州市", "city", "5.8%左右", "5.9%", "5.5%左右", "12万人以上", "13万人"),
)


def write(folder: Path) -> None:
    """Write two reports for every place."""
    for name, level, aim, reached, next_aim, jobs, got in PLACES:
        first = (
            f"## 二、2025年重点任务\n\n今年经济社会发展主要预期目标：地区生产总值增长{aim}，城镇新增就业{jobs}。"
            f"开工建设{name[:2]}科学中心。新建充电桩3000个。做强新材料产业，打造{name[:2]}算力平台。\n"
        )
        second = (
            f"## 一、2025年工作回顾\n\n去年，地区生产总值增长{reached}。{f'城镇新增就业{got}。' if got else ''}"
            f"{name[:2]}科学中心建成投用。\n\n## 二、2026年重点任务\n\n今年，地区生产总值增长{next_aim}。\n"
        )
        for year, words in ((2025, first), (2026, second)):
            head = (
                f"---\ntitle: {name}{year}年政府工作报告\nissued: {year}-01-16\narea: {name}\nlevel: {level}\n---\n\n"
            )
            (folder / f"{name}-{year}.md").write_text(head + words, encoding="utf-8")


def corpus(folder: Path) -> Corpus:
    """Return what the reports say."""
    write(folder)
    return pipeline.corpus(folder)


def html(said: Corpus) -> str:
    """Return the page of a whole corpus, as a build writes it."""
    net, rows = read(said)
    documents = [reading.document for reading in said.readings]
    return page.html(net, documents, ledger=rows, panel=panel.cells(said, rows))


def read(said: Corpus) -> tuple[Network, tuple[Row, ...]]:
    """Return the network of a corpus and its ledger."""
    return of_corpus(said), rdf.ledger_of(rdf.quads(said), said)
