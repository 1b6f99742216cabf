"""What is done with one thing in a plan."""

import pytest

from tests.factories import PracticeFactory
from tests.plans.pages import notices, read, titles
from tests.reading import words


@pytest.fixture
def three(site, plan, put):
    """Return three items of the plan of Bas, in order."""
    return [put(PracticeFactory(parent=site.practices, title=name)) for name in ("A", "B", "C")]


@pytest.fixture
def act(member, plan):
    """Return a function that sends something about an item, and returns where that leads."""

    def send(item, verb, **sent):
        return member.post(f"{plan.get_absolute_url()}{item.key}/{verb}/", sent)["Location"]

    return send


def shown(member, plan):
    return titles(read(member.get(plan.get_absolute_url())))


def test_the_first_goes_no_higher_and_the_last_no_lower(member, plan, three):
    items = read(member.get(plan.get_absolute_url())).select(".wk-plan__item")
    assert [[words(button) for button in item.select(".wk-plan__tool")] for item in items] == [
        ["Omlaag", "Haal weg"],
        ["Omhoog", "Omlaag", "Haal weg"],
        ["Omhoog", "Haal weg"],
    ]


def test_a_move_leads_back_to_the_button_that_moves_it_on(member, act, plan, three):
    last, place = three[2], plan.get_absolute_url()
    assert act(last, "verplaatsen", richting="omhoog") == f"{place}#omhoog-{last.key}"
    assert shown(member, plan) == ["A", "C", "B"]
    assert act(last, "verplaatsen", richting="omhoog") == f"{place}#omlaag-{last.key}"
    assert shown(member, plan) == ["C", "A", "B"]
    page = read(member.get(place))
    assert page.find(id=f"omlaag-{last.key}").name == "button"


def test_a_way_that_is_none_moves_nothing_up(member, act, plan, three):
    act(three[0], "verplaatsen", richting="../../etc")
    assert sorted(shown(member, plan)) == ["A", "B", "C"]


def test_a_note_is_written_and_changed(act, plan, three):
    place = act(three[1], "aantekening", note="Regel 1\r\nRegel 2", position="99", plan="1")
    assert place == f"{plan.get_absolute_url()}#notitie-{three[1].key}"
    three[1].refresh_from_db()
    assert (three[1].note, three[1].position) == ("Regel 1\nRegel 2", 2)


def test_a_note_that_is_too_long_stays_in_its_field(member, plan, three):
    address = f"{plan.get_absolute_url()}{three[1].key}/aantekening/"
    page = read(member.post(address, {"note": "x" * 5001}), 400)
    (field,) = page.select("[aria-invalid=true]")
    assert field["id"] == f"id_note_{three[1].key}"
    assert words(field) == "x" * 5001
    assert words(page.find(id=f"{field['id']}_error")) == (
        "Zorg dat deze waarde niet meer dan 5000 tekens bevat (het zijn er nu 5001)."
    )
    assert field.find_parent("details").has_attr("open")


def test_new_lines_count_once(act, three):
    act(three[0], "aantekening", note="x\r\n" * 2500)
    three[0].refresh_from_db()
    assert len(three[0].note) == 4999


def test_what_is_taken_out_can_be_put_back(member, act, plan, three):
    act(three[1], "aantekening", note="Bewaar mij")
    assert act(three[1], "weghalen") == f"{plan.get_absolute_url()}#ongedaan"
    page = read(member.get(plan.get_absolute_url()))
    assert titles(page) == ["A", "C"]
    assert notices(page) == ["Het onderdeel is uit het plan gehaald."]
    member.post(page.select_one(".wk-plan__removed")["action"])
    page = read(member.get(plan.get_absolute_url()))
    assert titles(page) == ["A", "B", "C"]
    assert notices(page) == []
    assert plan.items.all()[1].note == "Bewaar mij"


def test_taken_out_twice_and_put_back_twice_is_no_error(member, act, plan, three):
    act(three[1], "weghalen")
    assert act(three[1], "weghalen") == plan.get_absolute_url()
    assert notices(read(member.get(plan.get_absolute_url())))[0] == (
        "Dit staat niet meer in het plan."
    )
    back = f"{plan.get_absolute_url()}terugzetten/"
    member.post(back)
    assert member.post(back)["Location"] == plan.get_absolute_url()
    assert shown(member, plan) == ["A", "B", "C"]


def test_a_full_plan_takes_nothing_back_and_keeps_it(member, act, plan, three, full):
    act(three[1], "weghalen")
    plan.items.create(kind="page", position=900)
    member.post(f"{plan.get_absolute_url()}terugzetten/")
    page = read(member.get(plan.get_absolute_url()))
    assert notices(page) == [
        "In dit plan staan al 200 onderdelen. Haal er eerst een weg.",
        "Het onderdeel is uit het plan gehaald.",
    ]
