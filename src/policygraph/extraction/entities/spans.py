"""The stretches of a clause that may be names, and what speaks for and against each: the evidence that is weighed.

A stretch begins and ends with a word of the segmenter, or is one that a rule or the thesaurus proposes. Its evidence is a
set of strings, each of which says one thing: of where it begins (``<``), of where it ends (``>``), of the whole (``=``).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from policygraph.extraction.entities import types
from policygraph.extraction.language import lexicon, words
from policygraph.ontology import places
from policygraph.statements import Level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from policygraph.extraction.language.words import Word

Place = tuple[int, int]

# Stretches of more words or characters are sentences.
_WORDS = 9
_LONGEST = 26
# Marks and particles that a name neither begins nor ends with, and those that it may only begin or only end with.
_NEVER = frozenset("、，。；：！？的和与及等了在将把对为")
_ONLY_FIRST = frozenset("“《（(〈【")
_ONLY_LAST = frozenset("”》）)〉】")
_BREAKS = frozenset("，。；：！？")
# What a run of words, of which one name may be made, is bounded by.
_STOPS = _BREAKS | frozenset("、的和与及等了")
_PARTS = re.compile(f"[{''.join(sorted(_BREAKS))}]")
_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"))
# Parts of speech that no name begins with: marks, numbers, prepositions, conjunctions, particles.
_NO_BEGINNING = frozenset({"x", "m", "p", "c", "u", "uj"})
# Counts above these are all the same.
_MANY_WORDS = 6
_MANY_CHARACTERS = 15
_MANY_ITEMS = 3
_EDGE = "^"
# What the thesaurus calls places.
_DIVISIONS = frozenset({"place", "county"})
# The evidence that tells the sort of a thing, and how many of its first and last characters do.
_OF_NATURE = ("=h", "=k", "=r", "=x", "=q", "=y", "=l", "=n")
_BEFORE = ("<v", "<g", "<1", "<4", "<7")
_BEHIND = (">g", ">4", ">1", ">7", ">d", ">8")
_ENDING = 4
_BEGINNING = 3
# The most characters that a name has before or behind one that is known: 国家…, …产业集群.
_TAIL = 4
_NO_QUOTES = str.maketrans("", "", "“”《》")


class Proposal(NamedTuple):
    """What a rule takes for a name: its place in the clause, its type, the rule, and whether the name is longer than its place."""

    start: int
    end: int
    type: str
    rule: str
    spelt_out: bool = False


class Item(NamedTuple):
    """A name of a list in the object of a measure, as the rules part it.

    Attributes:
        start: its first character.
        end: one past its last.
        verb: the verb of the measure.
        head: the noun that the list ends with.
        listed: how many names the list has.
        counted: whether a number counts the things.
        siblings: the places of the other names of the list.
        stage: the stage that the verb brings them to.

    """

    start: int
    end: int
    verb: str
    head: str
    listed: int
    counted: bool
    siblings: tuple[Place, ...] = ()
    stage: str = ""


class Clause:
    """A clause with what the rules make of it, read for its stretches.

    Args:
        text: its text.
        proposals: what the rules take for names.
        items: the parts of the objects of its measures.
        heading: whether it is a line of a heading.

    """

    def __init__(
        self, text: str, proposals: Sequence[Proposal] = (), items: Iterable[Item] = (), *, heading: bool = False
    ) -> None:
        self.text = text
        self._heading = heading
        self._marked = any(mark in text for pair in _PAIRS for mark in pair)
        self._words = words.tokens(text)
        self._starts = {word.start: index for index, word in enumerate(self._words)}
        self._ends = {word.end: index for index, word in enumerate(self._words)}
        self._proposed: dict[Place, list[Proposal]] = {}
        for proposal in proposals:
            self._proposed.setdefault((proposal.start, proposal.end), []).append(proposal)
        self._known = dict(_known(text))
        # 郑州 in 郑州市: the short name of a place is none where the full one stands.
        full = {start: end for (start, end), kind in sorted(self._known.items()) if kind in _DIVISIONS}
        self._shortened = frozenset(
            (start, end) for (start, end), kind in self._known.items() if kind in _DIVISIONS and end < full[start]
        )
        self._places_proposed = _Places(self._proposed)
        self._places_known = _Places(self._known)
        # Of each word where the run of words that it stands in opens and closes: between two marks or particles.
        self._runs_open = _runs(self._words)
        self._runs_close = [len(self._words) - at for at in reversed(_runs(self._words[::-1]))]
        self._opening: dict[int, list[str]] = {}
        self._closing: dict[int, list[str]] = {}
        self._siblings: dict[Place, tuple[Place, ...]] = {}
        for item in items:
            self._mark(item)

    def proposed(self) -> frozenset[Place]:
        """Return the stretches that a rule or the thesaurus proposes."""
        return frozenset(self._proposed) | frozenset(self._known)

    def spelt_out(self) -> frozenset[Place]:
        """Return the stretches that a rule makes longer names of; what they lack stands elsewhere, and weighs nothing here."""
        return frozenset(place for place, made in self._proposed.items() if any(one.spelt_out for one in made))

    def stretches(self) -> Iterator[Place]:
        """Yield the stretches that may be names, in no order, none twice."""
        yield from (place for place in self.proposed() if self._may_be_name(*place))
        ends = [_ends(word) for word in self._words]
        for first, word in enumerate(self._words):
            if not _begins(word):
                continue
            for index, last in enumerate(self._words[first : first + _WORDS], first):
                if last.text[0] in _BREAKS or last.end - word.start > _LONGEST:
                    break
                place = (word.start, last.end)
                new = place not in self._proposed and place not in self._known and place not in self._shortened
                if new and ends[index] and last.end - word.start > 1 and self._is_paired(*place):
                    yield place

    def beginning(self, start: int) -> list[str]:
        """Return the evidence of where a stretch begins."""
        before = self.text[start - 1] if start else _EDGE
        found = [f"<c{before}", *self._opening.get(start, ("<-",))]
        index = self._starts.get(start)
        if index is None:
            return [*found, "<inside"]
        opens = self._runs_open[index]
        found += (f"<r{min(_MANY_WORDS, index - opens)}", f"<R{self._words[opens].text if opens < index else _EDGE}")
        first, second = self._words[index], self._word(index + 1)
        one, two = self._word(index - 1), self._word(index - 2)
        return [
            *found,
            f"<1{one.text}",
            f"<2{one.tag}",
            f"<3{two.text}|{one.text}",
            f"<4{first.text}",
            f"<5{first.tag}",
            f"<6{one.tag}|{first.tag}",
            f"<7{one.text}|{first.text}",
            f"<8{first.text}|{second.text}",
            f"<9{first.tag}|{second.tag}",
            f"<0{one.tag}|{first.text}",
        ]

    def ending(self, end: int) -> list[str]:
        """Return the evidence of where a stretch ends."""
        behind = self.text[end] if end < len(self.text) else _EDGE
        two = self.text[max(0, end - 2) : end]
        found = [f">c{behind}", f">d{two}", f">e{two}|{behind}", *self._closing.get(end, (">-",))]
        index = self._ends.get(end)
        if index is None:
            return [*found, ">inside"]
        closes = self._runs_close[index]
        found += (
            f">r{min(_MANY_WORDS, closes - index - 1)}",
            f">R{self._words[closes - 1].text if closes > index + 1 else _EDGE}",
        )
        last, before = self._words[index], self._word(index - 1)
        one, after = self._word(index + 1), self._word(index + 2)
        return [
            *found,
            f">1{one.text}",
            f">2{one.tag}",
            f">3{one.text}|{after.text}",
            f">4{last.text}",
            f">5{last.tag}",
            f">6{last.tag}|{one.tag}",
            f">7{last.text}|{one.text}",
            f">8{before.text}|{last.text}",
            f">9{before.tag}|{last.tag}",
            f">0{last.text}|{one.tag}",
        ]

    def whole(self, start: int, end: int) -> list[str]:
        """Return the evidence of a stretch as a whole."""
        name = self.text[start:end]
        head = types.head(name)
        before = self.text[start - 1] if start else _EDGE
        behind = self.text[end] if end < len(self.text) else _EDGE
        return [
            f"=z{len(self.text) // 4}",
            f"=h{head}",
            f"=hb{head}|{behind}",
            f"=l{min(_MANY_CHARACTERS, end - start)}",
            f"=c{before}|{behind}",
            f"=f{name[:2]}",
            f"=q{name[0] in _ONLY_FIRST}",
            f"=i{min(_MANY_ITEMS, name.count('、'))}",
            f"=j{any(char in '和与及' for char in name)}",
            f"=o{'的' in name}",
            *self._of_proposals(start, end),
            *self._of_thesaurus(start, end),
            *self._of_words(start, end),
            *self._of_list(start, end),
        ]

    def _of_list(self, start: int, end: int) -> Iterator[str]:
        """Yield what the other names of the same list say of one."""
        if self._heading:
            yield "=H"
            yield f"=H{types.head(self.text[start:end])}"
        siblings = self._siblings.get((start, end))
        if siblings is None:
            yield "=y"
            return
        kinds = sorted({self._known[place] for place in siblings if place in self._known})
        yield f"=y{'|'.join(kinds)}"
        heads = {types.head(self.text[slice(*place)]) for place in siblings} - {""}
        yield f"=yh{bool(heads)}{bool(types.head(self.text[start:end]))}{min(_MANY_ITEMS, len(siblings))}"
        yield f"=yp{any(place in self._proposed for place in siblings)}"
        for head in sorted(heads):
            yield f"=yn{head}"
        same = {place[1] - place[0] for place in siblings}
        yield f"=yl{len(same) == 1 and (end - start) in same}"

    def nature(self, start: int, end: int) -> list[str]:
        """Return the evidence of what sort of thing a stretch names: its characters, nouns and words around it."""
        name = self.text[start:end]
        found = [piece for piece in self.whole(start, end) if piece.startswith(_OF_NATURE)]
        found += [piece for piece in self.beginning(start) if piece.startswith(_BEFORE)]
        found += [piece for piece in self.ending(end) if piece.startswith(_BEHIND)]
        found += [f"-{name[-length:]}" for length in range(1, min(_ENDING, len(name)) + 1)]
        found += [f"+{name[:length]}" for length in range(1, min(_BEGINNING, len(name)) + 1)]
        return found + [f"~{name[at : at + 2]}" for at in range(len(name) - 1)]

    def _of_words(self, start: int, end: int) -> Iterator[str]:
        first, last = self._starts.get(start), self._ends.get(end)
        if first is None or last is None:
            yield "=w-"
            return
        inside = self._words[first : last + 1]
        one, after = self._word(first - 1), self._word(last + 1)
        head, tail = inside[0], inside[-1]
        yield f"=n{min(_MANY_WORDS, len(inside))}"
        yield f"=p{'-'.join(word.tag[:1] for word in inside[:_MANY_WORDS])}"
        yield f"=t{head.tag}|{tail.tag}"
        yield f"=v{one.text}|{tail.text}"
        yield f"=u{one.tag}|{tail.text}"
        yield f"=a{one.text}|{after.text}"
        yield f"=b{one.tag}|{after.tag}"
        yield f"=m{tail.text}|{min(_MANY_WORDS, len(inside))}"
        for word in inside[1:-1]:
            yield f"=w{word.text}"

    def _of_proposals(self, start: int, end: int) -> Iterator[str]:
        exact = self._proposed.get((start, end), ())
        yield f"=r{bool(exact)}"
        for proposal in exact[:1]:
            yield f"=rt{proposal.type}"
            yield f"=rr{proposal.rule}"
            yield f"=rh{proposal.rule}|{types.head(self.text[start:end])}"
        over, within, around, across = _relation(self._places_proposed.near(start, end), start, end)
        yield f"=s{over}{within}{around}{across}"

    def _of_thesaurus(self, start: int, end: int) -> Iterator[str]:
        exact = self._known.get((start, end))
        yield f"=k{exact or ''}"
        if exact is None:
            yield from _of_stem(self.text[start:end])
        near = self._places_known.near(start, end)
        over, within, around, across = _relation(near, start, end)
        yield f"=g{over}{within}{around}{across}"
        for first, last in near:
            if start <= first and last <= end and (first, last) != (start, end):
                kind = self._known[first, last]
                yield f"=x{kind}{'<' if first == start else ''}{'>' if last == end else ''}"

    def _mark(self, item: Item) -> None:
        counted = "#" if item.counted else ""
        self._siblings[item.start, item.end] = item.siblings
        head, listed = item.head[-3:], f"{min(_MANY_ITEMS, item.listed)}{counted}"
        opening = (f"<s{item.stage}", f"<v{item.verb}", f"<g{head}", f"<i{listed}")
        self._opening.setdefault(item.start, []).extend(opening)
        self._closing.setdefault(item.end, []).extend((f">g{head}", f">i{listed}"))

    def _word(self, index: int) -> Word:
        return self._words[index] if 0 <= index < len(self._words) else _OUTSIDE

    def _may_be_name(self, start: int, end: int) -> bool:
        whole = end <= len(self.text) and (start, end) not in self._shortened
        return whole and not _PARTS.search(self.text, start, end) and self._is_paired(start, end)

    def _is_paired(self, start: int, end: int) -> bool:
        """Whether a stretch has of each pair of marks as many that open as close."""
        return not self._marked or all(
            self.text.count(one, start, end) == self.text.count(other, start, end) for one, other in _PAIRS
        )


class _Places:
    """Stretches of a clause by where they begin, so that those near another are found without going through all."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = sorted(places)
        self._starts = [start for start, _ in self._places]
        self._longest = max((end - start for start, end in self._places), default=0)

    def near(self, start: int, end: int) -> Sequence[Place]:
        """Return the stretches that may touch one, in the order of their places."""
        return self._places[bisect_left(self._starts, start - self._longest) : bisect_left(self._starts, end)]


