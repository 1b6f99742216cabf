"""What the home page and the landing pages of themes show, in a fixed number of queries."""

from itertools import chain, zip_longest

from django.db.models import Count
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from cms import gathering
from cms.areas import NEAR, with_neighbourhoods
from cms.models import ThemePage
from community.models import EventPage, LearningMaterialPage
from content.models import Area, Theme, ThemeLink
from content.queries import latest, with_subjects
from indicators.queries import indicators_by_theme
from practices.models import MethodPage, PracticePage
from programmes.models import ProgrammeUpdatePage

# Of each kind, on the home page.
NEWEST = 2
EVENTS = 3


def home():
    """Return what the home page shows (at most twelve queries).

    - `new`: pairs of a kind in words and a page, the kinds in turn, the newest of each first;
    - `themes`: the landing pages of the main policy themes, with `theme` and `page_count`;
    - `municipalities`: those with neighbourhoods, each with `neighbourhoods`;
    - `counts`: how many `practices`, `methods` and `neighbourhoods` there are;
    - `upcoming` and `past`: events to come, soonest first, and those that were, latest first.
    """
    public = gathering.public_pages()
    areas = list(Area.objects.filter(kind__in=NEAR))
    neighbourhoods = [area for area in areas if area.kind == Area.Kind.NEIGHBOURHOOD]
    return {
        "new": _new(public),
        "themes": _main_themes(public),
        "municipalities": [
            city for city in with_neighbourhoods(areas, neighbourhoods) if city.neighbourhoods
        ],
        "counts": _counts(public) | {"neighbourhoods": len(neighbourhoods)},
        **_events(public),
    }


def theme_overview(theme):
    """Return everything public about a theme and the themes that fall under it.

    Next to the pages by kind (`gathering.gather`): `indicators`, each with `counted` as reports
    say it; `narrower`, `related` and `broader` themes; and `search_url` for all of it.
    """
    narrower = list(theme.narrower.order_by("position", "label"))
    scope = [theme.pk, *(found.pk for found in narrower)]
    public = gathering.public_pages()
    facet = {"thema": [theme.slug]}
    parts = gathering.gather(public.filter(theme_links__theme__in=scope), **facet)
    return parts | {
        "narrower": narrower,
        "related": theme.related.order_by("scheme", "position", "label"),
        "broader": theme.broader,
        "indicators": _indicators(scope),
        "search_url": gathering.search_url(**facet),
    }


def _new(public):
    newest = (
        (_("Praktijk"), PracticePage, ("-first_published_at", "-pk")),
        (_("Nieuws"), ProgrammeUpdatePage, ("-date", "-pk")),
        (
            _("Leermateriaal"),
            LearningMaterialPage,
            (latest("year"), "-first_published_at", "-pk"),
        ),
    )
    found = [
        [(label, page) for page in _public(model, public).order_by(*order)[:NEWEST]]
        for label, model, order in newest
    ]
    in_turn = [pair for pair in chain.from_iterable(zip_longest(*found)) if pair]
    with_subjects(page for _label, page in in_turn)
    return in_turn


def _main_themes(public):
    """Return the landing pages of themes that fall under no other, with their number of pages."""
    links = ThemeLink.objects.filter(page__in=public.order_by().values("pk"))
    links = links.annotate(main=Coalesce("theme__broader", "theme")).order_by()
    counted = dict(links.values_list("main").annotate(Count("page", distinct=True)))
    pages = _public(ThemePage, public).select_related("theme")
    pages = pages.filter(theme__scheme=Theme.Scheme.POLICY, theme__broader=None)
    found = list(pages.order_by("theme__position", "title"))
    for page in found:
        page.page_count = counted.get(page.theme_id, 0)
    return found


def _counts(public):
    kinds = {"practices": PracticePage, "methods": MethodPage}
    totals = gathering.totals(public)
    return {name: totals.get(model._meta.model_name, 0) for name, model in kinds.items()}


def _events(public):
    """Return the first events to come or going on, and the last that were."""
    events = _public(EventPage, public).annotate(last=Coalesce("ends_on", "starts_on"))
    today = timezone.localdate()
    return {
        "upcoming": events.filter(last__gte=today).order_by("starts_on", "title")[:EVENTS],
        "past": events.filter(last__lt=today).order_by("-last", "title")[:EVENTS],
    }


def _indicators(scope):
    return [
        indicator
        for theme, indicators in indicators_by_theme()
        for indicator in indicators
        if theme.pk in scope
    ]


def _public(model, public):
    return model.objects.filter(pk__in=public.order_by().values("pk"))
