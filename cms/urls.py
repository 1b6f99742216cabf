"""Every address of the site; the pages that editors make come last."""

from django.urls import include, path, re_path
from django.views.decorators.http import require_safe
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from accounts.views import sign_in
from cms import (
    area_views,
    indicator_views,
    media,
    organisation_views,
    passwords,
    redirects,
    serving,
    vocabulary,
    wellknown,
)

urlpatterns = [
    path("account/", include("accounts.urls")),
    path("beheer/login/", sign_in),
    path("_util/login/", require_safe(sign_in)),
    path("beheer/", include(wagtailadmin_urls)),
    path("documenten/authenticate_with_password/<int:restriction_id>/", passwords.file),
    path("documenten/", include([re_path(r"^(\d+)/(.*)$", media.document)])),
    path("documenten/", include(wagtaildocs_urls)),
    path("", include("following.urls")),
    path("", include("search.urls")),
    path("", include("indicators.urls")),
    path("", include("programmes.urls")),
    path("", include("community.urls")),
    path("", include("plans.urls")),
    path("gebieden/", area_views.areas, name="areas"),
    path("gebieden/<slug:slug>/", area_views.area, name="area"),
    path("indicatoren/<slug:code>/", indicator_views.indicator, name="indicator"),
    path("organisaties/", organisation_views.organisations, name="organisations"),
    path("organisaties/<slug:slug>/", organisation_views.organisation, name="organisation"),
    path("thema/<slug:slug>/", redirects.theme, name="theme"),
    path("themas.ttl", vocabulary.themes, name="vocabulary"),
    path("media/images/<str:name>", media.picture, name="picture"),
    path("robots.txt", wellknown.robots, name="robots"),
    path("sitemap.xml", wellknown.sitemap, name="sitemap"),
    path(".well-known/security.txt", wellknown.security, name="security"),
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        passwords.page,
    ),
    # Wagtail's own pattern leaves out addresses with a dot; events answer with a calendar file.
    re_path(r"^((?:[\w\-]+/)+agenda\.ics)$", serving.page),
    re_path(wagtail_urls.serve_pattern, serving.page),
    # For the names by which Wagtail writes its addresses.
    path("", include(wagtail_urls)),
]
