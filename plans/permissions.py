"""Who may see and change a plan: its owner, and who has the link may read it.

Everything else does not exist: it is not found, as what was never there.
"""

from plans.models import TOKEN_LENGTH, Plan, PlanItem


def own(user):
    """Return the plans that somebody may see and change."""
    return Plan.objects.filter(owner=user) if user.is_authenticated else Plan.objects.none()


def own_items(user):
    """Return what stands in the plans that somebody may change."""
    return PlanItem.objects.filter(plan__in=own(user))


def shared(token):
    """Return the plan that a link opens, as a queryset: none without a token."""
    opens = len(token) == TOKEN_LENGTH
    return Plan.objects.filter(token=token) if opens else Plan.objects.none()
