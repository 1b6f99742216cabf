"""The part of a community that is for its members alone."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField

from community import panels
from community.closing import RoomPageForm
from content.blocks import StoryBlock
from content.models import BasePage


class MembersRoomPage(BasePage):
    """The room of the members: whatever lies below it is closed to everybody else.

    Wagtail's own restriction closes it; `community.receivers` puts that on the room before it can
    be read and puts it back when somebody takes it off.
    """

    closed_because = models.TextField(
        _("waarom besloten"),
        max_length=500,
        help_text=_("Iedereen kan dit lezen: waarom is een deel alleen voor leden?"),
    )
    body = StreamField(StoryBlock(), verbose_name=_("voor de leden"), blank=True)

    base_form_class = RoomPageForm
    content_panels = panels.ROOM
    parent_page_types = ["community.CommunityPage"]
    subpage_types = ["community.EventPage", "community.LearningMaterialPage"]
    template = "pages/members_room_page.html"

    class Meta:
        verbose_name = _("besloten deel")
        verbose_name_plural = _("besloten delen")

    def get_context(self, request, *args, **kwargs):
        """Add what the members have among themselves."""
        from community import queries

        return super().get_context(request, *args, **kwargs) | queries.room_overview(self)
