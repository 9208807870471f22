"""``policygraph explain``: how a sentence is read, and which rule said what."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from policygraph.cli import terminal
from policygraph.errors import InputError

if TYPE_CHECKING:
    from policygraph.extraction.explanation import Joint, Part
    from policygraph.statements import Fact, Reading

_DATE = re.compile(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?")


@click.command()
@click.argument("text", metavar="SENTENCE")
@click.option("--issued", default="2025", show_default=True, metavar="YYYY[-MM[-DD]]", help="The date of its document.")
@click.option("--heading", default="", help="The heading above it, such as 2024年工作回顾.")
@click.option("--area", default="某市", show_default=True, help="The place that its document speaks for.")
@click.option("--no-names", is_flag=True, help="Do without the list of known names.")
def explain(text: str, issued: str, heading: str, area: str, no_names: bool) -> None:
    """Show how a sentence is read: times, tokens, numbers, joints, and the rules of every statement.

    A number is a value, a qualifier of what is meant, or part of a name; a joint says which words are those of a value.

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
        click.echo(_clause(part))
    _statements(found.reading)


def _clause(part: Part) -> str:
    """Return a clause with what is seen in it, a line for each."""
    time = part.time or "(by the date of the document)"
    lines = [part.text, f"  time     {part.kind} {part.year}   {time}", f"  tokens   {' '.join(part.tokens)}"]
    for number in part.numbers:
        said = (number.text, number.says, number.role, number.rule)
        lines.append(f"  number   {'   '.join(filter(None, said))}")
    lines += (f"  joint    {joint.text} of {_shared(joint)}   {joint.rule}" for joint in part.joints)
    return "\n".join(lines) + "\n"


def _shared(joint: Joint) -> str:
    """Return the words that a value has for its own: those before it … those behind it."""
    before = " + ".join(word.strip("，、") for word in joint.left if word.strip("，、"))
    words = f"{before} … {joint.right}" if joint.right else before
    subjects = "what was before" if joint.before else ""
    return " · ".join(filter(None, (subjects, words))) or "what was before"


def _statements(reading: Reading) -> None:
    """Print the statements with their rules; a sort of which there is none is left out."""
    tables: dict[tuple[str, ...], list[tuple[object, ...]]] = {
        ("fact", "year", "indicator", "value", "rules"): [
            (f.kind.value, f.year, f.indicator, _value(f), ", ".join(f.rule)) for f in reading.facts
        ],
        ("mention", "type", "stage", "mode", "year", "rules"): [
            (m.entity, m.type.value, m.stage.value if m.stage else "-", m.mode.value, m.year, ", ".join(m.rule))
            for m in reading.mentions
        ],
        ("link", "indicator", "strength", "rules"): [
            (link.entity, _named(reading, link.fact), link.strength.value, ", ".join(link.rule))
            for link in reading.links
        ],
    }
    for head, rows in tables.items():
        if rows:
            terminal.table(head, rows)
            click.echo()
    if not any(tables.values()):
        click.echo("no statement")


def _value(fact: Fact) -> str:
    """Return comparator, value and unit of a fact: ``>= 1000 家``."""
    upper = "" if fact.value_max is None else f"–{fact.value_max}"
    return f"{fact.comparator.value} {fact.value}{upper} {fact.unit}".rstrip()


def _named(reading: Reading, fact: str) -> str:
    return next(found.indicator for found in reading.facts if found.id == fact)
