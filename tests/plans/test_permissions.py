"""A plan is there for its owner alone; for everybody else it is as what never was."""

import pytest
from django.test import Client

from plans import domain, permissions
from tests.plans.conftest import NOTE, browser_of
from tests.reading import unmarked

READ = ("", "wijzigen/", "weggooien/", "delen/", "plan.csv", "plan.docx", "plan.odt", "plan.pdf")
SENT = ("wijzigen/", "weggooien/", "terugzetten/", "delen/", "delen/vernieuwen/", "delen/stoppen/")
ON_ITEMS = ("aantekening/", "verplaatsen/", "weghalen/")
NOBODY = "0" * 16


@pytest.fixture
def item(put, practice):
    return put(practice, NOTE)


@pytest.mark.parametrize("name", ["eva", "anna"])
@pytest.mark.parametrize("end", READ)
def test_another_reads_nothing_whoever_it_is(plan, item, request, name, end):
    other = browser_of(request.getfixturevalue(name))
    there = other.get(f"/mijn-plannen/{plan.key}/{end}")
    nowhere = other.get(f"/mijn-plannen/{NOBODY}/{end}")
    assert (there.status_code, unmarked(there)) == (404, unmarked(nowhere))


@pytest.mark.parametrize("end", SENT)
def test_another_changes_nothing(colleague, plan, item, end):
    sent = {"title": "Gekaapt", "shown_name": "Eva"}
    there = colleague.post(f"/mijn-plannen/{plan.key}/{end}", sent)
    nowhere = colleague.post(f"/mijn-plannen/{NOBODY}/{end}", sent)
    assert (there.status_code, unmarked(there)) == (404, unmarked(nowhere))
    plan.refresh_from_db()
    assert (plan.title, plan.token, plan.items.count()) == ("Overvecht vooruit", "", 1)


@pytest.mark.parametrize("end", ON_ITEMS)
def test_another_changes_no_item_not_even_through_an_own_plan(colleague, eva, plan, item, end):
    there = colleague.post(f"/mijn-plannen/{plan.key}/{item.key}/{end}", {"note": "Gekaapt"})
    nowhere = colleague.post(f"/mijn-plannen/{NOBODY}/{item.key}/{end}", {"note": "Gekaapt"})
    assert (there.status_code, unmarked(there)) == (404, unmarked(nowhere))
    own = domain.make_plan(eva, "Van Eva")
    through = colleague.post(f"/mijn-plannen/{own.key}/{item.key}/{end}", {"note": "Gekaapt"})
    assert through["Location"] == own.get_absolute_url()
    assert plan.items.get().note == NOTE


@pytest.mark.parametrize("end", READ)
def test_a_stranger_is_asked_to_sign_in_to_whatever_there_may_be(plan, end):
    for key in (plan.key, NOBODY):
        address = f"/mijn-plannen/{key}/{end}"
        answer = Client().get(address)
        assert (answer.status_code, answer["Location"]) == (
            302,
            f"/account/inloggen/?next={address}",
        )


@pytest.mark.parametrize(
    "end", ["terugzetten/", "delen/stoppen/", *(f"{'a' * 16}/{end}" for end in ON_ITEMS)]
)
def test_a_stranger_who_sends_something_comes_back_to_the_plan(plan, end):
    answer = Client().post(f"/mijn-plannen/{plan.key}/{end}", {"note": "x"})
    assert answer["Location"] == f"/account/inloggen/?next=/mijn-plannen/{plan.key}/"


@pytest.mark.parametrize("end", SENT)
def test_nothing_changes_without_the_word_of_the_form(bas, plan, end):
    client = Client(enforce_csrf_checks=True)
    client.force_login(bas)
    assert client.post(f"/mijn-plannen/{plan.key}/{end}", {"title": "x"}).status_code == 403


@pytest.mark.parametrize("end", ["terugzetten/", "delen/vernieuwen/", "delen/stoppen/"])
def test_what_changes_something_is_not_read(member, plan, end):
    assert member.get(f"/mijn-plannen/{plan.key}/{end}").status_code == 405


def test_without_a_link_nothing_is_shared(plan):
    assert plan.token == ""
    assert list(permissions.shared("")) == []
    assert list(permissions.shared("x" * 31)) == []
    domain.share(plan, "")
    assert list(permissions.shared(plan.token)) == [plan]
