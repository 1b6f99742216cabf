"""The addresses of indicators and of snapshots."""

from django.urls import path

from indicators import views

urlpatterns = [
    path("indicatoren/", views.indicators, name="indicators"),
    path("indicatoren/<slug:code>/", views.indicator, name="indicator"),
    path("cijfers/<str:hash>/", views.snapshot, name="snapshot"),
]
