"""Verbs: what changes practices beside the editor's form."""

from django.db import transaction
from django.db.models import Q

from practices.models import PracticePage


@transaction.atomic
def confirm_contact(practice, day):
    """Note on a practice that its contact still held on a day, without publishing anything.

    The published page gets the date, and so does what editors go on with: the latest draft and
    one that is to be published later, as far as they name the same contact.
    """
    PracticePage.objects.filter(pk=practice.pk).update(contact_confirmed_on=day)
    going_on = Q(pk=practice.latest_revision_id) | Q(approved_go_live_at__isnull=False)
    for revision in practice.revisions.select_for_update(of=("self",)).filter(going_on):
        if revision.content.get("contact_email") == practice.contact_email:
            revision.content["contact_confirmed_on"] = day.isoformat()
            revision.save(update_fields=["content"])
