"""The second pass: one entity under all its names, over all documents."""

from __future__ import annotations

from policygraph.resolution.entities import resolve

__all__ = ["resolve"]
