"""Facts, mentions, links and ledger as tables that people open and join, with the codebook beside them."""

from policygraph.tables.folder import write_panel, write_tables

__all__ = ["write_panel", "write_tables"]
