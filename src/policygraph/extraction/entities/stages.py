"""What speaks for the stage that a clause brings a named thing to: the measure on it, the verbs around it, the time it speaks of.

The verb of a measure alone does not tell it: what is 完善 may be a plan that was made better or a system that is being built up, and
many clauses act on a thing without a verb of the table. Each piece of evidence is a string; ``weights`` says what it weighs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from policygraph.extraction.entities import types
from policygraph.extraction.language import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.extraction.entities.measures import Measure
    from policygraph.statements import EntityType, Kind, Stage

# How many words on either side of a name are looked at where they stand, and how many in any order.
_NEAR = 3
_AROUND = 4
# Words farther off say nothing; hardly a clause has more.
_FARTHEST = 40
# Counts of verbs above this are all the same.
_MANY = 2
_EDGE = "^"
_start, _end = attrgetter("start"), attrgetter("end")
# Tags of words that say what is done, and how: verbs, adverbs.
_ACTIONS = ("v", "d")


def evidence(
    text: str, start: int, end: int, kind: EntityType, frame: Kind, measure: Measure | None, said: Stage | None
) -> frozenset[str]:
    """Return what speaks for a stage of a name.

    Args:
        text: the clause.
        start: the first character of the name in it.
        end: one past the last.
        kind: the type of what it names.
        frame: whether the clause is of a plan or of a report.
        measure: the measure that acts on the name, if any.
        said: the stage that the rules give it.

    """
    verb, own = (measure.verb, measure.stage or "-") if measure else ("", "")
    stage, told = said or "", frame
    head = types.head(text[start:end])
    return frozenset(
        {
            f"s{stage}",
            f"f{told}",
            f"sf{stage}|{told}",
            f"v{verb}",
            f"vf{verb}|{told}",
            f"m{own}",
            f"mf{own}|{told}",
            f"t{kind}",
            f"tf{kind}|{told}",
            f"ts{kind}|{stage}",
            f"tsf{kind}|{stage}|{told}",
            f"h{head}",
            f"hf{head}|{told}",
            f"n{text[start:end][-2:]}",
            f"e{text[-2:]}",
            *_around(text, start, end, told),
        }
    )


def _around(text: str, start: int, end: int, told: str) -> Iterator[str]:
    """Yield what the words before and behind a name say."""
    found = words.tokens(text)
    last = bisect_right(found, start, key=_end)
    before = found[max(0, last - _FARTHEST) : last][::-1]
    first = bisect_left(found, end, key=_start)
    behind = found[first : first + _FARTHEST]
    for mark, side in (("<", before), (">", behind)):
        texts = [word.text for word in side]
        for at in range(_NEAR):
            yield f"{mark}{at}{texts[at] if at < len(texts) else _EDGE}"
        yield f"{mark}2{'|'.join(texts[:2])}"
        yield from (f"{mark}w{word}" for word in texts[:_AROUND])
        yield from (f"{mark}a{word.text}" for word in side if word.tag.startswith(_ACTIONS))
        verbs = [word.text for word in side if word.tag.startswith("v")]
        yield f"{mark}v{verbs[0] if verbs else _EDGE}"
        yield f"{mark}n{min(_MANY, len(verbs))}"
        if mark == "<":
            yield f"{mark}vf{verbs[0] if verbs else _EDGE}|{told}"
            yield f"{mark}l{verbs[-1] if verbs else _EDGE}"
    if found:
        yield f"1{found[0].text}"
        yield f"9{found[-1].text}"