def _runs(found: Sequence[Word]) -> list[int]:
    """Return for each word the first of the run that reaches it: 扎实 for 长江 in 扎实推进长江大保护."""
    opens: list[int] = []
    at = 0
    for index, word in enumerate(found):
        opens.append(at)
        if word.text[0] in _STOPS:
            at = index + 1
    return opens


def known(name: str) -> str | None:
    """Return the type of a name that the thesaurus, the terms, the sectors or the places know; None for another."""
    return _thesaurus().get(name)


def _begins(word: Word) -> bool:
    if word.text[0] in _ONLY_FIRST or word.text[0].isascii():
        return True
    return word.text not in _NEVER and word.text not in _ONLY_LAST and word.tag not in _NO_BEGINNING


def _ends(word: Word) -> bool:
    return word.text not in _NEVER and word.text not in _ONLY_FIRST


_OUTSIDE = words.Word(_EDGE, _EDGE, 0, 0)


def _relation(others: Iterable[Place], start: int, end: int) -> tuple[int, int, int, int]:
    """Return whether other stretches touch one, lie within it, lie around it, or cross one of its ends."""
    over = within = around = across = 0
    for first, last in others:
        if first < end and start < last and (first, last) != (start, end):
            over = 1
            if start <= first and last <= end:
                within = 1
            elif first <= start and end <= last:
                around = 1
            else:
                across = 1
    return over, within, around, across


