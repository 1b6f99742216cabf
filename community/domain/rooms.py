"""Keeps what Wagtail closes in step with who belongs to a community."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from community.models import CommunityPage, Member, MembersGroup

GROUPS = PageViewRestriction.GROUPS


def group_of(community):
    """Return the group of users that stands for the members of a community."""
    known = MembersGroup.objects.filter(community_id=community.pk).select_related("group").first()
    return known.group if known else _make_group(community)


def keep_group_name(community):
    """Call the group after its community, as editors see it in Wagtail."""
    Group.objects.filter(community_group__community=community.pk).update(name=_name(community))


def keep_in_step(member):
    """Put a member into the group, or take that person out of it."""
    group = group_of(member.community)
    inside = group.user_set.filter(pk=member.user_id).exists()
    if member.is_active and not inside:
        group.user_set.add(member.user_id)
    elif inside and not member.is_active:
        group.user_set.remove(member.user_id)


def restore_groups(users, groups):
    """Undo what somebody changed in the groups of members by another way."""
    for known in MembersGroup.objects.filter(group__in=groups):
        belong = set(
            Member.objects.filter(
                community=known.community_id, state=Member.State.ACTIVE
            ).values_list("user_id", flat=True)
        )
        inside = set(known.group.user_set.values_list("pk", flat=True))
        changed = set(users) if users is not None else belong | inside
        if missing := (belong - inside) & changed:
            known.group.user_set.add(*missing)
        if extra := (inside - belong) & changed:
            known.group.user_set.remove(*extra)


@transaction.atomic
def close_room(room):
    """Close a room to everybody but the members of the community that it lies in."""
    community = community_around(room)
    group = group_of(community) if community else None
    held = PageViewRestriction.objects.filter(page_id=room.pk)
    # The newest stays: who just made it may still want to say for which groups it is.
    found = held.order_by("-pk").first()
    if found is None:
        found = PageViewRestriction.objects.create(page_id=room.pk, restriction_type=GROUPS)
    held.exclude(restriction_type=GROUPS).update(restriction_type=GROUPS, password="")
    held.exclude(pk=found.pk).delete()
    # Without a community around it nobody gets in.
    wanted = [group] if group else []
    if list(found.groups.all()) != wanted:
        found.groups.set(wanted)


def is_closed(room):
    """Tell whether a room is closed to everybody but the members around it."""
    community = community_around(room)
    wanted = [group_of(community).pk] if community else []
    held = list(PageViewRestriction.objects.filter(page_id=room.pk))
    if [found.restriction_type for found in held] != [GROUPS]:
        return False
    return list(held[0].groups.values_list("pk", flat=True)) == wanted


def collection_of(community):
    """Return the collection of files that only members may open; made when first asked for."""
    group = group_of(community)
    held = CollectionViewRestriction.objects.filter(groups=group, restriction_type=GROUPS)
    known = held.order_by("pk").select_related("collection").first()
    return known.collection if known else _make_collection(community, group)


def community_around(page):
    """Return the community whose page lies around another page, or None.

    An alias shows what stands elsewhere: it is closed as that is, as Wagtail closes it.
    """
    page = page.alias_of or page
    above = page.get_ancestors().type(CommunityPage).order_by("-depth").first()
    return above and CommunityPage.objects.get(pk=above.pk)


@transaction.atomic
def _make_group(community):
    group, _created = Group.objects.get_or_create(name=_name(community))
    known, _created = MembersGroup.objects.get_or_create(
        community_id=community.pk, defaults={"group": group}
    )
    return known.group


@transaction.atomic
def _make_collection(community, group):
    root = Collection.get_first_root_node()
    collection = root.add_child(instance=Collection(name=group.name))
    restriction = CollectionViewRestriction.objects.create(
        collection=collection, restriction_type=GROUPS
    )
    restriction.groups.add(group)
    return collection


def _name(community):
    # The number keeps two communities with one title apart.
    return f"Leden van {community.title[:120]} ({community.pk})"
