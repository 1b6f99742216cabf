"""Who is told what happened: everybody it concerns, once, and never who did it."""

import pytest

from following import circles, delivering
from following.models import Happening, Letter, Notification
from tests.factories import (
    CommunityFactory,
    EventFactory,
    GoalFactory,
    GroupFactory,
    MethodFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    PracticeFactory,
    ProgrammeFactory,
    ThemeFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

NEW, CHANGED = "Praktijk · nieuw", "Praktijk · gewijzigd"


def test_a_theme_tells_of_what_is_about_it_or_about_something_below_it(site, bas, follows, told):
    health = ThemeFactory(label="Gezondheid")
    exercise = ThemeFactory(label="Bewegen", broader=health)
    follows(bas, theme=health)
    PracticeFactory(parent=site.practices, title="Samen fietsen", themes=[exercise])
    PracticeFactory(parent=site.practices, title="Uit de schulden", themes=[ThemeFactory()])
    assert told(bas) == [("Samen fietsen", NEW, "U volgt het thema Gezondheid.")]


def test_an_area_tells_of_what_lies_in_it_and_a_group_of_its_members(
    site, bas, anna, follows, told
):
    utrecht = MunicipalityFactory(name="Utrecht")
    overvecht = NeighbourhoodFactory(name="Overvecht", parent=utrecht)
    follows(bas, area=utrecht)
    follows(anna, area=GroupFactory(name="G4", members=[utrecht]))
    PracticeFactory(parent=site.practices, title="Samen fietsen", areas=[overvecht])
    PracticeFactory(parent=site.practices, title="Elders", areas=[NeighbourhoodFactory()])
    assert told(bas) == [("Samen fietsen", NEW, "U volgt Utrecht.")]
    assert told(anna) == [("Samen fietsen", NEW, "U volgt G4.")]


def test_a_page_tells_of_its_own_changes(site, bas, follows, told, change):
    practice = PracticeFactory(parent=site.practices, title="Samen fietsen")
    follows(bas, page=practice)
    assert told(bas) == []
    change(practice)
    assert told(bas) == [("Samen fietsen", CHANGED, "U volgt deze pagina.")]


def test_a_method_a_programme_and_a_community_tell_of_what_belongs_to_them(
    site, bas, follows, told
):
    method = MethodFactory(parent=site.methods)
    programme = ProgrammeFactory(parent=site.programmes)
    community = CommunityFactory(parent=site.communities)
    for page in (method, programme, community):
        follows(bas, page=page)
    PracticeFactory(parent=site.practices, title="Samen fietsen", method=method)
    GoalFactory(parent=programme, title="Scholen")
    EventFactory(parent=site.events, title="Burgertop", community=community)
    why = "U volgt een pagina waar dit bij hoort."
    assert told(bas) == [
        ("Burgertop", "Bijeenkomst · nieuw", why),
        ("Scholen", "Doel · nieuw", why),
        ("Samen fietsen", NEW, why),
    ]


def test_who_follows_it_in_three_ways_is_told_once_by_the_nearest(site, bas, follows, told, change):
    theme, area = ThemeFactory(), NeighbourhoodFactory()
    practice = PracticeFactory(parent=site.practices, themes=[theme], areas=[area])
    follows(bas, theme=theme)
    follows(bas, area=area)
    follows(bas, page=practice)
    change(practice)
    assert [why for _title, _kind, why in told(bas)] == ["U volgt deze pagina."]


def test_nobody_is_told_of_what_was_before_or_of_what_one_did_oneself(
    site, bas, eva, follows, told
):
    theme = ThemeFactory()
    PracticeFactory(parent=site.practices, themes=[theme])
    for person in (bas, eva):
        follows(person, theme=theme)
    own = PracticeFactory(parent=site.practices, title="Van Eva", themes=[theme], live=False)
    own.save_revision(user=eva).publish()
    assert told(eva) == []
    assert [title for title, _kind, _why in told(bas)] == ["Van Eva"]


def test_who_may_no_longer_sign_in_is_told_nothing(site, bas, follows):
    theme = ThemeFactory()
    follows(bas, theme=theme)
    bas.is_active = False
    bas.save()
    PracticeFactory(parent=site.practices, themes=[theme])
    delivering.deliver()
    assert Notification.objects.count() == 0


def test_telling_it_again_tells_nobody_twice(site, bas, follows):
    theme = ThemeFactory()
    follows(bas, theme=theme)
    PracticeFactory(parent=site.practices, themes=[theme])
    assert (delivering.deliver(), delivering.deliver()) == (1, 0)
    # As after a crash between the notifications and the end.
    Happening.objects.update(delivered_at=None)
    assert delivering.deliver() == 1
    assert Notification.objects.filter(user=bas).count() == 1


def test_another_app_may_name_who_is_linked_to_a_page(site, bas, told, change, monkeypatch):
    monkeypatch.setattr(circles, "_LINKED", [])
    circles.also_tell(Notification.Reason.PLAN, lambda page: [bas.pk])
    practice = PracticeFactory(parent=site.practices, title="Samen fietsen")
    change(practice)
    assert told(bas) == [
        ("Samen fietsen", CHANGED, "Dit staat in een plan van u."),
        ("Samen fietsen", NEW, "Dit staat in een plan van u."),
    ]


def test_one_that_cannot_be_told_keeps_up_no_other(site, bas, follows, monkeypatch, caplog):
    monkeypatch.setattr(circles, "_LINKED", [])
    circles.also_tell("own", lambda page: [] if page.title == "Goed" else [0 / 0])
    theme = ThemeFactory()
    follows(bas, theme=theme)
    PracticeFactory(parent=site.practices, title="Onbekend", themes=[theme])
    PracticeFactory(parent=site.practices, title="Goed", themes=[theme])
    assert delivering.deliver() == 1
    assert [n.happening.page.title for n in Notification.objects.all()] == ["Goed"]
    assert delivering.waiting() == 1
    assert "cannot be told; it waits" in caplog.text


def test_contact_and_deputy_of_a_practice_get_a_letter_when_it_changes(site, change):
    practice = PracticeFactory(
        parent=site.practices,
        contact_email="wijk@utrecht.example",
        deputy_email="vervanger@utrecht.example",
    )
    delivering.deliver()
    assert Letter.objects.count() == 0
    change(practice)
    delivering.deliver()
    letters = Letter.objects.order_by("pk").values_list("kind", "address")
    assert list(letters) == [
        ("changed", "wijk@utrecht.example"),
        ("changed", "vervanger@utrecht.example"),
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_telling_takes_as_many_queries_for_any_number_of_people(
    site, follows, number, django_assert_num_queries
):
    theme, area = ThemeFactory(), NeighbourhoodFactory()
    for _person in range(number):
        person = UserFactory()
        follows(person, theme=theme)
        follows(person, area=area)
    PracticeFactory(parent=site.practices, themes=[theme], areas=[area])
    with django_assert_num_queries(18):
        delivering.deliver()
    assert Notification.objects.count() == number
