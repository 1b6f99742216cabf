"""The addresses of search."""

from django.urls import path

from search import views

urlpatterns = [
    path("zoeken", views.search, name="search"),
    path("zoeken/suggesties", views.suggestions, name="suggestions"),
]
