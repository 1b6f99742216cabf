"""Documents of areas and organisations."""

from content.models import Area, Organisation
from search import keys
from search.builders import trees
from search.documents import Document
from search.facets import Type


def all_area_keys():
    """Yield the key of every area."""
    for code in Area.objects.order_by("code").values_list("code", flat=True):
        yield keys.of_area(code)


def areas(names):
    """Return the documents of the areas with these codes."""
    found = Area.objects.filter(code__in=names).select_related("parent")
    return [_area(area) for area in found.prefetch_related("cbs_codes", "designations")]


def all_organisation_keys():
    """Yield the key of every organisation."""
    for slug in Organisation.objects.order_by("slug").values_list("slug", flat=True):
        yield keys.of_organisation(slug)


def organisations(names):
    """Return the documents of the organisations with these slugs."""
    return [_organisation(found) for found in Organisation.objects.filter(slug__in=names)]


def _area(area):
    designations = [f"{found.name} {found.reason}" for found in area.designations.all()]
    return Document(
        id=keys.of_area(area.code),
        type=Type.AREA,
        title=area.full_name,
        url=area.get_absolute_url(),
        summary=area.description,
        body="\n".join(designations),
        alternatives=_other_names(area),
        facts=(area.get_kind_display(),),
        facets={
            "type": (Type.AREA,),
            "area": trees.with_ancestors([area]),
            "place": (area.code,),
        },
        location=trees.location([area]),
        boost=0.95,
    )


def _other_names(area):
    codes = area.cbs_codes.all()
    names = [area.name, area.code, *(code.code for code in codes), *(code.name for code in codes)]
    return tuple(dict.fromkeys(name for name in names if name))


def _organisation(organisation):
    return Document(
        id=keys.of_organisation(organisation.slug),
        type=Type.ORGANISATION,
        title=organisation.name,
        url=organisation.get_absolute_url(),
        summary=organisation.description,
        alternatives=(organisation.abbreviation,) if organisation.abbreviation else (),
        facts=(organisation.get_kind_display(),),
        facets={"type": (Type.ORGANISATION,)},
        boost=0.9,
    )
