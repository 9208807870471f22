"""The command line: a skin over the library, one verb per module.

Only click is imported before a verb runs; each verb imports what it uses.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NoReturn

__all__ = ["main"]


def main() -> NoReturn:
    """Run the command line and exit: see :func:`policygraph.cli.app.run`."""
    # Most of the time until a verb begins is spent on this import, and Ctrl-C may come in it too.
    try:
        from policygraph.cli.app import run
    except KeyboardInterrupt:
        sys.exit(130)
    run()
