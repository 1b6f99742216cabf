"""What moderators decide, what follows from it, and that each thing is decided once."""

import pytest

from community.domain import posts
from community.models import Appeal, ModerationAction, Report, State
from community.moderation import domain
from community.moderation.domain import Overtaken
from tests.factories import ExperienceFactory, ReplyFactory

BOTH = pytest.mark.parametrize("name", ["story", "remark"])
REASON = "Er staat een naam in van een bewoner."


@pytest.fixture
def post(request, name):
    """Return an experience and a reply in turn."""
    return request.getfixturevalue(name)


def fresh(post):
    return type(post).objects.get(pk=post.pk)


def log(post):
    """Return what was written down about a post, from first to last."""
    rows = ModerationAction.objects.filter(post_kind=post.kind, post_key=post.key)
    return [(row.kind, row.actor, row.reason) for row in rows.order_by("pk")]


@BOTH
def test_a_post_is_reported_once_by_each_person(post, ines, karim):
    first = domain.report(post, ines, "untrue", "Dit klopt niet.")
    again = domain.report(post, ines, "other", "Nog eens.")
    other = domain.report(post, karim, "hurtful")
    assert again == first
    assert list(Report.objects.values_list("reporter", "why", "text")) == [
        (ines.pk, "untrue", "Dit klopt niet."),
        (karim.pk, "hurtful", ""),
    ]
    assert (other.post, other.outcome) == (post, Report.Outcome.OPEN)


@BOTH
def test_a_post_that_stands_answers_every_report(post, ines, omar, karim):
    for person in (ines, omar):
        domain.report(post, person, "untrue")
    domain.let_stand(post, karim, "Dit mag iemand vinden.")
    assert set(Report.objects.values_list("outcome", "answer", "handled_by")) == {
        ("stands", "Dit mag iemand vinden.", karim.pk)
    }
    assert fresh(post).state == State.SHOWN
    assert log(post) == [("stands", karim, "Dit mag iemand vinden.")]


@BOTH
def test_what_is_hidden_keeps_its_reason_and_answers_the_reports(post, heard, ines, karim):
    domain.report(post, ines, "personal")
    domain.hide(post, karim, REASON)
    assert (fresh(post).state, fresh(post).hidden_because) == (State.HIDDEN, REASON)
    report = Report.objects.get()
    # The reason is for the author: a reporter reads that the post is hidden.
    assert (report.outcome, report.answer) == (Report.Outcome.HIDDEN, "")
    assert log(post) == [("hidden", karim, REASON)]
    hidden = "experience_hidden" if post.kind == "ervaring" else "reply_hidden"
    assert heard == ["report_answered", hidden]


@BOTH
def test_what_was_hidden_is_shown_again_as_it_was(post, heard, karim, petra):
    since = post.shown_since
    domain.hide(post, karim, REASON)
    domain.restore(post, petra, "Bij nader inzien.")
    found = fresh(post)
    assert (found.state, found.hidden_because, found.shown_since) == (State.SHOWN, "", since)
    assert log(post)[1:] == [("restored", petra, "Bij nader inzien.")]
    restored = "experience_restored" if post.kind == "ervaring" else "reply_restored"
    assert heard[1:] == [restored]


def test_what_waited_is_news_once_it_is_let_through(community, lisa, omar, karim, heard):
    waits = {"state": State.WAITING, "shown_since": None}
    experience = ExperienceFactory(community=community, author=lisa, **waits)
    reply = ReplyFactory(experience=experience, author=omar, **waits)
    for post in (experience, reply):
        domain.approve(post, karim)
        found = fresh(post)
        assert (found.state, found.shown_since is None) == (State.SHOWN, False)
        assert log(post) == [("approved", karim, "")]
    assert heard == ["experience_shared", "reply_posted"]


def test_a_change_that_waited_is_no_news(story, karim, heard):
    posts.share_experience(story, state=State.WAITING, title="Anders", body="Anders")
    domain.approve(story, karim)
    assert (fresh(story).state, fresh(story).title) == (State.SHOWN, "Anders")
    assert heard == ["experience_changed"]


@BOTH
def test_what_is_refused_is_hidden_with_the_reason(post, karim):
    type(post).objects.update(state=State.WAITING)
    domain.refuse(post, karim, REASON)
    assert (fresh(post).state, fresh(post).hidden_because) == (State.HIDDEN, REASON)
    assert log(post) == [("refused", karim, REASON)]


