"""What was meant is told above the results, and never in words that the searcher may not see."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from tests.factories import PracticeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice(site):
    return PracticeFactory(parent=site.practices, title="Schuldhulp", summary="Hulp bij schulden.")


def notice(answer):
    return " ".join(
        " ".join(found.get_text().split()) for found in answer.page.select(".wk-notice")
    )


def test_what_nobody_says_is_told_with_what_was_looked_for(practice, index):
    answer = index.ask("schuldhullp", type="praktijk")

    assert answer.titles == ["Schuldhulp"]
    assert "Niemand zegt ‘schuldhullp’. Wij zochten ook naar ‘Schuldhulp’." in notice(answer)
    link = answer.page.select_one(".wk-notice a")
    assert link.get_text() == "Zoek alleen naar ‘Schuldhulp’"
    assert link["href"] == "?q=Schuldhulp&type=praktijk"


def test_what_is_hardly_ever_said_is_a_question(site, practice, index):
    for number in range(10):
        PracticeFactory(parent=site.practices, title=f"Schuldhulp {number}")
    PracticeFactory(parent=site.practices, title="Een schuldhulg met een tikfout")
    answer = index.ask("schuldhulg")

    assert answer.titles == ["Een schuldhulg met een tikfout"]
    assert "Bedoelde u ‘Schuldhulp’ in plaats van ‘schuldhulg’?" in notice(answer)


def test_what_is_well_written_gets_no_notice(practice, index):
    assert notice(index.ask("schuldhulp")) == ""


def test_a_private_word_is_never_suggested(site, practice, index):
    secret = PracticeFactory(parent=site.practices, title="Kanariefiets")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)

    answer = index.ask("kanarifiets")
    assert "Kanariefiets" not in str(answer.page)


def test_a_word_of_a_page_that_was_closed_a_moment_ago_is_not_suggested(site, practice, index):
    secret = PracticeFactory(parent=site.practices, title="Kanariefiets")
    assert "Kanariefiets" in notice(index.ask("kanarifiets"))
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)

    # The index has not heard of it yet.
    page = Client().get("/zoeken", {"q": "kanarifiets"})
    assert b"Kanariefiets" not in page.content
