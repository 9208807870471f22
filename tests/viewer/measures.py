"""What is measured in a page, as scripts for it."""

from __future__ import annotations

from typing import Final

# Pixels by which a view is wider than its place.
OVER: Final = "(() => { const e = document.querySelector('#views .scroll'); return e.scrollWidth - e.clientWidth; })()"

# Text and language of every element of a view that has Chinese characters of its own.
CHINESE: Final = r"""[...document.querySelectorAll("#views *")]
  .filter((e) => [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && /\p{Script=Han}/u.test(n.data)))
  .map((e) => [e.textContent, e.closest("[lang]").lang])"""
