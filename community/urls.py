"""The addresses of communities that are no pages in the tree."""

from django.urls import include, path

from community import addresses

addresses.register()

urlpatterns = [
    path("", include("community.experiences.urls")),
    path("", include("community.members.urls")),
    path("", include("community.moderation.urls")),
    path("", include("community.meetings.urls")),
]
