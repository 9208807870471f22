"""Reading a PDF file in a process of its own: the library is written in C, and a file that breaks it ends its process.

The file's bytes go in, and what is kept of it, or why nothing is, comes out as JSON.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from policygraph.documents.formats.kept import Kept
from policygraph.errors import DocumentError

# Seconds; the largest file that is read takes a tenth of it.
_PATIENCE: Final = 600
_ENCODING: Final = "utf-8"


def read(path: Path, data: bytes) -> Kept:
    """Return the text of a PDF file, as :func:`policygraph.documents.formats.pdf.read` does.

    Raises:
        DocumentError: it cannot be read, or ends the process that reads it.

    """
    # No folder of documents may lend its files to the program: -P keeps the working folder out of the path.
    command = [sys.executable, "-P", "-m", __name__]
    known = os.pathsep.join(filter(None, sys.path))
    try:
        done = subprocess.run(  # noqa: S603 - this very program
            command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False, timeout=_PATIENCE,
            env={**os.environ, "PYTHONPATH": known},
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise DocumentError(
            path, f"takes more than {_PATIENCE} s to read; print it to .pdf again, or split it"
        ) from error
    if done.returncode:
        raise DocumentError(path, f"breaks the reader of PDF files (code {done.returncode}); print it to .pdf again")
    said = json.loads(done.stdout.decode(_ENCODING, errors="surrogatepass"))
    if "problem" in said:
        raise DocumentError(path, said["problem"])
    return Kept(said["text"], "pdf", tuple(said["pages"]), remarks=tuple(said["remarks"]))


def _main() -> None:
    from policygraph.documents.formats import pdf

    try:
        kept = pdf.read(Path("file.pdf"), sys.stdin.buffer.read())
        said = {"text": kept.text, "pages": kept.pages, "remarks": kept.remarks}
    except DocumentError as error:
        said = {"problem": error.problem}
    sys.stdout.buffer.write(json.dumps(said).encode(_ENCODING))


if __name__ == "__main__":
    _main()
