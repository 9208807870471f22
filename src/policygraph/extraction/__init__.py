"""From a document to its reading: what it says, each statement with its words."""

from __future__ import annotations
