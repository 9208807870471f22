"""When a clause is, and whether it plans or reports: sentences and clauses, headings, times, genre."""
