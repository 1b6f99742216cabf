"""What is kept of somebody in plans: to take along, and to remove."""

from plans.exporting import printing
from plans.kinds import BY_NAME


def export(user):
    """Return everything that somebody put in plans, as plain data."""
    plans = user.plans.prefetch_related("items").order_by("created", "pk")
    return {"plans": [_plan(plan) for plan in plans]}


def erase(user):
    """Remove the plans of somebody, and the files that were made of them."""
    plans = list(user.plans.all())
    user.plans.all().delete()
    for plan in plans:
        printing.forget(plan)


def _plan(plan):
    return {
        "title": plan.title,
        "introduction": plan.introduction,
        "shared": plan.is_shared,
        "shown_name": plan.shown_name,
        "created": plan.created.isoformat(),
        "changed": plan.changed.isoformat(),
        "items": [_item(item) for item in plan.items.all()],
    }


def _item(item):
    return {
        "kind": item.kind,
        "number": BY_NAME[item.kind].number_of(item),
        "note": item.note,
        "added": item.added.isoformat(),
    }
