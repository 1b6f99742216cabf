"""A practice with everything a practice can have, as many times as a test wants."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageViewRestriction

from content.models import SiteImage
from indicators.domain import take_snapshot
from practices.models import Adoption, Evidence, Lesson, Level, Partner, PracticeFigure
from tests.factories import (
    DatasetFactory,
    IndicatorFactory,
    MeasurementFactory,
    MethodFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    OrganisationFactory,
    PracticeFactory,
    RatingFactory,
    ResearchFactory,
    TargetGroupFactory,
    ThemeFactory,
)

TEXT = "<p>Een alinea.</p>"
BEGIN, END = date(2007, 1, 1), date(2013, 1, 1)


def snapshot(**measured):
    """Take a snapshot of an indicator in a neighbourhood, beside its municipality."""
    area = NeighbourhoodFactory()
    indicator, dataset = IndicatorFactory(**measured), DatasetFactory()
    for place, values in ((area, (20, 12)), (area.parent, (14, 11))):
        for day, value in zip((BEGIN, END), values, strict=True):
            MeasurementFactory(
                indicator=indicator, area=place, dataset=dataset, period_date=day, value=value
            )
    return take_snapshot(
        indicator=indicator,
        area=area,
        comparator=area.parent,
        baseline=BEGIN,
        follow_up=END,
        dataset=dataset,
    )


def image(title="Een straat"):
    return SiteImage.objects.create(title=title, file=get_test_image_file())


def document(title="Plan van aanpak"):
    return get_document_model().objects.create(
        title=title, file=ContentFile(b"tekst", name="plan.pdf")
    )


def close(page):
    """Let nobody see a page without signing in."""
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


@pytest.fixture
def whole(site):
    """Return a function that makes a practice with a number of everything it can have."""

    def make(number, **fields):
        themes = [ThemeFactory() for _ in range(number)]
        method = MethodFactory(parent=site.methods)
        for _ in range(number):
            PracticeFactory(parent=site.practices, method=method, areas=[MunicipalityFactory()])
            PracticeFactory(parent=site.practices, themes=themes)
        return PracticeFactory(
            parent=site.practices,
            **whole_story(number, site, themes) | {"method": method, "themes": themes} | fields,
        )

    return make


def whole_story(number, site, themes):
    """Return every field of a practice, lists with that number of entries."""
    times = range(number)
    return {
        "description_depth": "full",
        "areas": [NeighbourhoodFactory() for _ in times],
        "target_groups": [TargetGroupFactory() for _ in times],
        "start_year": 2008,
        **dict.fromkeys(("problem", "approach", "result", "conditions", "transferability"), TEXT),
        "active_ingredients": [("ingredient", {"name": "Dichtbij"}) for _ in times],
        "key_figures": [("figure", {"value": "65%", "label": "beweegt", "source": "GGD"})],
        "sources": [("source", {"title": "Rapport"}) for _ in times],
        "cost_amount": 12500,
        "cost_unit": "per jaar",
        "contact_role": "Wijkmanager",
        "contact_organisation": OrganisationFactory(),
        "cover": image(),
        "gallery": [("image", image()) for _ in times],
        "attachments": [("document", document()) for _ in times],
        "lessons": [Lesson(kind=kind, text="Doe dit.") for kind in Lesson.Kind for _ in times],
        "partners": [Partner(organisation=OrganisationFactory(), role="Betaalt") for _ in times],
        "adoptions": [
            Adoption(organisation=OrganisationFactory(), area=NeighbourhoodFactory()) for _ in times
        ],
        "ratings": [RatingFactory()]
        + [RatingFactory(level=Level.EFFECT_IMPROVED, theme=theme) for theme in themes],
        "evidence": [Evidence(research=ResearchFactory(parent=site.research)) for _ in times],
        "figures": [PracticeFigure(snapshot=snapshot()) for _ in times],
    }


@pytest.fixture
def show(client, site):
    """Return a function that publishes a practice and returns its page, read."""

    def make(**fields):
        practice = PracticeFactory(parent=site.practices, **{"title": "Samen"} | fields)
        return BeautifulSoup(client.get(practice.url).content, "html.parser")

    return make


@pytest.fixture
def editor(client, eva):
    client.force_login(eva)
    return client
