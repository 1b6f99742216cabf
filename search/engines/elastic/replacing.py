"""Makes new indices beside those in use, and puts them in their places in one step.

An index is named after the alias in front of it, what it was made with, and a number of its own:
documents and their figures made together have the same number.
"""

import uuid
from dataclasses import dataclass

# What an index that is being built has otherwise, as it is for one that is in use.
IN_USE = {"refresh_interval": None, "translog.durability": None}


@dataclass(frozen=True)
class Shape:
    """How an index behind an alias is made; `made_with` tells one shape from another."""

    alias: str
    made_with: str
    mapping: dict
    settings: dict


def make(client, shapes):
    """Make an index of each shape and return their names by alias."""
    number = uuid.uuid4().hex[:8]
    made = {shape.alias: f"{shape.alias}.{shape.made_with}.{number}" for shape in shapes}
    for shape in shapes:
        client.indices.create(
            index=made[shape.alias], mappings=shape.mapping, settings=shape.settings
        )
    return made


def put_in_place(client, made):
    """Let every alias lead to its new index, all in one moment.

    The indices that were in use stay, for a way back; what broken rebuilds left goes.
    """
    for index in made.values():
        client.indices.put_settings(index=index, settings=IN_USE)
        client.indices.refresh(index=index)
    present = {alias: of_site(client, alias) for alias in made}
    guessed = [{"remove_index": {"index": alias}} for alias in made if _is_index(client, alias)]
    client.indices.update_aliases(
        actions=[
            *guessed,
            *(move for alias in made for move in _moves(alias, made[alias], present[alias])),
        ]
    )
    # One piece answers faster than many; the server joins them in its own time.
    client.indices.forcemerge(
        index=list(made.values()), max_num_segments=1, wait_for_completion=False
    )
    for alias, indices in present.items():
        unused = [name for name, in_use in indices.items() if not in_use and name != made[alias]]
        remove(client, unused)


def of_site(client, alias):
    """Return the names of the indices of an alias, and whether each is in use."""
    # A dot cannot stand in an alias, so indices of another site are never among these.
    found = client.indices.get(index=f"{alias}.*", features="aliases")
    return {name: alias in index["aliases"] for name, index in found.items()}


def remove(client, indices):
    """Remove indices that may be gone already."""
    for index in indices:
        client.indices.delete(index=index, ignore_unavailable=True)


def _is_index(client, alias):
    # A server makes one of whatever is written to a name that nothing has.
    return client.indices.exists(index=alias) and not client.indices.exists_alias(name=alias)


def _moves(alias, index, present):
    before = [name for name, in_use in present.items() if in_use]
    return [
        *({"remove": {"index": old, "alias": alias}} for old in before),
        {"add": {"index": index, "alias": alias}},
    ]
