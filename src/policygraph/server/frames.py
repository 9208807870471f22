"""Messages between the server and the process that holds the graph: JSON, after its length.

A message is its length (4 bytes, big-endian) and as many bytes of JSON. A file that holds an answer has the same at its
end, the length last, so that the answer before it can be written as it is found.
"""

from __future__ import annotations

import json
import os
import struct
from typing import IO, TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Mapping

_LENGTH: Final = struct.Struct(">I")
Message = dict[str, Any]


def pack(message: Mapping[str, Any]) -> bytes:
    """Return a message as bytes.

    >>> pack({"a": 1})[4:]
    b'{"a": 1}'
    """
    text = json.dumps(message).encode("ascii")
    return _LENGTH.pack(len(text)) + text


def read(stream: IO[bytes]) -> Message | None:
    """Return the next message of a stream, buffered or not; None at its end."""
    length = _exactly(stream, _LENGTH.size)
    if length is None:
        return None
    text = _exactly(stream, _LENGTH.unpack(length)[0])
    return None if text is None else json.loads(text)


async def receive(stream: asyncio.StreamReader) -> Message:
    """Return the next message of a stream.

    Raises:
        asyncio.IncompleteReadError: the stream ends before it does.

    """
    (length,) = _LENGTH.unpack(await stream.readexactly(_LENGTH.size))
    message: Message = json.loads(await stream.readexactly(length))
    return message


def end(message: Mapping[str, Any]) -> bytes:
    """Return a message as the end of a file, after what it is about."""
    text = json.dumps(message).encode("ascii")
    return text + _LENGTH.pack(len(text))


def last(file: IO[bytes]) -> tuple[Message, int]:
    """Return the message at the end of a file and the number of bytes before it; the file is read from its start."""
    end = file.seek(-_LENGTH.size, os.SEEK_END)
    start = end - _LENGTH.unpack(file.read(_LENGTH.size))[0]
    file.seek(start)
    message: Message = json.loads(file.read(end - start))
    file.seek(0)
    return message, start


def _exactly(stream: IO[bytes], size: int) -> bytes | None:
    parts = []
    while size:
        part = stream.read(size)
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
