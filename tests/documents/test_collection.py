"""Files and folders become documents with distinct names, in any order of inputs."""

from __future__ import annotations

import itertools

import pytest

from policygraph.documents import collect
from policygraph.errors import CollectionError, DocumentError


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
        _dot_hidden_dot_txt="x", _dot_git__e_dot_txt="x", notes_dot_docx="x", documents_dot_csv="file\nc.txt\n",
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
    "files",
    [
        {"r_dot_txt": _body(2024), "r_dot_md": _body(2025)},
        {"x__a__r_dot_txt": _body(2024), "y__a__r_dot_txt": _body(2025)},
        {"a__r_dot_txt": _body(2024), "b__r_dot_txt": _body(2025), "b-r_dot_txt": _body(2023)},
    ],
)
def test_names_that_clash_all_the_same_are_an_error(tmp_path, files):
    """The message names both files."""
    _fill(tmp_path, **files)
    with pytest.raises(CollectionError, match=r"r\.(txt|md) and .*r\.(txt|md) would both have the name"):
        collect([tmp_path])


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
