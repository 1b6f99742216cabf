"""Bringing figures in from files: reading, understanding columns, checking and loading.

A file is a *sheet* (`sheets.py`): a header and lines of cells, all text. A *mapping*
(`mapping.py`) says which column holds what. `checking.py` makes readings of the lines, or problems
with the line, the column, the value and what was expected. `loading.py` stores the readings, all
or nothing.
"""
