"""Communities of practice, as everybody may see them."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from community import panels
from content import periods
from content.blocks import StoryBlock
from content.models import BasePage, Organisation, SectionPage
from content.validators import strange_period


class CommunityIndexPage(SectionPage):
    """The section of the communities."""

    subpage_types = ["community.CommunityPage"]

    class Meta:
        verbose_name = _("rubriek communities")


class Admission(models.TextChoices):
    """How somebody becomes a member."""

    OPEN = "open", _("Iedereen met een account")
    REQUEST = "request", _("Wie het vraagt en wordt toegelaten")
    INVITATION = "invitation", _("Wie wordt uitgenodigd")


class CommunityPage(BasePage):
    """A group of professionals that learns from practice; its areas are who takes part."""

    start_year = models.PositiveSmallIntegerField(_("begonnen in"), null=True, blank=True)
    end_year = models.PositiveSmallIntegerField(_("gestopt in"), null=True, blank=True)
    audience = models.CharField(_("voor wie"), max_length=200)
    body = StreamField(StoryBlock(), verbose_name=_("verhaal"), blank=True)
    contact_role = models.CharField(_("contact"), max_length=150, blank=True)
    contact_email = models.EmailField(_("e-mailadres"), blank=True)
    contact_url = models.URLField(_("website"), blank=True)
    admission = models.CharField(
        _("wie kan meedoen"), max_length=10, choices=Admission, default=Admission.INVITATION
    )

    search_fields = BasePage.search_fields + [index.SearchField("body")]
    content_panels = panels.COMMUNITY
    parent_page_types = ["community.CommunityIndexPage"]
    subpage_types = ["community.MembersRoomPage"]
    template = "pages/community_page.html"

    class Meta:
        verbose_name = _("community")
        verbose_name_plural = _("communities")

    @property
    def period(self):
        """Return the years in words, or nothing when they are not known."""
        return periods.years(self.start_year, self.end_year)

    def clean(self):
        """Keep the years in order."""
        super().clean()
        if errors := strange_period(self):
            raise ValidationError(errors)

    def get_context(self, request, *args, **kwargs):
        """Add who takes part and how to, learning material and meetings of the community."""
        from community import queries
        from community.members.queries import ways_in
        from community.permissions import Viewer

        context = super().get_context(request, *args, **kwargs) | queries.community_overview(self)
        return context | ways_in(self, Viewer.of(request))


class CommunityMember(Orderable):
    """An organisation that takes part in a community."""

    page = ParentalKey(CommunityPage, on_delete=models.CASCADE, related_name="organisations")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisatie"),
        on_delete=models.PROTECT,
        related_name="communities",
    )
    role = models.CharField(_("rol"), max_length=150, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("deelnemende organisatie")
        verbose_name_plural = _("deelnemende organisaties")
