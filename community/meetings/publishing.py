"""What coordinators make, change and withdraw: pages of Wagtail, with a revision of their own.

May somebody do so? `community.meetings.permissions` knows; Wagtail's own rules for editors are
passed over here. What is for members stands in their room, what is for everybody in the section.
"""

from django.db import transaction
from wagtail.actions.move_page import MovePageAction
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from community.meetings import files
from community.models import (
    EventIndexPage,
    EventPage,
    LearningIndexPage,
    LearningMaterialPage,
    MembersRoomPage,
)
from content.queries import listed

SECTIONS = {EventPage: EventIndexPage, LearningMaterialPage: LearningIndexPage}


class Stale(Exception):
    """Somebody else changed the page since the form was opened, or works on it in the admin."""


def places(community, model):
    """Return where pages of a type can stand: by `closed`, the page that is to be above them."""
    room = listed(MembersRoomPage.objects.child_of(community)).first()
    section = listed(SECTIONS[model].objects.all()).first()
    return {closed: page for closed, page in ((True, room), (False, section)) if page}


def is_closed(page):
    """Tell whether a page stands in a room."""
    return page.get_parent().specific_class is MembersRoomPage


def number_of(page):
    """Return what a form must know to change the page as it is now."""
    return page.latest_revision_id or 0


def open_for_changing(page):
    """Return a page as its form shows it: as published, or as it was withdrawn."""
    return page if page.live or not page.latest_revision else page.latest_revision.as_object()


def place(page, community, user, *, closed, uploads=()):
    """Place a new page; the same form sent twice places one, by its translation key."""
    parent = places(community, type(page))[closed]
    with files.storing() as stored, transaction.atomic():
        parent = Page.objects.select_for_update().get(pk=parent.pk)
        same = type(page).objects.filter(translation_key=page.translation_key).first()
        if same:
            return same
        page.community, page.owner, page.live = community, user, False
        collection = files.place_for(community, closed) if uploads else None
        stored += [files.store(upload, collection, user) for upload in uploads]
        page.files = [("document", document) for document in stored]
        parent.specific.add_child(instance=page)
        _publish(page, user)
    return page


def change(page, user, *, number, closed=None, uploads=(), without=()):
    """Publish a page as it was changed; `without` are documents that it shows no more.

    `number` is what the form knew; raises Stale when something happened since.
    """
    closed = is_closed(page) if closed is None else closed
    with files.storing() as stored, transaction.atomic():
        _lock(page, number)
        collection = files.place_for(page.community, closed)
        shown = [block.value for block in page.files if block.value]
        kept = [document for document in shown if document.pk not in without]
        if closed != is_closed(page):
            kept = files.keep_as(kept, collection, page, user, stored)
            page = _move(page, user, closed)
            files.move_along(page, collection)
        new = [files.store(upload, collection, user) for upload in uploads]
        stored += new
        page.files = [("document", document) for document in [*kept, *new]]
        _publish(page, user)
        files.throw_away([document for document in shown if document.pk in without], page)
    return page


@transaction.atomic
def withdraw(page, user):
    """Take a page off the site; it stays for its makers, who can place it again."""
    UnpublishPageAction(page, user=user).execute(skip_permission_checks=True)


def _publish(page, user):
    revision = page.save_revision(user=user, log_action=True)
    revision.publish(user=user, skip_permission_checks=True)


def _lock(page, number):
    held = Page.objects.select_for_update().get(pk=page.pk)
    drafted = held.live and held.has_unpublished_changes
    if number_of(held) != number or drafted or held.locked:
        raise Stale


def _move(page, user, closed):
    """Move a page with what was changed in it, and leave no trace of what is closed now."""
    target = places(page.community, type(page))[closed]
    target = Page.objects.select_for_update().get(pk=target.pk)
    slug = _free_slug(page, target)
    if slug != page.slug:
        page.slug = slug
        Page.objects.filter(pk=page.pk).update(slug=slug)
    moving = MovePageAction(Page.objects.get(pk=page.pk), target, pos="last-child", user=user)
    moving.execute(skip_permission_checks=True)
    moved = Page.objects.get(pk=page.pk)
    for name in ("path", "depth", "url_path"):
        setattr(page, name, getattr(moved, name))
    page.get_parent(update=True)
    if closed:
        Redirect.objects.filter(redirect_page=page.pk).delete()
    return page


def _free_slug(page, target):
    """Return the last part of the address of a page, with a number where that is taken."""
    number, slug = 1, page.slug
    while not all(
        Page._slug_is_available(slug, parent, page) for parent in (target, page.get_parent())
    ):
        number += 1
        slug = f"{page.slug}-{number}"
    return slug
