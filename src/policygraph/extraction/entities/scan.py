"""Names found by their shape alone, outside measures: terms, formulas in quotation marks, proper names with a typed noun."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from policygraph.extraction.entities import expansion, standing, trimming, types
from policygraph.extraction.language import lexicon, words
from policygraph.ontology import places, wordclasses
from policygraph.statements import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# “四个中心”, “一老一小”, “双碳”: a formula of numbered things.
_FORMULA = wordclasses.pattern(r"“<formula_numbers>[^“”，。、]{1,7}”")
# A class of things behind a formula that only qualifies them: “四上”单位.
_CLASSES = wordclasses.of("classes_behind_formulas")
# Parts of speech that end a noun phrase outside of measures.
_BREAKS = frozenset(
    {"p", "u", "ul", "uj", "uv", "ud", "ug", "uz", "r", "c", "x", "y", "d", "m", "q", "f", "mq", "v", "vd", "vq", "vi"}
)
# What indicators do, whatever tag the segmenter gives it: 体育产业规模突破…, 水质稳定在….
_SAYING = wordclasses.members("saying_verbs")
# The tags of words that make the name of a firm with the sector behind them: 弘润石化.
_NAMING = frozenset({"nr", "nz", "nrt", "nrfg"})
# Chains whose trades can be listed: 冶金有色、新材料、装备制造产业链.
_CHAINS = wordclasses.of("chains")
# How many characters before a formula can qualify it: 国有“三资”, 基层“三保”.
_QUALIFIED = 2
# “三个并重”, “四个翻番”: what is done or counted is no formula.
_DONE = wordclasses.of("done_formulas")
# Types whose proper names may have other nouns behind them: 中原科技城综合排名, 武汉港集装箱吞吐量.
_BODIES = (EntityType.PLATFORM, EntityType.ORGANIZATION, EntityType.EVENT, EntityType.PLACE)
# Marks that a term may have without being another.
_BARE = frozenset("“”‘’《》（）()")
# A name and what is said of it, which takes two characters.
_SHORTEST_WITH_MORE = 3
# No name is longer, quotation marks and remarks included.
_LONGEST = 100
# Bodies of party and state, whatever is said of them: 省政协民主监督, 省委工作要求.
_GOVERNMENT = wordclasses.pattern(
    r"<centre_of_the_state>|<national_congress>(?:<standing_committee>)?|<national_conference>|<levels_of_government>(?:委|<peoples_congress>(?:<standing_committee>)?|<consultative_conference>)"
)
# Short names of sectors are also adjectives, unless they stand in a list or before 产业.
_SHORT_SECTOR = 2
_BESIDE = wordclasses.of("beside_sectors")
# A place is one whose noun says which (沈阳都市圈), not a river that names a culture (黄河文化).
_AREA = 3


def find(text: str, start: int, end: int) -> Iterator[standing.Found]:
    """Yield the names in a stretch of a clause: start, end, name, type."""
    run: list[tuple[int, int]] = []
    for chunk in _chunks(text, start, end):
        if run and text[run[-1][1] : chunk[0]] != "、":
            yield from _in_list(text, run)
            run = []
        run.append(chunk)
    yield from _in_list(text, run)


def _in_list(text: str, run: Sequence[tuple[int, int]]) -> Iterator[standing.Found]:
    """Yield the names in chunks that 、 parts; those before the last may share its noun: 兰州、天水跨境电商公共服务平台."""
    named = [list(_in_chunk(text, first, last)) for first, last in run]
    if len(run) > 1 and named[-1] and named[-1][0][0] == run[-1][0]:
        name = named[-1][0][2]
        items = [*(text[first:last] for first, last in run[:-1]), name]
        for index, (item, full) in enumerate(zip(items, expansion.names(items, ""), strict=True)):
            kind = types.of(full, True) if item != full and _shares(item, name) else None
            if kind:
                named[index] = [(*run[index], full, kind)]
    for found in named:
        yield from found


def _shares(item: str, name: str) -> bool:
    """Whether an item takes the noun of a name outside measures: a place before that of a platform, a trade that of a chain."""
    if types.is_place(item):
        return types.of(name, True) is EntityType.PLATFORM
    return types.head(name) in _CHAINS


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches between punctuation, particles, numbers and verbs."""
    first = start
    for word in words.split(text[start:end]):
        at = start + word.start
        opening = at == first and (word.text in _openings() or (at > start and text[at - 1].isdigit()))
        if opening or word.tag in _BREAKS or word.text in _SAYING:
            if at - first > 1:
                yield first, at
            first = start + word.end
    if end - first > 1:
        yield first, end


@cache
def _openings() -> frozenset[str]:
    """Verbs, manner words and openers: at the beginning of a chunk they are no part of a name, whatever their tag."""
    verbs = {row["verb"] for row in lexicon.table("measures") if row["place"] == "front"}
    return frozenset(verbs | lexicon.words("manner") | lexicon.words("openers"))


