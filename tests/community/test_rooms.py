"""The closed part of a community stays closed, whichever way something is changed."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction

from community.domain import members
from community.domain.rooms import group_of
from community.models import MembersRoomPage
from content.queries import public
from tests.factories import CommunityFactory, EventFactory, UserFactory

pytestmark = pytest.mark.django_db


def let_in(room):
    """Return the titles of the groups that a room is open to, by kind of restriction."""
    return [
        (found.restriction_type, [group.name for group in found.groups.all()])
        for found in PageViewRestriction.objects.filter(page_id=room.pk)
    ]


def closed_to(community):
    return [("groups", [f"Leden van {community.title} ({community.pk})"])]


def test_a_room_is_closed_from_the_moment_it_exists(community, room):
    assert let_in(room) == closed_to(community)
    meeting = EventFactory(parent=room, title="Alleen wij")
    assert list(public(type(meeting).objects.all())) == []


def test_taking_off_the_restriction_puts_it_back(community, room):
    PageViewRestriction.objects.get(page=room).delete()
    assert let_in(room) == closed_to(community)
    PageViewRestriction.objects.filter(page=room).delete()
    assert let_in(room) == closed_to(community)


def test_another_restriction_is_replaced(community, room):
    restriction = PageViewRestriction.objects.get(page=room)
    restriction.restriction_type = PageViewRestriction.LOGIN
    restriction.save()
    assert let_in(room) == closed_to(community)


def test_another_group_is_not_let_in(community, room):
    restriction = PageViewRestriction.objects.get(page=room)
    restriction.groups.add(Group.objects.create(name="Bewoners"))
    assert let_in(room) == closed_to(community)
    restriction.groups.clear()
    assert let_in(room) == closed_to(community)


def test_a_room_that_moves_opens_to_the_members_where_it_comes(site, room):
    other = CommunityFactory(parent=site.communities, title="CoP 40+")
    room.move(other, pos="last-child")
    assert let_in(room) == closed_to(other)


def test_a_copy_is_closed_to_the_members_of_the_copy(community, room):
    copied = community.copy(recursive=True, update_attrs={"title": "Kopie", "slug": "kopie"})
    inside = MembersRoomPage.objects.child_of(copied).get()
    assert let_in(inside) == closed_to(copied)
    assert group_of(copied) != group_of(community)


def test_a_copy_of_a_room_alone_is_closed_to_the_members_where_it_stands(site, community, room):
    other = CommunityFactory(parent=site.communities, title="CoP 40+")
    copied = room.copy(to=other, update_attrs={"slug": "kopie"})
    assert let_in(copied) == closed_to(other)


def test_an_alias_elsewhere_is_closed_to_the_members_of_where_it_stands(site, community, room):
    other = CommunityFactory(parent=site.communities, title="CoP 40+")
    alias = room.create_alias(parent=other)
    assert let_in(alias) == closed_to(community)


def test_a_room_can_be_removed(community, room):
    room.delete()
    assert PageViewRestriction.objects.count() == 0


def test_a_community_goes_with_its_group(community, room):
    community.delete()
    assert Group.objects.filter(name__startswith="Leden van").count() == 0


def test_members_are_in_the_group_and_others_are_not(community):
    lisa, group = UserFactory(username="lisa"), group_of(community)
    member = members.join(community, lisa)
    assert list(group.user_set.all()) == [lisa]
    members.expel(member, UserFactory(), "Huisregels")
    assert list(group.user_set.all()) == []


def test_somebody_put_into_the_group_by_hand_is_taken_out_again(community):
    bas, lisa, group = UserFactory(), UserFactory(), group_of(community)
    members.join(community, lisa)
    bas.groups.add(group)
    group.user_set.add(bas)
    assert list(group.user_set.all()) == [lisa]
    lisa.groups.clear()
    lisa.groups.set([])
    group.user_set.remove(lisa)
    assert list(group.user_set.all()) == [lisa]
