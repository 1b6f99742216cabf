"""What the home page shows."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms import queries
from content.models import Theme
from tests.factories import (
    EventFactory,
    GroupFactory,
    LearningMaterialFactory,
    MethodFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    PracticeFactory,
    ProgrammeFactory,
    ThemeFactory,
    ThemePageFactory,
    UpdateFactory,
)
from tests.reading import words


def titles(pages):
    return [page.title for page in pages]


def test_the_newest_of_each_kind_take_turns(site):
    programme = ProgrammeFactory(parent=site.programmes)
    for number in range(3):
        PracticeFactory(parent=site.practices, title=f"Praktijk {number}")
        UpdateFactory(parent=programme, title=f"Nieuws {number}", date=date(2013, 1, 1 + number))
    LearningMaterialFactory(parent=site.learning, title="Zonder jaar")
    LearningMaterialFactory(parent=site.learning, title="Gids", year=2009)
    assert [(kind, page.title) for kind, page in queries.home()["new"]] == [
        ("Praktijk", "Praktijk 2"),
        ("Nieuws", "Nieuws 2"),
        ("Leermateriaal", "Gids"),
        ("Praktijk", "Praktijk 1"),
        ("Nieuws", "Nieuws 1"),
        ("Leermateriaal", "Zonder jaar"),
    ]


def test_a_main_theme_counts_each_page_about_it_or_a_narrower_theme_once(site):
    learning = ThemeFactory(label="Leren", position=1)
    leaving = ThemeFactory(label="Schooluitval", broader=learning)
    ThemePageFactory(parent=site.themes, title="Leren", theme=learning)
    ThemePageFactory(parent=site.themes, title="Schooluitval", theme=leaving)
    pillar = ThemeFactory(label="School", scheme=Theme.Scheme.PILLAR)
    ThemePageFactory(parent=site.themes, title="School", theme=pillar)
    ThemePageFactory(
        parent=site.themes, title="Wonen", theme=ThemeFactory(label="Wonen", position=0)
    )
    PracticeFactory(parent=site.practices, themes=[learning, leaving])
    PracticeFactory(parent=site.practices, themes=[leaving])
    PracticeFactory(parent=site.practices, themes=[leaving], live=False)
    found = queries.home()["themes"]
    assert [(page.title, page.page_count) for page in found] == [("Wonen", 0), ("Leren", 2)]


def test_the_chooser_holds_municipalities_with_neighbourhoods(db):
    utrecht = MunicipalityFactory(name="Utrecht")
    MunicipalityFactory(name="Gouda")
    NeighbourhoodFactory(name="Overvecht", parent=utrecht)
    NeighbourhoodFactory(name="Kanaleneiland", parent=utrecht)
    GroupFactory(members=[utrecht])
    found = queries.home()
    assert [
        (city.name, [area.name for area in city.neighbourhoods]) for city in found["municipalities"]
    ] == [("Utrecht", ["Kanaleneiland", "Overvecht"])]
    assert found["counts"] == {"practices": 0, "methods": 0, "neighbourhoods": 2}


def test_events_to_come_stand_apart_from_those_that_were(site):
    today = timezone.localdate()
    for title, starts, ends in (
        ("Vorige week", -7, None),
        ("Gisteren", -1, None),
        ("Loopt nog", -1, 1),
        ("Vandaag", 0, None),
        ("Volgende week", 7, None),
    ):
        EventFactory(
            parent=site.events,
            title=title,
            starts_on=today + timedelta(days=starts),
            ends_on=today + timedelta(days=ends) if ends else None,
        )
    found = queries.home()
    assert titles(found["upcoming"]) == ["Loopt nog", "Vandaag", "Volgende week"]
    assert titles(found["past"]) == ["Gisteren", "Vorige week"]


def test_what_is_not_public_is_not_new_and_not_counted(site):
    PracticeFactory(parent=site.practices, title="Concept", live=False)
    hidden = PracticeFactory(parent=site.practices, title="Besloten")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    past = PracticeFactory(parent=site.practices, title="Verlopen")
    past.expire_at = timezone.now() - timedelta(hours=1)
    past.save()
    event = EventFactory(parent=site.events, title="Besloten dag")
    PageViewRestriction.objects.create(page=event, restriction_type=PageViewRestriction.LOGIN)
    found = queries.home()
    assert found["new"] == []
    assert found["counts"]["practices"] == 0
    assert titles(found["past"]) == []


@pytest.mark.parametrize("number", [1, 3])
def test_home_takes_as_many_queries_for_any_amount(site, number, django_assert_num_queries):
    programme = ProgrammeFactory(parent=site.programmes)
    for _ in range(number):
        theme = ThemeFactory()
        ThemePageFactory(parent=site.themes, theme=theme)
        area = NeighbourhoodFactory()
        PracticeFactory(parent=site.practices, themes=[theme], areas=[area])
        UpdateFactory(parent=programme, themes=[theme], areas=[area])
        LearningMaterialFactory(parent=site.learning, themes=[theme], areas=[area])
        MethodFactory(parent=site.methods)
        EventFactory(parent=site.events)
    with django_assert_num_queries(11):
        found = queries.home()
        assert [page.theme_list for _kind, page in found["new"]] != []
        assert [page.theme.tint for page in found["themes"]] == ["brick"] * number
        assert len(found["municipalities"]) == number
        assert (len(found["upcoming"]), len(found["past"])) == (0, number)
    assert found["counts"] == {"practices": number, "methods": number, "neighbourhoods": number}


def test_the_home_page_shows_it(client, site):
    PracticeFactory(parent=site.practices, title="Gezonde wijk")
    NeighbourhoodFactory(name="Overvecht", parent=MunicipalityFactory(name="Utrecht"))
    soup = BeautifulSoup(client.get("/").content, "html.parser")
    assert soup.h1.get_text() == "Wat speelt er in uw wijk?"
    assert [words(title) for title in soup.select(".wk-card h3")] == ["Gezonde wijk"]
    assert [option.get_text() for option in soup.select("optgroup[label=Utrecht] option")] == [
        "Heel Utrecht",
        "Overvecht",
    ]
