"""Makes the nouns of the project with as little as each truly needs.

Pages are put below a parent: `make(PracticeFactory, parent, title="…")`, or through the
fixtures of tests/conftest.py, which keep a small site with one section of each kind.
"""

from datetime import date
from itertools import count

import factory
from django.utils import timezone
from django.utils.text import slugify
from factory.django import DjangoModelFactory

from accounts.models import User
from cms.models import StandardPage, ThemePage
from community.models import (
    Audience,
    CommunityPage,
    EventPage,
    Experience,
    LearningMaterialPage,
    Member,
    MembersRoomPage,
    Outcome,
    Reply,
    State,
)
from content.models import Area, Membership, Organisation, Theme
from indicators.models import Dataset, Indicator, Measurement
from practices.models import Level, MethodPage, PracticePage, Rating, ResearchPage, TargetGroup
from programmes.models import (
    ConsultationReportPage,
    GoalPage,
    ProgrammePage,
    ProgrammeUpdatePage,
    ProgressReportPage,
)

NUMBERS = count(1)


class UserFactory(DjangoModelFactory):
    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"persoon{n}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@voorbeeld.example")


class ThemeFactory(DjangoModelFactory):
    class Meta:
        model = Theme

    label = factory.Sequence(lambda n: f"Thema {n}")
    slug = factory.LazyAttribute(lambda theme: slugify(theme.label))


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    name = factory.Sequence(lambda n: f"Organisatie {n}")
    slug = factory.LazyAttribute(lambda organisation: slugify(organisation.name))
    kind = Organisation.Kind.WELFARE


class MunicipalityFactory(DjangoModelFactory):
    class Meta:
        model = Area

    # No code that a real area has: tests name those themselves.
    code = factory.Sequence(lambda n: f"GX{n:05d}")
    name = factory.Sequence(lambda n: f"Gemeente {n}")
    slug = factory.LazyAttribute(lambda area: slugify(area.name))
    kind = Area.Kind.MUNICIPALITY


class NeighbourhoodFactory(MunicipalityFactory):
    code = factory.Sequence(lambda n: f"AX{n:05d}")
    name = factory.Sequence(lambda n: f"Wijk {n}")
    kind = Area.Kind.NEIGHBOURHOOD
    parent = factory.SubFactory(MunicipalityFactory)


class GroupFactory(MunicipalityFactory):
    """A group of areas: `GroupFactory(name="G18", members=[utrecht, arnhem])`."""

    class Meta:
        skip_postgeneration_save = True

    code = factory.Sequence(lambda n: f"GR{n:02d}")
    name = factory.Sequence(lambda n: f"Groep {n}")
    kind = Area.Kind.GROUP

    @factory.post_generation
    def members(self, create, extracted, **kwargs):
        for member in extracted or []:
            Membership.objects.create(group=self, member=member)


class TargetGroupFactory(DjangoModelFactory):
    class Meta:
        model = TargetGroup

    name = factory.Sequence(lambda n: f"Doelgroep {n}")
    slug = factory.LazyAttribute(lambda group: slugify(group.name))


class IndicatorFactory(DjangoModelFactory):
    class Meta:
        model = Indicator

    name = factory.Sequence(lambda n: f"Indicator {n}")
    short_name = factory.LazyAttribute(lambda indicator: indicator.name)
    code = factory.LazyAttribute(lambda indicator: slugify(indicator.name))
    theme = factory.SubFactory(ThemeFactory)
    unit = "%"
    direction = Indicator.Direction.LOWER
    definition = "Wat dit getal telt."
    source = "Bron"


class DatasetFactory(DjangoModelFactory):
    class Meta:
        model = Dataset

    title = factory.Sequence(lambda n: f"Levering {n}")
    source = "Bron"
    licence = "CC BY 4.0"
    kind = Dataset.Kind.MEASURED


class MeasurementFactory(DjangoModelFactory):
    class Meta:
        model = Measurement

    indicator = factory.SubFactory(IndicatorFactory)
    area = factory.SubFactory(NeighbourhoodFactory)
    dataset = factory.SubFactory(DatasetFactory)
    period = factory.LazyAttribute(lambda measurement: str(measurement.period_date.year))
    period_date = date(2012, 1, 1)
    value = 10


