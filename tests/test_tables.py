"""Tables that people join on."""

import codecs
import csv
import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pandas
import pyoxigraph as ox
import pytest

from policygraph import rdf
from policygraph.errors import OutputError
from policygraph.ledger import derive
from policygraph.rdf.vocab import PREFIXES
from policygraph.statements import Corpus, Reading
from policygraph.tables import write_tables
from policygraph.tables.codebook import TABLES, columns


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def folder(corpus: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tables of the sample corpus."""
    path = tmp_path_factory.mktemp("tables")
    write_tables(corpus, derive(corpus), path)
    return path


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        ("facts", "document,kind,year,theme,area,indicator,comparator,value,value_max,unit,quote,start,end,statement"),
        ("mentions", "document,entity,type,surface,year,mode,stage,theme,quote,start,end"),
        ("links", "entity,type,strength,year,theme,statement,document,quote"),
        (
            "ledger",
            "relation,indicator,area,verdict,a_statement,a_document,a_year,a_quote,b_statement,b_document,b_year,b_quote,note",
        ),
    ],
)
def test_the_promised_columns_come_first_in_their_order(folder: Path, table: str, columns: str) -> None:
    """More columns may follow; these stay."""
    assert (folder / f"{table}.csv").read_text(encoding="utf-8-sig").startswith(f"{columns},")


def test_no_table_is_written_that_nobody_filled(folder: Path) -> None:
    """There are five tables, what describes them, and nothing else."""
    assert sorted(path.name for path in folder.iterdir()) == [
        "datapackage.json", "documents.csv", "facts.csv", "ledger.csv", "links.csv", "mentions.csv",
    ]  # fmt: skip


def test_a_fact_is_a_row(folder: Path) -> None:
    """Numbers are plain, an empty cell means none, and the quote stands at its offsets."""
    rows = {row["indicator"]: row for row in _rows(folder / "facts.csv")}
    row = rows["测试谷二期投资额"]
    del row["statement"]
    assert row == {
        "document": "plan-2025", "kind": "target", "year": "2025", "theme": "创新", "area": "测试市",
        "indicator": "测试谷二期投资额", "comparator": "=", "value": "530000000000", "value_max": "", "unit": "元",
        "quote": "开工建设“测试谷”二期，投资5300亿元", "start": "43", "end": "63", "written": "5300亿元",
        "status": "", "concept": "", "heading": "一、强化创新驱动", "theme_id": "innovation", "attribute": "",
        "rule": "quantities/measured; coordination/single; naming/subject", "subject": "测试谷二期", "action": "",
        "measure": "level", "falls": "", "flow": "", "qualifiers": "", "period": "the year", "dimension": "元", "page": "",
    }  # fmt: skip
    assert (rows["研发投入强度"]["value"], rows["研发投入强度"]["attribute"]) == ("2.8", "expected")
    assert (rows["新增座席数"]["comparator"], rows["新增座席数"]["value_max"]) == ("range", "3")
    assert rows["粮食产量"]["status"] == "P"


def test_a_mention_is_a_row_with_the_type_of_its_entity(folder: Path) -> None:
    """One name has one type in the tables, though one mention may have suggested another."""
    rows = _rows(folder / "mentions.csv")
    assert [(row["entity"], row["type"], row["mode"], row["stage"]) for row in rows] == [
        ("测试谷二期", "project", "outcome", "started"),
        ("测试谷", "place", "none", ""),
        ("测试谷二期", "project", "target", "started"),
    ]
    assert rows[2]["surface"] == "“测试谷”二期"


def test_a_link_has_year_and_theme_of_its_fact(folder: Path) -> None:
    """The statement of a link is a statement of the facts."""
    rows = _rows(folder / "links.csv")
    facts = {row["statement"]: row for row in _rows(folder / "facts.csv")}
    assert [(row["entity"], row["type"], row["strength"]) for row in rows] == [
        ("测试谷", "place", "sentence"),
        ("测试谷二期", "project", "clause"),
    ]
    for row in rows:
        assert {row[name] for name in ("year",)} == {facts[row["statement"]]["year"]}
        assert row["theme"] == facts[row["statement"]]["theme"]


def test_a_fact_without_theme_shows_its_heading(corpus: Corpus, tmp_path: Path) -> None:
    """The document's own words are better than nothing."""
    reading = corpus.readings[1]
    bare = replace(reading.facts[0], theme="", heading="其他工作")
    write_tables(Corpus((replace(reading, facts=(bare,), mentions=(), links=()),), ()), (), tmp_path)
    (row,) = _rows(tmp_path / "facts.csv")
    assert (row["theme"], row["theme_id"]) == ("其他工作", "")


@pytest.mark.parametrize(
    ("number", "cell"),
    [("5.3E+11", "530000000000"), ("2.50", "2.5"), ("-0.0", "0"), ("100", "100"), ("1E-7", "0.0000001")],
)
def test_numbers_are_plain_decimals(corpus: Corpus, number: str, cell: str, tmp_path: Path) -> None:
    """No exponent, no idle zeros, however the number was computed."""
    reading = corpus.readings[1]
    fact = replace(reading.facts[0], value=Decimal(number))
    write_tables(Corpus((replace(reading, facts=(fact,), mentions=(), links=()),), ()), (), tmp_path)
    assert _rows(tmp_path / "facts.csv")[0]["value"] == cell


@pytest.mark.parametrize("heading", ["=HYPERLINK(1)", "+1", "-1", "@x", '一、"引号", 逗号\n换行', "\r\n"])
def test_cells_come_back_exactly_as_they_are(corpus: Corpus, heading: str, tmp_path: Path) -> None:
    """Quotes, commas and line ends are quoted; signs at the start are neither escaped nor dropped."""
    reading = corpus.readings[1]
    fact = replace(reading.facts[0], heading=heading)
    write_tables(Corpus((replace(reading, facts=(fact,), mentions=(), links=()),), ()), (), tmp_path)
    assert _rows(tmp_path / "facts.csv")[0]["heading"] == heading


@pytest.mark.parametrize("table", ["facts", "mentions", "links", "ledger"])
def test_a_chinese_spreadsheet_opens_it_right(folder: Path, table: str) -> None:
    """UTF-8 with its mark, once: without it, Excel reads 北京 as 鍖椾含; line feeds at line ends."""
    data = (folder / f"{table}.csv").read_bytes()
    assert data.startswith(codecs.BOM_UTF8)
    assert data.count(codecs.BOM_UTF8) == 1
    assert b"\r" not in data
    assert "测试" in data.decode("utf-8")


@pytest.mark.parametrize("table", ["facts", "mentions", "links", "ledger"])
def test_pandas_reads_what_is_written(folder: Path, table: str) -> None:
    """With the types of the codebook, no name of a document becomes a number, and the first column has its name."""
    types = {column.name: str for column in columns(table) if column.type == "string"}
    frame = pandas.read_csv(folder / f"{table}.csv", dtype=types, keep_default_na=False, na_values={})
    assert tuple(frame.columns) == TABLES[table]
    written = [{name: str(cell) for name, cell in row.items()} for row in frame.to_dict("records")]
    text = {column.name for column in columns(table) if column.type == "string"}
    assert [{k: v for k, v in row.items() if k in text} for row in written] == [
        {k: v for k, v in row.items() if k in text} for row in _rows(folder / f"{table}.csv")
    ]


def test_no_id_of_a_statement_can_be_a_number(folder: Path) -> None:
    """Ids have the prefix under which the graph knows them, in every table; one digest in 1,800 is all digits."""
    ids = {
        *(row["statement"] for table in ("facts", "mentions", "links") for row in _rows(folder / f"{table}.csv")),
        *(row["mention"] for row in _rows(folder / "links.csv")),
        *(row[name] for row in _rows(folder / "ledger.csv") for name in ("a_statement", "b_statement", "id")),
    }
    assert ids - {""}
    assert all(re.fullmatch("st:[0-9a-f]{16}", id_) for id_ in ids - {""})


def test_the_ids_of_the_tables_are_those_of_the_graph(folder: Path, corpus: Corpus) -> None:
    """What stands after st: names the statement in the graph."""
    nodes = {quad.subject.value for quad in rdf.quads(corpus) if isinstance(quad.subject, ox.NamedNode)}
    for table in ("facts", "mentions"):
        for row in _rows(folder / f"{table}.csv"):
            assert row["statement"].replace("st:", PREFIXES["st"]) in nodes


def test_a_row_of_the_ledger_has_the_numbers_of_both_sides(folder: Path) -> None:
    """Those of facts.csv, so that nobody has to read 左右 again; empty where a side is no fact."""
    facts = {row["statement"]: row for row in _rows(folder / "facts.csv")}
    rows = _rows(folder / "ledger.csv")
    for row in rows:
        for side in "ab":
            fact = facts.get(row[f"{side}_statement"], {})
            for part in ("comparator", "value", "value_max", "unit"):
                assert row[f"{side}_{part}"] == fact.get(part, "")
    assert any(row["a_value"] for row in rows)


def test_an_empty_corpus_has_tables_with_headers(tmp_path: Path, corpus: Corpus) -> None:
    """A document that says nothing is no error, and is one of the documents."""
    write_tables(Corpus((Reading(corpus.readings[0].document, (), (), (), ()),), ()), (), tmp_path)
    assert [len(_rows(path)) for path in sorted(tmp_path.glob("*.csv"))] == [1, 0, 0, 0, 0]


def test_a_folder_that_is_a_file_is_refused(corpus: Corpus, tmp_path: Path) -> None:
    """Nothing is written over a file."""
    (tmp_path / "tables").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be written"):
        write_tables(corpus, (), tmp_path / "tables")
