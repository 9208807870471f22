"""How names are typed: pinyin, so that zykjc and zhongyuan find 中原科技城."""

from __future__ import annotations

import functools

from pypinyin import lazy_pinyin


@functools.lru_cache(maxsize=20_000)
def syllables(name: str) -> str:
    """Return the pinyin of the Chinese characters of a name, a space between syllables; ``""`` where there are none.

    Letters and digits stay as they are, in lower case; punctuation goes.

    >>> syllables("中原科技城")
    'zhong yuan ke ji cheng'
    """
    if name.isascii():
        return ""
    kept = "".join(c if c.isalnum() else " " for c in name)
    return " ".join(part for syllable in lazy_pinyin(kept) for part in syllable.lower().split())
