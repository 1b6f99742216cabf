"""Finds the words of the index that look like one that nobody says."""

from dataclasses import replace

from search import dutch


def spelled_out(connection, index, concept):
    """Return a concept with each stem that looks like it, for more the nearer it is."""
    variants = [variant for variant in concept.variants if not variant.alike]
    for variant in concept.variants:
        if variant.alike:
            variants += _each(variant, _alike(connection, f"terms_{index}", variant.stems))
    return replace(concept, variants=tuple(variants))


def written(connection, index, concept):
    """Return a concept with each word of a name that looks like it, as it is written."""
    variants = []
    for variant in concept.variants:
        if variant.alike:
            variants += _each(variant, _alike(connection, f"words_{index}", variant.stems[:1]))
    return replace(concept, variants=tuple(variants))


def _each(variant, alike):
    return [
        replace(variant, stems=(term,), weight=variant.weight * near)
        for term, near in alike.items()
    ]


def _alike(connection, table, forms):
    """Return the terms that look like one of these forms, and how near each is."""
    found = {}
    for form in forms:
        slips = dutch.slips(form)
        rows = connection.execute(
            f"SELECT term FROM {table} WHERE term >= ? AND term < ? "
            "AND length(term) BETWEEN ? AND ?",
            [form[0], chr(ord(form[0]) + 1), len(form) - slips, len(form) + slips],
        )
        for (term,) in rows:
            off = dutch.distance(form, term)
            if off is not None:
                found[term] = max(found.get(term, 0.0), 1 - off / len(form))
    return found
