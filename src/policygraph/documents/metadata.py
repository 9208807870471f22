"""What is known about a document besides its text: given by the user, or inferred from the text and the file's name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from policygraph.documents import areas, dates, genre, tags
from policygraph.errors import one_line
from policygraph.ontology import wordclasses
from policygraph.statements import UNKNOWN, Genre, Level

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygraph.ontology.places import Place

_PEOPLES_GOVERNMENT = wordclasses.word("peoples_government")

# Above the text proper stand at most this many lines: titles, date, speaker, source.
_OPENING_LINES = 12
# A title may run to this many characters; the longest of the corpus has 41.
_LONGEST_TITLE = 60
# No title, date or source needs more of a line than this; expressions must not run over a line of megabytes.
_LONGEST_LINE = 200
_MARKDOWN = wordclasses.pattern(r"#{1,6}\s+(?P<title>.*?)\s*#*$")
_EMPHASIS = wordclasses.pattern(r"[*`]+|(?<!\w)_+|_+(?!\w)")
# Byte order marks of files that were put together, and marks between letters.
_INVISIBLE = wordclasses.pattern(r"[\ufeff\u200b-\u200d\u2060]")
_GREETING = wordclasses.pattern(r"(?:<honoured>)?<everyone_here><persons_addressed>|<friends_addressed>们\s*[:：]")
_NUMBERED = wordclasses.pattern(
    r"<list_numbers>{1,3}、|[（(][<list_numbers>\d]{1,3}[）)]|\d{1,2}[.、．]\s*\D|第<numbers_to_five><part>"
)
_SENTENCE_END = wordclasses.pattern(r"[。；！？，…][”’」』）)】]*$")
_SENTENCE = wordclasses.pattern(r"[。；]|" + _SENTENCE_END.pattern)
# Lines that stand beside a title: where from, who wrote or spoke, when.
_BESIDE = wordclasses.pattern(
    r"<metadata_labels>\s*[:：]|"
    r"[（(]?<own_press>?(?:<all_media>)?<reporter>\s|<newspaper_dispatch>|[—–-]{2}|[（(]?(?:19|20)\d\d\s*年\s*\d{1,2}\s*月|\W*$"
)
# Lines of the frame of a page: menus, hotlines, upload dates, counters, buttons.
_FRAME = wordclasses.pattern(
    r"<telephones>|[qQ]{2}\s*群|<parts_of_a_page>|[>》]\s*<body_text>|<publishers>|ICP|<registrations>|"
    r"<looked_at>|<clicks><sums_of_visits>|<reads><sums_of_visits>|<tools_of_a_page>|<source_given>\s*[:：]|"
    r"<time_of_update>|<dates_of_a_page>|<author_given>\s*[:：]|<links_of_a_page>|->|>>"
)
# 文库 实用文档 报告: short words side by side are a menu.
_MENU = wordclasses.pattern(r"(?:[^\W\d]{1,5}[\s|/·]+){2,}[^\W\d]{1,5}")
# What a document is called by; a line that says it is the title before one that does not.
_KIND = wordclasses.pattern(r"(?:<works_of_reports>|<situation_of>|<draft_of>)<report>|<documents_in_titles>")
_LETTERS = wordclasses.pattern(r"[^\W\d_]{2}|[\u4e00-\u9fff]{2}")
_SPACED_LETTERS = wordclasses.pattern(r"(?:[\u4e00-\u9fff]\s+){3,}[\u4e00-\u9fff]")

# 石桥县2024年统计公报_石桥县人民政府门户网站
_PARTS_OF_PAGE_TITLE = wordclasses.pattern(
    r"\s*[_|｜]\s*|\s+[-–—]+\s+|[-–—]{2}|(?<=[\u4e00-\u9fff）)])[-–—](?=[\u4e00-\u9fff])"
)
_SITE = wordclasses.pattern(r"<ends_of_sites>$")
# 发布机构：石桥县统计局 发布日期：2025-03-20: a line may hold several fields, or the time after the name.
_SOURCE_LINE = wordclasses.pattern(
    r"(?:^|\s|[】\]])[\[【]?<information>?<labels_of_publishers>\s*[:：】\]][^\S\n]*(\S[^\n]{0,40}?)"
    r"(?=\s*(?:$|[|｜\[【]|\d{4}\s*[-/.年]|<labels_of_fields>\s*[:：]))",
    re.MULTILINE,
)
# 来源：未知, 来源：本站 name nobody.
_NOBODY = wordclasses.pattern(r"<no_publishers>")
# How much of a text, blanks left out, can hold "我代表…人民政府".
_HEAD = 600
_GOVERNMENT = wordclasses.pattern(
    r"<on_behalf_of>(?!<congress>)(<state_council>|(?P<place>[\u4e00-\u9fff]{1,14}?)<peoples_government>)"
)
_BARE_UNITS = wordclasses.members("area_suffixes_short")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The metadata of one document, each field in normal form; see ``policygraph.statements.Document``."""

    title: str
    publisher: str
    issued: str
    area: str
    level: Level
    source: str
    genre: Genre
    inferred: tuple[str, ...]


