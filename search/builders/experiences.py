"""Documents of what members tell: found by everybody, or by members of a community alone."""

from dataclasses import replace

from django.db.models import Prefetch
from django.utils.formats import date_format
from django.utils.timezone import localdate
from wagtail.models import Page

from community.experiences.writing import plain
from community.models import CommunityPage, Experience, Outcome, State
from content.queries import public
from practices.models import MethodPage
from search import keys
from search.attachments import gathering
from search.builders import trees
from search.documents import PUBLIC, Document, among_members
from search.facets import Type

# What the facet of effects calls it; that it worked or depends is no judgement of an effect.
EFFECTS = {Outcome.DID_NOT_WORK: ("did-not-work",)}
LONGEST_SUMMARY = 300


def all_keys():
    """Yield the key of every experience that is placed."""
    shown = Experience.objects.filter(state=State.SHOWN).order_by("pk")
    for key in list(shown.values_list("key", flat=True)):
        yield keys.of_experience(key)


def tokens():
    """Return the visibility token of every experience that is placed, by key."""
    shown = Experience.objects.filter(state=State.SHOWN)
    return {
        keys.of_experience(told.key): _token(told)
        for told in shown.only("key", "community", "audience")
    }


def documents(names):
    """Return the documents of the placed experiences with these keys."""
    found = Experience.objects.filter(key__in=names, state=State.SHOWN)
    about = Prefetch("about", public(Page.objects.all()).order_by("title"), to_attr="pages")
    found = list(found.prefetch_related("themes", "areas__parent", about))
    if not found:
        return []
    themes = trees.Themes.load()
    known = _open_communities(found)
    methods, files = _methods(found), gathering.of_experiences(found)
    documents = (_document(told, themes, known, methods) for told in found)
    return [
        replace(document, attachments=files[told.pk])
        for told, document in zip(found, documents, strict=True)
    ]


def _token(told):
    return among_members(told.community_id) if told.is_for_members else PUBLIC


def _open_communities(found):
    numbers = {told.community_id for told in found}
    return public(CommunityPage.objects.filter(pk__in=numbers)).in_bulk()


def _methods(found):
    """Return the slugs of the methods that experiences are about, by number."""
    numbers = {page.pk for told in found for page in told.pages}
    return dict(MethodPage.objects.filter(pk__in=numbers).values_list("pk", "slug"))


def _document(told, themes, known, methods):
    areas, labels = list(told.areas.all()), [theme.label for theme in told.themes.all()]
    community = known.get(told.community_id)
    words, day = plain(told.body), localdate(told.shown_since)
    facets = {
        "type": (Type.EXPERIENCE,),
        "theme": themes.with_ancestors(told.themes.all()),
        "area": trees.with_ancestors(areas),
        "place": tuple(area.code for area in areas),
        "method": tuple(methods[page.pk] for page in told.pages if page.pk in methods),
        "community": (community.slug,) if community else (),
        "effect": EFFECTS.get(told.outcome, ()),
        "year": (str(day.year),),
    }
    return Document(
        id=keys.of_experience(told.key),
        type=Type.EXPERIENCE,
        title=told.title,
        url=told.get_absolute_url(),
        summary=words[:LONGEST_SUMMARY],
        body=words,
        keywords=(
            *labels,
            *(area.full_name for area in areas),
            *(page.title for page in told.pages),
            str(told.get_outcome_display()),
        ),
        facts=(str(told.get_outcome_display()), date_format(day, "j F Y")),
        facets={name: values for name, values in facets.items() if values},
        visibility=_token(told),
        published=day,
        location=trees.location(areas),
    )