@BOTH
def test_an_author_changes_what_is_hidden_and_it_stays_hidden(post, karim):
    domain.hide(post, karim, REASON)
    if post.kind == "ervaring":
        posts.share_experience(post, title="Anders", body="Zonder naam")
    else:
        posts.change_reply(post, "Zonder naam")
    assert (fresh(post).state, fresh(post).body) == (State.HIDDEN, "Zonder naam")


DONE = "Een andere moderator heeft hier al over beslist."
ANSWERED = "Deze meldingen zijn al beantwoord door een andere moderator."


@pytest.mark.parametrize(
    ("verb", "state", "told"),
    [
        (domain.hide, State.HIDDEN, DONE),
        (domain.hide, State.WAITING, DONE),
        (domain.restore, State.SHOWN, DONE),
        (domain.approve, State.SHOWN, DONE),
        (domain.approve, State.HIDDEN, DONE),
        (domain.refuse, State.HIDDEN, DONE),
        (domain.let_stand, State.SHOWN, ANSWERED),
    ],
)
@BOTH
def test_of_two_moderators_the_second_is_told(post, karim, verb, state, told):
    type(post).objects.update(state=state)
    with pytest.raises(Overtaken) as refusal:
        verb(post, karim, REASON)
    assert str(refusal.value) == told
    assert (fresh(post).state, log(post)) == (state, [])


@BOTH
def test_what_was_changed_meanwhile_is_read_again_first(post, karim):
    seen = domain.mark(post)
    type(post).objects.update(body="Iets heel anders.")
    with pytest.raises(Overtaken) as refusal:
        domain.hide(post, karim, REASON, seen)
    assert str(refusal.value) == "De schrijver heeft de tekst intussen gewijzigd. Lees die eerst."
    domain.hide(post, karim, REASON, domain.mark(fresh(post)))
    assert fresh(post).state == State.HIDDEN


@BOTH
def test_what_its_author_removed_meanwhile_cannot_be_hidden(post, karim):
    type(post).objects.filter(pk=post.pk).delete()
    with pytest.raises(Overtaken) as refusal:
        domain.hide(post, karim, REASON)
    assert str(refusal.value) == "De schrijver heeft dit bericht intussen weggehaald."


@BOTH
def test_an_author_appeals_once_each_time_a_post_was_hidden(post, karim, petra):
    domain.hide(post, karim, REASON)
    first = domain.appeal(post, "Die naam is van mij.")
    assert domain.appeal(post, "Nog eens.") == first
    domain.restore(post, petra)
    domain.hide(post, karim, "En nu weer.")
    second = domain.appeal(post, "Alweer?")
    assert [(a.text, a.against.reason) for a in Appeal.objects.order_by("pk")] == [
        ("Die naam is van mij.", REASON),
        ("Alweer?", "En nu weer."),
    ]
    assert second.is_open


@pytest.mark.parametrize(("granted", "state"), [(True, State.SHOWN), (False, State.HIDDEN)])
@BOTH
def test_an_appeal_is_answered_once_with_a_reason(post, karim, petra, granted, state):
    domain.hide(post, karim, REASON)
    made = domain.appeal(post, "Die naam is van mij.")
    domain.answer_appeal(made, petra, granted, "Ik las het na.")
    made.refresh_from_db()
    assert (made.granted, made.answer, made.handled_by) == (granted, "Ik las het na.", petra)
    assert fresh(post).state == state
    kind = "appeal-granted" if granted else "appeal-refused"
    assert log(post)[1:] == [(kind, petra, "Ik las het na.")]
    with pytest.raises(Overtaken):
        domain.answer_appeal(made, karim, True, "Toch wel.")
    assert fresh(post).state == state


@BOTH
def test_showing_a_post_again_answers_its_appeal(post, karim, petra):
    domain.hide(post, karim, REASON)
    made = domain.appeal(post, "Die naam is van mij.")
    domain.restore(post, petra, "Overlegd met Karim.")
    made.refresh_from_db()
    # What is said at this button is for the moderators alone.
    assert (made.granted, made.answer, made.is_open) == (True, "", False)
    assert log(post)[1:] == [("restored", petra, "Overlegd met Karim.")]


def test_what_no_moderator_hid_has_nothing_to_appeal_against(story):
    type(story).objects.update(state=State.HIDDEN)
    with pytest.raises(Overtaken):
        domain.appeal(story, "Waarom?")
