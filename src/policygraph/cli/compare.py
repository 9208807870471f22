"""``policygraph compare``: one indicator over places and years."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import click

from policygraph.cli.asking import answer_options, bound, csv_of, json_of, text_of
from policygraph.cli.options import opened
from policygraph.cli.sources import cited, without_quotes

if TYPE_CHECKING:
    from collections.abc import Mapping

_EVIDENCE: Final = {"first_": "target_", "second_": "outcome_"}
_WORDS: Final = ("document", "start", "end", "quote")


@click.command()
@click.argument("indicator")
@click.option("--year", type=int, metavar="YEAR", help="Of which year.")
@click.option("--level", default="", metavar="LEVEL", help="Only places of a level: nation, province, city or county.")
@answer_options
def compare(indicator: str, year: int | None, level: str, form: str, quotes: bool, graph: str | None) -> None:
    """Compare an indicator over places and years: the target as a range, the result, the verdict, by value.

    INDICATOR is the indicator by any of its names, or words that only one name has: 地区生产总值增速, GDP growth. Beside each
    other stand figures of one year, level of government and unit, the highest first: the result, or the target where there
    is none. CSV and JSON have the columns of the panel (docs/panel.md).
    """
    rows = opened(graph).compare(indicator, year=year, level=level)
    if form == "table":
        from policygraph.cli import answers

        # Words that narrow what is measured tell something where they are not the same for all.
        narrowed = len({row["qualifiers"] for row in rows}) > 1
        lines = [_line(row, quotes=quotes, narrowed=narrowed) for row in rows]
        click.echo(answers.told(tuple(lines[0]), text_of(lines), quotes=quotes), nl=False)
        return
    shown = rows if quotes else without_quotes(rows)
    click.echo(json_of(bound(shown)) if form == "json" else csv_of(shown.columns, shown), nl=form == "json")


def _line(row: Mapping[str, Any], *, quotes: bool, narrowed: bool) -> dict[str, Any]:
    line = {
        "year": row["year"],
        "level": row["level"],
        "area": row["area"],
        "indicator": row["indicator"],
        "target": row["wording"],
        "range": _range(row["target_low"], row["target_high"]),
        "outcome": row["outcome_written"],
        "value": _number(row["outcome"]),
        "unit": row["unit"],
        "verdict": row["verdict"],
    }
    if narrowed and row["qualifiers"]:
        line["indicator"] = f"{row['indicator']} ({row['qualifiers']})"
    words = {f"{side}{word}": row[f"{kind}{word}"] for side, kind in _EVIDENCE.items() for word in _WORDS}
    return {**line, **words} if quotes else cited({**line, **words})


def _range(low: float | None, high: float | None) -> str:
    """Return a target as a range: ``5–5.5``, ``≥ 5`` for one without an upper bound, ``5`` for one number."""
    if low is None or high is None:
        return f"≥ {_number(low)}" if low is not None else f"≤ {_number(high)}" if high is not None else ""
    return _number(low) if low == high else f"{_number(low)}–{_number(high)}"


def _number(value: float | None) -> str:
    """Return a number with all its digits: 6,000,000,000,000 and never 6e+12."""
    text = "" if value is None else f"{Decimal(str(value)):,f}"
    return text.removesuffix(".0")
