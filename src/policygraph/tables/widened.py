"""The panel with a row for each area and year, and two columns for each indicator of the ontology."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from policygraph.files import MARK
from policygraph.ontology import indicators

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from policygraph.tables.rows import Cell, Cells

_KEYS: Final = ("area", "division_code", "level", "area_english", "year")
_SIDES: Final = ("target", "outcome")


def texts(panel: Sequence[Cells]) -> dict[str, str]:
    """Return panel-wide.csv and the codebook of its columns, by name.

    Indicators without a concept are left out: their names are those of single documents. A column is called after the concept
    the side and its base unit (gross-domestic-product-growth.target.%). A target is the least
    value that reaches it; of a ceiling, the greatest.
    """
    columns: dict[str, Cells] = {}
    found: dict[tuple[Cell, ...], dict[str, Cell]] = {}
    for record in (record for record in panel if record["concept"]):
        row = found.setdefault(tuple(record[key] for key in _KEYS), {key: record[key] for key in _KEYS})
        for side in _SIDES:
            name = f"{record['concept']}.{side}.{record['unit']}"
            value = _target(record) if side == "target" else record["outcome"]
            if value is not None:
                columns[name] = record
                row[name] = value
    order = sorted(columns)
    rows = [found[key] for key in sorted(found, key=str)]
    return {
        "panel-wide.csv": _csv((*_KEYS, *order), rows),
        "panel-wide-columns.csv": _csv(_DESCRIBED, (_described(name, columns[name]) for name in order)),
    }


_DESCRIBED: Final = ("column", "side", "concept", "indicator", "indicator_english", "unit", "direction")


def _described(name: str, record: Cells) -> Mapping[str, Cell]:
    known = indicators.known(str(record["concept"]))
    return {
        **{column: record[column] for column in ("concept", "indicator", "indicator_english", "unit")},
        "column": name,
        "side": name.split(".")[1],
        "direction": known.direction if known else "",
    }


def _target(record: Cells) -> Cell:
    return record["target_low"] if record["target_low"] is not None else record["target_high"]


def _csv(header: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    buffer = io.StringIO(newline="")
    buffer.write(MARK)
    writer = csv.DictWriter(buffer, header, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()
