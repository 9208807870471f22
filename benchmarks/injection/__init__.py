"""Faults that are put in on purpose: kills, and documents, questions and addresses with slips of the pen."""
