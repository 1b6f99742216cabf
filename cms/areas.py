"""What the pages of areas show, read in a fixed number of queries."""

from collections import defaultdict

from django.db.models import Count

from cms import gathering
from cms.area_figures import figures_of
from content import maps
from content.models import Area, Membership
from practices.models import Adoption
from programmes.models import ConsultedMunicipality

Kind = Area.Kind
NEAR = (Kind.NEIGHBOURHOOD, Kind.MUNICIPALITY)


def area_list(words=""):
    """Return the areas in whose name every word occurs, and all of it on a map (one query).

    `cities` are the municipalities with their `neighbourhoods`, `others` those without. A city
    that is found brings all its neighbourhoods along, a neighbourhood that is found its city.
    """
    read = Area.objects.select_related("parent").annotate(size=Count("memberships"))
    areas = list(read.order_by("name"))
    found = [area for area in areas if answers(area, words) and area.kind != Kind.COUNTRY]
    neighbourhoods = [area for area in found if area.kind == Kind.NEIGHBOURHOOD]
    named = {area.pk for area in found}
    municipalities = [
        area
        for area in with_neighbourhoods(areas, neighbourhoods)
        if area.pk in named or area.neighbourhoods
    ]
    return {
        "cities": [area for area in municipalities if area.neighbourhoods],
        "others": [area for area in municipalities if not area.neighbourhoods],
        "groups": [area for area in found if area.kind == Kind.GROUP],
        "map": maps.national_map(municipalities, neighbourhoods),
        "total": len(found),
    }


def answers(area, words):
    """Tell whether every word occurs in the name of an area or of its municipality."""
    name = area.full_name.casefold()
    return all(word in name for word in words.casefold().split())


def with_neighbourhoods(areas, neighbourhoods):
    """Return the municipalities among the areas, each with its `neighbourhoods`."""
    by_city = defaultdict(list)
    for area in neighbourhoods:
        by_city[area.parent_id].append(area)
    cities = [area for area in areas if area.kind == Kind.MUNICIPALITY]
    for city in cities:
        city.neighbourhoods = by_city[city.pk]
    return cities


def area_profile(area):
    """Return everything public about an area.

    A municipality shows what happens in its neighbourhoods too, a group what happens at its
    members. `area` comes with its parent, designations and codes read.
    """
    neighbourhoods = _neighbourhoods(area)
    members = _members(area)
    scope = _scope(area, neighbourhoods, members)
    codes = [area.code, *(membership.member.code for membership in members)]
    public = gathering.public_pages()
    parts = gathering.gather(public.filter(area_links__area__in=scope), gebied=codes)
    figures = figures_of(area)
    return parts | {
        "neighbourhoods": neighbourhoods,
        "members": members,
        "memberships": area.group_memberships.select_related("group").order_by("group__name"),
        "map": maps.location_map(area, neighbourhoods),
        "member_map": _member_map(members),
        "figures": figures,
        "adoptions": _adoptions(scope, public),
        "consulted": _consulted(area, public),
        "search_url": gathering.search_url(gebied=codes),
        "has_any": figures.are_known or any(parts.values()),
    }


def _neighbourhoods(area):
    """Return the neighbourhoods of the municipality that this is, or lies in."""
    if area.kind not in NEAR:
        return []
    city = area.pk if area.kind == Kind.MUNICIPALITY else area.parent_id
    found = Area.objects.filter(parent=city, kind=Kind.NEIGHBOURHOOD)
    return list(found.select_related("parent"))


def _members(group):
    if group.kind != Kind.GROUP:
        return []
    found = Membership.objects.filter(group=group).select_related("member__parent")
    return list(found.order_by("member__parent__name", "member__name", "first_year"))


def _scope(area, neighbourhoods, members):
    """Return the numbers of the areas whose pages belong on this profile."""
    if area.kind == Kind.MUNICIPALITY:
        return [area.pk, *(found.pk for found in neighbourhoods)]
    if area.kind == Kind.GROUP:
        numbers = [area.pk, *(membership.member_id for membership in members)]
        inside = Area.objects.filter(parent__in=numbers).values_list("pk", flat=True)
        return [*numbers, *inside]
    return [area.pk]


def _member_map(members):
    """Return the members of a group on the map: their municipalities, counting neighbourhoods."""
    areas = [membership.member for membership in members]
    neighbourhoods = [area for area in areas if area.kind == Kind.NEIGHBOURHOOD]
    cities = {area.parent_id: area.parent for area in neighbourhoods}
    cities |= {area.pk: area for area in areas if area.kind == Kind.MUNICIPALITY}
    return maps.national_map(list(cities.values()), neighbourhoods) if cities else None


def _adoptions(scope, public):
    found = Adoption.objects.filter(area__in=scope, page__in=public.values("pk"))
    found = found.select_related("page", "organisation", "area__parent")
    return list(found.order_by("page__title", "sort_order"))


def _consulted(area, public):
    """Return what this municipality, or that of this neighbourhood, decided in talks."""
    municipality = area.parent_id if area.kind == Kind.NEIGHBOURHOOD else area.pk
    found = ConsultedMunicipality.objects.filter(area=municipality, page__in=public.values("pk"))
    return list(found.select_related("page").order_by("-page__path"))
