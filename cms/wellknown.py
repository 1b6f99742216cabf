"""The files that machines look for at a fixed place: robots, sitemap and security contact."""

from datetime import timedelta
from urllib.parse import urljoin

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from wagtail.contrib.sitemaps.views import sitemap as wagtail_sitemap

from cms.sitemaps import SITEMAPS

# RFC 9116 asks for a date less than a year away; the contact page is kept up with the site.
SECURITY_CONTACT_LASTS = timedelta(days=180)


@require_safe
def robots(request):
    """Let everything be crawled but the admin and the endless ways to ask the same question."""
    lines = (
        "User-agent: *",
        "Disallow: /beheer/",
        f"Disallow: {reverse('plan_add')}",
        f"Disallow: {reverse('plans')}",
        f"Disallow: {reverse('search')}?",
        f"Disallow: {reverse('search')}.",
        f"Disallow: {reverse('suggestions')}",
        f"Disallow: {reverse('follow')}",
        "",
        f"Sitemap: {_absolute('sitemap')}",
    )
    return _text(lines)


@require_safe
def security(request):
    """Tell whoever finds a weakness where to report it."""
    expires = (timezone.now() + SECURITY_CONTACT_LASTS).replace(hour=0, minute=0, second=0)
    lines = (
        f"Contact: {urljoin(settings.BASE_URL, '/contact/')}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: nl, en",
        f"Canonical: {_absolute('security')}",
    )
    return _text(lines)


@require_safe
def sitemap(request):
    """List every public address of the site."""
    return wagtail_sitemap(request, SITEMAPS)


def _absolute(name):
    return urljoin(settings.BASE_URL, reverse(name))


def _text(lines):
    return HttpResponse(
        "".join(f"{line}\n" for line in lines), content_type="text/plain; charset=utf-8"
    )
