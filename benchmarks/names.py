"""Learn how the evidence for names is weighed, from the annotated documents that lie beside the repository.

    python benchmarks/names.py --shared ../shared --write         all of them but *check* → src/…/entities/learned/*.tsv
    python benchmarks/names.py --shared ../shared --folds 5       a fifth of the documents left out in turn: how it carries over

The learning (logistic regression, liblinear) needs scikit-learn, the reading of documents does not.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.machinery import SourceFileLoader
from importlib.util import module_from_spec, spec_from_loader
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from policygraph import documents, extraction, tables
from policygraph.documents import layout
from policygraph.documents.layout import Role
from policygraph.extraction.discourse import genre
from policygraph.extraction.discourse.discourse import Discourse
from policygraph.extraction.discourse.segments import sentences
from policygraph.extraction.entities import mentions, spans, weights
from policygraph.extraction.language.names import Names
from policygraph.ledger import derive
from policygraph.resolution import resolve
from policygraph.statements import Document, EntityType, Level
from scoring import scored

if TYPE_CHECKING:
    from types import ModuleType

    from policygraph.documents.layout import Block
    from policygraph.extraction.discourse.segments import Clause

GOLD = (("stretches/tune", "reports"), ("zhengzhou", "zhengzhou"), ("reports", "reports"))
# How strongly weights are held back (liblinear's C): the best of 0.1, 0.3, 0.5, 1, 3 where a fifth is left out.
STRENGTH = 0.5
STRENGTH_OF_TYPES = 2.0
STRENGTH_OF_STAGES = 0.5
# The sentences that the tests promise count as if they stood so often in the documents.
WEIGHT_OF_CASES = 12
_CASES = Path(__file__).resolve().parents[1] / "tests" / "extraction" / "entities" / "cases"
_ANNOTATIONS = Path(__file__).resolve().with_name("annotations")
# Weights below this, in thousandths of a log-odds, change nothing.
SMALLEST = 50
# Evidence that was seen less often tells nothing.
RAREST = 2
# First character of a text, and one past the last.
Run = tuple[int, int]
# What speaks for the stage of a stretch of a clause that names a thing of a type.
Course = Callable[[int, int, EntityType], frozenset[str]]
# Pieces of evidence by their numbers: a million stretches have some eighty each, and a few hundred thousand different ones in all.
Coded = Sequence[int]
_numbers: dict[str, int] = {}


def coded(evidence: Iterable[str]) -> Coded:
    """Return the numbers of pieces of evidence."""
    return array("i", sorted({_numbers.setdefault(piece, len(_numbers)) for piece in evidence}))


class Stretch(NamedTuple):
    """A stretch of an annotated document: the evidence, the type of what it names, if anything, and its stage, where one was judged.

    Attributes:
        evidence: what speaks for its being a name.
        nature: what speaks for its type; nothing where it is no name.
        type: the type, None where it is no name.
        course: what speaks for its stage; nothing where none was judged.
        stage: the stage, "" for none.

    """

    evidence: Coded
    nature: Coded
    type: str | None
    course: Coded = ()
    stage: str = ""


def annotated(shared: Path, gold: Path, corpus: str) -> Iterator[tuple[str, list[Stretch]]]:
    """Yield each annotated document with its stretches."""
    squeeze = _scorer(shared).squeeze
    for path in sorted((shared / "gold" / gold).glob("*.mentions.jsonl")):
        name, _, part = path.name.removesuffix(".mentions.jsonl").partition("@")
        low, high = map(int, part.split("-")) if part else (0, sys.maxsize)
        source = shared / "corpus" / corpus / f"{name}.txt"
        flat, offsets = squeeze(source.read_text(encoding="utf-8"))
        inside = [at for at, offset in enumerate(offsets) if low <= offset < high]
        first, last = inside[0], inside[-1] + 1
        names, staged = {}, {}
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            surface = squeeze(record["surface"])[0]
            at = flat.find(surface, first, last) if surface and not record.get("optional") else -1
            while at >= 0:
                place = (offsets[at], offsets[at + len(surface) - 1])
                names[place] = record.get("type") or record["types"][0]
                at = flat.find(surface, at + 1, last)
            if (at := _of_quote(flat, squeeze(record["quote"])[0], surface, first, last)) >= 0 and "stage" in record:
                staged[offsets[at], offsets[at + len(surface) - 1]] = record["stage"] or ""
        yield name, list(_stretches(documents.read(source), names, staged, ((low, high),)))


def read_by_us(shared: Path) -> Iterator[tuple[str, list[Stretch]]]:
    """Yield each document that we annotated ourselves with its stretches.

    A line of ``benchmarks/annotations/<document>.tsv`` gives two places of the text, and what lies between them: ``read`` for a
    run that was read from its first to its last sentence, otherwise the type of a name. The text itself stays where it is.
    """
    for path in sorted(_ANNOTATIONS.glob("*.tsv")):
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        runs = [(int(start), int(end)) for start, end, what in rows if what == "read"]
        names = {(int(start), int(end) - 1): what for start, end, what in rows if what != "read"}
        document = documents.read(shared / "corpus" / "reports" / f"{path.stem}.txt")
        yield path.stem, list(_stretches(document, names, {}, runs))


def _of_quote(flat: str, quote: str, surface: str, first: int, last: int) -> int:
    """Return where a surface stands in the first place of its quote; -1 where it does not."""
    at = flat.find(quote, first, last) if surface else -1
    return flat.find(surface, at, at + len(quote)) if at >= 0 else -1


def _scorer(shared: Path) -> ModuleType:
    loader = SourceFileLoader("score", str(shared / "bin" / "score"))
    spec = spec_from_loader("score", loader)
    module = module_from_spec(spec)
    loader.exec_module(module)
    return module


def _stretches(
    document: Document, gold: dict[Run, str], staged: dict[Run, str], runs: Sequence[Run]
) -> Iterator[Stretch]:
    for block, line, clause, course in _clauses(document, Names()):
        at = block.offsets[line.start]
        if not any(low <= at < high for low, high in runs):
            continue
        for start, end in clause.stretches():
            place = (block.offsets[line.start + start], block.offsets[line.start + end - 1])
            yield _stretch(clause, course, start, end, gold.get(place), staged.get(place))


def _clauses(document: Document, names: Names) -> Iterator[tuple[Block, Clause, spans.Clause, Course]]:
    """Yield the clauses of a document with the block that they stand in, as they are weighed."""
    discourse = Discourse(document.year, genre.of(document))
    for block in layout.blocks(document):
        discourse.enter(block)
        if block.role is Role.FURNITURE:
            continue
        for sentence in sentences(block):
            for read in mentions.clauses(document, sentence, discourse.frames(sentence), names=names):
                yield (block, *read)


def _stretch(
    clause: spans.Clause, course: Course, start: int, end: int, kind: str | None, stage: str | None
) -> Stretch:
    evidence = coded({weights.BIAS, *clause.beginning(start), *clause.ending(end), *clause.whole(start, end)})
    if not kind:
        return Stretch(evidence, (), None)
    judged = () if stage is None else coded(course(start, end, EntityType(kind)))
    return Stretch(evidence, coded(clause.nature(start, end)), kind, judged, stage or "")


def learn_names(stretches: Sequence[Stretch]) -> dict[str, tuple[int, ...]]:
    """Return the weights that tell the names among stretches from the others."""
    evidence = [stretch.evidence for stretch in stretches]
    return _learn(evidence, [[stretch.type is not None for stretch in stretches]], STRENGTH)


def learn_types(stretches: Sequence[Stretch]) -> dict[str, tuple[int, ...]]:
    """Return the weights that tell the types of names, one for each of `weights.TYPES`."""
    named = [stretch for stretch in stretches if stretch.type]
    answers = [[stretch.type == kind.value for stretch in named] for kind in weights.TYPES]
    return _learn([stretch.nature for stretch in named], answers, STRENGTH_OF_TYPES)


def learn_stages(stretches: Sequence[Stretch]) -> dict[str, tuple[int, ...]]:
    """Return the weights that tell the stages that clauses bring names to, one for each of `weights.STAGES`."""
    judged = [stretch for stretch in stretches if stretch.course]
    answers = [[stretch.stage == (stage or "") for stretch in judged] for stage in weights.STAGES]
    return _learn([stretch.course for stretch in judged], answers, STRENGTH_OF_STAGES)


def _learn(evidence: Sequence[Coded], answers: list[list[bool]], strength: float) -> dict[str, tuple[int, ...]]:
    import numpy as np
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    pieces_of = list(_numbers)
    seen = Counter(number for numbers in evidence for number in numbers)
    common = (number for number, times in seen.items() if times >= RAREST)
    columns = {number: at for at, number in enumerate(sorted(common, key=pieces_of.__getitem__))}
    indices, starts = array("i"), [0]
    for numbers in evidence:
        indices.extend(sorted(columns[number] for number in numbers if number in columns))
        starts.append(len(indices))
    shape = (len(evidence), len(columns))
    matrix = csr_matrix((np.ones(len(indices)), np.array(indices, "int32"), np.array(starts, "int32")), shape)
    found = []
    for answer in answers:
        model = LogisticRegression(C=strength, solver="liblinear", max_iter=200, random_state=0, fit_intercept=False)
        found.append(model.fit(matrix, answer).coef_[0])
    rounded = {
        pieces_of[number]: tuple(round(weights.SCALE * row[at]) for row in found) for number, at in columns.items()
    }
    return {piece: row for piece, row in rounded.items() if max(map(abs, row)) >= SMALLEST}


def learn(stretches: Sequence[Stretch]) -> None:
    """Learn all weights and write them where the reader takes them from."""
    write("names", learn_names(stretches))
    write("types", learn_types(stretches))
    write("stages", learn_stages(stretches))


def write(name: str, found: dict[str, tuple[int, ...]]) -> None:
    """Write the weights where the reader takes them from."""
    path = weights.file(name)
    lines = ("\t".join((piece, *map(str, row))) + "\n" for piece, row in sorted(found.items()))
    path.write_text("".join(lines), encoding="utf-8")
    print(f"{path.name}: {len(found)} weights, {path.stat().st_size / 1e6:.1f} MB")


def left_out(shared: Path, folds: int, output: Path) -> None:
    """Write tables of the annotated documents, each read with weights that were learned without it.

    Args:
        shared: the folder that holds ``gold``, ``corpus`` and ``bin/score``.
        folds: into how many parts the documents are dealt, one part left out in turn.
        output: where the tables go: a folder for each corpus, ``reports/mentions.csv``.

    """
    by_document = learning(shared)
    documents_of = {name: corpus for gold, corpus in GOLD for name in _named(shared / "gold" / gold)}
    readings = defaultdict(list)
    promised = list(cases())
    for fold in range(folds):
        held = sorted(by_document)[fold::folds]
        seen = [stretch for name in sorted(by_document) if name not in held for stretch in by_document[name]]
        seen += WEIGHT_OF_CASES * promised
        with tempfile.TemporaryDirectory() as folder, weights.using(Path(folder)):
            learn(seen)
            for name in held:
                corpus = documents_of[name]
                document = documents.read(shared / "corpus" / corpus / f"{name}.txt")
                readings[corpus].append(extraction.read(document, names=Names()))
    for corpus, found in readings.items():
        whole = resolve(tuple(found), Names())
        tables.write_tables(whole, derive(whole), output / corpus)


def score(shared: Path, gold: str, corpus: str, output: Path) -> dict[str, Any]:
    """Return what the scorer says of the tables of a corpus by a gold, all its documents together."""
    result = output / f"{gold.replace('/', '-')}.json"
    tables_of = output / corpus
    found: dict[str, Any] = scored(
        shared,
        shared / "gold" / gold,
        shared / "corpus" / corpus,
        result,
        facts=tables_of / "facts.csv",
        mentions=tables_of / "mentions.csv",
    )["all"]
    return found


def cases() -> Iterator[Stretch]:
    """Yield the stretches of the cases that say what the reader promises of names."""
    for folder in sorted(path for path in _CASES.iterdir() if path.is_dir()):
        text = (folder / "input.txt").read_text(encoding="utf-8")
        rows = [line.split("\t") for line in (folder / "expected.tsv").read_text(encoding="utf-8").splitlines()]
        kinds = {name: kind for name, kind, *_ in rows}
        reached = {name: "" if stage == "-" else stage for name, *_, stage in rows}
        document = Document(folder.name, text, folder.name, "", "2025", "郑州", Level.CITY, "", "0" * 64)
        for _, _, clause, course in _clauses(document, Names(enabled=False)):
            for start, end in clause.stretches():
                name = clause.text[start:end]
                shortened = (
                    (full for full in kinds if full not in text and (full.startswith(name) or full.endswith(name)))
                    if (start, end) in clause.proposed()
                    else ()
                )
                full = name if name in kinds else next(iter(shortened), "")
                yield _stretch(clause, course, start, end, kinds.get(full), reached.get(full))


def learning(shared: Path) -> dict[str, list[Stretch]]:
    """Return the stretches of each document that weights are learned from."""
    by_document = defaultdict(list)
    for gold, corpus in GOLD:
        for name, stretches in annotated(shared, Path(gold), corpus):
            by_document[name] += stretches
    for name, stretches in read_by_us(shared):
        by_document[name] += stretches
    return by_document


def _named(gold: Path) -> set[str]:
    """Return the names of the documents of a gold."""
    return {path.name.removesuffix(".mentions.jsonl").partition("@")[0] for path in gold.glob("*.mentions.jsonl")}


def main() -> None:
    """Learn the weights and write them, or tell how they carry over."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", type=int, default=0)
    args = parser.parse_args()
    if args.write:
        by_document = learning(args.shared)
        everything = [stretch for name in sorted(by_document) for stretch in by_document[name]]
        everything += WEIGHT_OF_CASES * list(cases())
        print(f"{len(everything)} stretches, {sum(stretch.type is not None for stretch in everything)} names")
        learn(everything)
    if args.folds:
        with tempfile.TemporaryDirectory() as folder:
            left_out(args.shared, args.folds, Path(folder))
            for gold, corpus in GOLD:
                print(gold, json.dumps(score(args.shared, gold, corpus, Path(folder))["entities"]))


if __name__ == "__main__":
    main()
