"""Which areas an area is compared with."""

from collections import defaultdict

from content.models import Area, Membership

NEAR_TO_FAR = (
    Area.Kind.NEIGHBOURHOOD,
    Area.Kind.MUNICIPALITY,
    Area.Kind.GROUP,
    Area.Kind.COUNTRY,
)


class Comparators:
    """The groups that areas are in, read in one query.

    An area is compared with what it lies in (its municipality, the country) and with the
    groups that it or its municipality belongs to. A group is compared with the groups that
    hold all its members, or all the municipalities in which those lie.
    """

    def __init__(self, memberships):
        self._members = defaultdict(set)
        self._surroundings = defaultdict(set)
        self._of_neighbourhoods = set()
        for group, member, parent, kind in memberships:
            self._members[group].add(member)
            self._surroundings[group].add(parent)
            if kind == Area.Kind.NEIGHBOURHOOD:
                self._of_neighbourhoods.add(group)

    @classmethod
    def load(cls):
        """Return the comparators of every area."""
        return cls(
            Membership.objects.values_list("group", "member", "member__parent", "member__kind")
        )

    def of(self, area):
        """Return the numbers of the areas that an area may be compared with.

        Countries are left to the caller: every area is compared with its country.
        """
        if area.kind == Area.Kind.GROUP:
            return self._around_group(area.pk)
        places = {area.pk, area.parent_id} - {None}
        groups = {group for group, members in self._members.items() if members & places}
        return (groups | places) - {area.pk}

    def inside(self, group):
        """Return the numbers of the groups that hold some of the members of a group, no others."""
        members = self._members.get(group.pk, set())
        return {other for other, held in self._members.items() if held < members}

    def benchmark(self, areas, figures_of):
        """Return the area that distances are counted to, or None.

        That is the average of a city, a group of cities or a country, never that of a group of
        neighbourhoods. Of several, the one with the most figures; then the nearest.
        """
        averages = [area for area in areas if area.pk not in self._of_neighbourhoods]
        return max(averages, key=figures_of, default=None)

    def _around_group(self, group):
        members = self._members.get(group, set())
        surroundings = self._surroundings.get(group, set()) - {None}
        return {
            other
            for other, held in self._members.items()
            if other != group and (members < held or (surroundings and surroundings <= held))
        }


def in_order(areas):
    """Return comparators from near to far: municipality, groups, country; then by name."""
    return sorted(areas, key=lambda area: (NEAR_TO_FAR.index(area.kind), area.name))
