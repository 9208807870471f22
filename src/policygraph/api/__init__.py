"""The library: one graph, and everything that it can be asked, as plain rows."""
