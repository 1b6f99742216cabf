"""What is kept of somebody around meetings is given to that person, and goes when asked."""

import pytest

from community.meetings import addressing, privacy, registering
from community.models import CalendarAddress, Registration
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def test_somebody_gets_all_that_is_kept_and_nothing_of_others(bas, meeting):
    event = meeting(seats=1)
    registering.register(event, bas, "vegetarisch")
    registering.register(event, UserFactory(), "van een ander")
    address = addressing.renew(bas)
    row = Registration.objects.get(user=bas)
    assert privacy.export(bas) == {
        "registrations": [
            {
                "meeting": "Werkbezoek",
                "day": event.starts_on.isoformat(),
                "state": "seated",
                "note": "vegetarisch",
                "changed": row.changed.isoformat(),
            }
        ],
        "calendar_address": f"/agenda/{address.token}.ics",
    }


def test_what_is_erased_is_gone_and_the_seat_goes_on(bas, meeting):
    event, ben = meeting(seats=1), UserFactory()
    registering.register(event, bas)
    registering.register(event, ben)
    addressing.renew(bas)
    privacy.erase(bas)
    assert privacy.export(bas) == {"registrations": [], "calendar_address": ""}
    assert Registration.objects.get().user == ben
    assert (Registration.objects.get().state, CalendarAddress.objects.count()) == ("seated", 0)
