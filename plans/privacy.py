"""What is kept of somebody in plans: to take along, and to remove."""

from plans.exporting import printing
from plans.kinds import KINDS
from plans.models import PlanItem


def export(user):
    """Return everything that somebody put in plans, as plain data.

    What that person may not see by now is told by its kind and note alone.
    """
    plans = user.plans.prefetch_related("items").order_by("created", "pk")
    items = PlanItem.objects.filter(plan__owner=user)
    names = {}
    for kind in KINDS:
        names |= kind.named(items, user)
    return {"plans": [_plan(plan, names) for plan in plans]}


def erase(user, keep_posts=True):
    """Remove the plans of somebody, and the files that were made of them."""
    plans = list(user.plans.all())
    user.plans.all().delete()
    for plan in plans:
        printing.forget(plan)


def _plan(plan, names):
    return {
        "title": plan.title,
        "introduction": plan.introduction,
        "shared": plan.is_shared,
        "shown_name": plan.shown_name,
        "created": plan.created.isoformat(),
        "changed": plan.changed.isoformat(),
        "items": [_item(item, *names.get(item.pk, ("", ""))) for item in plan.items.all()],
    }


def _item(item, title, url):
    return {
        "kind": item.get_kind_display(),
        "title": title,
        "url": url,
        "note": item.note,
        "added": item.added.isoformat(),
    }
