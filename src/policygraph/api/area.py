"""One place: what it aims at, what came of it, and what is built there, by year."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

from policygraph.api import statements
from policygraph.errors import one_line
from policygraph.ledger import names
from policygraph.statements import EntityType

if TYPE_CHECKING:
    from policygraph.rows import Rows
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

    """

    name: str
    targets: Rows
    outcomes: Rows
    ledger: Rows
    projects: Rows

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
        return replace(
            self,
            targets=_of(self.targets, year),
            outcomes=_of(self.outcomes, year),
            ledger=_of(self.ledger, year),
            projects=_of(self.projects, year),
        )


def gathered(corpus: Corpus, name: str, ledger: Rows) -> Area:
    """Return what a graph has of a place.

    Args:
        corpus: what the documents say.
        name: the short name of the place.
        ledger: the rows of its ledger.

    """
    asked = {"year": "", "area": name, "theme": ""}
    own = {r.document.name for r in corpus.readings if names.area(r.document.area) == name}
    said = statements.mentions(corpus)
    return Area(
        name=name,
        targets=_by_year(statements.facts(corpus, {**asked, "kind": "target"})),
        outcomes=_by_year(statements.facts(corpus, {**asked, "kind": "outcome"})),
        ledger=_by_year(ledger),
        projects=_by_year(
            said.where(lambda row: row["type"] == EntityType.PROJECT and row["stage"] != "" and row["document"] in own)
        ),
    )


def _by_year(rows: Rows) -> Rows:
    rows.sort(key=lambda row: row["year"])
    return rows


def _of(rows: Rows, year: int) -> Rows:
    return rows.where(lambda row: row["year"] == year)
