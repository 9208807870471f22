"""What the tests of pages stand on: a browser that is found, a page at rest, a checker that checks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browsing import CHOSEN, NAMES, found, settled, violations

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from browsing import Watched


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the whole path, on a machine whose user has named no browser."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(CHOSEN, raising=False)
    return tmp_path


def _install(path: Path, name: str) -> str:
    file = path / name
    file.touch(mode=0o755)
    return str(file)


@pytest.mark.parametrize("name", NAMES)
def test_a_browser_on_the_path_is_found(path: Path, name: str) -> None:
    """Under every name that systems give to Chromium and Chrome."""
    assert found() is None
    there = _install(path, name)
    assert found() == there


def test_the_browser_that_the_user_names_goes_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever it lies."""
    _install(path, "chromium")
    monkeypatch.setenv(CHOSEN, "/opt/chrome/chrome")
    assert found() == "/opt/chrome/chrome"


def test_a_page_is_settled_when_it_has_come_to_rest(watched: Callable[..., Watched]) -> None:
    """Not in the middle of what takes it many frames, however long a frame takes."""
    page = watched().page
    page.set_content("<main id=app>0</main>")
    page.evaluate(
        """() => {
             const app = document.getElementById("app");
             const step = () => (app.textContent = Number(app.textContent) + 1) < 90 && requestAnimationFrame(step);
             step();
           }"""
    )
    settled(page)
    assert page.locator("#app").inner_text() == "90"


def test_the_checker_finds_what_is_wrong(watched: Callable[..., Watched]) -> None:
    """In the page, and in the part of it that is asked for."""
    page = watched().page
    page.set_content("<main><h1>Page</h1><p>Good.</p><img src='data:,'></main>")
    assert [line.partition(":")[0] for line in violations(page, within="main")] == ["image-alt"]
    assert violations(page, within="p") == []
