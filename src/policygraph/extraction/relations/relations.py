"""The relations of a document: those that the names of a sentence hold, and those that its words say."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from policygraph.documents import layout
from policygraph.extraction.relations import byname, bywords, lists, standing
from policygraph.extraction.relations.ends import End, Known
from policygraph.extraction.relations.standing import Standing
from policygraph.statements import By, Relation, Tie

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policygraph.extraction.discourse.segments import Clause, Sentence
    from policygraph.extraction.relations.made import Made
    from policygraph.statements import Document, Mention, Passage


class Named(NamedTuple):
    """A sentence with what it names.

    Attributes:
        sentence: the sentence.
        mentions: what it names, in reading order, with their themes.

    """

    sentence: Sentence
    mentions: Sequence[Mention]


def find(document: Document, said: Sequence[Named], answered: Sequence[Relation] = ()) -> tuple[Relation, ...]:
    """Return the relations of a document, each once, in reading order; what words say goes before what a name says.

    Args:
        document: the document.
        said: its sentences with what they name.
        answered: who answers for what, as its work plan says.

    """
    mentions = [mention for named in said for mention in named.mentions]
    known = Known(document, mentions)
    found = [relation for named in said for relation in _of_sentence(document, named, known)]
    found += answered
    kept: dict[tuple[object, ...], Relation] = {}
    for relation in sorted(found, key=lambda relation: relation.by is By.NAME):
        kept.setdefault(_told(relation), relation)
    return tuple(sorted(kept.values(), key=lambda r: (r.passage.start, r.passage.end, r.id)))


def _told(relation: Relation) -> tuple[object, ...]:
    """Return what a relation tells, whatever says it; who is joined with whom has no direction."""
    ends = (relation.source, relation.target)
    return (relation.tie, *(sorted(ends) if relation.tie is Tie.JOINS else ends), relation.year)


def _of_sentence(document: Document, named: Named, known: Known) -> Iterator[Relation]:
    for mention in named.mentions:
        for made in byname.find(End(mention.entity, mention.type), known):
            yield _relation(made, By.NAME, mention, mention.passage)
    for stretch in _measures(named.sentence):
        inside = tuple(_inside(stretch, named.mentions))
        if inside:
            yield from _of_measure(document, stretch, inside, known)


def _of_measure(
    document: Document, stretch: Clause, inside: Sequence[tuple[Standing, Mention]], known: Known
) -> Iterator[Relation]:
    """Yield what the words of a measure say, and what the names hold that only its lists spell out."""
    text = stretch.text
    names = standing.with_places(text, [place for place, _ in inside], known)
    listed = (*lists.members(text, names), *lists.routes(text), *lists.lettered(text, known))
    here = {mention.entity for _, mention in inside}
    for found in (*listed, *bywords.find(text, names, known), *bywords.joined(text, names)):
        passage = layout.passage(document, stretch.block, stretch.start + found.start, stretch.start + found.end)
        nearest = next((mention for place, mention in inside if place.start >= found.start), inside[-1][1])
        yield _relation(found.made, By.WORDS, nearest, passage)
        if found.made.rule == lists.MEMBERS and found.made.source.name not in here:
            for made in byname.find(found.made.source, known):
                yield _relation(made, By.NAME, nearest, passage)


def _measures(sentence: Sentence) -> Iterator[Clause]:
    """Yield the measures of a sentence, each as one stretch with the marks between its clauses."""
    for _, clauses in groupby(sentence.clauses, key=lambda clause: clause.measure):
        first, *rest = clauses
        yield replace(first, end=rest[-1].end if rest else first.end)


def _relation(made: Made, by: By, mention: Mention, passage: Passage) -> Relation:
    return Relation(
        source=made.source.name,
        source_type=made.source.type,
        tie=made.tie,
        target=made.target.name,
        target_type=made.target.type,
        by=by,
        year=mention.year,
        theme=mention.theme,
        passage=passage,
        rule=(made.rule,),
    )


def _inside(clause: Clause, mentions: Iterable[Mention]) -> Iterator[tuple[Standing, Mention]]:
    """Yield the mentions of a clause, where they stand in it."""
    places = {at: index for index, at in enumerate(clause.block.offsets[clause.start : clause.end])}
    for mention in mentions:
        first, last = places.get(mention.surface.start), places.get(mention.surface.end - 1)
        if first is not None and last is not None:
            yield Standing(first, last + 1, End(mention.entity, mention.type)), mention
