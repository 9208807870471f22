"""The format of a lexicon: which files a folder may have, their columns, and what may stand in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from policygraph.statements import EntityType, Level

if TYPE_CHECKING:
    from collections.abc import Mapping

# The kinds in which indicators are given (policygraph.ontology.indicators.UnitKind).
KINDS: Final = (
    "area", "concentration", "count", "energy", "index", "length", "mass", "money", "people", "power", "rank", "rate",
    "share", "time", "volume",
)  # fmt: skip

# The kinds of units by which names of figures are made (ontology/lexicon/units.tsv).
UNIT_KINDS: Final = (
    "age", "area", "class", "compute", "count", "days", "energy", "hours", "index", "length", "mass", "money", "months",
    "people", "points", "power", "rate", "size", "times", "visits", "volume", "years",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        name: what the first line calls it.
        needed: whether each row must fill it.
        values: what may stand there; none for anything.
        form: what it must look like.
        hint: how to say that form in words.

    """

    name: str
    needed: bool = False
    values: tuple[str, ...] = ()
    form: re.Pattern[str] = re.compile(r"(?s:.*)")
    hint: str = ""


_TYPE = Column("type", needed=True, values=tuple(EntityType))
_WORD = re.compile(r"[^\s|]+(?: [^\s|]+)*")
_WORD_HINT = "a word without | and tab"


def _word(name: str) -> Column:
    return Column(name, needed=True, form=_WORD, hint=_WORD_HINT)


# Each table by its file without .tsv; the first column tells what a row speaks of.
TABLES: Final[Mapping[str, tuple[Column, ...]]] = {
    "names": (_word("name"), _TYPE, Column("english"), Column("aliases"), Column("find", values=("yes",))),
    "terms": (_word("term"), _TYPE),
    "places": (
        _word("name"),
        Column("level", needed=True, values=tuple(Level)),
        _word("within"),
        Column("pinyin", form=re.compile("[a-z]*"), hint="letters a to z without tones and blanks"),
        Column("official"),
    ),
    "indicators": (
        Column(
            "id", needed=True, form=re.compile("[a-z0-9]+(?:-[a-z0-9]+)*"),
            hint="letters a to z, digits and hyphens, such as grain-output",
        ),
        Column("label"),
        Column("english"),
        Column("synonyms"),
        Column("direction", values=("more", "less", "none", "band")),
        Column("kind", values=KINDS),
    ),
    "units": (
        Column("unit", needed=True, form=re.compile(r"[^\s\d|]+"), hint="a unit without digits, blanks and |"),
        Column("kind", needed=True, values=UNIT_KINDS),
        Column("noun"),
        Column("words", values=("yes",)),
    ),
    "pairs": (_word("one"), _word("other"), Column("relation", needed=True, values=("same", "different"))),
    "judgements": (_word("row"), Column("mark", needed=True, values=("right", "wrong")), Column("by"), Column("why")),
}  # fmt: skip
