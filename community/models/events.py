"""Events: meetings with a place or a link, and a calendar file."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.search import index

from community import moments, panels
from community.closing import RoomPageForm
from content.blocks import StoryBlock
from content.models import BasePage, SectionPage
from content.validators import strange_moments


class EventIndexPage(SectionPage):
    """The calendar."""

    subpage_types = ["community.EventPage"]
    entry_order = ("-starts_on", "title")

    class Meta:
        verbose_name = _("rubriek agenda")


class Registering(models.TextChoices):
    """Who may register for a meeting on the site itself."""

    NOT = "not", _("Niemand: aanmelden hoeft niet of kan ergens anders")
    MEMBERS = "members", _("Leden van de community")
    EVERYBODY = "everybody", _("Iedereen met een account")


class EventPage(RoutablePageMixin, BasePage):
    """A meeting. Without a starting time it lasts the whole day.

    `calendar_number` goes up with every change that a calendar must take over.
    """

    starts_on = models.DateField(_("dag"))
    starts_at = models.TimeField(_("begint om"), null=True, blank=True)
    ends_on = models.DateField(_("laatste dag"), null=True, blank=True)
    ends_at = models.TimeField(_("eindigt om"), null=True, blank=True)
    place = models.CharField(_("plaats"), max_length=200, blank=True)
    address = models.TextField(_("adres"), blank=True)
    online_url = models.URLField(_("adres van de online bijeenkomst"), blank=True)
    cancelled = models.BooleanField(
        _("gaat niet door"),
        default=False,
        help_text=_("De pagina blijft staan en zegt het; in agenda's vervalt de bijeenkomst."),
    )
    registering = models.CharField(
        _("wie kan zich hier aanmelden"),
        max_length=10,
        choices=Registering,
        default=Registering.NOT,
    )
    seats = models.PositiveSmallIntegerField(
        _("aantal plaatsen"),
        null=True,
        blank=True,
        help_text=_("Laat leeg als er plaats is voor iedereen."),
    )
    registration_closes = models.DateTimeField(
        _("aanmelden kan tot"),
        null=True,
        blank=True,
        help_text=_("Laat leeg als het kan tot de bijeenkomst begint."),
    )
    registration_url = models.URLField(_("of aanmelden op een andere website"), blank=True)
    community = models.ForeignKey(
        "community.CommunityPage",
        verbose_name=_("community"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
    )
    body = StreamField(StoryBlock(), verbose_name=_("programma"), blank=True)
    report = StreamField(
        StoryBlock(),
        verbose_name=_("verslag"),
        blank=True,
        help_text=_("Staat op de pagina als de bijeenkomst is geweest."),
    )
    files = StreamField(
        [("document", DocumentChooserBlock())],
        verbose_name=_("bestanden"),
        blank=True,
        help_text=_("Stukken voor de bijeenkomst, en daarna notulen en presentaties."),
    )
    calendar_number = models.PositiveIntegerField(default=0, editable=False)

    base_form_class = RoomPageForm
    search_fields = BasePage.search_fields + [
        index.SearchField("body"),
        index.SearchField("report"),
        index.SearchField("place"),
    ]
    content_panels = panels.EVENT
    parent_page_types = ["community.EventIndexPage", "community.MembersRoomPage"]
    subpage_types = []
    template = "pages/event_page.html"

    class Meta:
        verbose_name = _("bijeenkomst")
        verbose_name_plural = _("bijeenkomsten")

    def clean(self):
        """Keep begin and end in order."""
        super().clean()
        errors = strange_moments(self, "starts_on", "ends_on")
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            errors["ends_on"] = _("De laatste dag ligt voor de eerste.")
        if self.ends_at and not self.starts_at:
            errors["starts_at"] = _("Vul ook in hoe laat het begint.")
        same_day = self.starts_on and self.ends_on in (None, self.starts_on)
        if same_day and self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            errors["ends_at"] = _("Het einde ligt voor het begin.")
        if errors := errors | self._strange_registration():
            raise ValidationError(errors)

    def _strange_registration(self):
        errors = {}
        if self.is_registered_here and self.registration_url:
            errors["registration_url"] = _(
                "Kies één manier van aanmelden: hier, of op een andere website."
            )
        if self.registering == Registering.MEMBERS and not self.community_id:
            errors["registering"] = _("Kies hieronder van welke community dat de leden zijn.")
        if self.seats is not None and not self.is_registered_here:
            errors["registering"] = _("Kies wie zich kan aanmelden, of laat de plaatsen leeg.")
        if self.seats == 0:
            errors["seats"] = _("Vul minstens één plaats in, of laat dit leeg.")
        if self.pk and self.seats and (taken := self.registrations.seated().count()) > self.seats:
            errors["seats"] = _(
                "Er zijn al %(taken)s mensen aangemeld. Haal eerst iemand van de lijst."
            ) % {"taken": taken}
        if self.registration_closes and self.starts_on and self.registration_closes > self.begins:
            errors["registration_closes"] = _("Aanmelden kan niet meer na het begin.")
        return errors

    @property
    def is_registered_here(self):
        """Tell whether people register on this site."""
        return self.registering != Registering.NOT

    @property
    def begins(self):
        """Return the moment at which it begins: of a whole day the first moment."""
        return moments.begin(self)

    @property
    def closes(self):
        """Return until when somebody may register: never after the beginning."""
        return min(self.registration_closes or self.begins, self.begins)

    @property
    def last_day(self):
        """Return the last day of the event, which is its first when it lasts one day."""
        return self.ends_on or self.starts_on

    @property
    def days(self):
        """Return the day or days in words."""
        return moments.days(self)

    @property
    def list_label(self):
        """Return the day or days, which is what a reader looks for in a list."""
        return self.days

    @property
    def hours(self):
        """Return the hours in words, or nothing when the event lasts the whole day."""
        return moments.hours(self)

    @property
    def is_past(self):
        """Tell whether the last day is behind us."""
        return self.last_day < timezone.localdate()

    @property
    def location(self):
        """Return place and address on one line, or the address of an online event."""
        parts = [self.place, *self.address.splitlines()]
        return ", ".join(filter(None, (part.strip() for part in parts))) or self.online_url

    def get_context(self, request, *args, **kwargs):
        """Add the community that meets, and what somebody may do here."""
        from community import queries
        from community.meetings.showing import event_actions

        context = super().get_context(request, *args, **kwargs)
        return context | queries.event_overview(self) | event_actions(self, request)

    @path("agenda.ics/", name="ical")
    def ical(self, request):
        """Answer with the event as a calendar file."""
        from community import calendars

        return calendars.response(self)
