"""Tells search how to find the pages of the site itself."""

from django.db.models.signals import post_save

from cms.models import HomePage, StandardPage, ThemePage
from content.models import Theme
from search import changes, checks, keys
from search.builders.details import Details, of, published_day
from search.facets import Type


def connect():
    """Leave the home page out: it is no answer to any question."""
    checks.exclude(HomePage)
    post_save.connect(_theme_changed, sender=Theme, dispatch_uid="cms-theme-page")


def _theme_changed(instance, **kwargs):
    # The landing page is found by the other words for its theme, and by those of its parts.
    pages = ThemePage.objects.filter(theme__in=[instance.pk, instance.broader_id])
    changes.record(keys.of_page(number) for number in pages.values_list("pk", flat=True))


@of.register
def _(page: StandardPage):
    return Details(type=Type.PAGE, published=published_day(page))


@of.register
def _(page: ThemePage):
    return Details(
        type=Type.THEME,
        themes=(page.theme,),
        alternatives=_words(page.theme),
        published=published_day(page),
        boost=1.1,
    )


def _words(theme):
    """Return every word for a theme, and the names of the themes that fall under it."""
    labels = (found.label for found in theme.alternative_labels.all())
    return (theme.label, *labels, *(found.label for found in theme.narrower.all()))
