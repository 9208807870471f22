"""The names of WordprocessingML that the reader knows: ECMA-376 part 1, clause 17."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBLE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


class W:
    """Elements and attributes by what they are called, in our way of writing."""

    paragraph = f"{_W}p"
    run = f"{_W}r"
    table = f"{_W}tbl"
    row = f"{_W}tr"
    cell = f"{_W}tc"
    text = f"{_W}t"
    tab = f"{_W}tab"
    line_break = f"{_W}br"
    carriage_return = f"{_W}cr"
    hyphen = f"{_W}noBreakHyphen"
    symbol = f"{_W}sym"
    char = f"{_W}char"
    run_properties = f"{_W}rPr"
    paragraph_properties = f"{_W}pPr"
    cell_properties = f"{_W}tcPr"
    row_properties = f"{_W}trPr"
    vanish = f"{_W}vanish"
    vertical = f"{_W}vertAlign"
    style = f"{_W}pStyle"
    outline = f"{_W}outlineLvl"
    numbered = f"{_W}numPr"
    num_id = f"{_W}numId"
    ilvl = f"{_W}ilvl"
    num = f"{_W}num"
    abstract_num = f"{_W}abstractNum"
    abstract_num_id = f"{_W}abstractNumId"
    lvl = f"{_W}lvl"
    lvl_override = f"{_W}lvlOverride"
    start_override = f"{_W}startOverride"
    start = f"{_W}start"
    num_fmt = f"{_W}numFmt"
    lvl_text = f"{_W}lvlText"
    span = f"{_W}gridSpan"
    before = f"{_W}gridBefore"
    merge = f"{_W}vMerge"
    box = f"{_W}txbxContent"
    val = f"{_W}val"
    type = f"{_W}type"
    body = f"{_W}body"
    based_on = f"{_W}basedOn"
    style_id = f"{_W}styleId"
    style_name = f"{_W}name"
    a_style = f"{_W}style"


# What is not shown: deleted and moved words, what a field is made of, the other form of a drawing, ruby above words.
HIDDEN: Final = frozenset(
    (
        f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_COMPATIBLE}Fallback", f"{_W}rt",
        f"{_W}footnoteReference", f"{_W}endnoteReference", f"{_W}commentReference", f"{_W}annotationRef",
        f"{_W}pPr", f"{_W}rPr", f"{_W}tblPr", f"{_W}sdtPr", f"{_W}sectPr",
    )
)  # fmt: skip
_OFF: Final = frozenset(("0", "false", "off", "none"))


def value(element: Any | None) -> str | None:
    """Return the value of an element that has only that; None where there is no element or no value."""
    found = None if element is None else element.get(W.val)
    return found if isinstance(found, str) else None


def is_on(element: Any | None) -> bool:
    """Whether a property is there and not switched off: ECMA-376 part 1, 17.17.4."""
    return element is not None and (value(element) or "1") not in _OFF


def first(elements: Iterable[Any | None]) -> Any | None:
    """Return the first element that is there."""
    return next((element for element in elements if element is not None), None)
