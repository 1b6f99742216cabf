"""Keeps the closed part of communities closed, whichever way something is changed."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from community import signals
from community.domain import rooms
from community.meetings import receivers as meetings
from community.models import (
    CommunityPage,
    ExperienceFile,
    ExperienceImage,
    Member,
    MembersGroup,
    MembersRoomPage,
)

CHANGED = {"post_add", "post_remove", "post_clear"}


def connect():
    """Listen; called once, when the app is ready."""
    meetings.connect()
    post_save.connect(_community_saved, sender=CommunityPage, dispatch_uid="community-saved")
    post_save.connect(_room_saved, sender=MembersRoomPage, dispatch_uid="room-saved")
    post_page_move.connect(_page_moved, dispatch_uid="room-moved")
    for signal in (post_save, post_delete):
        uid = f"room-restriction-{id(signal)}"
        signal.connect(_restriction_changed, sender=PageViewRestriction, dispatch_uid=uid)
    m2m_changed.connect(
        _restriction_groups_changed,
        sender=PageViewRestriction.groups.through,
        dispatch_uid="room-restriction-groups",
    )
    post_save.connect(_member_saved, sender=Member, dispatch_uid="member-saved")
    pre_delete.connect(_member_goes, sender=Member, dispatch_uid="member-goes")
    m2m_changed.connect(
        _groups_changed, sender=get_user_model().groups.through, dispatch_uid="member-groups"
    )
    for model in (ExperienceImage, ExperienceFile):
        uid = f"forget-{model.__name__}"
        post_delete.connect(_attached_is_gone, sender=model, dispatch_uid=uid)
    post_delete.connect(_group_is_no_longer_used, sender=MembersGroup, dispatch_uid="group-unused")


def _community_saved(instance, raw=False, **kwargs):
    if not raw:
        rooms.group_of(instance)
        rooms.keep_group_name(instance)


def _room_saved(instance, raw=False, **kwargs):
    if not raw:
        rooms.close_room(instance)


def _page_moved(instance, **kwargs):
    for room in MembersRoomPage.objects.filter(path__startswith=instance.path):
        rooms.close_room(room)


def _restriction_changed(instance, raw=False, origin=None, **kwargs):
    # When a whole room is removed, its restriction goes along.
    if raw or (origin is not None and not _is_restriction(origin)):
        return
    room = MembersRoomPage.objects.filter(pk=instance.page_id).first()
    if room and not rooms.is_closed(room):
        rooms.close_room(room)


def _restriction_groups_changed(instance, action, **kwargs):
    if action in CHANGED and isinstance(instance, PageViewRestriction):
        _restriction_changed(instance)


def _is_restriction(origin):
    return getattr(origin, "model", type(origin)) is PageViewRestriction


def _member_saved(instance, raw=False, **kwargs):
    if not raw:
        rooms.keep_in_step(instance)


def _member_goes(instance, origin=None, **kwargs):
    known = MembersGroup.objects.filter(community=instance.community_id).first()
    if known:
        # The row itself: while the member is still there, what listens would put it back.
        inside = get_user_model().groups.through.objects
        inside.filter(group=known.group_id, user=instance.user_id).delete()
    # With a community all its members go: then there is nothing to look after.
    if instance.is_coordinator and not _is_page(origin):
        others = Member.objects.coordinators().exclude(pk=instance.pk)
        if not others.filter(community=instance.community_id).exists():
            signals.community_left_alone.send(CommunityPage, instance=instance.community)


def _is_page(origin):
    return issubclass(getattr(origin, "model", type(origin)), Page)


def _groups_changed(instance, action, reverse, pk_set, **kwargs):
    if action not in CHANGED:
        return
    if isinstance(instance, Group):
        rooms.restore_groups(pk_set, [instance])
    else:
        groups = Group.objects.filter(community_group__isnull=False)
        rooms.restore_groups([instance.pk], groups.filter(pk__in=pk_set) if pk_set else groups)


def _attached_is_gone(instance, **kwargs):
    # After the commit: a rollback brings the row back, and it needs its file.
    file = instance.file
    transaction.on_commit(lambda: file.storage.delete(file.name), robust=True)


def _group_is_no_longer_used(instance, **kwargs):
    Group.objects.filter(pk=instance.group_id).delete()
