"""The codebook: every column of every table is described in two languages, and the tables are as it says.

Run as a program, this file writes docs/tables.md: ``python tests/test_codebook.py``.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import frictionless
import pytest

from policygraph import files
from policygraph.errors import OntologyError
from policygraph.ledger import derive
from policygraph.tables import codebook, write_panel, write_tables

if TYPE_CHECKING:
    from policygraph.statements import Corpus

PAGE = Path(__file__).parents[1] / "docs" / "tables.md"
LICENCE = "https://spdx.org/licenses/CC-BY-4.0"

_HEAD = """# The tables

`policygraph build` writes `tables/facts.csv`, `mentions.csv`, `links.csv`, `ledger.csv` and `documents.csv`; `policygraph
export DIR` writes the same of any graph, `policygraph export --format panel DIR` writes `panel.csv`, and `policygraph export
FILE.xlsx` one workbook. `datapackage.json` beside them says all of this page to programs
([Frictionless Data Package](https://specs.frictionlessdata.io/data-package/), version 1).

CSV is UTF-8 with a byte order mark, so that Excel opens it right; Python reads it as `utf-8-sig`, pandas and R as it is. An
empty cell means that there is none. Columns of type string are text, although a name of a document may look like a number
(`000`): `pandas.read_csv("facts.csv", dtype={"document": str})`. In `FILE.xlsx` they are cells of text. Ids of statements
(`st:…`) are prefixed names of the graph: `st:` stands for `https://w3id.org/policygraph/statement/`.

This page is made from `src/policygraph/tables/*.tsv` by `python tests/test_codebook.py`.
"""


def page() -> str:
    """Return docs/tables.md."""
    return "\n".join([_HEAD, *(_section(table) for table in codebook.TABLES)])


def _section(table: str) -> str:
    words = codebook.words(table)
    lines = [
        f"## {table}.csv: {words.title} {words.title_zh}",
        "",
        f"{words.description} {words.description_zh}",
        "",
        "| column | type | what it says | 说明 |",
        "|---|---|---|---|",
    ]
    for column in codebook.columns(table):
        values = f" One of: {', '.join(f'`{value}`' for value in column.values)}." if column.values else ""
        cells = (
            f"`{column.name}`",
            column.type + (", never empty" if column.filled else ""),
            column.words.description + values,
            f"{column.words.title_zh}：{column.words.description_zh}",
        )
        lines.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
    return "\n".join([*lines, ""])


@pytest.fixture(scope="module")
def folder(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the sample corpus under a licence."""
    path = tmp_path_factory.mktemp("tables")
    write_tables(corpus, derive(corpus), path, LICENCE)
    return path


@pytest.fixture(scope="module")
def package(folder: Path) -> dict[str, object]:
    """Their description."""
    return json.loads((folder / "datapackage.json").read_bytes())


@pytest.mark.parametrize("table", sorted(codebook.TABLES))
def test_every_column_is_described_in_two_languages(table: str) -> None:
    """Title and description, English with Latin letters, Chinese with Chinese ones; a column without stops the program."""
    for words in (codebook.words(table), *(column.words for column in codebook.columns(table))):
        assert re.search("[A-Za-z]", words.title) and re.search("[A-Za-z]{3}", words.description)
        assert re.search("[\u4e00-\u9fff]", words.title_zh) and re.search("[\u4e00-\u9fff]", words.description_zh)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("facts\tyear\tinteger\talways\tYear\t年份\tThe year.\t年份。", "document, kind of facts: not described"),
        ("facts\tcolour\tstring\talways\tColour\t颜色\tThe colour.\t颜色。", ":2: facts has no colour"),
        ("facts\tyear\tdate\talways\tYear\t年份\tThe year.\t年份。", ":2: a type is string, integer, number"),
        ("facts\tyear\tinteger\talways\tYear\t年份\tThe year.\t", ":2: write tables, column"),
    ],
)
def test_a_description_that_lacks_is_told_with_its_place(line: str, problem: str, tmp_path: Path) -> None:
    """File, line and what to write."""
    header = "tables\tcolumn\ttype\tfilled\ttitle_en\ttitle_zh\tdescription_en\tdescription_zh"
    path = tmp_path / "columns.tsv"
    path.write_text(f"{header}\n{line}\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=re.escape(problem)):
        codebook.described("facts", ("document", "kind", "year"), path)


def test_the_tables_are_as_their_description_says(folder: Path) -> None:
    """Types, closed lists of values, what is never empty, keys, sizes and digests, by the Frictionless reference reader."""
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])
    assert [task.name for task in report.tasks] == ["facts", "mentions", "links", "ledger", "documents"]


@pytest.mark.parametrize(
    ("table", "before", "after"),
    [
        ("facts", ",target,2025,", ",wish,2025,"),
        ("facts", ",target,2025,", ",target,soon,"),
        ("links", ",st:", ",st:f"),
        ("mentions", "plan-2025,", ","),
    ],
)
def test_a_table_that_is_changed_is_found_out(
    table: str, before: str, after: str, corpus: Corpus, tmp_path: Path
) -> None:
    """The description can fail."""
    write_tables(corpus, derive(corpus), tmp_path)
    path = tmp_path / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    assert not frictionless.validate(str(tmp_path / "datapackage.json")).valid


def test_the_description_has_the_columns_in_their_order(package: dict[str, list[dict[str, dict[str, list]]]]) -> None:
    """With English and Chinese title and description each."""
    for resource in package["resources"]:
        fields = resource["schema"]["fields"]
        assert tuple(field["name"] for field in fields) == codebook.TABLES[resource["name"]]
        for field in fields:
            assert all(field[key] for key in ("title", "title@zh", "description", "description@zh", "type"))


def test_the_licence_is_that_which_was_given(package: dict[str, object], corpus: Corpus, tmp_path: Path) -> None:
    """None is claimed where nobody gave one."""
    assert package["licenses"] == [{"path": LICENCE}]
    write_tables(corpus, (), tmp_path)
    assert "licenses" not in json.loads((tmp_path / "datapackage.json").read_bytes())


def test_the_same_tables_have_the_same_description(folder: Path, corpus: Corpus, tmp_path: Path) -> None:
    """Byte for byte: no clock, no path."""
    write_tables(corpus, derive(corpus), tmp_path, LICENCE)
    assert (tmp_path / "datapackage.json").read_bytes() == (folder / "datapackage.json").read_bytes()


def test_a_panel_is_described_too(tmp_path: Path) -> None:
    """By the same means."""
    record = dict.fromkeys(codebook.TABLES["panel"]) | {
        "area": "测试", "indicator": "粮食产量", "year": 2025, "target_low": 1.5, "comparator": ">=", "target_document": "000",
    }  # fmt: skip
    write_panel([record], tmp_path)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])
    (row,) = frictionless.Package(str(tmp_path / "datapackage.json")).get_resource("panel").read_rows()
    assert (row["target_document"], row["year"], float(row["target_low"])) == ("000", 2025, 1.5)


def test_the_page_says_what_the_codebook_says() -> None:
    """docs/tables.md is made from it; when this fails, run: python tests/test_codebook.py."""
    assert PAGE.read_text(encoding="utf-8") == page()


if __name__ == "__main__":
    files.write(PAGE, page())
    sys.stdout.write(f"{PAGE}\n")
