"""The documents of a page by their titles."""

from __future__ import annotations

from policygraph.statements import Document, Level
from policygraph.viewer import sources


def _document(name: str, issued: str) -> Document:
    return Document(
        name=name, text="", title=f"郑州市{name}", publisher="", issued=issued, area="郑州", level=Level.CITY, source="",
        sha256="",
    )  # fmt: skip


def test_documents_of_one_english_title_are_told_apart() -> None:
    """By the date of issue, and those of one day by their names."""
    cited = [
        _document(name, day) for name, day in (("a", "2024-01"), ("b", "2025-01"), ("c", "2025-02"), ("d", "2025-02"))
    ]
    assert [row[-1] for row in sources.rows(cited)] == [
        "Zhengzhou, government work report 2024",
        "Zhengzhou, government work report 2025 (2025-01)",
        "Zhengzhou, government work report 2025 (c)",
        "Zhengzhou, government work report 2025 (d)",
    ]
