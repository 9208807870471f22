"""The indicators of ontology/indicators.ttl and of the lexicon in force, and how a name in a document finds its indicator."""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, cast

from policygraph.errors import LexiconError
from policygraph.ontology import concepts, own, wordclasses
from policygraph.ontology.concepts import PG, PGC, SKOS

if TYPE_CHECKING:
    from policygraph.ontology.own import Row

_ABOVE_SIZE = wordclasses.word("above_size")
_FALL_RATE = wordclasses.word("fall_rate")
_GROSS_REGIONAL_PRODUCT = wordclasses.word("gross_regional_product")
_GROWTH_RATE = wordclasses.word("growth_rate")
_HIGH_TECH_ENTERPRISES = wordclasses.word("high_tech_enterprises")
_PERCENTAGE_SHARE = wordclasses.word("percentage_share")
_PRICE_RISE = wordclasses.word("price_rise")

NAMESPACE = "https://w3id.org/policygraph/indicator/"

Direction = Literal["more", "less", "none", "band"]
UnitKind = Literal[
    "area", "concentration", "count", "energy", "index", "length", "mass", "money", "people", "power", "rank",
    "rate", "share", "time", "volume",
]  # fmt: skip

_SOURCE = "http://purl.org/dc/terms/source"
_SUBJECT = "http://purl.org/dc/terms/subject"
_THEME = "https://w3id.org/policygraph/theme/"

# Marks that carry no meaning within a name, and the particle 的, which writers put in or leave out at will.
_MARKS = wordclasses.pattern(r"[\s\"'“”‘’「」『』《》〈〉()\[\]【】、,，·的]")
# Whose value it is: the area of a fact says it, the name of an indicator does not need to.
_PREFIX = wordclasses.pattern(r"^<own_areas>")
# Words that official documents use for one another, the full statistical term on the right.
_SPELLINGS = (
    (
        wordclasses.pattern(
            r"<above_size_in_short>|(?<!<before_own_size>)<scale_itself>(?=<sectors_of_size><what_sectors_have>)"
        ),
        _ABOVE_SIZE,
    ),
    (wordclasses.pattern(r"<high_tech_in_short>"), _HIGH_TECH_ENTERPRISES),
    (
        wordclasses.pattern(r"(?:<domestic>|全<levels_of_government>|(?<!<region>)(?<!<domestic>))<gross_product>|GDP"),
        _GROSS_REGIONAL_PRODUCT,
    ),
    (wordclasses.pattern(r"(?:<on_the_year>)?<growth>$"), _GROWTH_RATE),
    (wordclasses.pattern(r"(?:<on_the_year>)?<rises_of_price>$"), _PRICE_RISE),
    (wordclasses.pattern(r"(?:<on_the_year>)?<falls>$"), _FALL_RATE),
    (wordclasses.pattern(r"<taking_up>?<shares>$|<percentage_share>$"), _PERCENTAGE_SHARE),
)
# A trailing word for "number of"; 指数 (index) and 系数 (coefficient) end in 数 and mean something else.
_COUNT = wordclasses.pattern(r"(?:<sums>|(?<!<before_no_count>)数)$")
_BEFORE_CHANGE = wordclasses.pattern(r"<numbers_of_things>(?=<growth_rate>$)")


@dataclass(frozen=True, slots=True)
class Indicator:
    """A quantity for which reports set targets and report outcomes.

    Attributes:
        id: local name of the IRI, such as ``grain-output``.
        label: canonical Chinese name, such as ``粮食产量``.
        english: English name.
        synonyms: other Chinese names of it, sorted.
        direction: whether more or less of it is better, or neither.
        unit_kind: the kind of unit in which it is given.
        theme: id of its theme; ``""`` where the lexicon in force gives the indicator.
        broader: ids of the indicators of which it is a part, a share or a change, sorted.
        sources: the publications that define what it measures, in English, sorted; none where only reports use it.

    """

    id: str
    label: str
    english: str
    synonyms: tuple[str, ...]
    direction: Direction
    unit_kind: UnitKind
    theme: str
    broader: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


@functools.cache
def all() -> tuple[Indicator, ...]:  # noqa: A001 -- read as indicators.all()
    """Return all indicators, sorted by id.

    Raises:
        OntologyError: ontology/indicators.ttl is missing or wrong.
        LexiconError: an indicator of the lexicon in force is not whole, or contradicts the ontology.

    """
    return tuple(indicator for _, indicator in sorted(_by_id().items()))


@functools.cache
def _given() -> dict[str, Indicator]:
    found = (_indicator(description) for description in concepts.read("indicators.ttl", NAMESPACE))
    return {indicator.id: indicator for indicator in found}


