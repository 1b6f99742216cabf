"""Figures in search: what is stored of them, what areas can be chosen by, answers to a question."""
