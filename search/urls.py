"""The addresses of search."""

from django.urls import path

from search import views

urlpatterns = [
    path("zoeken", views.search, name="search"),
    # All other pages end in a slash, so it is typed here too.
    path("zoeken/", views.with_slash),
    path("zoeken.csv", views.search_csv, name="search_csv"),
    path("zoeken.json", views.search_json, name="search_json"),
    path("zoeken.atom", views.search_atom, name="search_atom"),
    path("zoeken/suggesties", views.suggestions, name="suggestions"),
]
