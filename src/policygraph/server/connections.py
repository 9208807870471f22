"""Connections that keep the server waiting: how long each may, and how many there may be.

uvicorn has a time limit for idle connections only, and counts those that send nothing as requests. Here every phase in
which the client is to do something has a limit; where there are too many connections, the one that has kept the server
waiting longest makes room.
"""

from __future__ import annotations

import enum
import socket
import struct
import sys
from typing import TYPE_CHECKING, Any, Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Mapping

# Connections at once; each takes a file descriptor, of which most systems give a process 1024.
MOST: Final = 512
# Bytes that a client may send ahead of the answer to an earlier request, while it is watched for hanging up.
_MOST_AHEAD: Final = 64 * 1024
# On, and no seconds (socket(7)).
_AT_ONCE: Final = struct.pack("HH" if sys.platform == "win32" else "ii", 1, 0)


class Phase(enum.Enum):
    """What a connection waits for: the next request, the rest of a head, of a body, an answer, the client to read it."""

    IDLE = enum.auto()
    HEAD = enum.auto()
    BODY = enum.auto()
    WORK = enum.auto()
    READ = enum.auto()
    CLOSING = enum.auto()


# Seconds that a phase may take, those of nginx and Apache cut to what a person or a program at work needs: a head comes
# in one piece, the longest body (1 MiB) at 280 kbit/s, and a client that has read 48 KiB in half a minute goes on.
# What is worked on has limits of its own.
LIMITS: Final[Mapping[Phase, float]] = {
    Phase.IDLE: 15.0,
    Phase.HEAD: 15.0,
    Phase.BODY: 30.0,
    Phase.READ: 30.0,
    Phase.CLOSING: 30.0,
}
_LATE: Final = {Phase.HEAD: b"the head of the request", Phase.BODY: b"the body of the request"}


class Connection(H11Protocol):
    """A connection whose client has to be quick enough."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._phase = Phase.WORK
        self._since = 0.0
        self._timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Take a connection in, in the place of another one if there are too many."""
        super().connection_made(transport)
        self._settle()
        if len(self.connections) > MOST:
            others = (other for other in self.connections if isinstance(other, Connection) and other.waits())
            min(others, key=Connection.since, default=self).leave()

    def connection_lost(self, exc: Exception | None) -> None:
        """Let a connection go."""
        super().connection_lost(exc)
        self._unset_keepalive_if_required()
        if self._timer is not None:
            self._timer.cancel()

    def data_received(self, data: bytes) -> None:
        """Take in what a client sends."""
        super().data_received(data)
        self._watch()
        self._settle()

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        super().on_response_complete()
        self._settle()

    def timeout_keep_alive_handler(self) -> None:
        """Close a connection over which nothing has been asked any more."""
        super().timeout_keep_alive_handler()
        self._settle()

    def pause_writing(self) -> None:
        """Wait for the client to read."""
        super().pause_writing()
        self._settle()

    def resume_writing(self) -> None:
        """Go on: the client has read."""
        super().resume_writing()
        self._settle()

    def waits(self) -> bool:
        """Whether it is the client that has to do something."""
        return self._phase is not Phase.WORK

    def since(self) -> float:
        """Return when the phase began in which it is, by the clock of the loop."""
        return self._since

    def leave(self) -> None:
        """Close the connection without waiting for the client to read what the system still holds for it (SO_LINGER)."""
        self.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
        self.transport.abort()

    def _watch(self) -> None:
        """Go on reading while an answer is made, though it may be the next request: else nobody sees a client hang up."""
        if self.flow.read_paused and self._phase_now() is Phase.WORK:
            if len(self.conn.trailing_data[0]) > _MOST_AHEAD:
                self.leave()
            else:
                self.flow.resume_reading()

    def _phase_now(self) -> Phase:
        if self.transport.is_closing():
            return Phase.CLOSING
        if self.cycle is None or self.cycle.response_complete:
            return Phase.HEAD if self.conn.trailing_data[0] or self.conn.their_state is not h11.IDLE else Phase.IDLE
        if self.flow.write_paused:
            return Phase.READ
        return Phase.BODY if self.cycle.more_body else Phase.WORK

    def _settle(self) -> None:
        """Give the phase that has begun its time."""
        phase = self._phase_now()
        if phase is self._phase:
            return
        self._phase, self._since = phase, self.loop.time()
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self.loop.call_later(LIMITS[phase], self._late) if phase in LIMITS else None

    def _late(self) -> None:
        """Close a connection whose client took too long; one that has asked for something is told why."""
        phase = self._phase_now()
        if phase is not self._phase:
            self._settle()
        elif phase in _LATE and self.conn.our_state in (h11.IDLE, h11.SEND_RESPONSE):
            self._refuse(b"%b was not sent within %d s\n" % (_LATE[phase], LIMITS[phase]))
        else:
            self.leave()

    def _refuse(self, problem: bytes) -> None:
        if self.cycle is not None and not self.cycle.response_complete:
            self.cycle.disconnected = True
            self.cycle.message_event.set()
        headers = [("content-type", "text/plain; charset=utf-8"), ("connection", "close")]
        answer = h11.Response(status_code=408, headers=headers, reason=b"Request Timeout")
        for event in (answer, h11.Data(data=problem), h11.EndOfMessage()):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()
        self._settle()
