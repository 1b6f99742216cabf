"""What is done with one thing in a plan: a note, another place, out, and back again."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from plans import domain, permissions
from plans.asking import for_members, only_takes, own_plan
from plans.forms import NoteForm
from plans.showing import REMOVED, show


@require_POST
@for_members
@only_takes
def note(request, key, item):
    """Keep what the owner writes with an item."""
    plan, found = own_plan(request, key), own_item(request, key, item)
    if found is None:
        return not_there(request, plan)
    form = NoteForm(request.POST, auto_id=f"id_%s_{item}")
    if not form.is_valid():
        return show(request, plan, {item: form}, status=400)
    domain.annotate(found, form.cleaned_data["note"])
    return redirect(f"{plan.get_absolute_url()}#notitie-{item}")


@require_POST
@for_members
@only_takes
def move(request, key, item):
    """Let an item go up or down; the focus comes back to the button, where it is now."""
    plan, found = own_plan(request, key), own_item(request, key, item)
    if found is None:
        return not_there(request, plan)
    way = domain.UP if request.POST.get("richting") == domain.UP else domain.DOWN
    domain.move(found, way)
    return redirect(f"{plan.get_absolute_url()}#{_button(plan, found, way)}-{item}")


@require_POST
@for_members
@only_takes
def remove(request, key, item):
    """Take an item out, and keep what puts it back."""
    plan, found = own_plan(request, key), own_item(request, key, item)
    if found is None:
        return not_there(request, plan)
    request.session[REMOVED] = {"plan": key} | domain.remove(found)
    return redirect(f"{plan.get_absolute_url()}#ongedaan")


@require_POST
@for_members
@only_takes
def put_back(request, key):
    """Put back what was taken out last."""
    plan = own_plan(request, key)
    kept = request.session.get(REMOVED)
    if not kept or kept["plan"] != key:
        return not_there(request, plan)
    try:
        item = domain.put_back(plan, kept)
    except ValidationError as error:
        messages.error(request, error.message)
        return redirect(plan)
    del request.session[REMOVED]
    return redirect(f"{plan.get_absolute_url()}#onderdeel-{item.key}")


def own_item(request, key, item):
    """Return an item of a plan of who asks, or None."""
    return permissions.own_items(request.user).filter(plan__key=key, key=item).first()


def not_there(request, plan):
    """Say that something is not in the plan any more: another window may have taken it out."""
    messages.warning(request, _("Dit staat niet meer in het plan."))
    return redirect(plan)


def _button(plan, item, way):
    """Return which button moves an item on; at an end there is only one, that leads back."""
    keys = list(plan.items.values_list("pk", flat=True))
    first, last = item.pk == keys[0], item.pk == keys[-1]
    if way == domain.UP:
        return domain.DOWN if first else domain.UP
    return domain.UP if last else domain.DOWN
