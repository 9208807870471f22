"""The data of the page as it stands in the file: JSON, compressed, in letters that need no escaping.

web/parcels.js reads what this module writes.
"""

from __future__ import annotations

import base64
import json
import zlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_LEVEL: Final = 9


def packed(parts: Mapping[str, object]) -> dict[str, str]:
    """Return every part as text: JSON in UTF-8, compressed (RFC 1950), in base64.

    >>> unpacked(packed({"words": ["\u8857"]})["words"])
    ['\u8857']
    """
    return {name: _packed(part) for name, part in parts.items()}


def unpacked(text: str) -> Any:
    """Return the part that a text holds, as the page reads it."""
    return json.loads(zlib.decompress(base64.b64decode(text)))


def _packed(part: object) -> str:
    plain = json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    return base64.b64encode(zlib.compress(plain, _LEVEL)).decode("ascii")
