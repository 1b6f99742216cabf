"""Measures search beside others that do the same, in one run: see README.md."""
