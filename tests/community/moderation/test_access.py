"""Who gets in where: every address of moderation, for every kind of person, asked and sent to."""

import pytest
from django.contrib.auth.models import Group
from django.db import transaction

from community.models import (
    Appeal,
    Audience,
    BlockedWord,
    Member,
    ModerationAction,
    Report,
    State,
)
from community.moderation import domain
from tests.factories import ExperienceFactory, MemberFactory, UserFactory
from tests.reading import unmarked

REASON = "Er staat een naam in van een bewoner."
EVERYBODY = ["stranger", "member", "author", "coordinator", "outsider"]
EVERYBODY += ["expelled", "editor", "moderator", "admin"]
KNOWN = set(EVERYBODY) - {"stranger"}
HERE = {"coordinator", "moderator", "admin"}
INSIDE = {"member", "coordinator", "moderator", "admin"}


@pytest.fixture
def people(community, lisa, omar, karim, ines, mira, eva, anna):
    expelled = MemberFactory(community=community, state=Member.State.EXPELLED)
    everybody = [None, omar, lisa, karim, ines, expelled.user, eva, mira, anna]
    return dict(zip(EVERYBODY, everybody, strict=True))


@pytest.fixture
def browsers(people, browser, client):
    return {name: browser(person) if person else client for name, person in people.items()}


@pytest.fixture
def closed(community, lisa):
    """Return what Lisa told to members alone."""
    return ExperienceFactory(community=community, author=lisa, title="Onder ons")


@pytest.fixture
def hidden(community, lisa, karim):
    """Return what Lisa told to everybody and Karim hid."""
    told = ExperienceFactory(community=community, author=lisa, audience=Audience.EVERYBODY)
    domain.hide(told, karim, REASON)
    return told


def who(browsers, method, address, data=None):
    """Return who gets what at an address; what each of them does is undone."""
    found = {}
    for name, browser in browsers.items():
        with transaction.atomic():
            status = getattr(browser, method)(address, data or {}).status_code
            found.setdefault(status, set()).add(name)
            transaction.set_rollback(True)
    return found


def only(some, answer=200):
    """Return what it looks like when some get in and others find nothing."""
    found = {answer: set(some), 404: set(EVERYBODY) - set(some)}
    return {status: people for status, people in found.items() if people}


def test_who_may_look_where(browsers, story, remark, closed, hidden):
    found = {
        address: who(browsers, "get", address)
        for address in (
            "/moderatie/",
            "/moderatie/logboek/",
            "/moderatie/logboek.csv",
            "/moderatie/mijn-meldingen/",
            "/community/cop-18/moderatie/",
            "/community/cop-18/moderatie/woorden/",
        )
    }
    assert found == {
        "/moderatie/": only(HERE | {"outsider"}),
        "/moderatie/logboek/": only(HERE | {"outsider"}),
        "/moderatie/logboek.csv": only(HERE | {"outsider"}),
        "/moderatie/mijn-meldingen/": {200: KNOWN, 302: {"stranger"}},
        "/community/cop-18/moderatie/": only(HERE),
        "/community/cop-18/moderatie/woorden/": only(HERE),
    }


def test_who_may_look_at_what_about_a_post(browsers, story, remark, closed, hidden):
    def look(address):
        return who(browsers, "get", address)

    for post in (story, closed, hidden):
        assert look(f"/moderatie/ervaring/{post.key}/") == only(HERE)
        assert look(f"/ervaringen/{post.key}/versies/") == only(HERE | {"author"})
        appeal = look(f"/moderatie/ervaring/{post.key}/bezwaar/")
        assert appeal == only({"author"} if post is hidden else ())
    assert look(f"/moderatie/reactie/{remark.key}/") == only(HERE)
    assert look(f"/reacties/{remark.key}/versies/") == only(HERE | {"member"})
    assert look(f"/ervaringen/{story.key}/melden/") == {
        200: KNOWN - {"author"},
        302: {"stranger"},
        404: {"author"},
    }
    assert look(f"/reacties/{remark.key}/melden/") == {
        200: KNOWN - {"member"},
        302: {"stranger"},
        404: {"member"},
    }
    assert look(f"/ervaringen/{closed.key}/melden/") == only(INSIDE)
    assert look(f"/ervaringen/{hidden.key}/melden/") == {404: set(EVERYBODY)}


@pytest.mark.parametrize(
    ("state", "verb"),
    [
        (State.SHOWN, "verbergen"),
        (State.SHOWN, "laat-staan"),
        (State.WAITING, "plaatsen"),
        (State.WAITING, "weigeren"),
        (State.HIDDEN, "tonen"),
    ],
)
def test_who_may_decide(browsers, story, remark, ines, state, verb):
    for post in (story, remark):
        domain.report(post, ines, "untrue")
    for post in (remark, story):
        type(post).objects.update(state=state)
        data = {"reason": REASON, "seen": domain.mark(post)}
        address = f"/moderatie/{post.kind}/{post.key}/{verb}/"
        assert who(browsers, "post", address, data) == only(HERE, 302)
        assert set(who(browsers, "get", address)) == {405}
        post.refresh_from_db()
        assert post.state == state


def test_who_may_answer_an_appeal(browsers, hidden, karim):
    domain.appeal(hidden, "Die naam is van mij.")
    data = {"granted": "yes", "reason": "U hebt gelijk.", "seen": domain.mark(hidden)}
    found = who(browsers, "post", f"/moderatie/ervaring/{hidden.key}/antwoord/", data)
    # Karim hid it himself, and others moderate too.
    assert found == {
        302: {"moderator", "admin"},
        403: {"coordinator"},
        404: set(EVERYBODY) - HERE,
    }


