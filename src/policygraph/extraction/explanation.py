"""How a text is read, step by step: clauses with tokens, times, numbers and joints, and the rules of every statement."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policygraph.documents import layout
from policygraph.documents.genre import infer as infer_genre
from policygraph.documents.layout import Role
from policygraph.extraction import quantities
from policygraph.extraction.discourse import genre
from policygraph.extraction.discourse.discourse import Discourse
from policygraph.extraction.discourse.segments import sentences
from policygraph.extraction.facts import coordination, values
from policygraph.extraction.language import words
from policygraph.extraction.reader import read
from policygraph.statements import Document, Level

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.extraction.discourse.discourse import Frame
    from policygraph.extraction.discourse.segments import Clause
    from policygraph.extraction.facts.coordination import Share
    from policygraph.extraction.language.names import Names
    from policygraph.extraction.quantities import Quantity
    from policygraph.statements import Reading


# A title stands among the first lines.
_OPENING = 12


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a clause.

    Attributes:
        text: its words, with unit and comparator.
        says: comparator, value and unit; ``""`` for a number that is no quantity.
        role: what it does in its clause (:class:`policygraph.extraction.facts.values.Role`), or what it is instead
            (:class:`policygraph.statements.Fate`).
        rule: the detector that found it; ``""`` for a number that is no quantity.

    """

    text: str
    says: str
    role: str
    rule: str


@dataclass(frozen=True, slots=True)
class Joint:
    """A value and the words of the clause that are its own.

    Attributes:
        text: the value as written.
        left: each of the subjects that it is the value of, or the one stretch of words before it.
        right: the words behind it.
        before: whether it is said of the subjects of the clause before.
        rule: how the values of the clause share its words.

    """

    text: str
    left: tuple[str, ...]
    right: str
    before: bool
    rule: str


@dataclass(frozen=True, slots=True)
class Part:
    """A clause and what is seen in it.

    Attributes:
        text: its words as they are read.
        tokens: its tokens with their tags, ``新增/v``.
        kind: whether it plans or reports.
        year: the year that it speaks of.
        time: the words that say so, of the clause or of a heading; ``""`` where only the date of the document does.
        numbers: its numbers in order.
        joints: its values in order.

    """

    text: str
    tokens: tuple[str, ...]
    kind: str
    year: int
    time: str
    numbers: tuple[Number, ...]
    joints: tuple[Joint, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a text is read.

    Attributes:
        parts: its clauses in order.
        reading: what it says; each fact, mention and link bears its rules.

    """

    parts: tuple[Part, ...]
    reading: Reading


def explain(text: str, *, names: Names, issued: str, area: str, level: Level) -> Explanation:
    """Return how a text is read, as a document of its own.

    Args:
        text: some sentences, perhaps below a heading (``## 2024年工作回顾``).
        names: the list of known names.
        issued: the date of the document: ``2025`` or longer.
        area: the place it speaks for.
        level: the level of that place.

    """
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    kind = infer_genre("", text.splitlines()[:_OPENING], text)
    document = Document("text", text, "", "", issued, area, level, "", digest, genre=kind)
    return Explanation(tuple(_parts(document)), read(document, names=names))


def _parts(document: Document) -> Iterator[Part]:
    discourse = Discourse(document.year, genre.of(document))
    for block in layout.blocks(document):
        discourse.enter(block)
        if block.role is not Role.PARAGRAPH:
            continue
        numbers = quantities.find(block.text)
        for sentence in sentences(block):
            for clause, frame in zip(sentence.clauses, discourse.frames(sentence), strict=True):
                yield _part(clause, frame, numbers)


def _part(clause: Clause, frame: Frame, numbers: quantities.Numbers) -> Part:
    inside = [q for q in numbers.quantities if clause.start <= q.number < clause.end]
    roles = values.roles(clause, inside)
    wanted = [q for q, role in zip(inside, roles, strict=True) if role is values.Role.VALUE]
    found = [(q.start, _number(clause, q, role.value)) for q, role in zip(inside, roles, strict=True)]
    for other in numbers.others:
        if clause.start <= other.start < clause.end:
            text = clause.block.text[other.start : other.end]
            found.append((other.start, Number(text, "", other.fate.value, "")))
    tokens = tuple(f"{word.text}/{word.tag}" for word in words.split(clause.text))
    told = tuple(number for _, number in sorted(found, key=lambda pair: pair[0]))
    joints = tuple(_joint(clause, share) for share in coordination.shares(clause, wanted))
    return Part(clause.text, tokens, frame.kind.value, frame.year, frame.words, told, joints)


def _number(clause: Clause, quantity: Quantity, role: str) -> Number:
    upper = "" if quantity.value_max is None else f"–{quantity.value_max}"
    says = f"{quantity.comparator.value} {quantity.value}{upper} {quantity.unit}".rstrip()
    return Number(clause.block.text[quantity.start : quantity.end], says, role, quantity.rule)


def _joint(clause: Clause, share: Share) -> Joint:
    text = clause.block.text[share.quantity.start : share.quantity.end]
    return Joint(text, share.subjects or (share.left,), share.right, bool(share.turns), share.rule)
