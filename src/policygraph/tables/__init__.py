"""Facts, mentions, links and ledger as tables that people open and join, with the codebook beside them."""

from policygraph.tables.folder import write_panel, write_tables
from policygraph.tables.rows import of as rows_of
from policygraph.tables.workbook import workbook

__all__ = ["rows_of", "workbook", "write_panel", "write_tables"]
