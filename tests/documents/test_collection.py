"""Files and folders become documents with distinct names, in any order of inputs."""

from __future__ import annotations

import itertools
import os

import pytest

from policygraph.documents import collect, document, gather
from policygraph.errors import CollectionError, DocumentError, UnreadableError


def _body(year: int) -> str:
    return f"{year}年湖北省政府工作报告\n各位代表：\n新增企业1000家以上。\n"


def _fill(folder, **files: str):
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _names(inputs, **options) -> list[str]:
    return [document.name for document in collect(inputs, **options)]


def test_a_folder_is_read_with_its_subfolders(tmp_path):
    """Hidden files and folders, other suffixes and the side-car are passed over; documents come sorted by name."""
    _fill(
        tmp_path,
        c_dot_txt=_body(2025), a__b_dot_md=_body(2024), a__x__d_dot_html="<p>2023年湖北省政府工作报告</p>",
        _dot_hidden_dot_txt="x", _dot_git__e_dot_txt="x", notes_dot_png="x", documents_dot_csv="file\nc.txt\n",
    )  # fmt: skip
    assert _names([tmp_path]) == ["b", "c", "d"]


def test_the_order_of_inputs_makes_no_difference(tmp_path):
    """Neither do repetitions, nor a file that also lies in a folder given."""
    _fill(tmp_path, a__r_dot_txt=_body(2024), b__r_dot_txt=_body(2025), b__s_dot_txt=_body(2023))
    inputs = [tmp_path / "a", tmp_path / "b", tmp_path / "b" / "s.txt", tmp_path / "b"]
    results = {collect(order) for order in itertools.permutations(inputs)}
    assert len(results) == 1
    assert [document.name for document in results.pop()] == ["a-r", "b-r", "s"]


def test_two_files_of_one_name_and_the_same_bytes_are_one_document(tmp_path):
    """A copy says nothing twice."""
    _fill(tmp_path, a__r_dot_txt=_body(2024), b__r_dot_txt=_body(2024))
    assert _names([tmp_path]) == ["r"]


def test_a_copy_does_not_hide_a_different_file(tmp_path):
    """Of three files with one name, two the same: two documents."""
    _fill(tmp_path, a__r_dot_txt=_body(2024), b__r_dot_txt=_body(2025), c__r_dot_txt=_body(2024))
    assert _names([tmp_path / "c", tmp_path / "a", tmp_path / "b"]) == ["a-r", "b-r"]


@pytest.mark.parametrize(
    ("files", "names"),
    [
        ({"2025__henan__r_dot_txt": 2024, "2026__henan__r_dot_txt": 2025}, ["2025-henan-r", "2026-henan-r"]),
        ({"x__h__r_dot_txt": 2023, "y__h__r_dot_txt": 2024, "y__g__r_dot_txt": 2025}, ["g-r", "x-h-r", "y-h-r"]),
        ({"r_dot_txt": 2024, "r_dot_md": 2025, "s_dot_md": 2023}, ["r-md", "r-txt", "s"]),
        ({"a__r_dot_txt": 2024, "a__r_dot_MD": 2025, "b__r_dot_txt": 2023}, ["a-r-md", "a-r-txt", "b-r"]),
        ({"a__r_dot_txt": 2024, "b__r_dot_txt": 2025, "b-r_dot_txt": 2023}, ["a-r", "b-r", "in-b-r"]),
        # printf 'r s.txt' | sha256sum; printf r-s.txt | sha256sum
        ({"r s_dot_txt": 2024, "r-s_dot_txt": 2025}, ["r-s-06fc167b", "r-s-61930ccd"]),
    ],
)
def test_files_of_one_name_are_told_apart_by_as_much_of_the_path_as_it_takes(tmp_path, files, names):
    """In any order; a stem that only one file has stays as it is."""
    _fill(tmp_path / "in", **{name: _body(year) for name, year in files.items()})
    assert _names([tmp_path / "in"]) == names
    for order in itertools.permutations((tmp_path / "in").rglob("*.*")):
        assert _names(order) == names


def test_a_file_called_as_another_would_have_to_be_is_an_error(tmp_path):
    """Where no part of the path is left to tell them apart; the message names both."""
    _fill(tmp_path, a__r_dot_txt=_body(2024), b__r_dot_txt=_body(2025))
    parts = [*tmp_path.parts[1:], "b"]
    for depth in range(1, len(parts) + 1):
        _fill(tmp_path / "in", **{f"{document.safe('-'.join(parts[-depth:]))}-r_dot_txt": _body(2000 + depth)})
    # printf r.txt | sha256sum
    _fill(tmp_path / "in", **{f"{document.safe('-'.join(parts))}-r-3ec4398f_dot_txt": _body(1999)})
    with pytest.raises(
        CollectionError, match=r"r.*\.txt and .*r.*\.txt would both have the name .*; rename one of them"
    ):
        collect([tmp_path])


