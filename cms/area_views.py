"""The areas: list, map and the profile of each."""

from django.views.decorators.http import require_safe


@require_safe
def areas(request): ...


@require_safe
def area(request, slug): ...
