"""What every page of the site shows around its content: the menu and the foot."""

from urllib.parse import urlencode

from django.conf import settings
from django.shortcuts import resolve_url
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from community.permissions import Viewer
from content.queries import public
from following.queries import unread

# Pages that every page leads to, by the slug that the content gives them, in this order.
FOOT = ("over", "contact", "toegankelijkheid", "privacy")

STYLE_SHEETS = (
    "css/tokens.css",
    "css/base.css",
    "css/frame.css",
    "css/components.css",
    "css/search.css",
    "css/answers.css",
    "css/practices.css",
    "css/programmes.css",
    "css/indicators.css",
    "css/exploring.css",
    "css/areas.css",
    "css/community.css",
    "css/members.css",
    "css/moderation.css",
    "css/meetings.css",
    "css/following.css",
    "css/plans.css",
    "css/account.css",
)


class Navigation:
    """The links around a page, read only when a template asks for them (one query)."""

    def __init__(self, request):
        self.request = request

    @cached_property
    def menu(self):
        """Return the sections that editors put in the menu, experiences, areas and figures."""
        sections = [self._entry(page.title, page.get_url(self.request)) for page in self._sections]
        others = [
            self._entry(_("Ervaringen"), reverse("experiences")),
            self._entry(_("Gebieden"), reverse("areas")),
            self._entry(_("Cijfers"), reverse("indicators")),
        ]
        return [*sections[:3], *others, *sections[3:]]

    @cached_property
    def foot(self):
        """Return the pages that tell about the site itself."""
        by_slug = {page.slug: page for page in self._pages}
        found = [by_slug[slug] for slug in FOOT if slug in by_slug]
        return [self._entry(page.title, page.get_url(self.request)) for page in found]

    @property
    def style_sheets(self):
        """Return the style sheets in the order they build on each other."""
        return STYLE_SHEETS

    @property
    def has_search(self):
        """Tell whether the head needs a search box: home and search have a larger one."""
        return self.request.path not in ("/", reverse("search"))

    @cached_property
    def unread(self):
        """Return how many notifications wait for who is signed in (one query), or None."""
        user = getattr(self.request, "user", None)
        return unread(Viewer.of(self.request)) if user and user.is_authenticated else None

    @property
    def sign_in(self):
        """Return where somebody signs in and comes back from to this address."""
        back = urlencode({"next": self.request.get_full_path()})
        return f"{resolve_url(settings.LOGIN_URL)}?{back}"

    @property
    def has_sign_up(self):
        """Tell whether anybody may make an account."""
        return settings.ACCOUNT_SIGNUP_ENABLED

    @property
    def site_name(self):
        """Return the name of the site."""
        return settings.WAGTAIL_SITE_NAME

    @cached_property
    def _pages(self):
        site = Site.find_for_request(self.request)
        if site is None:
            return []
        return list(public(Page.objects.child_of(site.root_page)).order_by("path"))

    @property
    def _sections(self):
        return [page for page in self._pages if page.show_in_menus]

    def _entry(self, title, url):
        return {"title": title, "url": url, "current": self.request.path.startswith(url)}


def context(request):
    """Return the values that the base template needs."""
    return {"navigation": Navigation(request)}
