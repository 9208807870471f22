"""One place: what it aims at, what came of it, and what is built there, by year."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields, replace
from html import escape
from typing import TYPE_CHECKING, Any

from policygraph.api import parts, statements
from policygraph.errors import one_line
from policygraph.rows import Rows
from policygraph.statements import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policygraph.ledger import Row
    from policygraph.statements import Corpus


@dataclass(frozen=True, slots=True)
class Area:
    """What a graph has of one place, as plain rows.

    Attributes:
        name: its short name, such as ``郑州``.
        targets: the targets set for it, as rows of facts, by year.
        outcomes: the outcomes reported for it, as rows of facts, by year.
        ledger: its targets and what became of them, by year.
        projects: the stages of projects that documents of the place tell, as rows of mentions, by year.
        documents: the names of the documents that speak for it.
        promises: its targets under their themes with result, verdict and the words of both; ``target_key`` tells which
            rows are of one target.
        headlines: target against result by year, of the indicators of the ontology for which it sets targets.
        changes: which of its targets were lowered, dropped, softened or raised in the next year.
        platforms: where its documents name platforms, as rows of mentions, by year.
        industries: where they name industries, as rows of mentions, by year.
        duties: who answers for what, as far as they say it.

    """

    name: str
    targets: Rows
    outcomes: Rows
    ledger: Rows
    projects: Rows
    documents: tuple[str, ...]
    promises: Rows
    headlines: Rows
    changes: Rows
    platforms: Rows
    industries: Rows
    duties: Rows

    @property
    def tally(self) -> Rows:
        """The number of targets by year, and of each verdict on them; a column for each verdict that there is."""
        found = Counter((row["year"], row["verdict"]) for row in parts.counted(self.promises, "verdict"))
        years, verdicts = sorted({year for year, _ in found}), sorted({verdict for _, verdict in found}, key=parts.rank)
        return Rows(
            ("year", "targets", *verdicts),
            (
                {
                    "year": year,
                    "targets": sum(found[year, each] for each in verdicts),
                    **{each: found[year, each] for each in verdicts},
                }
                for year in years
            ),
        )

    @property
    def years(self) -> tuple[int, ...]:
        """The years of which anything is said, the first first."""
        parts = (self.targets, self.outcomes, self.ledger, self.projects)
        return tuple(sorted({row["year"] for rows in parts for row in rows}))

    def _repr_html_(self) -> str:
        parts = {"targets": self.targets, "outcomes": self.outcomes, "ledger": self.ledger, "projects": self.projects}
        tables = (f"<h4>{title}</h4>{rows.html()}" for title, rows in parts.items())
        return f"<h3>{escape(one_line(self.name))}</h3>{''.join(tables)}"

    def of(self, year: int) -> Area:
        """Return what is said of one year."""
        told = {field.name: getattr(self, field.name) for field in fields(self)}
        own: dict[str, Any] = {name: _of(part, year) for name, part in told.items() if isinstance(part, Rows)}
        return replace(self, **own)


def gathered(corpus: Corpus, name: str, ledger: Rows, entries: Iterable[Row], panel: Rows) -> Area:
    """Return what a graph has of a place.

    Args:
        corpus: what the documents say.
        name: the short name of the place.
        ledger: the rows of its ledger.
        entries: the ledger of all places as it was derived.
        panel: the rows of its panel.

    """
    asked = {"year": "", "area": name, "theme": ""}
    documents = parts.own(corpus, name)
    said = statements.mentions(corpus).where(lambda row: row["document"] in documents)
    entries = tuple(entries)
    return Area(
        name=name,
        targets=_by_year(statements.facts(corpus, {**asked, "kind": "target"})),
        outcomes=_by_year(statements.facts(corpus, {**asked, "kind": "outcome"})),
        ledger=_by_year(ledger),
        projects=_by_year(said.where(lambda row: row["type"] == EntityType.PROJECT and row["stage"] != "")),
        documents=documents,
        promises=parts.promises(entries, name),
        headlines=parts.headlines(panel, corpus),
        changes=parts.changes(entries, name),
        platforms=_by_year(said.where(lambda row: row["type"] == EntityType.PLATFORM)),
        industries=_by_year(said.where(lambda row: row["type"] == EntityType.INDUSTRY)),
        duties=parts.duties(corpus, frozenset(documents)),
    )


def _by_year(rows: Rows) -> Rows:
    rows.sort(key=lambda row: row["year"])
    return rows


def _of(rows: Rows, year: int) -> Rows:
    return rows.where(lambda row: row["year"] == year)
