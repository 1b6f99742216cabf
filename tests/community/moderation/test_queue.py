"""What waits for a moderator: each post once, the longest first, and nothing of elsewhere."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from community.models import Member, Report, State
from community.moderation import domain, queries
from community.permissions import Viewer
from tests.factories import ExperienceFactory, ReplyFactory, UserFactory
from tests.reading import main_of, words


def hours_ago(hours):
    return timezone.now() - timedelta(hours=hours)


def waiting(person, **more):
    """Return what waits for somebody: the post, the numbers of reports and measures, the appeal."""
    found = queries.queue(Viewer(person), 1, **more)
    return [
        (str(case.post), len(case.reports), case.measures, bool(case.appeal))
        for case in found.object_list
    ]


def reported(post, ago, number=1):
    for _ in range(number):
        made = domain.report(post, UserFactory(), "untrue")
        Report.objects.filter(pk=made.pk).update(created=hours_ago(ago))
        ago -= 0.1


@pytest.fixture
def elsewhere(ines, lisa):
    """Return what Lisa told in another community, reported."""
    other = Member.objects.get(user=ines).community
    told = ExperienceFactory(community=other, author=lisa, title="Elders")
    reported(told, 9)
    return told


@pytest.fixture
def cases(community, story, remark, lisa, karim, elsewhere):
    """Let one of each wait: reported experience and reply, a new one, and an appeal."""
    reported(story, 2, number=3)
    reported(remark, 4)
    ExperienceFactory(
        community=community, author=lisa, title="Wacht", state=State.WAITING, sent=hours_ago(5)
    )
    ReplyFactory(experience=story, body="Wacht ook", state=State.WAITING, created=hours_ago(1))
    hidden = ExperienceFactory(community=community, author=lisa, title="Verborgen")
    domain.hide(hidden, karim, "Reden")
    domain.appeal(hidden, "Waarom?")


HERE = [
    ("Wacht", 0, 1, False),
    ("Bij ons hielp het niet.", 1, 0, False),
    ("Samen fietsen hielp", 3, 1, False),
    ("Wacht ook", 0, 0, False),
    ("Verborgen", 0, 1, True),
]


def test_each_post_waits_once_and_the_longest_first(cases, karim, community):
    assert waiting(karim) == HERE
    assert waiting(karim, community=community) == HERE


def test_who_moderates_elsewhere_sees_what_waits_there_alone(cases, ines):
    # What was done against the same author here is not told there.
    assert waiting(ines) == [("Elders", 1, 0, False)]


def test_who_moderates_the_site_sees_all_or_one_community(cases, mira, community):
    assert waiting(mira) == [("Elders", 1, 1, False), *HERE]
    assert waiting(mira, community=community) == HERE


def test_what_was_decided_waits_no_longer(cases, karim, story):
    domain.let_stand(story, karim)
    assert "Samen fietsen hielp" not in [title for title, *_ in waiting(karim)]


def test_the_page_tells_what_waits_and_why(cases, browser, karim, lisa):
    page = main_of(browser(karim), "/community/cop-18/moderatie/")
    assert words(page.select_one(".wk-lead")) == (
        "Er wachten 5 berichten op een besluit. Wat het langst wacht, staat bovenaan."
    )
    case = page.select(".wk-case")[2]
    assert words(case.h2) == "Samen fietsen hielp"
    assert [words(badge) for badge in case.select(".wk-badge")] == [
        "3 meldingen",
        "1 eerdere maatregel tegen deze schrijver",
    ]
    assert [words(found) for found in page.select(".wk-badge--warn")] == [
        "Nog niet geplaatst",
        "1 melding",
        "3 meldingen",
        "Nog niet geplaatst",
        "Bezwaar",
    ]


def test_a_long_queue_comes_in_parts(browser, community, mira, monkeypatch):
    monkeypatch.setattr(queries, "ON_A_PAGE", 2)
    for number in range(5):
        ExperienceFactory(
            community=community,
            title=f"Nummer {number}",
            state=State.WAITING,
            sent=hours_ago(10 - number),
        )
    site = browser(mira)

    def titles(address):
        return [words(found) for found in main_of(site, address).select(".wk-case h2")]

    assert titles("/moderatie/?pagina=2") == ["Nummer 2", "Nummer 3"]
    assert titles("/moderatie/?community=cop-18&pagina=3") == ["Nummer 4"]
    for strange in ("0", "-1", "99", "drie", "%00"):
        assert site.get(f"/moderatie/?pagina={strange}").status_code == 200
    for strange in ("bestaat-niet", "%00", "a" * 5000):
        assert site.get(f"/moderatie/?community={strange}").status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_however_much_waits_it_is_read_in_as_many_questions(
    browser, community, story, mira, number, django_assert_num_queries
):
    for step in range(number):
        reply = ReplyFactory(experience=story, state=State.WAITING)
        reported(reply, 2)
        experience = ExperienceFactory(community=community, title=f"Nummer {step}")
        reported(experience, 2, number=number)
    site = browser(mira)
    site.get("/moderatie/")
    with django_assert_num_queries(14):
        page = BeautifulSoup(site.get("/moderatie/").content, "html.parser")
    assert len(page.select(".wk-case")) == 2 * number
