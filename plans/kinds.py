"""The kinds of things that a plan can hold: the one list of them.

A kind more is a module like `plans.pages`, a field of `PlanItem` with its place in the constraint,
and a line here.
"""

from dataclasses import dataclass
from types import ModuleType

from plans import experiences, figures, pages
from plans.models import PlanItem


@dataclass(frozen=True)
class Kind:
    """How things of a kind are named in an address, kept in an item, found and shown."""

    name: str
    field: str
    parameter: str
    module: ModuleType

    def find(self, text, request):
        """Return what a button names, if this visitor may see it, or None."""
        return self.module.find(text, request)

    def thing(self, found, request):
        """Return what was found as something in a plan."""
        return self.module.thing(found, request)

    def number_of(self, item):
        """Return the number of what an item points at, or None."""
        return getattr(item, f"{self.field}_id")

    def shown(self, items, request):
        """Return what this visitor may see of the items of this kind, by the number of the item."""
        numbers = {item.pk: self.number_of(item) for item in items if item.kind == self.name}
        things = self.module.shown([number for number in numbers.values() if number], request)
        return {item: things[number] for item, number in numbers.items() if number in things}

    def named(self, items, user):
        """Return title and address of what somebody may see of the items, by their number."""
        numbers = {item.pk: self.number_of(item) for item in items if item.kind == self.name}
        names = self.module.named([number for number in numbers.values() if number], user)
        return {item: names[number] for item, number in numbers.items() if number in names}


KINDS = (
    Kind(PlanItem.Kind.PAGE, "page", "pagina", pages),
    Kind(PlanItem.Kind.FIGURE, "snapshot", "cijfer", figures),
    Kind(PlanItem.Kind.EXPERIENCE, "experience", "ervaring", experiences),
)
BY_NAME = {kind.name: kind for kind in KINDS}


def asked_for(parameters):
    """Return the kind and the name of what an address asks for, or None."""
    return next(
        ((kind, parameters[kind.parameter]) for kind in KINDS if kind.parameter in parameters), None
    )
