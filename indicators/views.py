"""The list of indicators, the page of each, and snapshots under their own address."""

from django.views.decorators.http import require_safe


@require_safe
def indicators(request): ...


@require_safe
def indicator(request, code): ...


@require_safe
def snapshot(request, hash): ...