def _known(text: str) -> Iterator[tuple[Place, str]]:
    """Yield the places of names of the thesaurus in a text, with their types."""
    thesaurus, lengths = _thesaurus(), _lengths()
    for start in range(len(text)):
        for length in lengths.get(text[start : start + 2], ()):
            name = text[start : start + length]
            if kind := thesaurus.get(name):
                yield (start, start + length), kind


def _of_stem(name: str) -> Iterator[str]:
    """Yield what the thesaurus says of a name without its quotation marks, or without what names of its kind end with."""
    thesaurus = _thesaurus()
    bare = name.translate(_NO_QUOTES)
    if bare != name and (kind := thesaurus.get(bare)):
        yield f"=kq{kind}"
    for length in range(1, min(_TAIL, len(bare) - 2) + 1):
        if kind := thesaurus.get(bare[:-length]):
            yield f"=kt{kind}|{bare[-length:]}"
            yield f"=kT{kind}"
            break
    for length in range(1, min(_TAIL, len(bare) - 2) + 1):
        if kind := thesaurus.get(bare[length:]):
            yield f"=kf{kind}|{bare[:length]}"
            yield f"=kF{kind}"
            break
    if kind := thesaurus.get(f"“{bare}”"):
        yield f"=kQ{kind}"


@cache
def _thesaurus() -> Mapping[str, str]:
    """Return the names that are known in every report, with their types; a county's short name may be a common word."""
    found: dict[str, str] = {}
    for place in places.all():
        found |= {place.official: "place", place.name: "county" if place.level is Level.COUNTY else "place"}
    found |= dict.fromkeys(lexicon.words("sectors"), "industry")
    found |= lexicon.mapping("thesaurus")
    found |= lexicon.mapping("terms")
    return {name: kind for name, kind in found.items() if len(name) > 1}


@cache
def _lengths() -> Mapping[str, tuple[int, ...]]:
    """Return the lengths of the names of the thesaurus by their first two characters, the longest first."""
    found: dict[str, set[int]] = {}
    for name in _thesaurus():
        found.setdefault(name[:2], set()).add(len(name))
    return {key: tuple(sorted(lengths, reverse=True)) for key, lengths in found.items()}
