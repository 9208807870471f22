"""Slips of the pen, of the keyboard and of the wire: a text or bytes, and a random source, give others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

# What is put in: marks that open or close something, digits and numerals, signs of steering and of combining, halves of
# characters that are two units of UTF-16, what looks like markup, front matter, a table or a path.
_INSERTED: Final = (
    *"“”‘’「」『』《》〈〉（）()[]【】{}<>、，。；：！？…—-–~～·|/\\\"'`#*_=+&%％‰@$^",
    *"0123456789０１２３４５６７８９〇零一二三四五六七八九十百千万亿两几余多第",
    *"\x00\x01\x07\x08\x0b\x0c\x1b\x7f\x85\u00a0\u00ad\u200b\u200d\u200e\u202e\u2028\u2029\u3000\ufeff\ufffd\ufffe\u0301\u20e3",
    *"😀👩‍👩‍👧𠮷𝟙ﬁ①Ⅳ",
    "9" * 29, "0." + "0" * 40 + "1", "1" * 400, "12 34 56 ", "2025年", "2024—2025年", "去年", "今年", "全市", "\n\n", "\n# ", "\n- ",
    "\n---\n", "\n| a | b |\n", "<b>", "</b>", "<sub>2</sub>", "<!--", "<script>", "&lt;", "&#xD800;", "%00", "%FF", "../", "//",
    "约", "以上", "左右", "以内", "不低于", "分别", "等", "和", "与", "的", "个百分点", "亿元", "万家", "增长", "达到", "开工建设", "项目",
)  # fmt: skip
# Halves of characters and other bytes that are no UTF-8.
_BAD_BYTES: Final = (
    b"\xff",
    b"\xc0\x80",
    b"\xed\xa0\x80",
    b"\xed\xbf\xbf",
    b"\xf4\x90\x80\x80",
    b"\xe4\xb8",
    b"\x80",
    b"\x00",
)
_LONGEST_RUN: Final = 40
_MOST_COPIES: Final = 60


def text(random: random.Random, given: str, most: int) -> str:
    """Return a text with one change or up to ``most``, each of a few characters or of a whole line."""
    for _ in range(random.randint(1, most)):
        given = random.choice(_CHANGES)(random, given)
    return given


def encoded(random: random.Random, given: str) -> bytes:
    """Return a text as bytes: mostly UTF-8, now and then cut within a character, in another encoding or with bad bytes."""
    chance = random.random()
    if chance < 0.85:
        return given.encode("utf-8", "surrogatepass")
    if chance < 0.9:
        data = given.encode("utf-8", "replace")
        return data[: random.randint(0, len(data))]
    if chance < 0.95:
        return given.encode(random.choice(("gb18030", "utf-16", "utf-8-sig", "big5")), "replace")
    data = given.encode("utf-8", "replace")
    place = random.randint(0, len(data))
    return data[:place] + random.choice(_BAD_BYTES) + data[place:]


def _delete(random: random.Random, given: str) -> str:
    start, end = _run(random, given)
    return given[:start] + given[end:]


def _repeat(random: random.Random, given: str) -> str:
    start, end = _run(random, given)
    return given[:end] + given[start:end] * random.randint(1, _MOST_COPIES) + given[end:]


def _swap(random: random.Random, given: str) -> str:
    start, end = _run(random, given)
    third = random.randint(end, len(given))
    return given[:start] + given[end:third] + given[start:end] + given[third:]


def _insert(random: random.Random, given: str) -> str:
    place = random.randint(0, len(given))
    return given[:place] + random.choice(_INSERTED) * random.choice((1, 1, 1, 2, 9)) + given[place:]


def _replace(random: random.Random, given: str) -> str:
    start, end = _run(random, given)
    return given[:start] + random.choice(_INSERTED) + given[end:]


def _lines(random: random.Random, given: str) -> str:
    lines = given.splitlines(keepends=True)
    if not lines:
        return given
    kept = random.randrange(len(lines))
    change = random.randrange(4)
    if change == 0:
        del lines[kept]
    elif change == 1:
        lines.insert(random.randrange(len(lines)), lines[kept])
    elif change == 2:
        lines[kept] = lines[kept].rstrip("\n")
    else:
        lines[kept] = lines[kept][::-1]
    return "".join(lines)


def _cut(random: random.Random, given: str) -> str:
    # Rarely, as little is left to be read after it.
    return given[: random.randint(0, len(given))] if random.random() < 0.1 else given


def _run(random: random.Random, given: str) -> tuple[int, int]:
    start = random.randint(0, len(given))
    return start, min(len(given), start + random.randint(1, _LONGEST_RUN))


_CHANGES: Final[Sequence[Callable[[random.Random, str], str]]] = (
    _delete, _repeat, _swap, _insert, _insert, _insert, _replace, _lines, _cut,
)  # fmt: skip
