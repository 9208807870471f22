"""Stretches of work that are short, and must not be left in the middle."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from types import FrameType

_ENDING: Final = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def undisturbed() -> Iterator[None]:
    """Pass over Ctrl+C and the signals that ask a process to end: in a moment it is done, and ends by itself."""
    with handled(_ENDING, lambda _number, _frame: None):
        yield


@contextmanager
def postponed() -> Iterator[None]:
    """Have Ctrl+C and the signals that ask a process to end come after the stretch."""
    came: list[int] = []
    with handled(_ENDING, lambda number, _frame: came.append(number)):
        yield
    if came:
        signal.raise_signal(came[0])


@contextmanager
def handled(numbers: Iterable[int], handler: Callable[[int, FrameType | None], object]) -> Iterator[None]:
    """Have a handler for signals in the stretch, but for those that whoever started the process had ignored (nohup)."""
    # Only the first thread can say what signals do, and only there do they raise anything. What is ignored stays so;
    # None stands for a handler that was not set from Python, and cannot be set again from there.
    before = {}
    if threading.current_thread() is threading.main_thread():
        known = ((number, signal.getsignal(number)) for number in numbers)
        before = {number: each for number, each in known if each not in (None, signal.SIG_IGN)}
    for number in before:
        signal.signal(number, handler)
    try:
        yield
    finally:
        for number, each in before.items():
            signal.signal(number, each)
