"""What naming starts from: a value with its words, and what the words before have been about."""

from __future__ import annotations

from dataclasses import dataclass

from policygraph.ontology import wordclasses

# Marks and particles that may stand at the edge of a stretch of words and say nothing.
EDGES = "，、；：:。 " + wordclasses.characters("particles_at_edges")


_PAIRS = (("”", "“"), ("）", "（"), ("》", "《"))


def trimmed(words: str) -> str:
    """Return words without marks at their edges, and without quotation marks and brackets whose other half is cut off.

    >>> trimmed("、“三公”经费"), trimmed("实现“双提升"), trimmed("”、农民收入")
    ('“三公”经费', '实现“双提升”', '农民收入')
    """
    words = words.strip(EDGES)
    at = 0
    while at < len(_PAIRS):
        closing, opening = _PAIRS[at]
        if words.startswith(closing) or words.endswith(opening):
            words = (words[1:] if words.startswith(closing) else words[:-1]).strip(EDGES)
            at = 0
            continue
        if words.count(opening) > words.count(closing):
            words = words[1:] if words.startswith(opening) and closing not in words else words + closing
        at += 1
    return words


@dataclass(frozen=True, slots=True)
class Topic:
    """What the words before have been about.

    Attributes:
        subject: the subject of the last value, without predicate and suffix.
        action: the action that opened the last undertaking, or ``""``.
        thing: the thing that the last undertaking or subject was about, without action and measure noun.
        unit: the unit of the last value.
        industry: the industry that the sentence opened with, or ``""``.
        owner: who did the last thing, where the words said so, or ``""``.
        matter: what the sentence speaks of, where it says so without a number, or ``""``.
        listed: the things before the last one that the same clause lists, or ``""``.
        here: whether a value of the same sentence has told all this.
        share: the name of the last share of a whole, which points that follow tell the change of, or ``""``.
        did: what the first clause of the sentence without a value does something with: [实施]以旧换新政策，带动消费…; else ``""``.
        grown: what the last value added to its subject, where it was a growth: 增速, 年均增速; else ``""``.
    """

    subject: str = ""
    action: str = ""
    thing: str = ""
    unit: str = ""
    industry: str = ""
    owner: str = ""
    matter: str = ""
    here: bool = False
    listed: str = ""
    share: str = ""
    did: str = ""
    grown: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """A value with the words around it.

    Attributes:
        left: the words before it, back to the value before or the start of the clause.
        right: the words after it, up to the next mark or value, or ``""``.
        unit: its unit as written.
        joined: whether 、 or 和 joins it to the value before.
        gdp: what 经济增长 means here: 地区生产总值 or 国内生产总值.
        place: names of the document's own place, to be left out at the front of a name.
        run: how it counts years or months on end (连续14个月, 五连冠), else ``""``.
        bounded: whether a word of comparison stands before the number (突破7万家).
        level: whether it is an order of magnitude (千亿级).
    """

    left: str
    right: str
    unit: str
    joined: bool
    gdp: str
    place: tuple[str, ...] = ()
    run: str = ""
    bounded: bool = False
    level: bool = False