def test_a_build_is_no_document_of_another(tmp_path):
    """Wherever it lies, and whether it is found, given, or a part of it is; alone it is nothing to read."""
    _fill(tmp_path, in__r_dot_txt=_body(2025))
    before = collect([tmp_path / "in"])
    out = tmp_path / "in" / "x" / "out"
    _fill(out, index_dot_html=_body(2024), texts__s_dot_txt=_body(2023), policygraph_dot_json="{}")
    for inputs in ([tmp_path], [tmp_path / "in", out], [out / "index.html", out / "texts", tmp_path / "in" / "r.txt"]):
        assert collect(inputs) == before
    for inputs in ([out], [out / "texts"], [out / "texts" / "s.txt"]):
        with pytest.raises(CollectionError, match="nothing to read"):
            collect(inputs)
    with pytest.raises(CollectionError, match="no document in this folder"):
        collect([tmp_path / "in" / "x"])


def test_a_document_that_cannot_be_read_does_not_stop_the_others(tmp_path):
    """It is told with its file, as it was given and as it lies in the folder given, its line and the cure."""
    _fill(tmp_path, in__a__r_dot_txt=_body(2025), in__b__r_dot_txt="力争增长6%。", in__s_dot_txt=_body(2024))
    (tmp_path / "in" / "t.md").write_bytes(b"\xe6\n" + _body(2025).encode())
    read = gather([tmp_path / "in", tmp_path / "missing.txt"])
    assert [document.name for document in read.documents] == ["a-r", "s"]
    assert [(each.document, each.path, each.file, each.line) for each in read.failed] == [
        ("b-r", str(tmp_path / "in" / "b" / "r.txt"), "b/r.txt", None),
        ("missing", str(tmp_path / "missing.txt"), "missing.txt", None),
        ("t", str(tmp_path / "in" / "t.md"), "t.md", 1),
    ]
    assert [str(each.error).partition(": ")[2].partition(";")[0] for each in read.failed] == [
        "names no year of publication",
        "there is no such file",
        "is not UTF-8: byte 1 is broken, and the rest looks like UTF-8 (1 broken place)",
    ]
    with pytest.raises(DocumentError, match=r"r\.txt: names no year"):
        gather([tmp_path / "in"], strict=True)


def test_what_raises_what_it_should_not_costs_its_document_alone(tmp_path, monkeypatch):
    """Our fault is told as one, in one line, with the place in our code."""
    _fill(tmp_path, a_dot_txt=_body(2025), b_dot_txt=_body(2024), c_dot_txt=_body(2023))
    complete = document.metadata.complete

    def failing(given, body, stem, called=""):
        if stem == "b":
            raise KeyError("b\n" * 500)
        if stem == "c":
            raise MemoryError
        return complete(given, body, stem, called)

    monkeypatch.setattr(document.metadata, "complete", failing)
    read = gather([tmp_path])
    assert [each.name for each in read.documents] == ["a"]
    ours, full = read.failed
    assert full.reason == "takes more memory than there is; split it"
    assert ours.reason.startswith("cannot be read for a fault of Policygraph (KeyError: 'b\\nb")
    assert ours.reason.endswith("…; test_collection.py:" + ours.reason.rpartition(":")[2])
    assert "please report it" in ours.reason
    assert "\n" not in ours.reason


def test_a_wrong_side_car_costs_the_documents_that_it_describes(tmp_path):
    """A wrong row its own; a row of no file is a document that is not there; one that is no CSV all below it."""
    _fill(tmp_path, in__a_dot_txt=_body(2025), in__b_dot_txt=_body(2024), in__sub__c_dot_txt=_body(2023))
    _fill(tmp_path, in__documents_dot_csv="file,level\na.txt,planet\nz.txt,省\n", in__sub__documents_dot_csv="x\n")
    read = gather([tmp_path / "in"])
    assert [each.name for each in read.documents] == ["b"]
    assert [(each.document, each.file, each.line) for each in read.failed] == [
        ("a", "documents.csv", 2),
        ("z", "documents.csv", 3),
        ("c", "sub/documents.csv", 1),
    ]
    with pytest.raises(DocumentError, match="there is no file 'z"):
        gather([tmp_path / "in" / "b.txt"], strict=True)


