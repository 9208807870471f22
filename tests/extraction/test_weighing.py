"""Names that are weighed: evidence, its weights, and what is chosen by them."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policygraph.errors import OntologyError
from policygraph.extraction import Names
from policygraph.extraction.entities import judgement, spans, weights
from policygraph.extraction.explanation import explain
from policygraph.statements import EntityType, Level, Mention

if TYPE_CHECKING:
    from pathlib import Path

# What the learned files may take in the wheel, in bytes.
_LARGEST = 5_000_000


def _mentions(text: str) -> tuple[Mention, ...]:
    return explain(text, names=Names(), issued="2025", area="某市", level=Level.CITY).reading.mentions


def test_unknown_evidence_weighs_nothing_and_known_evidence_its_number() -> None:
    """The weight of a stretch is the sum of whole numbers, whatever the order of its pieces."""
    piece, weight = next(iter(weights.table().items()))
    assert isinstance(weight, int)
    assert weights.of(["=no such piece"]) == 0
    assert (
        weights.of([piece, weights.BIAS]) == weights.of([weights.BIAS, piece]) == weight + weights.table()[weights.BIAS]
    )


def test_a_type_is_told_even_without_evidence() -> None:
    """Nothing known speaks for no type; then the first of the alphabet is told, on every machine the same."""
    assert weights.type_of(["no such piece"]) is weights.TYPES[0]


def test_the_learned_files_are_small() -> None:
    """What was learned takes less than 5 MB in the wheel."""
    assert sum(weights.file(name).stat().st_size for name in ("names", "types")) < _LARGEST


def test_weights_of_another_folder_hold_only_for_a_while(tmp_path: Path) -> None:
    """With weights that know one piece only, only that piece weighs; afterwards all weigh as before."""
    before = weights.of([weights.BIAS])
    (tmp_path / "names.tsv").write_text("=k\t7\n", encoding="utf-8")
    with weights.using(tmp_path):
        assert weights.of(["=k", weights.BIAS]) == 7
    assert weights.of([weights.BIAS]) == before


@pytest.mark.parametrize("line", ["=k\tmuch\n", "=k\t1\t2\n"])
def test_a_file_of_weights_that_is_broken_is_told(tmp_path: Path, line: str) -> None:
    """A row that is no weight, or has too many, is an error that names the file and says what to do."""
    (tmp_path / "names.tsv").write_text(line, encoding="utf-8")
    with weights.using(tmp_path), pytest.raises(OntologyError, match=r"names\.tsv.*install again"):
        weights.of(["=k"])


def test_stretches_are_told_once_and_hold_no_full_stop() -> None:
    """A stretch of a clause is no sentence, and quotation marks in it are in pairs."""
    clause = spans.Clause("推进“放管服”改革，建设国家级新区")
    found = list(clause.stretches())
    assert len(found) == len(set(found))
    names = [clause.text[start:end] for start, end in found]
    assert "“放管服”改革" in names
    assert not any("，" in name or name.count("“") != name.count("”") for name in names)


def test_of_names_that_cross_the_stronger_one_stays() -> None:
    """No two names that are chosen cross: they are apart, or one lies within the other."""
    text = "加快推进郑州航空港经济综合实验区和国家中心城市建设，发展新能源汽车、人工智能、低空经济等产业"
    chosen = judgement.names(spans.Clause(text))
    for one in chosen:
        for other in chosen:
            assert one.end <= other.start or other.end <= one.start or _holds(one, other) or _holds(other, one)


def _holds(one: judgement.Name, other: judgement.Name) -> bool:
    return one.start <= other.start and other.end <= one.end


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("大力发展低空经济、商业航天、人工智能等产业。", "低空经济", EntityType.INDUSTRY),
        ("深化国资国企改革。", "国资国企改革", EntityType.PROGRAMME),
        ("加快建设嵩山实验室。", "嵩山实验室", EntityType.PLATFORM),
        ("推动长三角一体化发展，支持西藏发展。", "西藏", EntityType.PLACE),
        ("成功举办世界制造业大会。", "世界制造业大会", EntityType.EVENT),
        ("开工建设平漯周高铁。", "平漯周高铁", EntityType.PROJECT),
        ("支持比亚迪、宁德时代等企业。", "宁德时代", EntityType.ORGANIZATION),
    ],
)
def test_a_name_of_each_kind_is_found(text: str, name: str, kind: EntityType) -> None:
    """Names that policy texts use are found in sentences of our own, each with its type."""
    assert (name, kind) in {(mention.entity, mention.type) for mention in _mentions(f"{text}\n")}


@pytest.mark.parametrize("text", ["我们要继续努力。", "各级干部要转变作风，多干实事。", "经济运行总体平稳。"])
def test_plain_sentences_name_nothing(text: str) -> None:
    """What only exhorts or judges names no policy entity."""
    assert _mentions(f"{text}\n") == ()


@settings(max_examples=60, deadline=None)
@given(
    st.text(st.sampled_from("推进建设郑州“”（）《》、，。；和的等新能源汽车产业5G＋+改革工程高铁—·\n 　"), max_size=60)
)
def test_the_surface_of_a_mention_is_a_slice_of_the_text(text: str) -> None:
    """Whatever the text is, a mention's words stand at its offsets."""
    for mention in _mentions(text):
        assert text[mention.surface.start : mention.surface.end] == mention.surface.quote


def test_names_are_the_same_in_every_process() -> None:
    """The order of sets and hashes makes no difference: two processes print the same names in the same order."""
    program = (
        "from policygraph.extraction.entities import judgement, spans;"
        "print(judgement.names(spans.Clause('推进新能源汽车、人工智能、低空经济等产业集群建设，深化放管服改革')))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(printed) == 1
    assert b"Name" in printed.pop()
