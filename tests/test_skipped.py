"""Who sees that tests were skipped sees how to run them."""

from __future__ import annotations

from skipped import summary


def test_reasons_are_counted_and_their_cures_are_one_command() -> None:
    """Packages of the system are installed at once, and the tests run again at the end."""
    reasons = [
        "Skipped: no browser; apt-get install chromium fonts-noto-cjk",
        "Skipped: no browser; apt-get install chromium fonts-noto-cjk",
        "Skipped: no pdftotext; apt-get install poppler-utils",
        "Skipped: no reports; REPORTS=FOLDER make test",
        "Skipped: no compiler; apt-get install npm; npm ci --prefix web",
    ]
    assert summary(reasons) == [
        "    2  no browser; apt-get install chromium fonts-noto-cjk",
        "    1  no compiler; apt-get install npm; npm ci --prefix web",
        "    1  no pdftotext; apt-get install poppler-utils",
        "    1  no reports; REPORTS=FOLDER make test",
        "",
        "to run them too:",
        "apt-get install chromium fonts-noto-cjk npm poppler-utils && npm ci --prefix web && REPORTS=FOLDER make test",
    ]


def test_what_has_no_cure_asks_for_none() -> None:
    """A machine without IPv6 is as good as another."""
    assert summary(["Skipped: this machine has no IPv6"]) == ["    1  this machine has no IPv6"]


def test_nothing_skipped_says_nothing() -> None:
    """The end of a run is short when all is well."""
    assert summary([]) == []
