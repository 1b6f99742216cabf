"""What is not kept for ever: happenings, with whom they were told to, and mails that were sent."""

from datetime import timedelta

from django.utils import timezone

from following.models import ContactQuestion, Happening, Letter

DONE = (Letter.State.SENT, Letter.State.EMPTY, Letter.State.FAILED)
# The last answer is what a confirmation rests on, and is asked for again within a year.
QUESTIONS_ARE_KEPT = timedelta(days=2 * 365)


def forget(days, now=None):
    """Take away what is older than so many days; return how many happenings that were.

    What was not told yet stays, and so does a mail that waits.
    """
    now = now or timezone.now()
    limit = now - timedelta(days=days)
    Letter.objects.filter(state__in=DONE, changed__lt=limit).delete()
    old_questions = ContactQuestion.objects.filter(asked_at__lt=now - QUESTIONS_ARE_KEPT)
    old_questions.exclude(answered_at=None).delete()
    old = Happening.objects.filter(created__lt=limit, delivered_at__isnull=False)
    old = old.exclude(letters__state=Letter.State.WAITING)
    return old.delete()[1].get(Happening._meta.label, 0)
