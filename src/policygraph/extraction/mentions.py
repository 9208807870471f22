"""The named policy entities of a sentence, each with the measure that a clause takes on it.

A clause is read for its measures (``measures``); what a measure acts on is parted into lists and names (``phrases``,
``expansion``); each name gets its type (``types``). What stands outside measures is named by its shape only (``scan``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.documents import layout
from policygraph.extraction import expansion, measures, phrases, scan, types
from policygraph.statements import EntityType, Kind, Mention, Mode, Stage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from policygraph.extraction.discourse import Frame
    from policygraph.extraction.measures import Measure
    from policygraph.extraction.names import Names
    from policygraph.extraction.phrases import Group
    from policygraph.extraction.segments import Clause, Sentence
    from policygraph.statements import Document

# What the noun behind a list says of its items: …等重大项目, …等5个集群.
_SORTS = {
    "项目": EntityType.PROJECT,
    "场馆": EntityType.PROJECT,
    "综合体": EntityType.PROJECT,
    "产业链": EntityType.INDUSTRY,
    "产业": EntityType.INDUSTRY,
    "集群": EntityType.INDUSTRY,
    "技术": EntityType.INDUSTRY,
    "产品": EntityType.INDUSTRY,
    "品牌": EntityType.PLATFORM,
    "平台": EntityType.PLATFORM,
    "企业": EntityType.ORGANIZATION,
    "国企": EntityType.ORGANIZATION,
    "县市": EntityType.PLACE,
    "城市": EntityType.PLACE,
    "景区": EntityType.PLACE,
    "地区": EntityType.PLACE,
    "活动": EntityType.EVENT,
    "会议": EntityType.EVENT,
    "论坛": EntityType.EVENT,
    "行动": EntityType.PROGRAMME,
    "工程": EntityType.PROGRAMME,
    "专项": EntityType.PROGRAMME,
    "政策": EntityType.PROGRAMME,
}


def find(document: Document, sentence: Sentence, frames: Sequence[Frame], *, names: Names) -> list[Mention]:
    """Return the mentions of a sentence in reading order.

    Args:
        document: the document it stands in.
        sentence: the sentence.
        frames: one frame for each of its clauses.
        names: the list of known names, for canonical names of what the rules find.

    """
    found: list[Mention] = []
    for clause, frame in zip(sentence.clauses, frames, strict=True):
        reader = _Clause(document, clause, frame, names)
        found.extend(reader.mentions())
    return found


def distinct(mentions: Iterable[Mention]) -> list[Mention]:
    """Return one mention for each entity, stage, year and mode of a document: the first."""
    kept: dict[tuple[object, ...], Mention] = {}
    for mention in mentions:
        key = (mention.surface.document, mention.entity, mention.stage, mention.year, mention.mode)
        kept.setdefault(key, mention)
    return list(kept.values())


class _Clause:
    """Reads one clause."""

    def __init__(self, document: Document, clause: Clause, frame: Frame, names: Names) -> None:
        self._document = document
        self._clause = clause
        self._frame = frame
        self._names = names
        self._text = clause.text

    def mentions(self) -> Iterator[Mention]:
        at = 0
        for measure in measures.find(self._text):
            for start, end in measure.arguments:
                yield from self._named_in(at, start)
                for group in phrases.groups(self._text, start, end):
                    yield from self._group(group, measure)
                at = max(at, end)
        yield from self._named_in(at, len(self._text))

    def _group(self, group: Group, measure: Measure) -> Iterator[Mention]:
        items = [self._text[start:end] for start, end in group.items]
        sort = next((kind for noun, kind in _SORTS.items() if group.head.endswith(noun)), None)
        for (start, end), item, name in zip(group.items, items, expansion.names(items, group.head), strict=True):
            kind = self._kind(item, name, group, sort)
            if kind is None:
                if not group.counted:
                    yield from self._named_in(start, end, measure)
                continue
            if item != name and not name.startswith(item):
                end = group.end
            elif item != name:
                end = group.end
            yield self._mention(name, kind, start, end, measure)

    def _kind(self, item: str, name: str, group: Group, sort: EntityType | None) -> EntityType | None:
        if group.counted and not types.proper(item):
            return None
        kind = types.of(name, True)
        if not group.several or sort is None:
            return kind
        if sort in (EntityType.PROJECT, EntityType.PLACE) or kind is None:
            return sort if len(item) > 1 and not types.is_class(item) else None
        return kind

    def _named_in(self, start: int, end: int, measure: Measure | None = None) -> Iterator[Mention]:
        for first, last, name, kind in scan.find(self._text, start, end):
            yield self._mention(name, kind, first, last, measure)

    def _mention(self, name: str, kind: EntityType, start: int, end: int, measure: Measure | None) -> Mention:
        clause, block = self._clause, self._clause.block
        stage = measure.stage if measure else None
        mode = Mode(self._frame.kind.value) if stage else Mode.NONE
        first, last = (measure.start, measure.end) if measure else (0, len(self._text))
        first, last = min(first, start), max(last, end)
        full = expansion.spelled_out(name)
        known = self._names.get(full) or self._names.get(name)
        return Mention(
            entity=known.name if known else full,
            type=known.type if known else kind,
            surface=layout.passage(self._document, block, clause.start + start, clause.start + end),
            year=self._frame.year,
            mode=mode,
            stage=stage,
            theme="",
            heading=block.headings[-1] if block.headings else "",
            passage=layout.passage(self._document, block, clause.start + first, clause.start + last),
        )
