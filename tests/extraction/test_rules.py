"""Named rules: every statement says which rules made it, and each rule has a sentence in which it speaks.

``python tests/extraction/test_rules.py`` writes docs/rules.md again.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from policygraph import documents, extraction, resources
from policygraph.extraction import Names, rules
from policygraph.extraction.explanation import explain
from policygraph.statements import Level

_DOCS = Path(__file__).parents[2] / "docs" / "rules.md"


def _made(text: str) -> set[str]:
    found = explain(f"{text}\n", names=Names(), issued="2025", area="某市", level=Level.CITY).reading
    return {name for statement in (*found.facts, *found.mentions) for name in statement.rule}


def _hits() -> Counter[str]:
    """Return how often each rule speaks in the embedded sources."""
    hits: Counter[str] = Counter()
    for document in documents.collect([resources.graph() / "sources"]):
        reading = extraction.read(document, names=Names())
        hits.update(name for statement in (*reading.facts, *reading.mentions) for name in statement.rule)
    return hits


def _cell(example: str) -> str:
    """Return an example as a cell of the page's table, of which it may be one itself."""
    return example.replace("|", "\\|").replace("\n", "<br>")


def _written() -> str:
    hits = _hits()
    rows = [f"| `{rule.name}` | {rule.says} | {_cell(rule.example)} | {hits[rule.name]} |" for rule in rules.RULES]
    return "\n".join(
        [
            "# The rules of the reader",
            "",
            "Every fact and every mention bears the names of the rules that made it: a fact how its number was found, how it",
            "shares its words with others, and how it is named. `policygraph explain SENTENCE` shows them at work. The name before the",
            "slash is the room of the code. The last column counts the statements of the embedded sources that the rule made.",
            "",
            "This page is written by `make rules`; a test keeps it true.",
            "",
            "| rule | what it reads | a sentence in which it speaks | statements |",
            "|---|---|---|---|",
            *rows,
            "",
        ]
    )


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.name)
def test_a_rule_speaks_in_its_example(rule: rules.Rule) -> None:
    """The example of a rule makes a statement that bears its name."""
    assert rule.name in _made(rule.example)


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.name)
def test_every_name_that_a_statement_bears_is_that_of_a_rule(rule: rules.Rule) -> None:
    """No statement of an example names a rule that is not told here."""
    for name in _made(rule.example):
        assert rules.get(name).name == name


def test_all_statements_of_the_embedded_sources_bear_their_rules() -> None:
    """A fact three of them, a mention one, all of them known."""
    for document in documents.collect([resources.graph() / "sources"]):
        reading = extraction.read(document, names=Names())
        assert {len(fact.rule) for fact in reading.facts} <= {3}
        assert {len(mention.rule) for mention in reading.mentions} <= {1}
        for statement in (*reading.facts, *reading.mentions):
            assert all(rules.get(name) for name in statement.rule)


def test_the_page_of_the_rules_is_true() -> None:
    """docs/rules.md tells each rule with its example, and how often it speaks."""
    assert _DOCS.read_text(encoding="utf-8") == _written(), "write it again: make rules"


if __name__ == "__main__":
    _DOCS.write_text(_written(), encoding="utf-8")
