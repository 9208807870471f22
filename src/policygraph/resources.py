"""Where the ontology and the published graph are: in the wheel, or in the checkout."""

from __future__ import annotations

from pathlib import Path

from policygraph.errors import OntologyError

_PACKAGE = Path(__file__).resolve().parent
_ROOTS = (_PACKAGE / "_data", _PACKAGE.parents[1])


def _folder(name: str) -> Path:
    for root in _ROOTS:
        if (root / name).is_dir():
            return root / name
    raise OntologyError(f"the folder {name}/ is neither in the installed package nor in the checkout; install again")


def ontology() -> Path:
    """Return the folder ``ontology/``.

    Raises:
        OntologyError: the installation is not complete.

    """
    return _folder("ontology")


def graph() -> Path:
    """Return the folder ``graph/`` with the published graph, its sources and the named questions.

    Raises:
        OntologyError: the installation is not complete.

    """
    return _folder("graph")
