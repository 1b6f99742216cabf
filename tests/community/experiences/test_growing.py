"""An experience grows into a practice or an adoption with one press, and keeps its credit."""

import pytest

from community.models import Audience, Growth
from practices.models import PracticePage
from tests.factories import ExperienceFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(community, lisa, practice):
    """Return what Lisa tells everybody about a practice."""
    return ExperienceFactory(
        community=community,
        author=lisa,
        title="Fietsen in Zuilen",
        body="Wij fietsten **elke** ochtend mee.",
        outcome="did-not-work",
        audience=Audience.EVERYBODY,
        about=[practice],
        themes=practice.theme_list,
        areas=practice.area_list,
    )


def test_an_editor_makes_a_practice_of_it_once(told, browser, eva, practice, settings):
    place = f"{told.get_absolute_url()}praktijk/"
    answers = [browser(eva).post(place) for _ in range(2)]
    made = PracticePage.objects.get(title="Fietsen in Zuilen")
    assert {answer.headers["Location"] for answer in answers} == {f"/beheer/pages/{made.pk}/edit/"}
    assert (made.live, made.owner, made.summary) == (
        False,
        eva,
        "Wij fietsten elke ochtend mee.",
    )
    draft = made.get_latest_revision_as_object()
    assert draft.approach == "<p>Wij fietsten <strong>elke</strong> ochtend mee.</p>\n"
    assert [(lesson.kind, lesson.text) for lesson in draft.lessons.all()] == [
        ("did-not-work", made.summary)
    ]
    assert [link.theme.label for link in draft.theme_links.all()] == ["Leren"]
    source = draft.sources[0].value
    address = f"{settings.BASE_URL}{told.get_absolute_url()}"
    assert (source["title"], source["url"]) == ("Ervaring van Lisa Lid", address)


def test_what_grew_is_named_once_it_is_published(told, browser, eva, client):
    browser(eva).post(f"{told.get_absolute_url()}praktijk/")
    notice = "Hieruit groeide:"
    assert notice not in client.get(told.get_absolute_url()).content.decode()
    PracticePage.objects.get(title="Fietsen in Zuilen").get_latest_revision().publish()
    assert notice in client.get(told.get_absolute_url()).content.decode()


def test_an_editor_puts_it_with_a_practice_as_an_adoption_once(told, browser, eva, practice):
    place = f"{told.get_absolute_url()}navolging/{practice.pk}/"
    for _ in range(2):
        assert browser(eva).post(place).headers["Location"] == f"/beheer/pages/{practice.pk}/edit/"
    practice = PracticePage.objects.get(pk=practice.pk)
    (adoption,) = practice.get_latest_revision_as_object().adoptions.all()
    assert (adoption.outcome, adoption.area) == ("did-not-work", practice.area_list[0])
    assert adoption.result == "Wij fietsten elke ochtend mee."
    assert adoption.source.startswith("Ervaring van Lisa Lid (http")
    assert practice.adoptions.count() == 0
    assert Growth.objects.get().made_by == eva


@pytest.mark.parametrize("name", ["lisa", "karim", "bas"])
def test_who_may_not_edit_lets_nothing_grow(told, browser, practice, request, name):
    site = browser(request.getfixturevalue(name))
    for verb in ("praktijk", f"navolging/{practice.pk}"):
        assert site.post(f"{told.get_absolute_url()}{verb}/").status_code == 404
    assert "Voor de redactie" not in site.get(told.get_absolute_url()).content.decode()
    assert Growth.objects.count() == 0


def test_what_is_for_members_does_not_grow(told, browser, anna, practice):
    told.audience = Audience.MEMBERS
    told.save()
    answer = browser(anna).post(f"{told.get_absolute_url()}praktijk/")
    assert answer.headers["Location"] == told.get_absolute_url()
    assert Growth.objects.count() == 0