def test_where_not_a_single_document_can_be_read_all_reasons_are_told(tmp_path):
    """A reason that all share is told once."""
    _fill(tmp_path, a_dot_txt="", b_dot_txt="力争增长6%。")
    with pytest.raises(
        UnreadableError, match=r"not a single document can be read; the first: .*a\.txt: is empty"
    ) as told:
        gather([tmp_path])
    assert [reason.partition(": ")[2].partition(";")[0] for reason in told.value.reasons] == [
        "is empty",
        "names no year of publication",
    ]
    _fill(tmp_path, documents_dot_csv="name\n")
    with pytest.raises(DocumentError, match=r"documents\.csv:1: the header is name"):
        gather([tmp_path])


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_searched_does_not_stop_the_others(tmp_path):
    """It is told like a document that cannot be read."""
    _fill(tmp_path, a_dot_txt=_body(2025), sub__b_dot_txt=_body(2025))
    (tmp_path / "sub").chmod(0)
    read = gather([tmp_path])
    (tmp_path / "sub").chmod(0o700)
    assert [each.name for each in read.documents] == ["a"]
    assert [(each.file, each.reason) for each in read.failed] == [
        ("sub", "is a folder that cannot be read; check its permissions")
    ]


def test_a_folder_deeper_than_a_path_can_be_does_not_stop_the_others(tmp_path):
    """The system refuses to search it."""
    _fill(tmp_path, a_dot_txt=_body(2025))
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(20):
        os.mkdir("d" * 250, dir_fd=here)
        below = os.open("d" * 250, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    read = gather([tmp_path])
    assert [each.name for each in read.documents] == ["a"]
    assert ["File name too long" in each.reason for each in read.failed] == [True]


def test_a_sidecar_holds_for_subfolders_of_the_input_and_a_nearer_one_wins(tmp_path):
    """Field by field; one above the input folder does not count."""
    _fill(tmp_path, in__sub__a_dot_txt=_body(2025), in__sub__b_dot_txt=_body(2025))
    _fill(
        tmp_path,
        documents_dot_csv="file,source\nin/sub/a.txt,外\n",
        in__documents_dot_csv="file,title,publisher\nsub/a.txt,远,社\n",
        in__sub__documents_dot_csv="file,title\na.txt,近\n",
    )
    document = collect([tmp_path / "in"])[0]
    assert (document.title, document.publisher, document.source) == ("近", "社", "")
    assert collect([tmp_path])[0].source == "外"
    assert collect([tmp_path / "in", tmp_path])[0].source == "外"
    assert collect([tmp_path / "in" / "sub" / "a.txt"])[0].publisher == ""


def test_a_wrong_sidecar_is_an_error(tmp_path):
    """It names the side-car, not the document."""
    _fill(tmp_path, a_dot_txt=_body(2025), documents_dot_csv="file,level\na.txt,planet\n")
    with pytest.raises(DocumentError, match=r"documents\.csv:2: level"):
        collect([tmp_path])


def test_overrides_are_for_one_document(tmp_path):
    """With more of them they would make all alike."""
    _fill(tmp_path, a_dot_txt=_body(2024), b_dot_txt=_body(2025), copy__a_dot_txt=_body(2024))
    assert collect([tmp_path / "a.txt", tmp_path / "copy"], overrides={"area": "郑州市"})[0].area == "郑州"
    with pytest.raises(CollectionError, match="--area can be given for one document, and these are 2"):
        collect([tmp_path], overrides={"area": "郑州", "title": None})
    assert len(collect([tmp_path], overrides={"area": None})) == 2


def test_nothing_to_read_is_an_error(tmp_path):
    """No input, or a folder without documents, which is named."""
    with pytest.raises(CollectionError, match="nothing to read"):
        collect([])
    with pytest.raises(CollectionError, match=rf"{tmp_path}: no document in this folder"):
        collect([tmp_path])
    with pytest.raises(DocumentError, match="no such file"):
        collect([tmp_path / "missing"])


def test_a_circle_of_links_is_no_circle(tmp_path):
    """Links to folders are not followed."""
    _fill(tmp_path, a__r_dot_txt=_body(2024))
    (tmp_path / "a" / "again").symlink_to(tmp_path, target_is_directory=True)
    assert _names([tmp_path]) == ["r"]


def test_the_encoding_is_that_of_all_files(tmp_path):
    """It is handed to each of them."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(f"{_body(2025)}{name}".encode("gb18030"))
    assert [document.text[-5:] for document in collect([tmp_path], encoding="gb18030")] == ["a.txt", "b.txt"]
