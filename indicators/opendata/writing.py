"""The catalogue as a file, written dataset by dataset: a thousand of them fill no memory."""

import hashlib
import json

from indicators.opendata import dcat
from indicators.opendata.vocabularies import PREFIXES

CONTEXT = {prefix: str(namespace) for prefix, namespace in PREFIXES.items()}


def as_turtle(entries):
    """Yield the catalogue in Turtle, in parts."""
    yield "".join(f"@prefix {prefix}: <{name}> .\n" for prefix, name in CONTEXT.items())
    for graph in _graphs(entries):
        # The prefixes that a part uses stand above it, up to the first empty line.
        yield "\n" + graph.serialize(format="turtle").partition("\n\n")[2].rstrip("\n") + "\n"


def as_json_ld(entries):
    """Yield the catalogue in JSON-LD, in parts."""
    yield f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": ['
    before = "\n"
    for graph in _graphs(entries):
        for node in _nodes(graph):
            yield before + json.dumps(node, ensure_ascii=False, sort_keys=True)
            before = ",\n"
    yield "\n]}\n"


def tag(write, entries):
    """Return the ETag of a catalogue as `write` gives it, without writing all of it.

    What the datasets are made of is in it, and the first of them as it is written: that changes
    when the site writes in another way.
    """
    seen = hashlib.blake2b(digest_size=16)
    for part in write(entries[:1]):
        seen.update(part.encode())
    for entry in entries:
        indicator = entry.indicator
        things = (indicator, indicator.theme, indicator.publisher)
        for thing in (*things, *entry.deliveries, *entry.municipalities):
            seen.update(repr(thing and _values(thing)).encode())
        seen.update(repr(entry.dates).encode())
    return f'"{seen.hexdigest()}"'


def _graphs(entries):
    yield dcat.catalogue(entries)
    for entry in entries:
        yield dcat.dataset(entry)


def _nodes(graph):
    """Return what a graph tells, by name."""
    written = json.loads(graph.serialize(format="json-ld", context=CONTEXT, auto_compact=False))
    return sorted(written["@graph"], key=lambda node: node["@id"])


def _values(thing):
    return [getattr(thing, field.attname) for field in thing._meta.concrete_fields]
