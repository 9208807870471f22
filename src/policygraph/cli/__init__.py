"""The command line: a skin over the library, one verb per module.

Only click is imported before a verb runs; each verb imports what it uses.
"""

from __future__ import annotations

from policygraph.cli.app import main

__all__ = ["main"]
