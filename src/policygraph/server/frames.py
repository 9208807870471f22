"""Messages between the server and the process that answers questions: a header as JSON, then bytes.

A message is the length of its header (4 bytes, big-endian), the header, and as many bytes as its ``size`` says.
"""

from __future__ import annotations

import json
import struct
from typing import IO, TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Mapping

_LENGTH: Final = struct.Struct(">I")
Message = tuple[dict[str, Any], bytes]


def pack(header: Mapping[str, Any], body: bytes = b"") -> bytes:
    """Return a message.

    >>> pack({"a": 1})[4:]
    b'{"a": 1, "size": 0}'
    """
    head = json.dumps({**header, "size": len(body)}).encode("ascii")
    return _LENGTH.pack(len(head)) + head + body


def read(stream: IO[bytes]) -> Message | None:
    """Return the next message of a stream, None at its end."""
    length = stream.read(_LENGTH.size)
    if len(length) < _LENGTH.size:
        return None
    header = json.loads(stream.read(_LENGTH.unpack(length)[0]))
    return header, stream.read(header["size"])


async def receive(stream: asyncio.StreamReader) -> Message:
    """Return the next message of a stream.

    Raises:
        asyncio.IncompleteReadError: the stream ends before it does.

    """
    (length,) = _LENGTH.unpack(await stream.readexactly(_LENGTH.size))
    header = json.loads(await stream.readexactly(length))
    return header, await stream.readexactly(header["size"])
