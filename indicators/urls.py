"""The addresses of indicators, of their figures as open data, and of snapshots."""

from django.urls import path, re_path

from indicators import views
from indicators.opendata import views as opendata

urlpatterns = [
    path("indicatoren/", views.indicators, name="indicators"),
    path("indicatoren/<slug:code>.csv", views.indicator_csv, name="indicator_csv"),
    path("indicatoren/<slug:code>/", views.indicator, name="indicator"),
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
