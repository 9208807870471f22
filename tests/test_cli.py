"""What each verb of the command line does, and what ``policygraph`` offers to Python."""

from __future__ import annotations

import codecs
import csv
import io
import json
import re
from typing import TYPE_CHECKING

import networkx as nx
import pytest
import rdflib

import pages
import policygraph
from command import REPORT, Outcome, listing
from policygraph.queries import FORMATS
from policygraph.rdf.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., Outcome]

_VERBS = {
    "build", "query", "ledger", "changes", "conflicts", "cascade", "trace", "path", "view", "export", "check", "coverage", "serve",
    "version", "load", "drop", "explain", "area", "compare",
}  # fmt: skip


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report."""
    path = tmp_path_factory.mktemp("report") / "plan-2025.md"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def built(report: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the report."""
    folder = tmp_path_factory.mktemp("built") / "out"
    policygraph.build(report, folder)
    return folder


def test_the_verbs_are_those_that_work(run: Run) -> None:
    """There is no verb that only says that it will come."""
    commands = run("--help").out.partition("Commands:\n")[2]
    assert {line.split()[0] for line in commands.splitlines()} == _VERBS


@pytest.mark.parametrize("args", [("version",), ("--version",)])
def test_the_version_is_told(args: tuple[str, ...], run: Run) -> None:
    """As a verb and as an option."""
    assert run(*args) == Outcome(0, f"policygraph {policygraph.__version__}\n", "")


def test_build_writes_graph_page_tables_coverage_and_texts(report: Path, built: Path, tmp_path: Path, run: Run) -> None:
    """It says what it read, what it inferred, what it found and where it is; the library writes the same bytes."""
    out = tmp_path / "out"
    done = run("build", str(report), "-o", str(out))
    assert done.code == 0, done.err
    assert done.err == ""
    assert sorted(listing(out)) == [
        "coverage.json", "graph.nq", "index.html", "policygraph.json", "tables/datapackage.json",
        "tables/documents.csv", "tables/facts.csv", "tables/ledger.csv", "tables/links.csv",
        "tables/mentions.csv", "tables/relations.csv", "texts/plan-2025.txt",
    ]  # fmt: skip
    assert listing(out) == listing(built)
    assert (out / "texts" / "plan-2025.txt").read_text(encoding="utf-8") == REPORT
    assert re.search(r"plan-2025 +测试市2025年政府工作报告 +\S+ +city +report +2025-01-16 +genre\n", done.out)
    assert re.search(r"2025 +[1-9]\d* +\d+\n", done.out)
    assert re.search(r"\d+ triples, .* in \d+\.\d s; \d+ of \d+ numbers understood \(\d+\.\d%\)\n", done.out)
    for name in ("index.html", "graph.nq", "tables"):
        assert str(out / name) in done.out


def test_build_replaces_an_earlier_build_and_can_be_quiet(report: Path, tmp_path: Path, run: Run) -> None:
    """A second build with other metadata takes the place of the first; -q leaves only what is written."""
    text = tmp_path / "report.txt"
    text.write_text(REPORT.split("---\n")[2], encoding="utf-8")
    out = tmp_path / "out"
    policygraph.build(report, out)
    overrides = ("--issued", "2025", "--area", "测试市", "--level", "county", "--title", "甲", "--source", "乙")
    assert run("build", str(text), "-o", str(out), "-q", "--no-names", *overrides) == Outcome(0, "", "")
    assert "report" in (out / "graph.nq").read_text(encoding="utf-8")
    assert sorted(path.name for path in (out / "texts").iterdir()) == ["report.txt"]


def test_build_reads_other_encodings_when_told(tmp_path: Path, built: Path, run: Run) -> None:
    """The text is the same whatever the bytes, and so are the facts; only the file's digest differs."""
    path = tmp_path / "plan-2025.md"
    path.write_bytes(REPORT.encode("gb18030"))
    out = tmp_path / "out"
    assert run("build", str(path), "-o", str(out), "-q", "--encoding", "gb18030").code == 0
    for name in ("tables/facts.csv", "tables/mentions.csv", "texts/plan-2025.txt"):
        assert (out / name).read_bytes() == (built / name).read_bytes()


def test_query_lists_the_named_questions(run: Run) -> None:
    """With their parameters and in both languages; a bare ``query`` does the same."""
    done = run("query", "--list")
    assert re.search(r"^targets +.*year=\d{4}.*目标", done.out, re.MULTILINE)
    assert run("query") == done


