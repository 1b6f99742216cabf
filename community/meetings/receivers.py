"""Keeps meetings and material right, whichever way they are changed: here or in the admin."""

from django.db.models.signals import post_delete, post_save, pre_save
from wagtail.signals import page_unpublished, post_page_move

from community.domain.rooms import community_around
from community.meetings import files, registering
from community.models import (
    EventPage,
    LearningMaterialPage,
    Member,
    MembersRoomPage,
    Registration,
)

# What a calendar must take over when it changes.
IN_CALENDARS = (
    *("title", "starts_on", "starts_at", "ends_on", "ends_at"),
    *("place", "address", "online_url", "cancelled", "live"),
)


def connect():
    """Listen; called once, when the app is ready."""
    for model in (EventPage, LearningMaterialPage):
        pre_save.connect(_takes_over_community, sender=model, dispatch_uid=f"around-{model}")
    pre_save.connect(_count_change, sender=EventPage, dispatch_uid="calendar-number")
    post_save.connect(_event_saved, sender=EventPage, dispatch_uid="event-saved")
    page_unpublished.connect(_event_withdrawn, sender=EventPage, dispatch_uid="event-withdrawn")
    post_page_move.connect(_page_moved, dispatch_uid="moved-into-room")
    post_save.connect(_member_saved, sender=Member, dispatch_uid="member-registrations")
    post_delete.connect(_registration_deleted, sender=Registration, dispatch_uid="seat-free")


def _is_whole(raw, update_fields):
    return not raw and update_fields is None


def _takes_over_community(instance, raw=False, update_fields=None, **kwargs):
    if _is_whole(raw, update_fields) and instance.path:
        _set_community(instance)


def _set_community(page):
    room = page.get_parent()
    if room is not None and room.specific_class is MembersRoomPage:
        page.community = community_around(room)


def _count_change(instance, raw=False, update_fields=None, **kwargs):
    # What a revision holds of these is old: the database knows.
    instance.is_newly_called_off = False
    if not _is_whole(raw, update_fields) or not instance.pk:
        return
    names = (*IN_CALENDARS, "calendar_number")
    stored = EventPage.objects.filter(pk=instance.pk).values(*names).first()
    if stored:
        changed = any(stored[name] != getattr(instance, name) for name in IN_CALENDARS)
        instance.calendar_number = stored["calendar_number"] + changed
        newly = instance.cancelled and not stored["cancelled"]
        instance.is_newly_called_off = newly and instance.live


def _event_saved(instance, raw=False, update_fields=None, **kwargs):
    if not _is_whole(raw, update_fields):
        return
    if instance.is_newly_called_off:
        registering.tell_called_off(instance, has_page=True)
    registering.fill_seats(instance)


def _event_withdrawn(instance, **kwargs):
    # By hand, past its date or just before it is deleted: Wagtail tells of each in this way.
    if not instance.cancelled:
        registering.tell_called_off(instance, has_page=False)


def _page_moved(instance, parent_page_before, **kwargs):
    for model in (EventPage, LearningMaterialPage):
        for page in model.objects.filter(path__startswith=instance.path):
            before = page.community_id
            _set_community(page)
            if page.community_id != before:
                model.objects.filter(pk=page.pk).update(community=page.community_id)
            if page.pk == instance.pk:
                _take_files_along(page, parent_page_before)


def _take_files_along(page, parent_before):
    """Close what a page shows when it went into a room, and open it when it came out of one."""
    was_closed = parent_before.specific_class is MembersRoomPage
    room = page.get_parent()
    is_closed = room.specific_class is MembersRoomPage
    if was_closed != is_closed:
        community = community_around(room if is_closed else parent_before)
        files.move_along(page, files.place_for(community, is_closed))


def _member_saved(instance, raw=False, **kwargs):
    if not raw and not instance.is_active:
        registering.leave(instance.user, instance.community)


def _registration_deleted(instance, origin=None, **kwargs):
    # Somebody's account was removed; with a meeting its whole list goes.
    event = EventPage.objects.filter(pk=instance.event_id).first()
    if event and not isinstance(origin, EventPage):
        registering.fill_seats(event)
