"""Loads what pages refer to: themes, organisations, target groups and areas."""

from decimal import Decimal

from django.db import transaction

from cms.demo import reading
from content.models import Area, AreaCode, Designation, Membership, Organisation, Theme, ThemeLabel
from practices.models import TargetGroup


@transaction.atomic
def load():
    """Create or refresh every term; terms that editors added stay."""
    themes()
    for slug, data in reading.table("organisations").items():
        Organisation.objects.update_or_create(slug=slug, defaults=data)
    for slug, data in reading.table("target_groups").items():
        TargetGroup.objects.update_or_create(slug=slug, defaults=data)
    areas()
    memberships()


def themes():
    """Create the themes with their other words, then tie them to each other."""
    data = reading.table("themes")
    found = {}
    for position, (slug, theme) in enumerate(data.items()):
        fields = {
            name: theme[name] for name in ("scheme", "label", "definition", "tint") if name in theme
        }
        found[slug], _ = Theme.objects.update_or_create(
            slug=slug, defaults=fields | {"position": position}
        )
    for slug, theme in data.items():
        found[slug].broader = found[theme["broader"]] if "broader" in theme else None
        found[slug].alternative_labels = [
            ThemeLabel(label=label, sort_order=number)
            for number, label in enumerate(theme.get("alternative_labels", []))
        ]
        found[slug].save()
        found[slug].related.set([found[other] for other in theme.get("related", [])])


def areas():
    """Create the areas, parents first, with their codes and designations."""
    codes = _grouped(reading.rows("area_codes"), "area")
    designations = _grouped(reading.table("designations")["designations"], "area")
    found = {}
    for row in reading.rows("areas"):
        found[row["code"]] = _area(row, found)
    for code, area in found.items():
        area.cbs_codes = [
            AreaCode(sort_order=n, **_without(row, "area"))
            for n, row in enumerate(codes.get(code, []))
        ]
        area.designations = [
            Designation(sort_order=n, **_without(row, "area"))
            for n, row in enumerate(designations.get(code, []))
        ]
        area.save()


def memberships():
    """Say which areas belong to which group."""
    areas_by_code = {area.code: area for area in Area.objects.all()}
    for row in reading.rows("memberships"):
        Membership.objects.update_or_create(
            group=areas_by_code[row["group"]],
            member=areas_by_code[row["member"]],
            first_year=row["first_year"] or None,
            defaults={"last_year": row["last_year"] or None, "note": row["note"]},
        )


def _area(row, found):
    fields = {
        "name": row["name"],
        "slug": row["slug"],
        "kind": row["kind"],
        "parent": found[row["parent"]] if row["parent"] else None,
        "latitude": Decimal(row["latitude"]) if row["latitude"] else None,
        "longitude": Decimal(row["longitude"]) if row["longitude"] else None,
        "description": row["description"],
    }
    area, _ = Area.objects.update_or_create(code=row["code"], defaults=fields)
    return area


def _grouped(rows, key):
    groups = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return groups


def _without(row, key):
    return {name: value for name, value in row.items() if name != key}
