"""What is kept of a file: the text that every offset points into, and where its pages begin."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    r"""The text of a document, whatever it was written with.

    Attributes:
        text: the text, with ``\n`` as line end.
        format: what it was taken from: ``txt``, ``md``, ``html``, ``docx``, ``pdf``, ``csv`` or ``jsonl``.
        pages: for each page the offset in the text at which it begins, in order; empty where the format has no pages.
        encoding: the encoding that was found without being named, or ``""``.
        title: what the file calls itself apart from its text, or ``""``.
        remarks: what somebody who relies on the text must know, a sentence each: pages without text, an encoding found.

    """

    text: str
    format: str
    pages: tuple[int, ...] = ()
    encoding: str = ""
    title: str = ""
    remarks: tuple[str, ...] = ()
