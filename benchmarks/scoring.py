"""The scorer that lies beside the repository, run on tables: one call for all measures."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path


def scored(shared: Path, gold: Path, texts: Path, result: Path, **tables: Path) -> dict[str, Any]:
    """Return the figures of ``bin/score`` for each document, and for all together as ``all``.

    Args:
        shared: the folder with bin/ and gold/.
        gold: the folder of the gold.
        texts: the folder of the texts that the gold speaks of.
        result: the file that the scorer writes.
        tables: the tables to score, by their names: facts, mentions.

    Raises:
        subprocess.CalledProcessError: the scorer fails.

    """
    command = [sys.executable, str(shared / "bin" / "score"), "--gold", str(gold), "--texts", str(texts)]
    command += ["--json", str(result)]
    for name, path in tables.items():
        command += [f"--{name}", str(path)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    found: dict[str, Any] = json.loads(result.read_text(encoding="utf-8"))
    return found
