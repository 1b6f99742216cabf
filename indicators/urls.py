"""The addresses of indicators, of the explorer, of figures as open data, and of snapshots.

The page of an indicator is not among them: it shows pages of every app (`cms.urls`).
"""

from django.urls import path, re_path

from indicators import views
from indicators.exploring import views as exploring
from indicators.opendata import views as opendata

urlpatterns = [
    path("indicatoren/", views.indicators, name="indicators"),
    path("indicatoren/verkennen", exploring.page, name="explore"),
    # All other pages end in a slash, so it is typed here too.
    path("indicatoren/verkennen/", exploring.with_slash),
    path("indicatoren/verkennen.csv", exploring.as_csv, name="explore_csv"),
    path("indicatoren/verkennen.xlsx", exploring.as_xlsx, name="explore_xlsx"),
    path("indicatoren/verkennen.json", exploring.as_json, name="explore_json"),
    path("indicatoren/verkennen/insluiten", exploring.embed, name="explore_embed"),
    path("indicatoren/<slug:code>.csv", views.indicator_csv, name="indicator_csv"),
    path(
        "indicatoren/<slug:code>/metingen.csv", opendata.measurements_csv, name="measurements_csv"
    ),
    path(
        "indicatoren/<slug:code>/metingen.json",
        opendata.measurements_json,
        name="measurements_json",
    ),
    path("datasets/", opendata.datasets, name="datasets"),
    path("datasets.ttl", opendata.catalogue_turtle, name="catalogue_turtle"),
    path("datasets.jsonld", opendata.catalogue_json_ld, name="catalogue_json_ld"),
    re_path(r"^cijfers/(?P<hash>[0-9a-f]{16})/$", views.snapshot, name="snapshot"),
]
