"""XML as Oxigraph writes it, mended: it writes some characters that no XML can hold, or that a parser would change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typing import Protocol

    from typing_extensions import Buffer

    class Taker(Protocol):
        """What bytes can be written into."""

        def write(self, data: bytes, /) -> object:
            """Take bytes."""


# XML 1.0, production 2: what no document can hold, not even escaped, in UTF-8: controls, U+FFFE and U+FFFF.
_NO_XML: Final = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]")
_REPLACEMENT: Final = "\ufffd".encode()
# What may be the first bytes of one of them.
_BEGUN: Final = re.compile(rb"\xef\xbf?\Z")


def mend(xml: bytes) -> bytes:
    r"""Return a document that every parser reads as it was meant; what XML cannot hold is replaced by U+FFFD.

    >>> mend(b"<a>\x01\r</a>").decode()
    '<a>\ufffd&#13;</a>'
    """
    # A parser would turn a bare carriage return into a line feed.
    return _NO_XML.sub(_REPLACEMENT, xml).replace(b"\r", b"&#13;")


class Mending:
    """A file that is written into, and passes on what it takes, mended.

    Args:
        into: where it passes it on; a whole document leaves nothing behind here, as it ends with ``>``.

    """

    def __init__(self, into: Taker) -> None:
        self._into = into
        self._rest = b""

    def write(self, data: Buffer, /) -> int:
        """Take bytes, which may end within a character."""
        taken = self._rest + bytes(data)
        begun = _BEGUN.search(taken)
        end = begun.start() if begun else len(taken)
        self._rest = taken[end:]
        self._into.write(mend(taken[:end]))
        return len(memoryview(data))

    def flush(self) -> None:
        """Do nothing: nothing that can be passed on is held back."""
