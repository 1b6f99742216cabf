"""Loads what pages refer to (themes, organisations, target groups, areas) and the synonyms."""

from content.models import Area, Membership, Organisation, Theme
from practices.models import TargetGroup
from search.models import SearchSynonym

# Terms that a file lists by slug, under the name of that file.
BY_SLUG = {"organisations": Organisation, "target_groups": TargetGroup}


def load(store):
    """Create or refresh every term; terms that editors added stay."""
    _themes(store)
    for name, model in BY_SLUG.items():
        with store.content.blaming(f"{name}.toml"):
            for slug, data in store.content.table(name).items():
                store.references.add(store.put(model, {"slug": slug}, data))
    _areas(store)
    with store.content.blaming("memberships.csv"):
        for row in store.content.rows("memberships"):
            _membership(store, row)
    with store.content.blaming("synonyms.toml"):
        for words in store.content.table("synonyms")["groups"]:
            store.put(SearchSynonym, {"words": words}, {})


def _themes(store):
    """Create the themes with their other words, broader ones first, then tie them together."""
    data = store.content.table("themes")
    with store.content.blaming("themes.toml"):
        for position, (slug, theme) in enumerate(data.items()):
            store.references.add(store.put(Theme, {"slug": slug}, _theme(theme, position)))
        for slug, theme in data.items():
            related = [store.references.get(Theme, other) for other in theme.get("related", [])]
            store.references.get(Theme, slug).related.set(related)


def _theme(data, position):
    labels = [{"label": label} for label in data.get("alternative_labels", [])]
    fields = {name: value for name, value in data.items() if name != "related"}
    return fields | {"alternative_labels": labels, "position": position}


def _areas(store):
    """Create the areas, parents first, with their codes and designations."""
    codes = _by_area(store.content.rows("area_codes"))
    designations = _by_area(store.content.table("designations")["designations"])
    with store.content.blaming("areas.csv"):
        for row in store.content.rows("areas"):
            code = row.pop("code")
            row["cbs_codes"] = codes.pop(code, [])
            row["designations"] = designations.pop(code, [])
            store.references.add(store.put(Area, {"code": code}, row))
    for name, rows in (("area_codes.csv", codes), ("designations.toml", designations)):
        with store.content.blaming(name):
            for code in rows:
                store.references.get(Area, code)


def _membership(store, row):
    key = {name: row[name] for name in ("group", "member", "first_year")}
    store.put(Membership, key, {name: row[name] for name in ("last_year", "note")})


def _by_area(rows):
    """Return the rows of each area by its code, each without that code."""
    groups = {}
    for row in rows:
        fields = {name: value for name, value in row.items() if name != "area"}
        groups.setdefault(row["area"], []).append(fields)
    return groups
