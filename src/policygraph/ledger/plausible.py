"""Whether a passage that holds most of a figure's subject can be of it, so that it may be quoted as its candidate.

An outcome that is quoted and is none misleads as much as an accusation: what names another head, another of a set, a longer
name, a total of years or a use of money is not quoted.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from policygraph import facets
from policygraph.facets import Measure
from policygraph.ledger import names, vetoes
from policygraph.ledger.likeness import bigrams
from policygraph.ledger.matching import LEAST
from policygraph.ontology import wordclasses
from policygraph.statements import Kind, Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from policygraph.ledger.figures import Figure
    from policygraph.ledger.likeness import Weights
    from policygraph.ledger.passages import Found
    from policygraph.statements import Passage

# The share of a subject's weight that a passage has to hold to be the one that could speak of it.
COVERED: Final = 0.6
# The share from which on nothing is said to be gone.
NEAR: Final = 0.4
# How alike a target of the next plan is at least, in the same unit, for nothing to be said to be gone.
_RELATED: Final = 0.3
# How alike two names are of which the facts of a passage speak: a plan may set the same under another name.
_ALIKE: Final = {Kind.OUTCOME: 0.55, Kind.TARGET: 0.8}
# The head of a name stands last.
_HEAD: Final = 2
# A name of so many characters tells a thing, however few names there are to weigh it by.
_FULL: Final = 4
# How many times what a telling name weighs a name has to weigh: to be told without its head, and to be told in part.
_LONG: Final = 4
_SHORT: Final = 2
# How much longer than twice its length the stretch may be in which a subject stands.
_WIDER: Final = 4
# The quote of a figure is no longer; what begins further before a passage does not reach into it.
_LONGEST: Final = 400
_SHARE: Final = "占"
_NOUN: Final = "n"
# What money is used for, and what is lacking, tells no result: 增加的赤字主要用于减税, 办好民生实事尚需用力.
_ELSE: Final = wordclasses.pattern(r"<no_results>")
# What may follow the name of an indicator and says only how it is measured.
_MEASURES: Final = wordclasses.pattern(r"<measures_of_burdens>|<measures_behind>")


class Plausible:
    """What passages can be of which figures.

    Args:
        figures: all figures.
        weighed: the weights of bigrams in the names of the corpus.

    """

    def __init__(self, figures: Iterable[Figure], weighed: Weights) -> None:
        self._weights = weighed
        by_document: defaultdict[str, list[Figure]] = defaultdict(list)
        for figure in figures:
            by_document[figure.document.name].append(figure)
        self._figures = {name: sorted(those, key=lambda figure: figure.order) for name, those in by_document.items()}
        self._starts = {name: [each.fact.passage.start for each in those] for name, those in self._figures.items()}

    def asked(self, figure: Figure) -> str:
        """Return the words by which a figure is looked for, or ``""`` where its name tells no thing (项目数, 队伍数)."""
        parts = figure.facets
        # 产业投资占全部投资比重 may be told without what it is a share of.
        subject = parts.subject.partition(_SHARE)[0] or parts.subject
        if names.is_generic(subject) or facets.words.verbs_in_front().fullmatch(subject):
            return ""
        if figure.name.concept:
            return max(subject, parts.core.partition(_SHARE)[0], key=len) if parts.elliptic else subject
        return subject if self._tells(subject) or self._tells(parts.core) else ""

    def could_be(self, figure: Figure, kind: Kind, found: Found) -> bool:
        """Whether a passage can be of a figure: it states the same amount, or names it, and nothing speaks against it.

        Args:
            figure: the target of which the outcome or the successor is looked for.
            kind: which of both.
            found: a passage that holds most of its subject.

        """
        if figure.name.concept and goes_on(self.asked(figure), found.words):
            return False
        if _ELSE.search(found.words) and not _ELSE.search(figure.fact.passage.quote):
            return False
        if self._is_another(figure, found.passage, kind):
            return False
        return self._states(figure, found.passage) or self._names(figure, found)

    def related(self, figure: Figure, document: str) -> bool:
        """Whether a document sets a target in the same unit whose name is somewhat like that of a target of the year before."""
        own = bigrams(figure.facets.subject)
        return any(
            other.fact.kind is Kind.TARGET
            and other.quantity.dimension == figure.quantity.dimension
            and not own.isdisjoint(bigrams(other.facets.subject))
            and self._alike(figure, other) >= _RELATED
            for other in self._figures.get(document, ())
        )

    def alike(self, figure: Figure, document: str) -> Sequence[tuple[float, Figure]]:
        """Return the outcomes of a document that no veto parts from a target, where no pair was sure; with their likeness."""
        own = bigrams(figure.facets.subject)
        others = (
            other
            for other in self._figures.get(document, ())
            if other.fact.kind is Kind.OUTCOME
            and (other.area, other.fact.year) == (figure.area, figure.fact.year)
            and self.asked(other)
            and not own.isdisjoint(bigrams(other.facets.subject))
        )
        found = ((self._alike(figure, other), other) for other in others)
        return [(score, other) for score, other in found if score >= LEAST and not vetoes.veto(figure, other)]

    def is_of_years(self, passage: Passage) -> bool:
        """Whether all figures of a passage are of several years, so that it tells nothing of one."""
        told = self._told(passage)
        return bool(told) and all(each.period is Period.YEARS for each in told)

    def _tells(self, words: str) -> bool:
        return len(words) >= _FULL or self._weights.of(bigrams(words)) >= self._weights.telling

    def _names(self, figure: Figure, found: Found) -> bool:
        """Whether a passage names the subject of a figure, within a stretch not much longer than itself, with its head.

        The head stands last (单项冠军县, of which 单项冠军企业 says nothing); of a long name less may be said. A short name
        has to stand there whole, and a subject of common words (耕地, 钢铁) with what is done to it (补充, 淘汰).
        """
        asked, words = self.asked(figure), found.words
        if not self._tells(asked) and not figure.name.concept:
            return figure.facets.core.removesuffix(asked) in words
        if self._at_once(asked, words) < COVERED or (found.covered < 1 and not self._weighs(asked, _SHORT)):
            return False
        return asked[-_HEAD:] in words or self._weighs(asked, _LONG)

    def _weighs(self, words: str, times: int) -> bool:
        """Whether a name weighs some times what a telling one does."""
        return self._weights.of(bigrams(words)) >= times * self._weights.telling

    def _at_once(self, asked: str, words: str) -> float:
        """Return the largest share of a subject's weight that stands within a stretch not much longer than itself."""
        length = 2 * len(asked) + _WIDER
        starts = range(max(1, len(words) - length + 1))
        return max(self._weights.covered(asked, words[at : at + length]) for at in starts)

    def _states(self, figure: Figure, passage: Passage) -> bool:
        """Whether a passage states the same amount of the same kind."""
        one = figure.quantity
        others = (other.quantity for other in self._told(passage))
        return any((one.dimension, one.anchor) == (other.dimension, other.anchor) for other in others)

    def _is_another(self, figure: Figure, passage: Passage, kind: Kind) -> bool:
        """Whether all that a passage says of the subject is known to be something else: its growth, a total of years.

        A plan that sets another measure of the same subject (新增150家 after 达到2600家) has not dropped it.
        """
        told = [each for each in self._told(passage) if each.facets.measure is not Measure.DURATION]
        near = [other for other in told if self._alike(figure, other) >= _ALIKE[kind]]
        if kind is Kind.TARGET and any(_same_subject(figure, other) for other in near):
            return False
        return bool(near) and all(vetoes.veto(figure, other) for other in near)

    def _alike(self, one: Figure, other: Figure) -> float:
        return self._weights.likeness(one.facets.subject, other.facets.subject).score

    def _told(self, passage: Passage) -> Sequence[Figure]:
        """Return the figures that a passage states, in whole or in part."""
        starts = self._starts.get(passage.document, [])
        first, last = bisect_left(starts, passage.start - _LONGEST), bisect_left(starts, passage.end)
        near = self._figures.get(passage.document, [])[first:last]
        return [figure for figure in near if figure.fact.passage.end > passage.start]


def contrasted(figure: Figure, words: str) -> bool:
    """Whether words name only another of a set of which the subject is one: 城市黑臭水体 for 农村黑臭水体."""
    pattern, sets = facets.words.contrasts()
    named = {(group, word) for word in pattern.findall(words) for group in sets[word]}
    groups = {group for group, _ in named}
    return any(group in groups and word not in words for group, word in figure.facets.contrasts)


def goes_on(asked: str, words: str) -> bool:
    """Whether every place that names an indicator goes on to a longer name: 进出口环节, 粮食产能提升行动."""
    # Whoever only asks a graph derives no ledger, and needs no words of the lexicon.
    from policygraph.extraction.language import words as segmenter

    rests = words.split(asked[-_HEAD:])[1:]
    firsts = [next(iter(segmenter.split(rest)), None) for rest in rests]
    return bool(firsts) and all(
        first is not None and first.tag.startswith(_NOUN) and not _MEASURES.match(first.text) for first in firsts
    )


def _same_subject(one: Figure, other: Figure) -> bool:
    return one.facets.subject == other.facets.subject and one.quantity.dimension == other.quantity.dimension
