"""What an author typed and did not place yet: kept as it was typed, complete or not."""

from dataclasses import asdict, dataclass, field

from django.db.models import Case, IntegerField, Value, When
from wagtail.models import Page

from community.models import Audience
from content.models import Area, Theme
from content.queries import public
from practices.models import MethodPage, PracticePage

# In characters: more than may be placed, so that who pastes too much loses nothing.
LONGEST = 100_000
MOST_TIES = 20
WORDS = ("title", "body", "outcome", "audience")
TYPES = (PracticePage, MethodPage)


@dataclass
class Draft:
    """The fields of an experience while it is written; lists hold primary keys."""

    title: str = ""
    body: str = ""
    outcome: str = ""
    audience: str = Audience.MEMBERS
    themes: list[int] = field(default_factory=list)
    areas: list[int] = field(default_factory=list)
    about: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, experience):
        """Return what was typed last, or else what is placed."""
        if experience.pending is not None:
            known = cls.__dataclass_fields__
            return cls(**{k: v for k, v in experience.pending.items() if k in known})
        return cls(
            title=experience.title,
            body=experience.body,
            outcome=experience.outcome,
            audience=experience.audience,
            themes=_keys(experience.themes),
            areas=_keys(experience.areas),
            about=_keys(experience.about),
        )

    def typed(self, data):
        """Take over what stands in the fields of the form."""
        for name in WORDS:
            if name in data:
                setattr(self, name, data[name].replace("\r\n", "\n").replace("\x00", ""))
        self.themes = numbers(data.getlist("themes"))
        return self

    def kept(self):
        """Return it as it is stored."""
        return asdict(self)

    def says_the_same(self, other):
        """Tell whether another draft has the same words and ties, in whatever order."""
        ties = ("themes", "areas", "about")
        return all(getattr(self, name) == getattr(other, name) for name in WORDS) and all(
            set(getattr(self, name)) == set(getattr(other, name)) for name in ties
        )

    def is_too_long(self):
        """Tell whether so much was typed that it is not even kept."""
        return (
            sum(len(getattr(self, n)) for n in ("title", "body", "outcome", "audience")) > LONGEST
        )

    def tie(self, name, number):
        """Tie it to something more, the last of `MOST_TIES` at most; False when that is full."""
        ties = getattr(self, name)
        if number not in ties and len(ties) < MOST_TIES:
            ties.append(number)
        return number in ties

    def untie(self, name, number):
        """Let go of something."""
        setattr(self, name, [known for known in getattr(self, name) if known != number])


def numbers(values):
    """Return those of the values that are numbers of rows, each once."""
    found = (int(value) for value in values if value.isascii() and value.isdigit())
    return list(dict.fromkeys(number for number in found if number < 2**31))


def tied_pages(wanted):
    """Return the practices and methods among these numbers that everybody may see, in order."""
    return _in_order(public(Page.objects.type(*TYPES)), wanted)


def tied_areas(wanted):
    """Return the areas with these numbers, in order."""
    return _in_order(Area.objects.select_related("parent"), wanted)


def tied_themes(wanted):
    """Return the themes with these numbers, in order."""
    return _in_order(Theme.objects.all(), wanted)


def offered_pages(words):
    """Return at most ten practices and methods whose title holds these words."""
    found = public(Page.objects.type(*TYPES))
    for word in words.split()[:8]:
        found = found.filter(title__icontains=word)
    return list(found.order_by("title")[:10])


def _keys(relation):
    return list(relation.values_list("pk", flat=True))


def _in_order(rows, wanted):
    if not wanted:
        return []
    places = [When(pk=number, then=Value(n)) for n, number in enumerate(wanted)]
    place = Case(*places, output_field=IntegerField())
    return list(rows.filter(pk__in=wanted).order_by(place))