class PageFactory(DjangoModelFactory):
    """Puts a page below `parent` and publishes it, with a revision, as an editor would."""

    class Meta:
        abstract = True

    # One count for all types: pages of two types may stand beside each other.
    title = factory.LazyFunction(lambda: f"Pagina {next(NUMBERS)}")
    slug = factory.LazyAttribute(lambda page: slugify(page.title))
    summary = "Waar deze pagina over gaat."

    @classmethod
    def _create(cls, model_class, *args, parent, themes=(), areas=(), **kwargs):
        live = kwargs.pop("live", True)
        page = model_class(*args, live=live, **kwargs)
        page.theme_links = [
            page.theme_links.model(theme=theme, sort_order=n) for n, theme in enumerate(themes)
        ]
        page.area_links = [
            page.area_links.model(area=area, sort_order=n) for n, area in enumerate(areas)
        ]
        parent.add_child(instance=page)
        if live:
            page.save_revision().publish()
        return page


class MethodFactory(PageFactory):
    class Meta:
        model = MethodPage

    when_it_fits = "<p>Als er in één gezin veel hulpverleners komen.</p>"


class PracticeFactory(PageFactory):
    class Meta:
        model = PracticePage


class RatingFactory(factory.Factory):
    """Makes a rating to hang on a practice: `PracticeFactory(…, ratings=[RatingFactory(…)])`."""

    class Meta:
        model = Rating

    level = Level.EVIDENCE_FIRST
    assessor = "Redactie"
    assessed_on = date(2013, 1, 1)
    reason = "Er zijn cijfers van voor en na."


class ResearchFactory(PageFactory):
    class Meta:
        model = ResearchPage

    findings = "<p>Wat het onderzoek vond.</p>"


class ProgrammeFactory(PageFactory):
    class Meta:
        model = ProgrammePage


class UpdateFactory(PageFactory):
    class Meta:
        model = ProgrammeUpdatePage


class GoalFactory(PageFactory):
    class Meta:
        model = GoalPage

    unit = "scholen"
    target_value = 34
    target_label = "schooljaar 2014-2015"


class CommunityFactory(PageFactory):
    class Meta:
        model = CommunityPage

    audience = "Ambtenaren"


class MembersRoomFactory(PageFactory):
    class Meta:
        model = MembersRoomPage

    closed_because = "Wat hier staat, is nog niet af."


class LearningMaterialFactory(PageFactory):
    class Meta:
        model = LearningMaterialPage


class EventFactory(PageFactory):
    class Meta:
        model = EventPage

    starts_on = date(2013, 12, 13)


class ConsultationReportFactory(PageFactory):
    class Meta:
        model = ConsultationReportPage

    period = "zomer 2013"
    body = [("text", "<p>Wat de gemeenten vertelden.</p>")]


class ProgressReportFactory(PageFactory):
    class Meta:
        model = ProgressReportPage

    period = "2013"
    date = date(2013, 11, 1)
    body = [("chapter", "Hoe het gaat"), ("text", "<p>Het gaat vooruit.</p>")]


class ThemePageFactory(PageFactory):
    class Meta:
        model = ThemePage

    theme = factory.SubFactory(ThemeFactory)


class StandardPageFactory(PageFactory):
    class Meta:
        model = StandardPage

    body = [("text", "<p>Waar deze site over gaat.</p>")]


class MemberFactory(DjangoModelFactory):
    """Makes somebody a member of a community, with a person for it when none is given."""

    class Meta:
        model = Member

    user = factory.SubFactory(UserFactory)
    state = Member.State.ACTIVE
    joined = factory.LazyFunction(timezone.now)


class ExperienceFactory(DjangoModelFactory):
    """Makes an experience for members that was placed; what it is about is given as lists."""

    class Meta:
        model = Experience
        skip_postgeneration_save = True

    author = factory.SubFactory(UserFactory)
    title = factory.Sequence(lambda n: f"Ervaring {n}")
    body = "Wat wij probeerden, en wat ervan kwam."
    outcome = Outcome.WORKED
    state = State.SHOWN
    audience = Audience.MEMBERS
    shown_since = factory.LazyFunction(timezone.now)

    @factory.post_generation
    def about(self, create, extracted, **kwargs):
        self.about.set(extracted or [])

    @factory.post_generation
    def themes(self, create, extracted, **kwargs):
        self.themes.set(extracted or [])

    @factory.post_generation
    def areas(self, create, extracted, **kwargs):
        self.areas.set(extracted or [])


class ReplyFactory(DjangoModelFactory):
    class Meta:
        model = Reply

    author = factory.SubFactory(UserFactory)
    body = "Bij ons ging het ook zo."
    state = State.SHOWN
    shown_since = factory.LazyFunction(timezone.now)