def test_who_is_alone_answers_an_appeal_against_an_own_decision(browser, hidden, karim):
    domain.appeal(hidden, "Die naam is van mij.")
    data = {"granted": "yes", "reason": "U hebt gelijk.", "seen": domain.mark(hidden)}
    address = f"/moderatie/ervaring/{hidden.key}/antwoord/"
    assert browser(karim).post(address, data).status_code == 302


@pytest.mark.parametrize("verb", ["verbergen", "laat-staan"])
def test_nobody_decides_about_an_own_post(browser, community, karim, ines, verb):
    own = ExperienceFactory(community=community, author=karim, audience=Audience.EVERYBODY)
    domain.report(own, ines, "untrue")
    data = {"reason": REASON, "seen": domain.mark(own)}
    answer = browser(karim).post(f"/moderatie/ervaring/{own.key}/{verb}/", data)
    assert answer.status_code == 403
    assert "Over uw eigen bericht beslist een andere moderator." in answer.content.decode()
    own.refresh_from_db()
    assert (own.state, Report.objects.get().is_open) == (State.SHOWN, True)


def test_who_may_report_appeal_and_keep_words(browsers, story, closed, hidden, community):
    report, appeal = {"why": "untrue"}, {"text": "Waarom?"}
    sent = who(browsers, "post", f"/ervaringen/{story.key}/melden/", report)
    # A stranger is led to the door.
    assert sent == {302: set(EVERYBODY) - {"author"}, 404: {"author"}}
    assert who(browsers, "post", f"/ervaringen/{closed.key}/melden/", report) == only(INSIDE, 302)
    sent = who(browsers, "post", f"/moderatie/ervaring/{hidden.key}/bezwaar/", appeal)
    assert sent == only({"author"}, 302)
    words = "/community/cop-18/moderatie/woorden/"
    assert who(browsers, "post", words, {"word": "kwakzalver"}) == only(HERE, 302)
    BlockedWord.objects.create(word="Ons", folded="ons", community=community)
    assert who(browsers, "post", f"{words}weg/", {"word": "ons"}) == only(HERE, 302)
    assert BlockedWord.objects.count() == 1


def test_a_word_of_another_list_is_not_taken_away(browser, site, karim, ines, community):
    BlockedWord.objects.create(word="Overal", folded="overal")
    other = Member.objects.get(user=ines).community
    BlockedWord.objects.create(word="Daar", folded="daar", community=other)
    for word in ("overal", "daar", "", "\x00", "bestaat niet"):
        address = "/community/cop-18/moderatie/woorden/weg/"
        assert browser(karim).post(address, {"word": word}).status_code == 404
    assert BlockedWord.objects.count() == 2


EXTRA = {
    "state": "hidden",
    "author": "1",
    "community": "1",
    "key": "aaaaaaaaaaaa",
    "title": "Gekaapt",
    "body": "Gekaapt",
    "reporter": "1",
    "outcome": "stands",
    "handled": "2013-01-01",
    "granted": "yes",
    "kind": "word-added",
    "experience": "1",
    "is_staff": "1",
}


def test_what_is_sent_besides_what_is_asked_changes_nothing(browser, story, hidden, ines, karim):
    def kept(post):
        post.refresh_from_db()
        return (post.key, post.author, post.community, post.title, post.body)

    before = kept(story), kept(hidden)
    browser(ines).post(f"/ervaringen/{story.key}/melden/", EXTRA | {"why": "untrue"})
    report = Report.objects.get()
    assert (report.experience, report.reporter, report.outcome) == (story, ines, "open")
    browser(hidden.author).post(f"/moderatie/ervaring/{hidden.key}/bezwaar/", EXTRA | {"text": "?"})
    appeal = Appeal.objects.get()
    assert (appeal.experience, appeal.granted, appeal.is_open) == (hidden, None, True)
    data = EXTRA | {"reason": "Blijft.", "seen": domain.mark(story)}
    browser(karim).post(f"/moderatie/ervaring/{story.key}/laat-staan/", data)
    assert (kept(story), kept(hidden)) == before
    assert (story.state, ModerationAction.objects.first().kind) == (State.SHOWN, "stands")
    browser(karim).post("/community/cop-18/moderatie/woorden/", EXTRA | {"word": "kwakzalver"})
    assert BlockedWord.objects.get().community == story.community


def test_what_is_hidden_answers_as_what_does_not_exist(browsers, hidden, closed):
    def body(browser, key):
        answer = browser.get(f"/ervaringen/{key}/")
        assert answer.status_code == 404
        return unmarked(answer).decode().replace(key, "…")

    for name in ("stranger", "outsider", "editor"):
        bodies = {body(browsers[name], key) for key in (hidden.key, closed.key, "bestaatniet2")}
        assert len(bodies) == 1


def test_who_is_no_longer_coordinator_or_closed_moderates_nothing(browser, community, karim):
    site = browser(karim)
    assert site.get("/moderatie/").status_code == 200
    Member.objects.filter(user=karim).update(role=Member.Role.MEMBER)
    assert site.get("/moderatie/").status_code == 404
    Member.objects.filter(user=karim).update(role=Member.Role.COORDINATOR)
    UserFactory._meta.model.objects.filter(pk=karim.pk).update(is_active=False)
    assert site.get("/moderatie/").status_code == 404


def test_an_editor_with_every_right_of_editors_moderates_nothing(browser, eva, community):
    eva.groups.add(*Group.objects.filter(name__in=["Editors", "Moderators"]))
    assert browser(eva).get("/community/cop-18/moderatie/").status_code == 404
