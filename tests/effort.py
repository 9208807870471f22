"""What work may cost: seconds of the processor, which a busy machine makes longer to wait for but hardly more."""

from __future__ import annotations

import contextlib
import signal
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType


@contextlib.contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Stop and fail what takes more seconds of the processor; bounds are many times what the work takes.

    So they find out what has become another order of magnitude, and not what machine this is. To be used in the main
    thread, where tests run; on systems without such timers, which are none that tests run on, it is an error.
    """

    def spent(number: int, frame: FrameType | None) -> None:
        pytest.fail(f"takes more than {seconds:g} seconds of the processor")

    before = signal.signal(signal.SIGPROF, spent)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
