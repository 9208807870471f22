"""HTML in a text that is no page: PM<sub>2.5</sub>, <b>高新技术</b>, &nbsp;, as Markdown allows it and copied pages have it."""

from __future__ import annotations

import html
import re

# Elements that begin and end a line: HTML Living Standard, 15.3 (display: block, list-item, table-row).
BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "ol", "p", "pre", "search", "section",
        "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    )
)  # fmt: skip
CELLS = frozenset(("td", "th"))
# The others of the same standard, those of old pages and of Word. <甲> and <A> are words in brackets.
_OTHERS = frozenset(
    (
        "a", "abbr", "acronym", "area", "audio", "b", "base", "bdi", "bdo", "big", "button", "canvas", "cite", "code",
        "col", "colgroup", "data", "datalist", "del", "dfn", "em", "embed", "font", "head", "i", "iframe", "img", "input",
        "ins", "kbd", "label", "link", "map", "mark", "meta", "meter", "nav", "noscript", "o:p", "object", "optgroup",
        "option", "output", "param", "picture", "progress", "q", "rp", "rt", "ruby", "s", "samp", "script", "select",
        "slot", "small", "source", "span", "st1:chsdate", "strike", "strong", "style", "sub", "sup", "svg", "template",
        "textarea", "time", "title", "track", "tt", "u", "var", "video", "wbr",
    )
)  # fmt: skip
# Tags, comments, declarations and character references as in CommonMark 0.31, 2.5 and 6.6, and the marks of strong emphasis.
# Each part has a bound, so that no text makes the search long.
_MARKUP = re.compile(
    r"""
    </?(?P<name>[A-Za-z][A-Za-z0-9:]{0,20})
        (?:\s{1,20}[A-Za-z_:][A-Za-z0-9_.:-]{0,60}
            (?:\s{0,9}=\s{0,9}(?:"[^"]{0,1000}"|'[^']{0,1000}'|[^\s"'=<>`]{1,1000}))? ){0,30}
        \s{0,20}/?>
    | <!--(?:[^<-]|-(?!->)|<(?!!--)){0,5000}-->
    | <![A-Za-z][^<>]{0,1000}>
    | &(?:\#[0-9]{1,7}|\#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});
    | \*\*
    """,
    re.VERBOSE,
)
# Has no width: layout leaves it out, and a blank it is not.
_NOTHING = "\u200b"
_WIDE = str.maketrans("<>", "＜＞")


def read_away(text: str) -> str:
    r"""Return a text of the same length with markup made invisible, so that offsets stay; blocks of HTML break the line.

    >>> read_away("PM<sub>2.5</sub>&nbsp;<甲>").replace("\u200b", "")
    'PM2.5\xa0<甲>'
    """
    return _MARKUP.sub(_read, text)


def without(text: str) -> str:
    """Return a text without markup.

    >>> without("<b>测试</b>省 <甲>")
    '测试省 <甲>'
    """
    return read_away(text).replace(_NOTHING, "")


def label(name: str) -> str:
    """Return a name as a label has it: < and > that are no markup are full-width, so that nobody takes them for it.

    >>> label("PM2.5<35微克天数")
    'PM2.5＜35微克天数'
    """
    return name.translate(_WIDE)


def _read(markup: re.Match[str]) -> str:
    """Return what a reader sees of markup, in the same number of characters."""
    name = (markup["name"] or "").lower()
    if name and name not in BLOCKS | CELLS | _OTHERS:
        return markup[0]
    if markup[0].startswith("&"):
        character = html.unescape(markup[0])
        seen = character if len(character) == 1 else markup[0]
    else:
        seen = "\n" if name in BLOCKS else " " if name in CELLS else ""
    return seen.ljust(len(markup[0]), _NOTHING)
