"""What plans show, each read in a fixed number of queries."""

from dataclasses import dataclass

from django.db.models import Count

from plans import permissions
from plans.kinds import KINDS
from plans.models import PlanItem
from plans.things import Thing


@dataclass(frozen=True)
class Entry:
    """An item in its place: `thing` is None when there is nothing to see of it any more."""

    item: PlanItem
    thing: Thing | None
    number: int
    is_first: bool
    is_last: bool


def overview(user):
    """Return the plans of somebody, the last changed first, with how much is in them (one)."""
    return permissions.own(user).annotate(size=Count("items"))


def owners_with(page):
    """Return the numbers of the people who have a page in a plan."""
    items = PlanItem.objects.filter(page=page.pk)
    return items.values_list("plan__owner", flat=True).distinct()


def entries(plan, request):
    """Return everything in a plan, for its owner; what is gone keeps its place and its note."""
    items = list(plan.items.all())
    return _numbered([(item, thing) for item, thing in _with_things(items, request)])


def readable(plan, request):
    """Return what in a plan this visitor may see, as if the rest was never collected."""
    items = list(plan.items.all())
    return _numbered([(item, thing) for item, thing in _with_things(items, request) if thing])


def _with_things(items, request):
    things = {}
    for kind in KINDS:
        things |= kind.shown(items, request)
    return [(item, things.get(item.pk)) for item in items]


def _numbered(pairs):
    last = len(pairs)
    return [
        Entry(item, thing, number, is_first=number == 1, is_last=number == last)
        for number, (item, thing) in enumerate(pairs, 1)
    ]
