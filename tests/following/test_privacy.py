"""What is kept of somebody can be taken along, and goes when that person wants it."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from following import delivering, digests, domain, privacy
from following.models import Follow, Happening, Letter, Notification, Preference
from tests.factories import PracticeFactory, ThemeFactory
from tests.following.test_digests import MORNING

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice(site, bas, eva, follows):
    """Return a practice that Eva published and Bas was told of."""
    theme = ThemeFactory(label="Leren")
    follows(bas, theme=theme)
    practice = PracticeFactory(
        parent=site.practices, title="Samen fietsen", themes=[theme], live=False
    )
    practice.save_revision(user=eva).publish()
    follows(bas, page=practice)
    domain.choose_often(bas, "daily")
    delivering.deliver()
    digests.prepare(MORNING)
    return practice


def test_somebody_takes_everything_along(practice, bas, eva):
    taken = privacy.export(bas)
    assert taken["mail"] == "daily"
    assert [row["what"] for row in taken["follows"]] == ["Praktijk: Samen fietsen", "Thema: Leren"]
    assert [(row["what"], row["read"]) for row in taken["notifications"]] == [
        ("Samen fietsen", None)
    ]
    assert [row["kind"] for row in taken["letters"]] == ["digest"]
    assert privacy.export(eva) == {
        "mail": "weekly",
        "follows": [],
        "notifications": [],
        "letters": [],
    }


def test_what_may_no_longer_be_seen_is_taken_along_without_its_name(practice, bas):
    practice.refresh_from_db()
    practice.unpublish()
    taken = privacy.export(bas)
    assert taken["follows"][0]["what"] == f"pagina {practice.pk}"
    assert taken["notifications"][0]["what"] == f"pagina {practice.pk}"
    assert "Samen fietsen" not in str(taken)


def test_erasing_leaves_nothing_of_that_person_and_everything_of_others(
    practice, bas, eva, follows
):
    follows(eva, page=practice)
    privacy.erase(bas)
    left = [
        model.objects.filter(user=bas).count()
        for model in (Follow, Notification, Letter, Preference)
    ]
    assert left == [0, 0, 0, 0]
    assert Follow.objects.filter(user=eva).count() == 1
    privacy.erase(eva)
    assert Happening.objects.get().actor is None


def test_what_happened_long_ago_is_forgotten_and_what_waits_is_not(practice, site, bas):
    old = timezone.now() - timedelta(days=200)
    Happening.objects.update(created=old)
    Letter.objects.update(changed=old)
    PracticeFactory(parent=site.practices, title="Nieuw")
    waiting = PracticeFactory(parent=site.practices, title="Wacht")
    Happening.objects.filter(page=waiting).update(created=old)
    out = StringIO()
    call_command("forget_happenings", "--older-than", "180", stdout=out)
    assert out.getvalue() == "Forgot 1 happenings.\n"
    left = Happening.objects.order_by("pk")
    assert [happening.page.title for happening in left] == ["Nieuw", "Wacht"]
    assert Notification.objects.count() == 0
    # A mail that was not sent yet stays, to find that there is nothing to say.
    assert Letter.objects.count() == 1
    Letter.objects.update(state="sent")
    call_command("forget_happenings", verbosity=0)
    assert Letter.objects.count() == 0


def test_less_than_an_overview_tells_of_cannot_be_forgotten():
    with pytest.raises((CommandError, SystemExit)):
        call_command("forget_happenings", "--older-than", "3")
