"""Tables of figures in documents: the main indicators of plans and bulletins, lists of projects, tasks dealt out.

A table is rows of cells (`grid`) with a head that says what each column is for (`columns`). Each cell with a figure
(`figures`) is a fact (`facts`): what it is about say the heads of its row and its column (`naming`), its unit a column, a head
or the caption (`units`), its year and whether it is aimed at or reported the same (`times`). A list of projects names them
too (`projects`). A table of words has no figures of its own; its cells are read as paragraphs (`prose`).
"""