def _in_chunk(text: str, start: int, end: int) -> Iterator[standing.Found]:
    """Yield the name at the end of a chunk, what is said of it aside (体育产业规模), or a body or a formula before it."""
    core = _said_of(text[start:end].removesuffix("新"))
    ended = bool(types.head(core))
    for word in _openings_of_names(core) if ended or _may_end_with_name(core) else ():
        if _is_of_firm(core, word.start):
            break
        name = core[word.start :]
        # Most chunks end with no typed noun; then only a term or a place can be a name.
        kind = types.of(name, False) if ended or types.term(name) or places.spoken(name) else None
        if kind is EntityType.INDUSTRY and _is_modifier(name, text[start + len(core) :]):
            break
        if kind is not None and (word.start == 0 or types.term(name) or kind is not EntityType.PLACE):
            yield start + word.start, start + len(core), name, kind
            core = core[: word.start]
            break
    formulas = list(_formulas(text, start, start + len(core)))
    yield from formulas or _body_before(core, start)


def _openings_of_names(core: str) -> Iterator[words.Word]:
    """Yield the words of a chunk at which a name can begin that ends it."""
    return (word for word in words.split(core) if len(core) - word.start <= _LONGEST)


def _may_end_with_name(core: str) -> bool:
    """Whether a chunk without a typed noun ends with the letters of a term or place, wherever its words are parted."""
    if not _BARE.isdisjoint(core):
        return True
    return bool(lexicon.ending("terms", core) or lexicon.ending("sectors", core)) or places.ends(core)


def _body_before(core: str, start: int) -> Iterator[standing.Found]:
    """Yield the body, area or known term that a chunk begins with, if what follows says something of it."""
    if len(core) < _SHORTEST_WITH_MORE:
        return
    found = [word for word in words.split(core) if word.start <= _LONGEST]
    for word, after in reversed(list(pairwise(found))):
        name = core[: word.end]
        kind = types.of(name, False) if types.head(name) or types.term(name) else None
        if kind is None or len(core) - len(name) == 1:
            continue
        named = kind is EntityType.EVENT or not after.tag.startswith(("n", "v"))
        if (types.term(name) and named and kind is not EntityType.PLACE) or (kind in _BODIES and _is_body(name, kind)):
            yield start, start + word.end, name, kind
            return


def _is_modifier(name: str, behind: str) -> bool:
    """Whether the short name of a sector only qualifies the noun behind it: [软件]业务收入, [环保]工作; not 汽车、家电等."""
    if len(name) > _SHORT_SECTOR or name not in lexicon.words("sectors"):
        return False
    return "\u4e00" <= behind[:1] <= "\u9fff" and not behind.startswith(_BESIDE)


def _is_body(name: str, kind: EntityType) -> bool:
    """Whether a name at the beginning of a chunk is that of one body or area, whatever is said of it."""
    if kind is EntityType.PLACE and (len(types.head(name)) < _AREA or "“" in name):
        return False
    return types.proper(name) or bool(_GOVERNMENT.fullmatch(name))


def _formulas(text: str, start: int, end: int) -> Iterator[standing.Found]:
    """Yield the formulas in a chunk with the words that belong to them: 基层“三保”, “一老一小”服务."""
    for match in _FORMULA.finditer(text, start, end):
        first, last = match.span()
        if (
            match[0].endswith(_DONE)
            or types.plain(match[0]) in lexicon.words("generic")
            or text.startswith(_CLASSES, last)
        ):
            continue
        if first - start <= _QUALIFIED and not types.head(text[start:first]) and "“" not in text[start:first]:
            first = start
        noun = next((noun for noun in standing.BEHIND_QUOTATION if text.startswith(noun, last)), "")
        yield first, last + len(noun), text[first : last + len(noun)], EntityType.PROGRAMME


def _is_of_firm(core: str, at: int) -> bool:
    """Whether what begins at a place is a sector that ends the name of a firm: 弘润石化."""
    if types.term(core[at:]) is not EntityType.INDUSTRY or types.term(core[:at]):
        return False
    return any(word.end == at and word.tag in _NAMING for word in words.split(core))


def _said_of(chunk: str) -> str:
    """Return a chunk without the nouns that measure or follow a name: 体育产业规模 → 体育产业, 黄河干流水质 → 黄河干流."""
    while types.term(chunk) is None and not places.spoken(chunk):
        shorter = trimming.trim(chunk)
        tail = lexicon.ending("classes", shorter)
        if tail and len(shorter) - len(tail) > 1 and not types.head(shorter):
            shorter = shorter[: -len(tail)]
        if shorter == chunk:
            break
        chunk = shorter
    return chunk
