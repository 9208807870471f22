"""Policygraph: Chinese government work reports as a knowledge graph, every statement with its words."""

from __future__ import annotations

__version__ = "0.1.0"
