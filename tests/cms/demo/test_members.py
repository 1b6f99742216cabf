"""The people of the demo take part in communities."""

import pytest
from django.contrib.auth import authenticate
from django.core.management import call_command

from accounts.models import User
from community.domain import members
from community.models import CommunityPage, Member, MembersRoomPage, Profile
from content.queries import public

pytestmark = pytest.mark.usefixtures("db")


def test_each_way_to_take_part_is_there():
    found = CommunityPage.objects.order_by("path").values_list("slug", "admission")
    assert dict(found) == {
        "cop-18": "request",
        "cop-40-plus": "invitation",
        "new-towns-leerkring": "open",
    }


def test_seven_people_take_part_of_whom_one_looks_after_it():
    found = Member.objects.active().filter(community__slug="cop-18").order_by("user__username")
    assert [(member.user.username, member.role) for member in found] == [
        ("coordinator", "coordinator"),
        ("fatima", "member"),
        ("gulsah", "member"),
        ("johan", "member"),
        ("lid", "member"),
        ("marieke", "member"),
        ("peter", "member"),
    ]
    lisa = Profile.objects.get(user__username="lid")
    assert [area.name for area in lisa.areas.all()] == ["Utrecht"]


def test_most_of_them_cannot_sign_in():
    usable = [user.username for user in User.objects.order_by("pk") if user.has_usable_password()]
    assert usable == ["redacteur", "beheerder", "coordinator", "lid"]
    assert authenticate(username="fatima", password="") is None


def test_the_closed_part_is_closed_to_others():
    room = MembersRoomPage.objects.get()
    assert list(public(MembersRoomPage.objects.all())) == []
    groups = [group for found in room.view_restrictions.all() for group in found.groups.all()]
    assert [group.community_group.community.slug for group in groups] == ["cop-18"]


def test_who_went_away_stays_away():
    fatima = Member.objects.get(user__username="fatima")
    members.leave(fatima)
    call_command("demo", verbosity=0)
    fatima.refresh_from_db()
    assert fatima.state == "left"
