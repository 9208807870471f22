"""A stretch of work that is short, and must not be left in the middle."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDING: Final = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def undisturbed() -> Iterator[None]:
    """Pass over Ctrl+C and the signals that ask a process to end: in a moment it is done, and ends by itself."""
    # Only the first thread can say what signals do, and only there do they raise anything.
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = [(number, signal.signal(number, signal.SIG_IGN)) for number in _ENDING]
    try:
        yield
    finally:
        for number, handler in before:
            # None stands for a handler that was not set from Python, which cannot be set again from there.
            signal.signal(number, signal.SIG_DFL if handler is None else handler)
