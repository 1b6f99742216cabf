"""Every page has a cover: a drawn street, or the picture that its editor chose."""

import pytest
from bs4 import BeautifulSoup
from wagtail.images.tests.utils import get_test_image_file

from content import covers
from content.models import SiteImage, Theme
from content.queries import with_subjects
from practices.models import PracticePage
from tests.factories import PracticeFactory, ThemeFactory


def drawn(markup):
    return BeautifulSoup(markup, "html.parser").svg


@pytest.mark.parametrize("tint", Theme.Tint.values)
def test_a_street_stays_the_same_and_every_page_has_its_own(tint):
    zuilen = covers.street("zuilen", tint, "wide")

    assert covers.street("zuilen", tint, "wide") == zuilen
    assert covers.street("overvecht", tint, "wide") != zuilen
    assert f"wk-tint--{tint}" in drawn(zuilen)["class"]


@pytest.mark.django_db
def test_the_street_at_the_top_of_a_page_says_what_is_drawn(site):
    health = ThemeFactory(label="Gezondheid & zorg", tint=Theme.Tint.MOSS)
    practice = PracticeFactory(parent=site.practices, themes=[health])

    street = drawn(covers.cover(practice, "wide"))

    assert street["role"] == "img"
    assert street["aria-label"] == (
        "Tekening van een straat, in de kleur van het thema Gezondheid & zorg"
    )


@pytest.mark.django_db
def test_a_street_in_a_list_is_hidden_from_screen_readers(site):
    practice = PracticeFactory(parent=site.practices)

    street = drawn(covers.cover(practice, "card"))

    assert street["aria-hidden"] == "true"
    assert "role" not in street.attrs


@pytest.mark.django_db
def test_a_picture_that_an_editor_chose_keeps_its_own_description(site):
    picture = SiteImage.objects.create(
        title="tuin", description='Bewoners in de "buurttuin"', file=get_test_image_file()
    )
    practice = PracticeFactory(parent=site.practices, cover=picture)

    shown = BeautifulSoup(covers.cover(practice, "wide"), "html.parser").img

    assert shown["alt"] == 'Bewoners in de "buurttuin"'
    assert shown["src"].endswith(".webp")


@pytest.mark.django_db
@pytest.mark.parametrize("number", [1, 3])
def test_a_list_with_pictures_takes_as_many_queries_for_any_number(
    site, number, django_assert_num_queries
):
    for each in range(number):
        picture = SiteImage.objects.create(
            title=f"foto {each}", file=get_test_image_file(f"{each}.png")
        )
        covers.cover(PracticeFactory(parent=site.practices, cover=picture), "card")

    pages = list(PracticePage.objects.all())
    with django_assert_num_queries(4):
        shown = [covers.cover(page, "card") for page in with_subjects(pages)]

    assert len(shown) == number
