"""What can be chosen in the explorer, and which areas the words of a choice stand for."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from content.models import Area, Membership
from indicators import comparators, current
from indicators.exploring.choice import AREA, BESIDE, GROUP, INDICATOR, OWN, Choice, Problem
from indicators.models import Indicator, Measurement

# A list of more is no help: then an area is typed.
MOST_LISTED = 100
MOST_CALLED = 8
# So many areas with figures are offered where a choice has none.
MOST_OFFERED = 24


@dataclass(frozen=True)
class Options:
    """The lists of the form; `areas` is None when there are too many to list."""

    indicators: tuple[Indicator, ...]
    groups: tuple[Area, ...]
    areas: tuple[Area, ...] | None
    known: tuple[Area, ...]

    @property
    def averages(self):
        """Return what areas can be compared with: groups and the country, then municipalities."""
        listed = self.areas or self.known
        kinds = (Area.Kind.COUNTRY, Area.Kind.MUNICIPALITY)
        return (
            *self.groups,
            *sorted(
                (area for area in listed if area.kind in kinds),
                key=lambda area: (kinds.index(area.kind), area.name),
            ),
        )


@dataclass(frozen=True)
class Chosen:
    """A choice with what its codes stand for; `beside` holds None for the own municipality."""

    choice: Choice
    indicator: Indicator | None
    group: Area | None
    areas: tuple[Area, ...]
    beside: tuple[Area | None, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Offer:
    """Areas of which there are figures of an indicator, and the choice that shows them."""

    label: str
    choice: Choice


def load(choice):
    """Return what can be chosen (three queries, one more where areas are too many to list)."""
    inside = Area.objects.exclude(kind=Area.Kind.GROUP)
    listed = tuple(inside.order_by("name")[: MOST_LISTED + 1])
    fits = len(listed) <= MOST_LISTED
    groups = tuple(Area.objects.filter(kind=Area.Kind.GROUP).order_by("name"))
    if fits:
        _give_parents((*listed, *groups))
    found = Indicator.objects.select_related("theme")
    return Options(
        indicators=tuple(found.order_by("theme__position", "theme__label", "position", "name")),
        groups=groups,
        areas=listed if fits else None,
        known=listed if fits else tuple(_called(inside, (*choice.areas, *choice.beside))),
    )


def _give_parents(areas):
    """Give all areas there are their parents: a join makes one anew for each neighbourhood."""
    known = {area.pk: area for area in areas}
    for area in areas:
        area.parent = known.get(area.parent_id)


def are_too_many():
    """Tell whether there are more areas than a list should hold (one query)."""
    return Area.objects.all()[MOST_LISTED : MOST_LISTED + 1].exists()


def named(word):
    """Return the area that a name or code stands for, or None, and what is wrong (one query)."""
    problems = []
    found = _found((word,), _called(Area.objects.all(), (word,)), AREA, problems)
    return found.get(word), "".join(problem.message for problem in problems)


def choose(choice, options, problems):
    """Return what a choice stands for, with the problems in it; pure."""
    problems = list(problems)
    indicator = next((i for i in options.indicators if i.code == choice.indicator), None)
    if choice.indicator and indicator is None:
        message = _("De indicator ‘%(name)s’ kennen wij niet. Kies er een uit de lijst.")
        problems.append(Problem(INDICATOR, message % {"name": choice.indicator[:60]}))
    group = next((g for g in options.groups if g.code == choice.group), None)
    if choice.group and group is None:
        message = _("De groep ‘%(name)s’ kennen wij niet. Kies er een uit de lijst.")
        problems.append(Problem(GROUP, message % {"name": choice.group[:60]}))
    areas = _found(choice.areas, (*options.known, *options.groups), AREA, problems)
    others = [code for code in choice.beside if code != OWN]
    named = _found(others, (*options.known, *options.groups), BESIDE, problems)
    beside = tuple(None if code == OWN else named.get(code) for code in choice.beside)
    beside = tuple(b for b, code in zip(beside, choice.beside, strict=True) if b or code == OWN)
    return Chosen(
        choice=Choice(
            indicator=indicator.code if indicator else "",
            group=group.code if group else "",
            areas=tuple(dict.fromkeys(area.code for area in areas.values())),
            beside=tuple(dict.fromkeys(area.code if area else OWN for area in beside)),
            first=choice.first,
            last=choice.last,
        ),
        indicator=indicator,
        group=group,
        areas=tuple(dict.fromkeys(areas.values())),
        beside=beside or (None,),
        problems=tuple(problems),
    )


def offers(chosen):
    """Return of which areas there are figures of the chosen indicator (two queries)."""
    rows = current.of_current_deliveries(Measurement.objects.filter(indicator=chosen.indicator))
    found = Area.objects.filter(pk__in=rows.values("area")).select_related("parent")
    areas = comparators.in_order(found.order_by("name")[:1000])
    numbers = {area.pk for area in areas}
    members = defaultdict(set)
    for group, member in Membership.objects.filter(member__in=numbers).values_list(
        "group__code", "member"
    ):
        members[group].add(member)
    groups = {area.code: area for area in Area.objects.filter(code__in=members).order_by("name")}
    choice = Choice(indicator=chosen.choice.indicator)
    offered = [
        Offer(
            ngettext(
                "%(group)s: cijfers van %(number)s lid",
                "%(group)s: cijfers van %(number)s leden",
                len(members[code]),
            )
            % {"group": group.name, "number": len(members[code])},
            _with(choice, group=code),
        )
        for code, group in groups.items()
    ]
    offered += [Offer(area.full_name, _with(choice, areas=(area.code,))) for area in areas]
    return offered[:MOST_OFFERED], len(areas)


def _with(choice, **changes):
    return Choice(**vars(choice) | changes)


def _called(areas, words):
    wanted = Q(code__in=words)
    for word in words:
        wanted |= Q(name__iexact=word.partition(" (")[0])
    found = areas.select_related("parent").filter(wanted | Q(kind=Area.Kind.COUNTRY))
    return found.order_by("name")[:1000]


def _found(words, areas, parameter, problems):
    """Return the areas by the word that stands for each: a code, or a name that only one has."""
    by_code = {area.code: area for area in areas}
    found = {}
    for word in words:
        named = [area for area in areas if word.casefold() == area.full_name.casefold()] or [
            area for area in areas if word.casefold() == area.name.casefold()
        ]
        matching = [by_code[word]] if word in by_code else named
        if len(matching) == 1:
            (found[word],) = matching
        else:
            problems.append(Problem(parameter, _unclear(word, matching)))
    return found


def _unclear(word, matching):
    if not matching:
        return _("Het gebied ‘%(name)s’ kennen wij niet.") % {"name": word[:60]}
    called = ", ".join(sorted(area.full_name for area in matching)[:MOST_CALLED])
    message = _("Meer gebieden heten ‘%(name)s’. Schrijf erbij welke u bedoelt: %(all)s.")
    return message % {"name": word, "all": called}
