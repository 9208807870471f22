"""``policygraph explain``: how a sentence is read, and which rule said what."""

from __future__ import annotations

import re

import click

from policygraph.cli import terminal
from policygraph.errors import InputError

_DATE = re.compile(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?")


@click.command()
@click.argument("text", metavar="SENTENCE")
@click.option("--issued", default="2025", show_default=True, metavar="YYYY[-MM[-DD]]", help="The date of its document.")
@click.option("--heading", default="", help="The heading above it, such as 2024年工作回顾.")
@click.option("--area", default="某市", show_default=True, help="The place that its document speaks for.")
@click.option("--no-names", is_flag=True, help="Do without the list of known names.")
def explain(text: str, issued: str, heading: str, area: str, no_names: bool) -> None:
    """Show how a sentence is read: tokens, times, numbers, and the rules of every statement.

    What each rule reads is in docs/rules.md.
    """
    if not text.strip():
        raise InputError("there is no sentence; write one such as: policygraph explain 新增高新技术企业1000家以上")
    if not _DATE.fullmatch(issued):
        raise InputError(f"--issued {issued}: is no date; write such as 2025 or 2025-01-16")
    from policygraph.extraction import Names
    from policygraph.extraction.explanation import explain as read
    from policygraph.statements import Level

    above = f"## {heading}\n\n" if heading else ""
    # A line without a full stop would be a heading.
    ended = text if text.rstrip().endswith(("。", "！", "？", "；")) else f"{text}。"
    found = read(f"{above}{ended}\n", names=Names(enabled=not no_names), issued=issued, area=area, level=Level.CITY)
    for part in found.parts:
        click.echo(f"{part.text}\n  {part.kind} {part.year}   {' '.join(part.tokens)}")
        for number in part.numbers:
            what = f"{number.says}   {number.role}   {number.rule}".rstrip()
            click.echo(f"  {number.text}   {what}")
    click.echo()
    facts = [
        (f.kind.value, f.year, f.indicator, f.comparator.value, f.value, f.value_max or "", f.unit, ", ".join(f.rule))
        for f in found.reading.facts
    ]
    terminal.table(("kind", "year", "indicator", "comparator", "value", "value_max", "unit", "rules"), facts)
    click.echo()
    mentions = [
        (m.entity, m.type.value, m.stage.value if m.stage else "-", m.mode.value, m.year, ", ".join(m.rule))
        for m in found.reading.mentions
    ]
    terminal.table(("entity", "type", "stage", "mode", "year", "rules"), mentions)
