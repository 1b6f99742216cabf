"""Name the columns of a table by their titles: the keys of StatLine change every year."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .errors import SourceError

# What the first columns of a row tell already.
TOLD = {"codering", "soort regio"}


@dataclass(frozen=True)
class Topic:
    """A column of a source: its key, title and unit, and its groups from the outermost in."""

    key: str
    title: str
    unit: str = ""
    groups: tuple[str, ...] = ()

    def header(self, depth: int = 0) -> str:
        """Return the title with its unit, behind the nearest `depth` groups."""
        unit = f" ({self.unit})" if self.unit else ""
        nearest = self.groups[len(self.groups) - depth :] if depth else ()
        return "/".join((*nearest, f"{self.title}{unit}"))


def topic(key, title, unit, parent, groups) -> Topic:
    """Return a topic; `groups` gives for each group its title and the group it is in."""
    path = []
    while parent in groups and len(path) < len(groups):
        name, parent = groups[parent]
        path.insert(0, tidy(name))
    return Topic(str(key), tidy(title), tidy(unit), tuple(path))


def headers(topics: Iterable[Topic], taken: Iterable[str]) -> dict[str, str]:
    """Return the header of each topic by its key, no two alike and none as those `taken`.

    Topics that share a title get the title of their group before it, and of the group of that
    where needed; what is then still alike gets a number.
    """
    topics = list(topics)
    depth = dict.fromkeys(topics, 0)
    while True:
        count = Counter(taken) + Counter(one.header(depth[one]) for one in topics)
        alike = [
            one
            for one in topics
            if count[one.header(depth[one])] > 1 and depth[one] < len(one.groups)
        ]
        if not alike:
            return _numbered(topics, depth, set(taken))
        for one in alike:
            depth[one] += 1


def chosen(topics: Iterable[Topic], titles: Iterable[str] | None) -> list[Topic]:
    """Return the topics with these titles, with or without unit and group; all for None.

    Raises SourceError that names the titles the table does not have.
    """
    topics = [one for one in topics if one.title.casefold() not in TOLD]
    if titles is None:
        return topics
    wanted = {tidy(title).casefold(): title for title in titles}
    kept = [one for one in topics if _names(one) & wanted.keys()]
    missing = wanted.keys() - set().union(*(_names(one) for one in kept))
    if missing or not kept:
        raise SourceError(
            _("De tabel heeft geen kolom die zo heet: %(titles)s. Kijk de titels na op StatLine.")
            % {"titles": ", ".join(sorted(wanted[name] for name in missing))}
        )
    return kept


def tidy(text: object) -> str:
    """Return a text of the source without padding, line ends and double or hard spaces."""
    return " ".join(str(text or "").split())


def _names(one):
    whole = [one.header(depth) for depth in range(len(one.groups) + 1)]
    return {name.casefold() for name in (one.title, *whole)}


def _numbered(topics, depth, used):
    names = {}
    for one in topics:
        name, number = one.header(depth[one]), 1
        while name in used:
            number += 1
            name = f"{one.header(depth[one])} {number}"
        used.add(name)
        names[one.key] = name
    return names
