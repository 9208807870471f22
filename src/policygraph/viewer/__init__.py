"""The page on which people explore a graph: one HTML file that needs no network and nothing installed.

pyvis is the model (nodes, edges and their options); the page is ours. What runs in the browser is written in ``web/``
and bundled into ``assets/``; ``vendor/`` holds vis-network as released, pinned by its digest.
"""

from __future__ import annotations

from policygraph.viewer.layout import positions
from policygraph.viewer.model import network
from policygraph.viewer.page import html

__all__ = ["html", "network", "positions"]
