"""Targets and outcomes: each quantity of a sentence that a government sets or reports, with its indicator.

Stages: the quantities of the block (`quantities`), which of them are values at all (`values`), how they share their words
(`coordination`), what each is about (`naming`), and when and how it is meant (`discourse`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from policygraph.documents import layout, tags
from policygraph.documents.layout import passage
from policygraph.extraction.discourse import glossary
from policygraph.extraction.discourse.discourse import DONE
from policygraph.extraction.discourse.frames import PLAN, plan_end
from policygraph.extraction.facts import areas, coordination, naming, unnumbered, values
from policygraph.extraction.quantities import table_unit
from policygraph.ontology import wordclasses
from policygraph.statements import Comparator, Fact, Kind, Level, Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from policygraph.extraction.discourse.discourse import Frame
    from policygraph.extraction.discourse.segments import Clause, Sentence
    from policygraph.extraction.facts.coordination import Share
    from policygraph.extraction.quantities import Quantity
    from policygraph.statements import Document

_FORMER_YEAR = wordclasses.word("former_year")
_GROSS_DOMESTIC_PRODUCT = wordclasses.word("gross_domestic_product")
_GROSS_REGIONAL_PRODUCT = wordclasses.word("gross_regional_product")
_INDUSTRY = wordclasses.word("industry")
_LAST_YEAR_AS_SAID = wordclasses.word("last_year_as_said")

# Share of the characters of an indicator's name that its quote must hold: suffixes such as 增速 are ours, the rest is said.
_TOLD = 0.7
_ESTIMATE = wordclasses.pattern(r"<expecting>")
_PROVISIONAL = wordclasses.pattern(r"<first_accounts>")
_PLAN = wordclasses.pattern(PLAN.format(""))
# 税收任务320万元，实际完成355万元: what was set stands beside what came of it.
_TASK = wordclasses.pattern(r"^(?!.*<fulfilling>)[^，；。]{2,12}(?<![<counts_of_years>\d]年)<tasks>数?<copulas>?$")
_DONE_OF_IT = wordclasses.pattern(r"[，、；]?(?:<by_the_date>\w{0,6})?<so_far>*<verbs_of_completion>")
_ANY_INDUSTRY = wordclasses.pattern(r"(?P<name>[一-鿿A-Za-z]{2,10}?<whole_trades>)")
_QUALIFIER = wordclasses.pattern(r"^(?:做<strong>|<leading_to_industry>)+")
_QUOTED_INDUSTRY = wordclasses.pattern(
    r"(?:做<strong>|<growing_industry>)(?P<name>[一-鿿]{2,8}?)“[^”]*<industry>[^”]*”"
)


@dataclass
class Memory:
    """What the paragraph has been about so far.

    Attributes:
        topic: the topic of the last value.
        turns: the topics of the values of the last clause that had any, in order.
        qualifiers: the quantities so far that only say which things are meant.
    """

    topic: naming.Topic = field(default_factory=naming.Topic)
    turns: tuple[naming.Topic, ...] = ()
    qualifiers: list[Quantity] = field(default_factory=list)

    def topics(self, share: Share) -> tuple[naming.Topic, ...]:
        """Return the topics that a value may take what it leaves out from: one, or those of all its subjects."""
        if share.turns == coordination.ALL:
            return self.turns or (self.topic,)
        if share.turns and share.turns[0] < len(self.turns):
            return (self.turns[share.turns[0]],)
        return (self.topic,)


def find(
    document: Document, sentence: Sentence, frames: Sequence[Frame], quantities: Sequence[Quantity], memory: Memory
) -> Iterator[Fact]:
    """Yield the facts of a sentence.

    Args:
        document: the document.
        sentence: one of its sentences.
        frames: the frame of each clause.
        quantities: the quantities of the whole block.
        memory: the topic so far; it is moved on.
    """
    memory.topic = replace(memory.topic, action="", industry="", matter="", did="", here=False)
    memory.turns = ()
    explains = layout.explains_words(sentence.block)
    if explains and (head := glossary.head(sentence.block.text)):
        memory.topic = naming.Topic(subject=head, thing=head)
    fresh = True
    measure = 0
    for clause, frame in zip(sentence.clauses, frames, strict=True):
        if clause.measure != measure:
            measure, memory.topic = clause.measure, replace(memory.topic, action="")
            memory.turns = ()
        inside = _within(quantities, clause.start, clause.end)
        if fresh and (industry := _industry(clause.text)):
            memory.topic = naming.Topic(industry, "", industry, industry=industry, matter=memory.topic.matter)
            fresh = False
        if explains and (not frame.words or glossary.explains(sentence.block.text[sentence.start : clause.end])):
            continue
        opens = clause is sentence.clauses[0] and clause.closing == "，"
        if matter := naming.matter(clause.text, opens=opens, counts=bool(inside)):
            memory.topic = replace(memory.topic, matter=matter)
        if inside:
            fresh = False
            yield from _clause_facts(document, sentence, clause, frame, inside, memory)
        else:
            yield from unnumbered.find(document, clause, frame)
            _remember(clause.text, memory)


def _remember(clause: str, memory: Memory) -> None:
    """Keep what a clause without a number tells of: the next figures may be of it."""
    if subject := naming.told_of(clause):
        memory.topic = replace(memory.topic, subject=subject, thing=subject, action="")
    memory.topic = replace(memory.topic, did=memory.topic.did or naming.handled(clause))


def _within(quantities: Sequence[Quantity], start: int, end: int) -> Sequence[Quantity]:
    """Return the quantities whose number begins between two places; they are in order."""
    first = bisect_left(quantities, start, key=_number)
    return quantities[first : bisect_left(quantities, end, lo=first, key=_number)]


def _number(quantity: Quantity) -> int:
    return quantity.number


def _industry(clause: str) -> str:
    match = _QUOTED_INDUSTRY.search(clause) or _ANY_INDUSTRY.search(clause)
    if not match:
        return ""
    name = _QUALIFIER.sub("", match["name"])
    return name if name.endswith(wordclasses.of("endings_of_industries")) else name + _INDUSTRY


def _clause_facts(
    document: Document, sentence: Sentence, clause: Clause, frame: Frame, quantities: Sequence[Quantity], memory: Memory
) -> Iterator[Fact]:
    roles = values.roles(clause, quantities)
    wanted = [quantity for quantity, role in zip(quantities, roles, strict=True) if role is values.Role.VALUE]
    memory.qualifiers += [q for q, role in zip(quantities, roles, strict=True) if role is values.Role.QUALIFIER]
    turns: list[naming.Topic] = []
    for share in coordination.shares(clause, wanted):
        context = naming.Context(
            left=share.left,
            right=share.right,
            unit=share.quantity.unit,
            joined=share.joined,
            gdp=_gdp(document),
            place=_own_names(document),
            run=_run(clause.block.text[share.quantity.start : share.quantity.end]),
            level=share.quantity.level,
            bounded=share.quantity.start < share.quantity.number,
        )
        if (share.turns == coordination.ALL and turns) or (share.turns[:1] == (0,) and len(turns) > 1):
            memory.turns = tuple(turns)  # 标准分别从209元、280元提高到217元、290元
        topic, led = memory.topic, memory.topic
        for before in memory.topics(share):
            for subject in share.subjects or ("",):
                said = replace(context, left=subject) if subject else context
                indicator, topic = naming.name(said, before)
                if indicator:
                    fact = _fact(document, sentence, clause, frame, share, indicator)
                    yield replace(fact, rule=(share.quantity.rule, share.rule, naming.rule(said)))
        memory.topic = topic = naming.told(topic, led, joined=share.joined)
        turns.append(topic)
    memory.turns = tuple(turns) or memory.turns


def _run(number: str) -> str:
    return number if "连" in number else ""


def _fact(document: Document, sentence: Sentence, clause: Clause, frame: Frame, share: Share, indicator: str) -> Fact:
    quantity = share.quantity
    kind, year = frame.kind, frame.year
    if share.base is not None:
        kind, year = Kind.OUTCOME, _base_year(share.base, frame, document)
    elif kind is Kind.TARGET and DONE.search(share.left):
        kind, year = Kind.OUTCOME, min(year, document.year - 1)
    elif kind is Kind.OUTCOME and _TASK.search(share.left) and _DONE_OF_IT.match(clause.block.text, quantity.end):
        kind = Kind.TARGET
    return Fact(
        kind=kind,
        indicator=tags.label(indicator),
        concept="",
        area=areas.of(document, share.left, indicator, quantity.unit),
        year=year,
        comparator=_comparator(quantity),
        value=quantity.value,
        value_max=quantity.value_max,
        unit=table_unit(quantity.unit),
        written=clause.block.text[quantity.start : quantity.end],
        status=_status(kind, clause),
        theme="",
        heading=clause.block.heading,
        passage=passage(
            document, clause.block, _quote_start(sentence, clause, share, indicator), max(share.end, share.reach)
        ),
    )


def _quote_start(sentence: Sentence, clause: Clause, share: Share, indicator: str) -> int:
    """Return where the quote begins: as late as its words still hold what the indicator's name is made of.

    、增长5.7% says nothing by itself; its quote is 地区生产总值超1.45万亿元、增长5.7%.
    """
    earlier = [c.start for c in sentence.clauses if c.start <= clause.start and c.measure == clause.measure]
    for start in (share.start, *reversed(earlier)):
        if start <= share.start and _holds(clause.block.text[start : max(share.end, share.reach)], indicator):
            return start
    return share.start


def _holds(words: str, indicator: str) -> bool:
    told = sum(char in words for char in indicator)
    return told >= _TOLD * len(indicator)


def _base_year(time: str, frame: Frame, document: Document) -> int:
    """Return the year of a base value: the one its words name, else the year before, or before the span."""
    if named := re.search(r"((?:19|20)\d\d)年", time):
        return int(named[1])
    if plan := _PLAN.search(time):
        return plan_end(plan["plan"])  # 较“十三五”末的9323.1亿元
    if _LAST_YEAR_AS_SAID in time:
        return document.year - 1
    if _FORMER_YEAR in time:
        return min(frame.year, document.year) - 1  # the year before the one that is told of
    return frame.year - (5 if frame.span else 1)


def _comparator(quantity: Quantity) -> Comparator:
    """An order of magnitude in front of its noun is a lower bound: 打造千亿级人工智能产业集群."""
    if quantity.level:
        return Comparator.MORE_THAN if quantity.comparator is Comparator.MORE_THAN else Comparator.AT_LEAST
    return quantity.comparator


def _status(kind: Kind, clause: Clause) -> Status:
    if kind is Kind.TARGET:
        return Status.NORMAL
    text = clause.block.text[max(0, clause.start - 20) : clause.end]
    if _PROVISIONAL.search(text):
        return Status.PROVISIONAL
    return Status.ESTIMATE if _ESTIMATE.search(clause.text) else Status.NORMAL


def _gdp(document: Document) -> str:
    return _GROSS_DOMESTIC_PRODUCT if document.level is Level.NATION else _GROSS_REGIONAL_PRODUCT


def _own_names(document: Document) -> tuple[str, ...]:
    return wordclasses.of("nation_as_whole") if document.level is Level.NATION else (document.area,)
