"""From the bytes of a file to its text, without guessing.

A file is UTF-8, or it is in the encoding that the user names, or that an HTML page itself declares. Anything else is an
error that says what the bytes look like: a wrong guess would put wrong characters, and so wrong quotes, into the graph
without anybody noticing.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from policygraph.documents import kinds, signatures
from policygraph.errors import DocumentError

if TYPE_CHECKING:
    from pathlib import Path

_UTF_16_MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_BOM = "\ufeff"
_UTF_8 = "utf-8"
# Bytes of characters beyond ASCII, and how many of them it takes to tell UTF-8 for sure.
_FIRST_WIDE = 0x80
_SURELY = 9
# Share of Chinese, ASCII and their punctuation from which the characters of a trial decoding make sense: in Chinese
# reports it is above 0.98; random bytes read as GB18030 or UTF-16 stay below 0.7.
_SENSE = 0.9


# Where a page may declare its encoding: HTML Living Standard, 13.2.3.2 (prescan a byte stream).
_PRESCAN = 1024
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{1,40})""", re.IGNORECASE)
# What browsers read for the name of a smaller set: Encoding Standard, 4.2.
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030"}


def declared(data: bytes) -> str | None:
    """Return the encoding that a page which is not UTF-8 declares, or None.

    >>> declared("<meta charset='gb2312'>增长".encode("gb18030"))
    'gb18030'
    """
    found = _DECLARED.search(data[:_PRESCAN])
    if found is None or _decodes(data, "utf-8"):
        return None
    name = found[1].decode("ascii").lower()
    return _WIDER.get(name, name)


def text(path: Path, data: bytes, encoding: str | None = None) -> str:
    r"""Return the text of a file: without byte order marks before it, and with every line end as one ``\n``.

    Line ends are translated as ``Path.read_text`` does it (universal newlines), so that offsets into this text are
    offsets into what Python reads from the file.

    Args:
        path: the file, for messages.
        data: its bytes.
        encoding: name of a text encoding known to Python, for text that is not UTF-8; None for UTF-8 alone.

    Raises:
        DocumentError: the bytes are no text in this encoding.

    """
    if kind := signatures.found(data):
        rename = f"rename it to {path.stem}{kind.suffix}, or " if kind.suffix in kinds.SUFFIXES else ""
        raise DocumentError(path, f"is {kind.kind}, not text; {rename}save it as text (.txt) or HTML (.html)")
    named = used(data, encoding)
    decoded = _utf8(path, data) if named == _UTF_8 else _named(path, data, named)
    if "\x00" in decoded:
        line = decoded.count("\n", 0, decoded.index("\x00")) + 1
        raise DocumentError(path, "is a binary file (it holds NUL bytes); save it as text (.txt) or HTML (.html)", line)
    return decoded.lstrip(_BOM).replace("\r\n", "\n").replace("\r", "\n")


def used(data: bytes, encoding: str | None) -> str:
    """Return the encoding in which bytes are read: the one that is named, but for text that can only be UTF-8.

    One is named for all files of a folder, and folders of downloads have both.

    >>> used("增长".encode("gb18030"), "gb18030"), used("地区生产总值".encode(), "gb18030")
    ('gb18030', 'utf-8')
    """
    if encoding is None:
        return _UTF_8
    # Chinese in another encoding is no UTF-8, but for a chance of one in a million with three characters.
    wide = sum(byte >= _FIRST_WIDE for byte in data[:_PRESCAN])
    return _UTF_8 if wide >= _SURELY and _makes_sense(data, _UTF_8) else encoding


def _named(path: Path, data: bytes, encoding: str) -> str:
    try:
        decoded = data.decode(encoding)
        decoded.encode("utf-8")  # UTF-7 can carry lone surrogates, which no other text can
    except LookupError as error:
        raise DocumentError(path, f"{encoding} is no text encoding; try gb18030, big5, utf-16 or utf-8") from error
    except UnicodeDecodeError as error:
        problem = f"is not {encoding}: byte {error.start + 1} cannot be read; try another --encoding"
        raise DocumentError(path, problem, _line(data, error.start)) from error
    except ValueError as error:
        raise DocumentError(path, f"cannot be read as {encoding!r}; try another --encoding") from error
    return decoded


def _utf8(path: Path, data: bytes) -> str:
    if wide := _utf16(data):
        raise DocumentError(path, f"is not UTF-8: it looks like UTF-16; {_cure(path, wide)}")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\x00" in data:
            raise DocumentError(path, "is a binary file; save it as text (.txt) or HTML (.html)") from error
        problem = f"is not UTF-8: byte {error.start + 1} is broken, and {_likeness(path, data)}"
        raise DocumentError(path, problem, _line(data, error.start)) from error


def _utf16(data: bytes) -> str | None:
    """Return the name of the UTF-16 encoding that the bytes look like, or None."""
    for mark, name in _UTF_16_MARKS:
        if data.startswith(mark):
            return name
    if _decodes(data, "utf-8") and b"\x00" not in data:
        return None
    return next((name for name in ("utf-16-le", "utf-16-be") if _makes_sense(data, name)), None)


def _likeness(path: Path, data: bytes) -> str:
    """Say what bytes that are not UTF-8 look like, and the cure."""
    trial = data.decode("utf-8", errors="replace")
    broken = trial.count("\ufffd")
    foreign = sum(char > "\x7f" for char in trial) - broken
    if foreign > broken:
        return (
            f"the rest looks like UTF-8 ({broken} broken place{'s' if broken > 1 else ''}); "
            "fetch the file again, or mend it in an editor and save it as UTF-8"
        )
    for name, label in (("gb18030", "GB18030 (GBK)"), ("big5", "Big5")):
        if _makes_sense(data, name):
            return f"it looks like {label}; {_cure(path, name)}"
    return "it looks like no encoding of Chinese; open it in an editor and save it as UTF-8"


def _cure(path: Path, encoding: str) -> str:
    name = encoding.upper()
    return f"use policygraph build --encoding {encoding} {path.name}, or convert it: iconv -f {name} -t UTF-8"


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _makes_sense(data: bytes, encoding: str) -> bool:
    """Whether the bytes decode, and nearly all characters are Chinese or ASCII."""
    try:
        trial = data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return bool(trial) and sum(map(_is_usual, trial)) >= _SENSE * len(trial)


def _is_usual(char: str) -> bool:
    """Whether a Chinese text of our day uses the character: CJK ideographs and punctuation, ASCII, full-width forms."""
    return (
        "\u4e00" <= char <= "\u9fff"
        or "\u3000" <= char <= "\u303f"
        or "\uff00" <= char <= "\uffef"
        or "\u2010" <= char <= "\u203f"
        or " " <= char <= "~"
        or char in "\t\r\n\u00b7"
    )


def _line(data: bytes, position: int) -> int:
    """Return the 1-based line of a byte; a line ends with LF, CR LF or CR."""
    before = data[:position]
    return before.count(b"\n") + before.count(b"\r") - before.count(b"\r\n") + 1
