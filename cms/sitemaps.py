"""What the sitemap lists: public pages, and the views that are no page in the tree."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse
from wagtail.contrib.sitemaps.sitemap_generator import Sitemap as WagtailSitemap

from content.models import Area, Organisation
from content.queries import listed
from indicators.models import Indicator


class PageSitemap(WagtailSitemap):
    """The pages that everybody may see."""

    def items(self):
        """Return the public pages; the sitemap needs nothing that only their own type knows."""
        root = self.get_wagtail_site().root_page
        return listed(root.get_descendants(inclusive=True).public()).order_by("path")


class ViewSitemap(Sitemap):
    """Addresses that Django views answer, under the address of the site."""

    protocol = urlsplit(settings.BASE_URL).scheme

    def get_domain(self, site=None):
        """Return the host of the site, whatever host the question came in by."""
        return urlsplit(settings.BASE_URL).netloc


class ListSitemap(ViewSitemap):
    """The lists: search, areas, indicators, open data and organisations."""

    def items(self):
        """Return the names of the views."""
        return ["search", "areas", "indicators", "datasets", "organisations"]

    def location(self, item):
        """Return the address of a view."""
        return reverse(item)


class AreaSitemap(ViewSitemap):
    """The profiles of the areas."""

    def items(self):
        """Return the areas by address."""
        return Area.objects.order_by("slug")


class IndicatorSitemap(ViewSitemap):
    """The definitions of the indicators, with their figures."""

    def items(self):
        """Return the indicators by address."""
        return Indicator.objects.order_by("code")


class OrganisationSitemap(ViewSitemap):
    """The organisations."""

    def items(self):
        """Return the organisations by address."""
        return Organisation.objects.order_by("slug")


SITEMAPS = {
    "pages": PageSitemap,
    "lists": ListSitemap(),
    "areas": AreaSitemap(),
    "indicators": IndicatorSitemap(),
    "organisations": OrganisationSitemap(),
}
