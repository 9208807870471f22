"""The bound on work holds, and hits nothing but work."""

from __future__ import annotations

import re
import time

import pytest

from effort import at_most


def test_work_that_never_ends_is_stopped() -> None:
    """In Python."""
    with pytest.raises(pytest.fail.Exception, match=r"more than 0\.1 seconds"), at_most(0.1):
        while True:
            pass


def test_a_regular_expression_that_never_ends_is_stopped() -> None:
    """In C, whose loops ask for signals too."""
    with pytest.raises(pytest.fail.Exception, match="more than"), at_most(0.1):
        re.fullmatch(r"(a+)+b", "a" * 200)


def test_waiting_is_no_work() -> None:
    """As on a machine that has others to serve."""
    with at_most(0.1):
        time.sleep(0.3)
