"""The addresses of indicators and of snapshots."""

from django.urls import path, re_path

from indicators import views

urlpatterns = [
    path("indicatoren/", views.indicators, name="indicators"),
    path("indicatoren/<slug:code>.csv", views.indicator_csv, name="indicator_csv"),
    path("indicatoren/<slug:code>/", views.indicator, name="indicator"),
    re_path(r"^cijfers/(?P<hash>[0-9a-f]{16})/$", views.snapshot, name="snapshot"),
]
