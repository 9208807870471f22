"""Named rules: every statement says which rules made it, and each rule has a sentence in which it speaks."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest

from policygraph import documents, extraction, resources
from policygraph.extraction import Names
from policygraph.extraction.explanation import explain
from policygraph.ontology import rules
from policygraph.rdf.rules import node
from policygraph.statements import Fact, Level, Link, Mention, Reading, Relation

_DOCS = Path(__file__).parents[2] / "docs" / "rules.md"


def _read(text: str) -> Reading:
    return explain(f"{text}\n", names=Names(), issued="2025", area="某市", level=Level.CITY).reading


def _statements(reading: Reading) -> tuple[Fact | Mention | Link | Relation, ...]:
    return (*reading.facts, *reading.mentions, *reading.links, *reading.relations)


def _made(reading: Reading) -> set[str]:
    return {name for statement in _statements(reading) for name in statement.rule}


@pytest.mark.parametrize("rule", rules.all(), ids=lambda rule: rule.name)
def test_a_rule_speaks_in_its_example(rule: rules.Rule) -> None:
    """The example of a rule makes a statement that bears its name."""
    assert rule.name in _made(_read(rule.example))


@pytest.mark.parametrize("rule", rules.all(), ids=lambda rule: rule.name)
def test_every_name_that_a_statement_bears_is_that_of_a_rule(rule: rules.Rule) -> None:
    """No statement of an example names a rule that is not told in ontology/rules.ttl."""
    for name in _made(_read(rule.example)):
        assert rules.get(name).name == name


@pytest.mark.parametrize("rule", rules.all(), ids=lambda rule: rule.name)
def test_the_name_of_a_rule_can_be_had_back_from_its_concept(rule: rules.Rule) -> None:
    """Words with spaces between, below a room: nothing that the IRI would spell in another way."""
    assert re.fullmatch(r"[a-z]+/[a-z]+( [a-z]+)*", rule.name)
    assert node(rule.name).value.endswith(f"/code/rule/{rule.name.replace(' ', '-')}")


def test_all_statements_of_the_embedded_sources_bear_their_rules() -> None:
    """A fact three of them, a mention, a link and a relation one, all of them known and in their order."""
    for document in documents.collect([resources.graph() / "sources"]):
        reading = extraction.read(document, names=Names())
        assert {len(fact.rule) for fact in reading.facts} <= {3}
        assert {len(statement.rule) for statement in (*reading.mentions, *reading.links, *reading.relations)} <= {1}
        for statement in _statements(reading):
            assert all(rules.get(name) for name in statement.rule)
            assert statement.rule == rules.ordered(statement.rule)


def test_rules_come_back_from_another_process() -> None:
    """Readings go through pipes, and two statements are the same whatever made them: the rules are looked at one by one."""
    reading = _read("依托中原科技城新增高新技术企业100家以上。")
    again = pickle.loads(pickle.dumps(reading))  # noqa: S301 -- what was just written
    for kind in ("facts", "mentions", "links"):
        before = [statement.rule for statement in getattr(reading, kind)]
        assert [statement.rule for statement in getattr(again, kind)] == before
        assert before and all(before)


def test_the_page_of_the_rules_tells_each_with_its_example() -> None:
    """docs/rules.md has the rules of ontology/rules.ttl in their order; its figures are measured by benchmarks/rules.py."""
    told = re.findall(r"^\| `(.+?)` \| (.+?) \| (.+?) (?<!\\)\|", _DOCS.read_text(encoding="utf-8"), re.MULTILINE)
    shown = [(rule.name, rule.says, re.sub(r"\s*\n+", " ⏎ ", rule.example.replace("|", r"\|"))) for rule in rules.all()]
    assert told == shown, "write it again: python benchmarks/rules.py --shared ../shared"
