"""Learning material: what a community or partner made for others to learn from."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import StreamField
from wagtail.search import index

from community import panels
from community.closing import RoomPageForm
from content.blocks import StoryBlock
from content.models import BasePage, Organisation, SectionPage
from content.queries import latest
from content.validators import strange_moments


class LearningIndexPage(SectionPage):
    """The section of the learning material."""

    subpage_types = ["community.LearningMaterialPage"]
    entry_order = (latest("year"), "title")

    class Meta:
        verbose_name = _("rubriek leermateriaal")


class LearningMaterialPage(BasePage):
    """A report, guide, toolkit, video or presentation."""

    class Kind(models.TextChoices):
        REPORT = "report", _("Rapport")
        GUIDE = "guide", _("Handreiking")
        TOOLKIT = "toolkit", _("Gereedschapskist")
        VIDEO = "video", _("Video")
        PRESENTATION = "presentation", _("Presentatie")

    kind = models.CharField(_("soort"), max_length=15, choices=Kind, default=Kind.REPORT)
    year = models.PositiveSmallIntegerField(_("jaar"), null=True, blank=True)
    author = models.CharField(_("maker"), max_length=200, blank=True)
    publisher = models.ForeignKey(
        Organisation,
        verbose_name=_("uitgever"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="learning_material",
    )
    community = models.ForeignKey(
        "community.CommunityPage",
        verbose_name=_("community"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="learning_material",
    )
    audience = models.CharField(_("voor wie"), max_length=200, blank=True)
    link = models.URLField(_("webadres"), blank=True)
    files = StreamField(
        [("document", DocumentChooserBlock())], verbose_name=_("bestanden"), blank=True
    )
    body = StreamField(StoryBlock(), verbose_name=_("wat leert u hiervan"), blank=True)

    base_form_class = RoomPageForm
    search_fields = BasePage.search_fields + [index.SearchField("body"), index.FilterField("kind")]
    content_panels = panels.LEARNING
    parent_page_types = ["community.LearningIndexPage", "community.MembersRoomPage"]
    subpage_types = []
    template = "pages/learning_material_page.html"

    class Meta:
        verbose_name = _("leermateriaal")
        verbose_name_plural = _("leermateriaal")

    @property
    def list_label(self):
        """Return the kind and the year."""
        kind = self.get_kind_display()
        return f"{kind} · {self.year}" if self.year else kind

    def clean(self):
        """Ask for a year that can be."""
        super().clean()
        if errors := strange_moments(self, "year"):
            raise ValidationError(errors)

    def get_context(self, request, *args, **kwargs):
        """Add the publisher, the community that made it and the files."""
        from community import queries

        return super().get_context(request, *args, **kwargs) | queries.learning_overview(self)
