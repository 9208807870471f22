"""The words of a clause: what the segmenter finds, with quotations and bracketed remarks kept whole."""

from __future__ import annotations

import re
from functools import cache, lru_cache, partial
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

import rjieba

from policygraph.extraction.language import lexicon
from policygraph.ontology import wordclasses

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

OPENING = "“‘《（(〈【"
CLOSING = "”’》）)〉】"
_MARKS = wordclasses.pattern(f"[{re.escape(OPENING + CLOSING)}]")
# The dictionary has the terms of one or two characters; a frequency above that of any parts keeps a term whole.
_CUT_UP = 2
# Nouns of areas, which the dictionary cuts up: 沈阳都市圈.
_HEADS = wordclasses.of("nouns_of_areas")
# Verbs with their complement, which the dictionary does not have: 打好 + 促改革攻坚战.
_VERBS = wordclasses.of("verbs_with_complement")
# Sectors of up to three characters would be found across words: 扩大健康 is not about 大健康.
_ACROSS = 3
_FREQUENT = 100_000
# Stretches of one clause are split again and again; those of a few paragraphs are kept.
_KEPT = 4096


class Word(NamedTuple):
    """A word: ``text[start:end]`` of its clause.

    Attributes:
        text: the word.
        tag: its part of speech in the notation of ICTCLAS (n noun, ns place, v verb, vn verbal noun, m number …); ``"quote"``
            for a quotation with its marks.
        start: first character in the clause.
        end: one past the last.

    """

    text: str
    tag: str
    start: int
    end: int


@cache
def _segmenter() -> rjieba.Jieba:
    """Return the segmenter, taught the standing terms of reports that its dictionary would cut: 林长制, 中欧班列."""
    segmenter = rjieba.Jieba()
    sectors = {sector for sector in lexicon.words("sectors") if len(sector) > _ACROSS}
    for term in sorted(lexicon.words("terms") | sectors):
        if len(term) > _CUT_UP and term.isalpha():
            segmenter.add_word(term, _FREQUENT, "n")
    for head in _HEADS:
        segmenter.add_word(head, _FREQUENT, "n")
    for verb in _VERBS:
        segmenter.add_word(verb, _FREQUENT, "v")
    return segmenter


@lru_cache(maxsize=_KEPT)
def depths(text: str) -> tuple[int, ...]:
    """Return for each character how many quotation marks and brackets are open at it, the marks themselves included."""
    if not _MARKS.search(text):
        return (0,) * len(text)
    found: list[int] = []
    depth = 0
    for char in text:
        if char in OPENING:
            depth += 1
        found.append(depth)
        if char in CLOSING:
            depth = max(0, depth - 1)
    return tuple(found)


@lru_cache(maxsize=_KEPT)
def tokens(text: str) -> tuple[Word, ...]:
    """Return the words of a clause as the segmenter has them, those inside quotations too, in order and without gaps."""
    return _plainly(_segmenter().tag(text))


@lru_cache(maxsize=_KEPT)
def split(text: str) -> tuple[Word, ...]:
    """Return the words of a clause, in order and without gaps.

    >>> [word.text for word in split("实施“微短剧+”行动计划")]
    ['实施', '“微短剧+”', '行动计划']
    """
    tagged = _segmenter().tag(text)
    if not tagged or not _MARKS.search(text):
        return _plainly(tagged)
    found: list[Word] = []
    depth = depths(text)
    at = 0
    for word, tag in tagged:
        end = at + len(word)
        if found and depth[at] and depth[at - 1] and text[at] not in OPENING and found[-1].tag == "quote":
            found[-1] = Word(found[-1].text + word, "quote", found[-1].start, end)
        elif depth[at]:
            found.append(Word(word, "quote", at, end))
        else:
            found.append(Word(word, tag, at, end))
        at = end
    return tuple(found)


def _plainly(tagged: Sequence[tuple[str, str]]) -> tuple[Word, ...]:
    """Return words among which there is no quotation; most clauses are such, and no loop of Python goes over them."""
    if not tagged:
        return ()
    texts, tags = zip(*tagged, strict=True)
    ends = tuple(accumulate(map(len, texts)))
    return tuple(map(_made, zip(texts, tags, (0, *ends[:-1]), ends, strict=True)))


# What ``Word._make`` does, without a function of Python around it.
_made: Callable[[Iterable[object]], Word] = partial(tuple.__new__, Word)
