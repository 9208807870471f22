"""datapackage.json: a Frictionless Data Package (version 1) that describes the tables beside it, column by column.

English stands under the names of the standard, Chinese beside it with ``@zh``, as its pattern for translations has it.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any, Final

from policygraph.tables import codebook

if TYPE_CHECKING:
    from collections.abc import Mapping

    from policygraph.tables.codebook import Column, Words

NAME: Final = "datapackage.json"

# The keys that hold in every build, and which table's column an id leads to.
_KEYS: Final = {"facts": "statement", "mentions": "statement", "relations": "statement", "ledger": "id"}
_LEADS: Final = {"links": (("statement", "facts"), ("mention", "mentions"))}


def descriptor(tables: Mapping[str, str], licence: str = "") -> str:
    """Return the text of datapackage.json.

    Args:
        tables: the text of each CSV file by the name of its table; the files are NAME.csv beside datapackage.json.
        licence: the address of the licence under which the data may be used, ``""`` for none.

    """
    package: dict[str, Any] = {
        "profile": "tabular-data-package",
        "name": "policygraph-tables",
        "languages": ["en", "zh"],
        "title": "Government work reports as tables",
        "title@zh": "政府工作报告数据表",
        "description": (
            "What documents set as targets, report as reached and say of projects, every row with its exact words. Read the "
            "columns of type string as text: names of documents may look like numbers (000)."
        ),
        "description@zh": "文件设定的目标、报告的结果和所说的项目，每行附原文。string 类型的列须作文本读取：文件名可能像数字（如 000）。",
        "resources": [_resource(name, text) for name, text in tables.items()],
    }
    if licence:
        package["licenses"] = [{"path": licence}]
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _resource(table: str, text: str) -> dict[str, Any]:
    data = text.encode("utf-8")
    return {
        "profile": "tabular-data-resource",
        "name": table,
        "path": f"{table}.csv",
        **_said(codebook.words(table)),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": _schema(table),
    }


def _schema(table: str) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in codebook.columns(table)], "missingValues": [""]}
    if table in _KEYS:
        schema["primaryKey"] = [_KEYS[table]]
    if table in _LEADS:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": {"resource": other, "fields": [_KEYS[other]]}}
            for column, other in _LEADS[table]
        ]
    return schema


def _field(column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if column.filled else {}
    if column.values:
        constraints["enum"] = list(column.values)
    return {
        "name": column.name,
        "type": column.type,
        **_said(column.words),
        **({"constraints": constraints} if constraints else {}),
    }


def _said(words: Words) -> dict[str, str]:
    return {
        "title": words.title,
        "title@zh": words.title_zh,
        "description": words.description,
        "description@zh": words.description_zh,
    }
