"""``python -m policygraph`` is the command ``policygraph``."""

from __future__ import annotations

from policygraph.cli import main

# A process that reads documents imports this module again under another name.
if __name__ == "__main__":
    main()
