"""Signals that ask a process to end: a way out that cleans up, as Ctrl+C has one."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from policygraph.folders.calm import handled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType
    from typing import NoReturn

# What timeout, systemd, docker and CI send; and a terminal that is closed. Not every system has the latter.
_ENDING: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class Ended(BaseException):
    """A signal asked the process to end.

    No ``Exception``, so that nothing takes it for a fault on the way out.

    Attributes:
        number: the signal.

    """

    def __init__(self, number: int) -> None:
        self.number = signal.Signals(number)
        super().__init__(self.number.name)

    @property
    def exit_code(self) -> int:
        """What shells give to a process that such a signal ended: 143 for SIGTERM, 129 for SIGHUP."""
        return 128 + self.number


@contextmanager
def raised() -> Iterator[None]:
    """Have signals that ask the process to end raise :class:`Ended`, but those that whoever started it had ignored."""
    with handled(_ENDING, _end):
        yield


def _end(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001 -- a handler is called with both
    raise Ended(number)
