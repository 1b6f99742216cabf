"""What is written down of moderators and coordinators, and stays."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone

from community.domain import members
from community.models import Appeal, Member, ModerationAction, Report
from community.moderation import domain
from tests.factories import MemberFactory

REASON = "Er staat een naam in van een bewoner."


def log():
    """Return what was written down, from first to last."""
    rows = ModerationAction.objects.order_by("pk")
    return [(row.kind, str(row.actor), str(row.about), row.reason) for row in rows]


@pytest.fixture
def asked(community, bas):
    return MemberFactory(community=community, user=bas, state=Member.State.ASKED)


def test_who_is_let_in_is_written_down(asked, karim):
    members.admit(asked, karim)
    assert log() == [("admitted", "Karim Amrani", "Bas Kok", "")]


def test_who_is_not_let_in_is_written_down_with_the_reason(asked, karim):
    members.refuse(asked, karim, "Alleen voor ambtenaren.")
    assert log() == [("not-admitted", "Karim Amrani", "Bas Kok", "Alleen voor ambtenaren.")]


def test_who_is_put_out_is_written_down_with_the_reason(community, lisa, karim):
    members.expel(Member.objects.get(user=lisa), karim, "Schelden.")
    assert log() == [("expelled", "Karim Amrani", "Lisa Lid", "Schelden.")]
    assert ModerationAction.objects.get().community == community


def test_who_becomes_coordinator_and_member_again_is_written_down(lisa, karim):
    lisas = Member.objects.get(user=lisa)
    members.appoint(lisas, Member.Role.COORDINATOR, karim)
    members.appoint(lisas, Member.Role.COORDINATOR, karim)
    members.appoint(lisas, Member.Role.MEMBER, karim)
    assert [row[:3] for row in log()] == [
        ("appointed", "Karim Amrani", "Lisa Lid"),
        ("dismissed", "Karim Amrani", "Lisa Lid"),
    ]


def test_who_walks_in_was_let_in_by_nobody(community, bas):
    members.join(community, bas)
    assert log() == []


def test_blocked_words_are_written_down(community, karim):
    blocked = domain.block_word("Kwakzalver", karim, community)
    assert domain.block_word("kwakzalver!", karim, community) == blocked
    domain.unblock_word(blocked, karim)
    domain.unblock_word(blocked, karim)
    assert log() == [
        ("word-added", "Karim Amrani", "None", "Kwakzalver"),
        ("word-removed", "Karim Amrani", "None", "Kwakzalver"),
    ]


def test_what_is_written_down_is_never_changed_or_removed(story, karim):
    domain.hide(story, karim, REASON)
    row = ModerationAction.objects.get()
    row.reason = "Anders"
    for change in (
        row.save,
        row.delete,
        ModerationAction.objects.all().delete,
        lambda: ModerationAction.objects.update(reason="Anders"),
    ):
        with pytest.raises(ValidationError):
            change()
    assert log() == [("hidden", "Karim Amrani", "Lisa Lid", REASON)]


def test_the_log_outlives_the_people_and_the_post(story, karim, lisa):
    domain.hide(story, karim, REASON)
    story.delete()
    lisa.delete()
    karim.delete()
    row = ModerationAction.objects.get()
    assert (row.actor, row.about, row.reason) == (None, None, REASON)
    assert (row.post_kind, row.post_key) == ("ervaring", story.key)


def test_a_report_and_an_appeal_outlive_who_made_and_answered_them(story, ines, karim):
    domain.report(story, ines, "untrue")
    domain.hide(story, karim, REASON)
    domain.appeal(story, "Waarom?")
    ines.delete()
    karim.delete()
    report, appeal = Report.objects.get(), Appeal.objects.get()
    assert (report.reporter, report.handled_by, appeal.against.actor) == (None, None, None)


def answered(days):
    moment = timezone.now() - timedelta(days=days)
    Report.objects.filter(handled__isnull=False).update(handled=moment)
    Appeal.objects.filter(handled__isnull=False).update(handled=moment)


@pytest.mark.parametrize("days", [31, 29])
def test_old_reports_and_the_words_of_appeals_are_forgotten(
    story, remark, ines, karim, petra, capsys, days
):
    domain.report(story, ines, "untrue", "Klopt niet.")
    domain.hide(story, karim, REASON)
    domain.answer_appeal(domain.appeal(story, "Waarom?"), petra, False, "Daarom.")
    domain.report(remark, ines, "hurtful", "Dit wacht nog.")
    answered(days)
    call_command("forget_moderation", older_than=30)
    gone = days > 30
    number = 1 if gone else 0
    assert capsys.readouterr().out == (
        f"Forgot {number} reports and the words of {number} appeals.\n"
    )
    assert Report.objects.count() == (1 if gone else 2)
    appeal = Appeal.objects.get()
    assert (appeal.text, appeal.answer) == (("", "") if gone else ("Waarom?", "Daarom."))
    # It counts as made: the author cannot appeal anew against the same decision.
    assert domain.appeal(story, "Nog eens.").text == appeal.text


@pytest.mark.parametrize("days", [0, -1, 40_000])
def test_a_strange_number_of_days_is_refused(db, days):
    with pytest.raises(CommandError):
        call_command("forget_moderation", older_than=days)
