"""Verbs: what changes figures."""


def take_snapshot(*, indicator, area, comparator, baseline, follow_up, dataset, caveat="", by=None): ...
