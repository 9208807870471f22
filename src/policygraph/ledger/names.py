"""When two indicators are one: by their concept, else by what is left of their names without the way of saying it."""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policygraph.facets import basis, stretches
from policygraph.ledger import pairs, quantities
from policygraph.ledger.burdens import is_burden
from policygraph.ontology import indicators, places, wordclasses

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygraph.ontology.indicators import Indicator
    from policygraph.statements import Fact

_FALL = wordclasses.word("fall_rate")
_KILOMETRES = wordclasses.word("kilometres")
_MOTOR_VEHICLES = wordclasses.word("motor_vehicles")
_NUMBER_OF_PEOPLE = wordclasses.word("number_of_people")
_SCALE_ITSELF = wordclasses.word("scale_itself")

# Verbs of something that comes newly into being within the year; what is planned to be built or trained is new too.
# 开工, 建成, 签约, 落地, 改造 say how far it gets or what is done to it, and stay in the name.
_NEW = wordclasses.of("verbs_of_newness")
# Verbs that say no more than that it is done.
_DONE = wordclasses.of("verbs_of_doing")
_BUILT = "<rebuilding>"
_VERB = wordclasses.pattern(
    rf"(?P<new><newly_built>(?:[<linking_names>、]?{_BUILT})*|{_BUILT}[<linking_names>、]?<newly_built>|<rebuilding_short>|<construction>(?:[<linking_names>、]?{_BUILT})*|{'|'.join(_NEW)})|"
    rf"(?P<done>{'|'.join(_DONE)})|新(?=<contract_signing>)"
)
# Words in front of a name that belong to the sentence.
_LEAD = wordclasses.pattern(r"^(?:要?把|<opening_clauses>|<list_numbers>是|<all_at_end>)")
# What a name says again that its unit has said already.
_MEASURED = {
    "area": wordclasses.pattern(r"(?:总?<surface>)$"),
    "length": wordclasses.pattern(r"(?:总?<lengths>)$"),
    "money": wordclasses.pattern(r"(?:<money_characters>?额)$"),
    "people": wordclasses.pattern(r"(?:总?人<number_times>)$"),
    "count": wordclasses.pattern(r"(?:总?<number_or_quantity>)$"),
}
# Words that make no difference to what is measured, and terms for one another.
_ROUNDABOUT = (
    (wordclasses.pattern(r"<industry>(?=(?:<parks>|<park_or_parks>)(?:<scale_itself>)?$)"), ""),
    (wordclasses.pattern(r"<whole_vehicles>(?=<output_and_sales>量)"), _MOTOR_VEHICLES),
    (wordclasses.pattern(r"<yearly>(?=[^<means_and_ends>]{0,5}<goods_handled>量)"), ""),
    (wordclasses.pattern(r"<anticipated>(?=<growth_rate>$)"), ""),
    # A rate that came to 2.6 % is no share: 涨幅回落到2.6%, 失业率均值5.2%.
    (wordclasses.pattern(r"(?<=<ratio_characters>)<mean_values>?<percentage_share>$"), ""),
)
_LEAST = 2
_GROWTHS = wordclasses.of("growth_names")


@dataclass(frozen=True, slots=True)
class Name:
    """What makes two figures those of one indicator.

    Attributes:
        concept: the indicator's concept in ontology/indicators.ttl, or ``""``.
        words: the words that are left of the name where it has no concept, else ``""``.
        new: whether it counts what is new in the year; no more than a name without concept has it.
        dimension: the base unit; a level and its growth are two indicators.

    """

    concept: str
    words: str
    new: bool
    dimension: str

    @property
    def generic(self) -> bool:
        """Whether the words only say what sort of thing is counted, such as 项目 or 产业集群规模."""
        return not self.concept and is_generic(self.words)


def is_generic(words: str) -> bool:
    """Whether words only say what sort of thing is counted."""
    return words.removesuffix(_SCALE_ITSELF) in _generic()


@functools.cache
def _generic() -> frozenset[str]:
    # Whoever only asks a graph derives no ledger, and needs no words of the lexicon.
    from policygraph.extraction.language import lexicon

    return lexicon.words("generic")


def of(fact: Fact) -> Name:
    """Return the name of a fact's indicator, one for all the ways to say it."""
    return _name(fact.indicator, fact.concept, fact.unit, fact.area)


def of_growth(fact: Fact) -> Name | None:
    """Return the name of the growth whose fall a fact states, or None: 工业投资降幅 is a negative 工业投资增速.

    What is a burden (能耗, 排放) is to fall, and its fall is an indicator of its own.
    """
    form = indicators.key(fact.indicator)
    if fact.concept or not form.endswith(_FALL) or indicators.find(fact.indicator) or is_burden(fact.indicator):
        return None
    stem = form.removesuffix(_FALL)
    known = next((name for end in _GROWTHS if indicators.find(name := f"{stem}{end}")), f"{stem}{_GROWTHS[0]}")
    return _name(known, "", fact.unit, fact.area)