def test_query_asks_a_named_question_with_parameters(built: Path, run: Run) -> None:
    """Parameters replace the defaults of the question."""
    done = run("query", "outcomes", "-p", "year=2024", "-f", "csv", "-g", str(built / "graph.nq"))
    assert "高新技术企业" in done.out
    assert run("query", "outcomes", "-p", "year=1999", "-f", "csv", "-g", str(built / "graph.nq")).out.count("\n") == 1


def test_query_takes_sparql_from_a_file_standard_input_or_the_command_line(
    built: Path, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same query gives the same answer, whichever way it comes in; prefixes need no declaration."""
    sparql = "SELECT ?title WHERE { ?d a pg:Document ; dcterms:title ?title }"
    file = tmp_path / "title.rq"
    file.write_text(sparql, encoding="utf-8")
    answers = []
    for question in (sparql, str(file), "-"):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(sparql.encode())))
        answers.append(run("query", question, "-f", "csv", "-g", str(built)))
    assert answers == [Outcome(0, "title\r\n测试市2025年政府工作报告\r\n", "")] * 3


def test_query_tells_all_its_formats(run: Run) -> None:
    """The help names the formats that the library has."""
    text = " ".join(run("query", "--help").out.split())
    for form in FORMATS:
        assert re.search(rf"\b{form}\b", text)


def test_path_shows_the_words_that_join_two_things(built: Path, run: Run) -> None:
    """Each hop comes with its quote; as JSON with all that is known of it."""
    done = run("path", "测试谷二期", "创新", "-g", str(built), "--limit", "1")
    assert done.code == 0, done
    assert "测试谷二期" in done.out
    assert "plan-2025" in done.out
    ways = json.loads(run("path", "测试谷二期", "创新", "-g", str(built), "-f", "json").out)
    assert all(len(way["nodes"]) == len(way["hops"]) + 1 for way in ways)
    assert all(REPORT[hop["start"] : hop["end"]] == hop["quote"] for way in ways for hop in way["hops"] if hop["quote"])


def test_view_writes_a_page_of_the_whole_or_of_a_part(built: Path, tmp_path: Path, run: Run) -> None:
    """The page of a theme and a year has only the nodes that fall under both."""
    whole, part = tmp_path / "whole.html", tmp_path / "part.html"
    assert run("view", "-o", str(whole), "-g", str(built)).code == 0
    assert run("view", "-o", str(part), "-g", str(built), "--theme", "创新", "--year", "2025").code == 0
    [all_names, names] = (
        {node[2] for node in pages.data(page.read_text(encoding="utf-8"))["nodes"]} for page in (whole, part)
    )
    assert "测试谷二期" in all_names & names
    assert "进出口总额" in all_names - names


def test_export_writes_rdf_and_tables(built: Path, tmp_path: Path, run: Run) -> None:
    """The suffix tells the format; a name without one is a folder of tables; of files a graph knows only the documents."""
    turtle, tables = tmp_path / "graph.ttl", tmp_path / "tables"
    assert run("export", str(turtle), "-g", str(built)).code == 0
    assert len(rdflib.Graph().parse(turtle)) > 0
    assert run("export", str(tables), "-g", str(built)).code == 0
    exported, ours = listing(tables), listing(built / "tables")
    assert exported.keys() == ours.keys()
    for name in ("facts.csv", "mentions.csv", "links.csv", "ledger.csv"):
        assert exported[name] == ours[name]
    row, known = (
        next(csv.DictReader(io.StringIO(each["documents.csv"].decode("utf-8-sig")))) for each in (exported, ours)
    )
    assert row == {**known, "format": "", "file": "", "inferred": "genre"}


def test_check_compares_every_quote_with_the_kept_texts(built: Path, report: Path, tmp_path: Path, run: Run) -> None:
    """A build holds; with one character more at the start of its text, every quote is off and the exit code is 1."""
    for texts in ((), (str(report),), (str(report.parent),)):
        done = run("check", *texts, "-g", str(built))
        assert done == Outcome(0, "all holds; quotes of 1 documents compared with their texts\n", ""), done
    moved = tmp_path / "plan-2025.md"
    moved.write_text(f"*{REPORT}", encoding="utf-8")
    done = run("check", str(moved), "-g", str(built))
    quotes = json.loads(run("query", "SELECT ?p { ?p oa:exact ?words }", "-f", "json", "-g", str(built)).out)
    assert done.code == 1
    # Every passage, and the digest of the file.
    assert done.out.count("\n") == len(quotes["results"]["bindings"]) + 1
    assert "the text says “" in done.out


def test_coverage_tells_what_became_of_every_number(report: Path, built: Path, run: Run) -> None:
    """As a table, or as the JSON that a build keeps."""
    done = run("coverage", str(report))
    assert re.search(r"^plan-2025 +\d+ .* \d+\.\d%$", done.out, re.MULTILINE)
    assert run("coverage", "-g", str(built)) == done
    kept = (built / "coverage.json").read_text(encoding="utf-8")
    for args in ((str(report),), ("-g", str(built)), ("-g", str(built / "graph.nq"))):
        assert run("coverage", *args, "-f", "json").out == kept


def test_python_opens_a_graph_as_rdflib_dataset_and_as_network(built: Path) -> None:
    """``dataset`` gives an rdflib dataset, and ``network`` a networkx graph of a file, of an open graph or of that dataset."""
    graph = policygraph.open(built / "graph.nq")
    dataset = graph.dataset()
    assert isinstance(dataset, rdflib.Dataset)
    triples = len(dataset)
    assert triples > 0
    of_file, of_dataset = policygraph.network(built / "graph.nq"), policygraph.network(dataset)
    assert isinstance(of_file, nx.MultiDiGraph)
    assert nx.utils.graphs_equal(of_file, of_dataset)
    assert nx.utils.graphs_equal(of_file, policygraph.network(graph))
    assert len(dataset) == triples


def test_an_answer_is_written_to_a_file_for_excel_and_to_a_pipe_for_programs(
    built: Path, run: Run, tmp_path: Path
) -> None:
    """CSV in a file has a byte order mark, once; standard output has none, and no other format has one."""
    for form in FORMATS:
        if form == "turtle":
            continue
        piped = run("query", "targets", "-f", form, "-g", str(built))
        path = tmp_path / f"new/answer.{form}"
        assert run("query", "targets", "-f", form, "-o", str(path), "-g", str(built)) == Outcome(0, f"{path}\n", "")
        mark = codecs.BOM_UTF8 if form == "csv" else b""
        assert path.read_bytes() == mark + piped.out.encode()
        assert not piped.out.startswith("\ufeff")
    assert list(csv.DictReader(io.StringIO(path.with_suffix(".csv").read_text(encoding="utf-8-sig"))))


def test_json_of_the_ledger_needs_no_second_reading(built: Path, run: Run) -> None:
    """Years and values are numbers, comparators signs, and every side names its statements."""
    rows = json.loads(run("ledger", "-f", "json", "-g", str(built)).out)
    (row,) = (row for row in rows if row["target"] == "2.8%左右")
    unknown = ("rule", "note", "indicator", "target_statements", "target_key")
    assert {name: row[name] for name in row if name not in unknown} == {
        "year": 2025, "area": "测试", "verdict": "not yet due", "target": "2.8%左右", "target_comparator": "~",
        "target_value": 2.8, "target_unit": "%", "outcome_statements": [],
    }  # fmt: skip
    facts = {fact["written"]: fact for fact in _facts(built)}
    for row in rows:
        fact = facts[row["target"]]
        assert row["target_statements"] == [f"{PREFIXES['st']}{fact['statement'].removeprefix('st:')}"]
        assert (row["target_value"], row["target_comparator"]) == (float(fact["value"]), fact["comparator"])
        assert type(row["year"]) is int
    # One target of several documents has one key; no two targets of one document do.
    assert len({row["target_key"] for row in rows}) == len({tuple(row["target_statements"]) for row in rows})


def test_json_of_a_life_has_numbers(built: Path, run: Run) -> None:
    """Years and offsets."""
    (row,) = json.loads(run("trace", "测试谷一期", "-f", "json", "-g", str(built)).out)
    assert (row["year"], row["end"] - row["start"]) == (2024, len(row["quote"]))


def _facts(built: Path) -> list[dict[str, str]]:
    with (built / "tables" / "facts.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_export_writes_where_it_is_told(built: Path, run: Run, tmp_path: Path) -> None:
    """By -o as the other verbs, or by the bare name; the same bytes."""
    one, two = str(tmp_path / "one.nq.gz"), str(tmp_path / "two.nq.gz")
    assert run("export", "-o", one, "-g", str(built)) == Outcome(0, f"{one}\n", "")
    assert run("export", two, "-g", str(built)) == Outcome(0, f"{two}\n", "")
    assert run("export", one, "-o", one, "-g", str(built)).code == 0
    assert (tmp_path / "one.nq.gz").read_bytes() == (tmp_path / "two.nq.gz").read_bytes()
    assert run("export", "-g", str(built)).err == (
        "policygraph: name a file or a folder to write, such as: policygraph export -o graph.ttl\n"
    )
    assert "are two places; name one" in run("export", one, "-o", two, "-g", str(built)).err


@pytest.mark.parametrize("args", [("query", "documents"), ("ledger",), ("check",), ("trace", "测试谷一期")])
def test_every_verb_reads_a_packed_graph(args: tuple[str, ...], built: Path, run: Run, tmp_path: Path) -> None:
    """As the plain one."""
    packed = tmp_path / "graph.nq.gz"
    (tmp_path / "graph.nq").write_bytes((built / "graph.nq").read_bytes())
    assert run("export", "-o", str(packed), "-g", str(built)).code == 0
    plain = run(*args, "-g", str(tmp_path / "graph.nq"))
    assert plain.code == 0
    assert run(*args, "-g", str(packed)) == Outcome(
        0, plain.out.replace(str(tmp_path / "graph.nq"), str(packed)), plain.err.replace("graph.nq", "graph.nq.gz")
    )


def test_the_summary_counts_each_target_once(report: Path, tmp_path: Path) -> None:
    """By year, those of the ledger: a document that says one twice, and another that says it too, set one."""
    summary = policygraph.build([report], tmp_path / "out")
    again = tmp_path / "again.md"
    again.write_text(report.read_text(encoding="utf-8").replace("。", "。\n\n", 1) + "\n\n另发。\n", encoding="utf-8")
    both = policygraph.build([report, again], tmp_path / "both")
    assert (both.targets, both.outcomes) == (summary.targets, summary.outcomes)
    with (summary.tables / "ledger.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["relation"] == "assessed_by" and row["a_statement"]]
    assert sum(summary.targets.values()) == len({row["target"] for row in rows})
    assert [document.name for document in summary.documents] == ["plan-2025"]
    assert summary.triples == (summary.graph).read_bytes().count(b"\n")


def test_the_published_graph_is_the_default(run: Run) -> None:
    """Without -g and without arguments, questions go to the graph of Zhengzhou, and it holds."""
    assert "郑州" in run("query", "documents").out
    assert policygraph.open().documents()[0].area == "郑州"
    assert run("check").code == 0


def test_a_sentence_is_explained_with_its_rules(run: Run) -> None:
    """Time with the words that say it, tokens, numbers with what they do, joints, and the rules of each statement."""
    told = run("explain", "依托中原科技城新增高新技术企业1000家以上", "--heading", "2024年工作回顾").out
    assert "  time     outcome 2024   2024年工作回顾\n" in told
    assert "新增/v 高新技术/n 企业/n 1000/m 家/q 以上/f\n" in told
    assert "  number   1000家以上   >= 1000 家   value   quantities/measured\n" in told
    assert "  joint    1000家以上 of 依托中原科技城新增高新技术企业   coordination/single\n" in told
    assert "quantities/measured, coordination/single, naming/subject" in told
    assert "clause     links/clause" in told


@pytest.mark.parametrize(
    ("sentence", "lines"),
    [
        ("到2027年，新建泵站3座", ["time     target 2027   到2027年", "number   2027年   date", "number   3座   = 3 座   value"]),
        ("新建泵站3座", ["time     target 2025   (by the date of the document)"]),
        ("引进亿元以上项目20个", ["number   亿元以上   >= 100000000 元   qualifier", "20个 of 引进亿元以上项目"]),
        ("改造12345热线", ["number   12345   name"]),
        ("新建3个开发区", ["joint    3个 of 新建 … 开发区   coordination/counted behind"]),
        ("新建公园、广场各10个", ["10个 of 新建公园 + 新建广场   coordination/several"]),
        ("粮食、蔬菜产量分别达到5万吨、8万吨", ["5万吨 of 粮食产量达到   coordination/dealt", "8万吨 of 蔬菜产量达到"]),
        ("粮食产量5万吨、蔬菜产量8万吨，分别增长1%、2%", ["1% of what was before · 增长   coordination/dealt to the"]),
        ("我们满怀信心", ["no statement"]),
    ],
)  # fmt: skip
def test_an_explanation_tells_times_numbers_and_joints(sentence: str, lines: list[str], run: Run) -> None:
    """Which words set the time, what each number is, and which words are whose."""
    told = run("explain", sentence).out
    assert [line for line in lines if line not in told] == [], told


@pytest.mark.parametrize(
    ("args", "problem"), [((" ",), "there is no sentence"), (("增长6%", "--issued", "soon"), "is no date")]
)
def test_what_cannot_be_explained_is_told(args: tuple[str, ...], problem: str, run: Run) -> None:
    """No sentence, or a date that is none."""
    outcome = run("explain", *args)
    assert (outcome.code, problem in outcome.err) == (2, True)