@functools.cache
def _by_id() -> dict[str, Indicator]:
    found = dict(_given())
    for row in own.current().rows("indicators"):
        found[row["id"]] = _of_row(row, found.get(row["id"]))
    return found


def added() -> tuple[Indicator, ...]:
    """Return the indicators that the lexicon in force adds to those of the ontology, sorted by id."""
    return tuple(indicator for indicator in all() if indicator.id not in _given())


@functools.cache
def _by_key() -> dict[str, Indicator]:
    found = {key(name): indicator for indicator in all() for name in (indicator.label, *indicator.synonyms)}
    # A name that somebody gives to an indicator is no longer that of another.
    for row in own.current().rows("indicators"):
        found |= {key(name): _by_id()[row["id"]] for name in _names(row)}
    return found


def get(id: str) -> Indicator:  # noqa: A002 -- the attribute it looks up
    """Return the indicator of a local name.

    Raises:
        KeyError: there is none.

    """
    return _by_id()[id]


def known(id: str) -> Indicator | None:  # noqa: A002 -- the attribute it looks up
    """Return the indicator of a local name, or None: a graph may speak of those of another's lexicon."""
    return _by_id().get(id)


@functools.lru_cache(maxsize=100_000)
def find(name: str) -> Indicator | None:
    """Return the indicator that a name stands for, or None.

    The name must be a label or synonym once both are brought to the form of :func:`key`; if it is none, it is
    tried again without a word for the whole area, such as 全市.

    >>> [indicator.id for indicator in map(find, ("粮食总产量", "全市高企数量", "规上工业增加值增长")) if indicator]
    ['grain-output', 'high-tech-enterprises', 'industrial-value-added-above-designated-size-growth']
    """
    form = key(name)
    return _by_key().get(form) or _by_key().get(_PREFIX.sub("", form))


def key(name: str) -> str:
    """Return the form of a name that does not depend on how it is written.

    Left out: white space, quotation marks, brackets, the particle 的. Made one: 规上 and 规模以上, 高企 and
    高新技术企业, 国内生产总值 and GDP and 地区生产总值; at the end 增长 and 增幅 to 增速, 上涨 to 涨幅, 下降 and 降低
    to 降幅, 比重 and 比例 to 占比. A trailing word for "number of" (数, 总数, 数量, 人数 …) is left out, because an
    amount has the unit to say that it is counted; 新增 and 总 in front of the name make other names.

    >>> key("“四上”单位总数"), key("全市 GDP 增长"), key("居民消费价格指数")
    ('四上单位', '全市地区生产总值增速', '居民消费价格指数')
    """
    form = _MARKS.sub("", unicodedata.normalize("NFKC", name)).upper()
    for pattern, term in _SPELLINGS:
        form = pattern.sub(term, form)
    return _BEFORE_CHANGE.sub("", _COUNT.sub("", form)) or form


def _names(row: Row) -> tuple[str, ...]:
    return tuple(filter(None, (row["label"], *row.list("synonyms"))))


def _of_row(row: Row, before: Indicator | None) -> Indicator:
    """Return the indicator of a row: a new one, or one that is there already with more synonyms."""
    if before is None:
        for column in ("label", "direction", "kind"):
            if not row[column]:
                raise LexiconError(row.path, f"{row['id']} is new, and its {column} is empty; fill it", row.line)
        direction, kind = cast("Direction", row["direction"]), cast("UnitKind", row["kind"])
        return Indicator(row["id"], row["label"], row["english"], row.list("synonyms"), direction, kind, "")
    said = {"label": before.label, "english": before.english, "direction": before.direction, "kind": before.unit_kind}
    for column, value in said.items():
        if row[column] not in ("", value):
            raise LexiconError(
                row.path,
                f"{row['id']} is known with the {column} {value}; leave it empty, or give another id",
                row.line,
            )
    return replace(before, synonyms=tuple(sorted({*before.synonyms, *row.list("synonyms")})))


def _indicator(description: concepts.Description) -> Indicator:
    return Indicator(
        id=description.iri.removeprefix(NAMESPACE),
        label=description.text(f"{SKOS}prefLabel", "zh"),
        english=description.text(f"{SKOS}prefLabel", "en"),
        synonyms=description.texts(f"{SKOS}altLabel", "zh"),
        direction=cast("Direction", description.name(f"{PG}direction").removeprefix(f"{PGC}direction/")),
        unit_kind=cast("UnitKind", description.name(f"{PG}unitKind").removeprefix(f"{PGC}unit-kind/")),
        theme=description.name(_SUBJECT).removeprefix(_THEME),
        broader=tuple(name.removeprefix(NAMESPACE) for name in description.names(f"{SKOS}broader")),
        sources=description.texts(_SOURCE, "en"),
    )