def area_of(fact: Fact) -> str:
    """Return the short name of a fact's area: 湖北 for 湖北省."""
    return area(fact.area)


@functools.lru_cache(maxsize=10_000)
def area(name: str) -> str:
    """Return the short name of an area, or the name itself where it is none of the known places."""
    known = places.get(name)
    return known.name if known else name


@functools.lru_cache(maxsize=100_000)
def _name(indicator: str, concept: str, unit: str, where: str) -> Name:
    """Return the name of an indicator by the rules, and by the pairs of the lexicon in force over them."""
    form = pairs.form(indicator, where)
    name = _joined(form, _by_rules(indicator, concept, unit, where), unit, where)
    for other in pairs.different(form):
        if _joined(other, _by_rules(other, "", unit, where), unit, where) == name:
            return Name("", form, False, name.dimension)
    return name


def _joined(form: str, name: Name, unit: str, where: str) -> Name:
    """Return the one name of all that somebody says to be the same."""
    for names in pairs.same():
        if form in names or any(_by_rules(other, "", unit, where) == name for other in names):
            return _by_rules(names[0], "", unit, where)
    return name


@functools.lru_cache(maxsize=100_000)
def _by_rules(indicator: str, concept: str, unit: str, where: str) -> Name:
    dimension, _ = quantities.dimension_of(unit)
    indicator = basis.without(stretches.without(indicator))
    if concept and indicators.known(concept) is None:
        return Name(concept, "", False, dimension)  # a graph speaks of an indicator of somebody's lexicon
    known = _fitting(indicators.known(concept), unit) or _fitting(_counted(indicator, unit), unit)
    known = known or _fitting(indicators.find(_plain(_LEAD.sub("", indicator))), unit)
    if known:
        return Name(known.id, "", False, dimension)
    new, words = _core(indicator, unit, where)
    other = _fitting(_by_core().get((new, words)), unit)
    if other:
        return Name(other.id, "", False, dimension)
    return Name("", words, new, dimension)


def _plain(name: str) -> str:
    """Return a name without words that make no difference to what is measured."""
    for pattern, word in _ROUNDABOUT:
        name = pattern.sub(word, name)
    return name


def _fitting(indicator: Indicator | None, unit: str) -> Indicator | None:
    """Return an indicator if its figures can have this unit: a rate is not counted in persons."""
    if indicator is None:
        return None
    kind, wanted = quantities.kind_of(unit), indicator.unit_kind
    if not kind or kind == wanted or {kind, wanted} <= {"rate", "share"} or {kind, wanted} <= {"count", "people"}:
        return indicator
    return None


def _counted(indicator: str, unit: str) -> Indicator | None:
    """Return the number that a rate in persons means: 参保率1050万人, also named 参保率人数, is 参保人数."""
    rate = indicator.removesuffix(_NUMBER_OF_PEOPLE)
    if rate.endswith("率") and quantities.kind_of(unit) == "people":
        return indicators.find(f"{rate[:-1]}{_NUMBER_OF_PEOPLE}")
    return None


def _core(indicator: str, unit: str, where: str) -> tuple[bool, str]:
    """Return whether a name counts what is new, and what is left of it without verb and measure."""
    form = _LEAD.sub("", indicators.key(indicator).removeprefix(where))
    verb = _VERB.match(form)
    new = False
    if verb and len(form) - verb.end() >= _LEAST:
        new = verb["new"] is not None
        form = form[verb.end() :]
    form = _plain(form)
    measured = _MEASURED.get(quantities.kind_of(unit))
    bare = measured.sub("", form) if measured else form
    return new, bare if len(bare) >= _LEAST else form


# A unit of each kind, for the names of the ontology, which come without figures.
_UNITS = {"area": "亩", "length": _KILOMETRES, "money": "元", "people": "人", "count": "个"}


@functools.cache
def _by_core() -> Mapping[tuple[bool, str], Indicator]:
    """Return the indicators by what is left of their names; what is left of two indicators' names tells neither."""
    found: defaultdict[tuple[bool, str], set[Indicator]] = defaultdict(set)
    for indicator in indicators.all():
        unit = _UNITS.get(indicator.unit_kind, "")
        for name in (indicator.label, *indicator.synonyms):
            found[_core(name, unit, "")].add(indicator)
    return {core: next(iter(those)) for core, those in found.items() if len(those) == 1}
