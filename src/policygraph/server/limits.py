"""What a process that answers one question may take of the machine, and that it never outlives who started it."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from pathlib import Path
from typing import Final

# Bytes that one answer may take beyond what the graph itself takes; to sort the 51,949 quads of the published graph, a
# query takes 18 MB.
MOST_MEMORY: Final = 2 * 1024**3
# How many questions run for longer than a moment at once: as many as there are processors, so that each gets on. At
# least two, so that one question never stops all others; no more than eight, for the sake of memory.
SLOW: Final = max(2, min(8, os.cpu_count() or 1))
# Virtual memory of this process in pages is the first number (proc_pid_statm(5)); Linux alone has it.
_STATM: Final = Path("/proc/self/statm")
# proc_pid_oom_score_adj(5): where memory ends after all, the kernel ends a question, and not the server.
_OOM: Final = Path("/proc/self/oom_score_adj")
_FIRST_TO_GO: Final = "1000"
# prctl(2): the signal to get when the process that started this one is gone.
_PR_SET_PDEATHSIG: Final = 1


def memory() -> int:
    """Return the bytes that one answer may take: those that run at the same time take half of the machine at most."""
    if sys.platform == "win32":
        return MOST_MEMORY
    whole = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    return min(MOST_MEMORY, whole // (2 * SLOW))


def used(pid: int) -> float | None:
    """Return the seconds of a processor that a process has had; None where the system does not tell (proc(5): Linux)."""
    try:
        return int(Path(f"/proc/{pid}/schedstat").read_text(encoding="ascii").split()[0]) / 1e9
    except (OSError, ValueError, IndexError):
        return None


def bound(seconds: float, parent: int) -> None:
    """Bound this process.

    Args:
        seconds: it ends by itself after so many, whatever it does; the server ends it sooner.
        parent: the process that started this one; this one ends with it.

    """
    if sys.platform == "win32":
        return
    import resource

    signal.setitimer(signal.ITIMER_REAL, seconds)
    # A question that ends for want of memory leaves no gigabytes of core behind.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        _follow(parent)
        with contextlib.suppress(OSError):
            _OOM.write_text(_FIRST_TO_GO, encoding="ascii")
        if _STATM.exists():
            held = int(_STATM.read_text(encoding="ascii").split()[0]) * resource.getpagesize()
            most = held + memory()
            resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _follow(parent: int) -> None:
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    # It may have gone before it could be followed.
    if os.getppid() != parent:
        os._exit(1)
