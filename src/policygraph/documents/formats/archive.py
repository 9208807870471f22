"""What a ZIP archive holds, looked at before it is unpacked: a small file can hold more than any memory."""

from __future__ import annotations

import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from policygraph.errors import DocumentError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MEBIBYTE: Final = 1024**2
# A .docx of a report has 0.2 MiB unpacked; with pictures some dozens.
_MOST_FILES: Final = 5_000
_LARGEST: Final = 100 * MEBIBYTE
_TOGETHER: Final = 512 * MEBIBYTE
# Bit 0: encrypted; bit 11: the name is UTF-8 (APPNOTE 4.4.4).
_ENCRYPTED: Final = 0x1
_UTF_8: Final = 0x800
# Without that bit the standard says code page 437; Chinese systems write their own.
_SAID: Final = "cp437"
# What systems put into archives for themselves.
_OWN: Final = frozenset(("__MACOSX", "Thumbs.db", "desktop.ini"))


@dataclass(frozen=True, slots=True)
class Member:
    """A file in an archive.

    Attributes:
        name: its path in the archive, without what would lead out of it.
        data: its bytes.

    """

    name: PurePosixPath
    data: bytes


def check(path: Path, data: bytes) -> zipfile.ZipFile:
    """Return an archive that has no more in it than can be unpacked.

    Raises:
        DocumentError: it is damaged, or holds too much.

    """
    try:
        opened = zipfile.ZipFile(BytesIO(data))
        listed = opened.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeDecodeError) as error:
        raise DocumentError(path, "is a damaged ZIP archive; fetch it again") from error
    if len(listed) > _MOST_FILES:
        raise DocumentError(
            path, f"holds {len(listed)} files, more than {_MOST_FILES}; unpack it, and give its folders"
        )
    together = sum(each.file_size for each in listed)
    if together > _TOGETHER or max((each.file_size for each in listed), default=0) > _LARGEST:
        size = f"{together / MEBIBYTE:.0f} MiB"
        raise DocumentError(
            path, f"unpacks to {size}, as a ZIP bomb does; unpack it, and give the files that are reports"
        )
    return opened


def members(path: Path, data: bytes) -> Iterator[Member | DocumentError]:
    """Yield the files of an archive in the order of their names, or why one cannot be read; hidden ones are passed over.

    Raises:
        DocumentError: it is damaged, or holds too much.

    """
    with check(path, data) as opened:
        listed = sorted(
            ((_name(each), each) for each in opened.infolist() if not each.is_dir()), key=lambda pair: pair[0]
        )
        for name, info in listed:
            if any(part.startswith(".") or part in _OWN for part in name.parts) or not name.parts:
                continue
            shown = path / name
            if info.flag_bits & _ENCRYPTED:
                yield DocumentError(shown, "is locked with a password; unpack the archive, and give its folder")
                continue
            try:
                yield Member(name, unpacked(opened, info))
            except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, EOFError, ValueError):
                yield DocumentError(shown, "is damaged in the archive; fetch it again")


def unpacked(opened: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Return the bytes of a file; no more than its archive says.

    Raises:
        zipfile.BadZipFile: it holds more than its archive says, or is damaged.

    """
    with opened.open(info) as file:
        data = file.read(info.file_size + 1)
    if len(data) > info.file_size:
        raise zipfile.BadZipFile("larger than said")
    return data


def _name(info: zipfile.ZipInfo) -> PurePosixPath:
    """Return the path of a file in the archive, as a Chinese system meant it, below the archive."""
    name = info.filename
    if not info.flag_bits & _UTF_8:
        try:
            raw = name.encode(_SAID)
        except UnicodeEncodeError:
            raw = b""
        for encoding in ("utf-8", "gb18030"):
            try:
                name = raw.decode(encoding) if raw else name
                break
            except UnicodeDecodeError:
                continue
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return PurePosixPath(*parts)