def complete(given: Mapping[str, str], body: str, stem: str, called: str = "") -> Metadata:
    """Return the metadata given, and what is lacking inferred from the text and the file's name.

    Args:
        given: fields in normal form, see ``fields.normal``.
        body: the text without front matter.
        stem: the file's name without suffix.
        called: what the file calls itself apart from its text, such as the ``title`` of a page.

    Returns:
        The metadata; ``issued`` is ``""`` where nothing tells the year.

    """
    # A name of Linux may hold line breaks and halves of characters, which a title cannot.
    stem = one_line(stem)
    opening = _opening(body)
    heading = _heading(opening, body, _of_page(called))
    title = given.get("title", "") or heading
    level = Level(given["level"]) if "level" in given else None
    area = given.get("area", "")
    place = areas.resolve(area) if area else areas.infer(stem, title, body, level, opening)
    values = {
        "title": title or stem,
        "publisher": given.get("publisher") or tags.label(_publisher(place, body)),
        "issued": given.get("issued") or dates.infer("\n".join(opening), title, stem, body),
        "area": place.name,
        "source": given.get("source", ""),
    }
    level = level or place.level
    kind = Genre(given["genre"]) if "genre" in given else genre.infer(title, opening, body)
    told = {**values, "level": level, "genre": kind}.items()
    inferred = sorted(name for name, value in told if name not in given and value not in ("", UNKNOWN, Level.UNKNOWN))
    return Metadata(**values, level=level, genre=kind, inferred=tuple(inferred))


def genre_words(title: str, body: str) -> str:
    """Return the words of a document that tell of what sort it is; ``""`` where none does, so that it was taken as a report."""
    return genre.words(title, _opening(body), body)


def _opening(body: str) -> list[str]:
    """Return the lines above the text proper: up to the greeting, the first section or the first long sentence."""
    lines: list[str] = []
    for raw in body.splitlines():
        line = raw.strip()[:_LONGEST_LINE]
        if not line:
            continue
        markdown = _MARKDOWN.match(line)
        content = markdown["title"] if markdown else line
        is_text = not markdown and _SENTENCE_END.search(content) and len(content) > _LONGEST_TITLE
        if len(lines) == _OPENING_LINES or _GREETING.match(content) or _NUMBERED.match(content) or is_text:
            break
        lines.append(line)
    return lines


def _heading(opening: list[str], body: str, called: str) -> str:
    """Return the first line of the opening that reads like a title, a Markdown heading before others; else ``""``.

    What a page is called (``called``) is its title where no heading is one, and before a heading that says no sort of
    document while it does: of the site, not of the text.
    """
    marked = [match["title"] for line in opening if (match := _MARKDOWN.match(line))]
    if titles := [title for line in marked if (title := _title(line))]:
        of_site = _KIND.search(called) and not any(_KIND.search(title) for title in titles)
        return called if of_site else titles[0]
    titles = [title for line in opening if (title := _title(line))]
    kinds = (title for title in (called, *titles) if _KIND.search(title))
    if named := next(kinds, called or next(iter(titles), "")):
        return named
    first = re.search(r"^#[ \t]+(.+)$", body, re.MULTILINE)
    return _title(first[1][:_LONGEST_LINE]) if first else ""


def _of_page(called: str) -> str:
    """Return the part of a page's title that names the text, not the site; ``""`` if none does.

    >>> _of_page("石桥县2024年统计公报_石桥县人民政府门户网站"), _of_page("石桥市人民政府网")
    ('石桥县2024年统计公报', '')
    """
    parts = (_title(part.strip()) for part in _PARTS_OF_PAGE_TITLE.split(called))
    return next((part for part in parts if part and not _SITE.search(part)), "")


def _title(line: str) -> str:
    """Return a line as a title, or ``""`` if it does not read like one."""
    if _MARKDOWN.match(line):
        return ""
    title = " ".join(_INVISIBLE.sub("", _EMPHASIS.sub("", line)).split()).rstrip(":：")
    title = _SPACED_LETTERS.sub(lambda match: re.sub(r"\s+", "", match[0]), title)
    reads_like_one = (
        len(title) <= _LONGEST_TITLE
        and _LETTERS.search(title)
        and not (_FRAME.search(title) or _MENU.fullmatch(title))
        and not (_GREETING.match(title) or _NUMBERED.match(title) or _BESIDE.match(title) or _SENTENCE.search(title))
    )
    return title if reads_like_one else ""


def _publisher(place: Place, body: str) -> str:
    """Return who published a text: the source that a line names, else the government that the speaker stands for."""
    beginning = "\n".join(line.strip()[:_LONGEST_LINE] for line in body.splitlines()[: 3 * _OPENING_LINES])
    sources = (match[1] for match in _SOURCE_LINE.finditer(beginning))
    if source := next((source for source in sources if not _NOBODY.match(source)), ""):
        return source
    government = _GOVERNMENT.search(re.sub(r"\s+", "", body)[:_HEAD])
    if not government:
        return ""
    name = government["place"]
    if name is None:
        return government[1]
    if name in _BARE_UNITS:
        return f"{place.official}{_PEOPLES_GOVERNMENT}" if place.official.endswith(name) else ""
    return f"{name}{_PEOPLES_GOVERNMENT}"
