"""Count what each rule of the reader makes and how much of it is right, and write docs/rules.md.

    python benchmarks/rules.py [--shared ../shared]

The gold and the originals are not part of the repository; ``--shared`` is the folder that holds ``gold``, ``corpus`` and
``bin/score``. How right a rule is, is told by scoring the statements that bear its name and no others.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Final

from accuracy import told
from policygraph import __version__, pipeline, resources, tables
from policygraph.ledger import derive
from policygraph.ontology import rules
from scoring import scored

_ROOT: Final = Path(__file__).resolve().parents[1]
_OUTPUT: Final = _ROOT / "docs" / "rules.md"
# Each corpus with the gold that there is on it; of stretches/check only totals are known, so that it teaches no rule.
_CORPORA: Final = (
    ("zhengzhou", ("zhengzhou",)),
    ("reports", ("reports", "stretches/tune")),
    ("genres", ("genres",)),
)
_TABLES: Final = ("facts", "mentions", "links")
_HEAD: Final = """# The rules of the reader

Every statement of a document bears the names of the rules that made it, in the column `rule` of the tables and as `pg:madeBy` in
the graph: a fact how its number was found (quantities), how it shares its words with others (coordination) and how it is named
(naming); a mention how its name was found (entities); a link how entity and figure stand to each other (links). The name before
the slash is the room of the code. `policygraph explain SENTENCE` shows the rules at work; `ontology/rules.ttl` holds them.

*Statements* counts those that the rule made in {documents} real documents (work reports, news, bulletins and plans). *Right* is the
share of those on which there is gold that are right: of facts value, unit, place in the text, kind, year, comparator and name; of
mentions the name of the entity. *Named* is the share of the facts with the right value whose name is that of the gold nearly to
the letter. A dash stands where fewer than {least} of a rule's statements lie where there is gold; on links there is none.

Policygraph {version}, measured by `python benchmarks/rules.py`; a test holds names and examples to `ontology/rules.ttl`.
"""
# Below this number a share says nothing.
_LEAST: Final = 5


def main() -> int:
    """Measure and write the page; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=_ROOT.parent / "shared")
    shared: Path = parser.parse_args().shared
    if not (shared / "gold").is_dir():
        print(f"{shared}: no gold there; say with --shared where it is", file=sys.stderr)
        return 2
    made: Counter[str] = Counter()
    right: dict[str, Counter[str]] = {rule.name: Counter() for rule in rules.all()}
    documents = 0
    with tempfile.TemporaryDirectory() as folder:
        for corpus, golds in _CORPORA:
            texts = told(shared, Path(folder), corpus) if corpus == "genres" else shared / "corpus" / corpus
            output = Path(folder) / corpus
            documents += _extract(corpus, texts, output)
            made += _hits(output)
            for rule, count in right.items():
                for gold in golds:
                    count += _score(shared, output, texts, gold, rule)
    _OUTPUT.write_text(_page(made, right, documents), encoding="utf-8")
    print(f"{_OUTPUT.relative_to(_ROOT)} written")
    return 0


def _extract(corpus: str, texts: Path, output: Path) -> int:
    """Write the tables of a corpus; return the number of its documents."""
    said = pipeline.corpus(texts, lexicon=resources.graph() / "lexicon" if corpus == "zhengzhou" else ())
    tables.write_tables(said, derive(said), output)
    return len(said.readings)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _bears(row: dict[str, str], rule: str) -> bool:
    return rule in row["rule"].split("; ")


def _hits(output: Path) -> Counter[str]:
    """Return how many statements each rule made."""
    rows = [row for table in _TABLES for row in _rows(output / f"{table}.csv")]
    return Counter(name for row in rows for name in row["rule"].split("; "))


def _score(shared: Path, output: Path, texts: Path, gold: str, rule: str) -> Counter[str]:
    """Return the figures of the scorer for the statements of one rule."""
    table = {"entities": "mentions", "links": ""}.get(rule.partition("/")[0], "facts")
    rows = [row for row in _rows(output / f"{table}.csv") if _bears(row, rule)] if table else []
    if not rows:
        return Counter()
    some, result = output / "some.csv", output / "figures.json"
    with some.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return Counter(scored(shared, shared / "gold" / gold, texts, result, **{table: some})["all"])


def _page(made: Counter[str], right: dict[str, Counter[str]], documents: int) -> str:
    lines = [
        _HEAD.format(version=__version__, documents=documents, least=_LEAST),
        "| rule | what it reads | a sentence in which it speaks | statements | right | named |",
        "|---|---|---|---|---|---|",
    ]
    for rule in rules.all():
        count = right[rule.name]
        figures = (
            _share(count["strict"] + count["e_found"], count["predicted"] + count["e_predicted"]),
            _share(count["named"], count["found"]),
        )
        example = re.sub(r"\s*\n+", " ⏎ ", rule.example.replace("|", r"\|"))
        lines.append(f"| `{rule.name}` | {rule.says} | {example} | {made[rule.name]} | {' | '.join(figures)} |")
    return "\n".join([*lines, ""])


def _share(some: int, whole: int) -> str:
    return f"{some / whole:.2f} of {whole}" if whole >= _LEAST else "–"


if __name__ == "__main__":
    sys.exit(main())
