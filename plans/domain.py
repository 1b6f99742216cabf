"""What may be done with plans. Each verb locks what it counts, so that limits hold."""

from contextlib import contextmanager

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max, Value
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from plans import kinds
from plans.exporting import printing
from plans.models import Plan, PlanItem, new_token

MOST_PLANS = 50
MOST_ITEMS = 200
UP, DOWN = "omhoog", "omlaag"


def make_plan(owner, title, introduction=""):
    """Make a plan, or refuse when there are too many or when there is one of this name."""
    with transaction.atomic():
        _lock(get_user_model(), owner)
        _refuse_taken(owner.plans.all(), title)
        if owner.plans.count() >= MOST_PLANS:
            message = _("U hebt al %(most)s plannen. Gooi eerst een plan weg.")
            raise ValidationError(message % {"most": MOST_PLANS}, code="full")
        return Plan.objects.create(owner=owner, title=title, introduction=introduction)


def plan_named(owner, title):
    """Return the plan of somebody with this name, or make it."""
    return _called(owner.plans.all(), title).first() or make_plan(owner, title)


def describe(plan, title, introduction):
    """Give a plan another title and introduction."""
    with transaction.atomic():
        _lock(get_user_model(), plan.owner)
        _refuse_taken(plan.owner.plans.exclude(pk=plan.pk), title)
        with changing(plan):
            plan.title, plan.introduction = title, introduction


def throw_away(plan):
    """Remove a plan with everything in it, and the files that were made of it."""
    plan.delete()
    printing.forget(plan)


def collect(plan, kind, found, note=""):
    """Put something in a plan; return the item, and whether it is new.

    What is there already stays as it is: sent twice it stands there once.
    """
    with changing(plan):
        present = plan.items.filter(**{kind.field: found}).first()
        if present:
            return present, False
        _refuse_full(plan)
        item = PlanItem(plan=plan, kind=kind.name, position=_end(plan), note=note)
        setattr(item, f"{kind.field}_id", found.pk)
        item.save(force_insert=True)
        return item, True


def annotate(item, note):
    """Change what the owner wrote with an item."""
    with changing(item.plan):
        # Another window may have taken it out meanwhile.
        PlanItem.objects.filter(pk=item.pk).update(note=note)


def move(item, way):
    """Let an item change places with the one before or after it; at the end nothing happens."""
    with changing(item.plan):
        items = list(item.plan.items.all())
        place = items.index(item) if item in items else len(items)
        other = place + (-1 if way == UP else 1)
        if 0 <= other < len(items) > place:
            items[place], items[other] = items[other], items[place]
            _number(items)


def remove(item):
    """Take an item out; return as plain data what puts it back."""
    with changing(item.plan):
        kept = {
            "kind": item.kind,
            "number": kinds.BY_NAME[item.kind].number_of(item),
            "position": item.position,
            "note": item.note,
        }
        item.delete()
    return kept


def put_back(plan, kept):
    """Put an item back where it was; what is there again by now stays as it is."""
    kind = kinds.BY_NAME[kept["kind"]]
    with changing(plan):
        number = _existing(kind, kept["number"])
        present = number and plan.items.filter(**{f"{kind.field}_id": number}).first()
        if present:
            return present
        _refuse_full(plan)
        item = PlanItem(plan=plan, kind=kind.name, position=0, note=kept["note"])
        setattr(item, f"{kind.field}_id", number)
        item.save(force_insert=True)
        others = [other for other in plan.items.all() if other != item]
        before = [other for other in others if other.position < kept["position"]]
        _number([*before, item, *others[len(before) :]])
        return item


def share(plan, shown_name):
    """Let who has the link read a plan, under the name that its owner chose or under none."""
    with changing(plan):
        plan.token = plan.token or new_token()
        plan.shown_name = shown_name


def renew_link(plan):
    """Give a shared plan another link; the old one opens nothing any more."""
    with changing(plan):
        plan.token = plan.token and new_token()


def stop_sharing(plan):
    """Let the link open nothing any more."""
    with changing(plan):
        plan.token = ""


@contextmanager
def changing(plan):
    """Hold a plan, as it is by now, while something in it changes; then keep it."""
    with transaction.atomic():
        plan.refresh_from_db(from_queryset=Plan.objects.select_for_update())
        yield
        plan.save()


def _lock(model, row):
    # SQLite holds the whole database from the start of a transaction.
    model.objects.select_for_update().get(pk=row.pk)


def _called(plans, title):
    # As the constraint compares them.
    return plans.annotate(lower=Lower("title")).filter(lower=Lower(Value(title)))


def _refuse_taken(plans, title):
    if _called(plans, title).exists():
        message = _("U hebt al een plan met de naam ‘%(title)s’. Kies een andere naam.")
        raise ValidationError(message % {"title": title}, code="taken")


def _refuse_full(plan):
    if plan.items.count() >= MOST_ITEMS:
        message = _("In dit plan staan al %(most)s onderdelen. Haal er eerst een weg.")
        raise ValidationError(message % {"most": MOST_ITEMS}, code="full")


def _end(plan):
    last = plan.items.aggregate(last=Max("position"))["last"]
    return 1 if last is None else last + 1


def _number(items):
    for position, item in enumerate(items, 1):
        item.position = position
    PlanItem.objects.bulk_update(items, ["position"])


def _existing(kind, number):
    """Return the number of what an item pointed at, or None when that has gone since."""
    model = PlanItem._meta.get_field(kind.field).related_model
    return number if number and model.objects.filter(pk=number).exists() else None
