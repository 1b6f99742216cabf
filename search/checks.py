"""`manage.py check` fails when a page type can neither be found nor is left out by name."""

from django.apps import apps
from django.core.checks import Error, register
from wagtail.models import Page

from community.models import MembersRoomPage
from content.models import SectionPage
from search.builders import details

# Members have their room in the menu of their community; what lies in it is found.
_excluded = {Page, MembersRoomPage}


def exclude(model):
    """Leave a page type out of search, on purpose."""
    _excluded.add(model)


def connect():
    """Add the check to those of Django."""
    register(every_page_type_is_known)


def every_page_type_is_known(app_configs, **kwargs):
    """Return an error for every page type that search does not know."""
    return [
        Error(
            f"Search does not know {model._meta.label}.",
            hint="Register it with search.builders.details.of, or leave it out with "
            "search.checks.exclude.",
            id="search.E001",
        )
        for model in apps.get_models()
        if issubclass(model, Page) and not _is_known(model)
    ]


def _is_known(model):
    # Sections only list what is found by itself.
    return model in details.known() or model in _excluded or issubclass(model, SectionPage)
