"""Relevance as a number: judged questions, asked of both engines and of the default analysers.

Nothing of the site depends on this package; `search_evaluate` and the tests use it.
"""
