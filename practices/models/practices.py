"""Practices: one local case each."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from content.blocks import TEXT_FEATURES, FigureBlock
from content.models import BasePage, Organisation, SectionPage
from content.validators import has_words, strange_moments, strange_period
from practices import panels
from practices.blocks import IngredientBlock
from practices.forms import PracticeForm

from .target_groups import TargetGroup


class PracticeIndexPage(SectionPage):
    """The section of the practices."""

    subpage_types = ["practices.PracticePage"]
    entry_order = ("-first_published_at", "title")

    class Meta:
        verbose_name = _("rubriek praktijken")


class PracticeQuerySet(PageQuerySet):
    """Practices that can be read by some of their fields alone."""

    def only(self, *fields):
        """Leave the records beside a practice out: deleting a page reads its place in the tree."""
        return super(PracticeQuerySet, self.select_related(None)).only(*fields)


class PracticeManager(PageManager.from_queryset(PracticeQuerySet)):
    """Reads a practice together with its cover and the organisation to turn to."""

    def get_queryset(self):
        """Return practices with the two small records that their page always shows."""
        return super().get_queryset().select_related("cover", "contact_organisation")


class PracticePage(BasePage):
    """One local case: what was wrong, what was done, what came of it, what was learned.

    A *snapshot* takes fifteen minutes and asks for a title and a summary alone; a *full*
    description asks for the story as well. How complete it is gets computed, not typed.
    Money is in whole euros unless `cost_unit` says otherwise.
    """

    class Depth(models.TextChoices):
        SNAPSHOT = "snapshot", _("Momentopname")
        FULL = "full", _("Volledige beschrijving")

    class Status(models.TextChoices):
        PLANNED = "planned", _("Gepland")
        RUNNING = "running", _("Loopt")
        ENDED = "ended", _("Afgerond")
        STOPPED = "stopped", _("Gestopt")

    description_depth = models.CharField(
        _("diepte"), max_length=10, choices=Depth, default=Depth.SNAPSHOT
    )
    method = models.ForeignKey(
        "practices.MethodPage",
        verbose_name=_("werkwijze"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="practices",
    )
    target_groups = ParentalManyToManyField(
        TargetGroup, verbose_name=_("doelgroepen"), blank=True, related_name="practices"
    )
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.RUNNING)
    start_year = models.PositiveSmallIntegerField(_("begonnen in"), null=True, blank=True)
    end_year = models.PositiveSmallIntegerField(_("gestopt in"), null=True, blank=True)

    problem = RichTextField(_("wat speelde er"), features=TEXT_FEATURES, blank=True)
    approach = RichTextField(_("wat is er gedaan"), features=TEXT_FEATURES, blank=True)
    active_ingredients = StreamField(
        [("ingredient", IngredientBlock())], verbose_name=_("werkzame elementen"), blank=True
    )
    result = RichTextField(_("wat kwam ervan"), features=TEXT_FEATURES, blank=True)
    key_figures = StreamField(
        [("figure", FigureBlock())], verbose_name=_("getallen bij het resultaat"), blank=True
    )
    conditions = RichTextField(
        _("voorwaarden"),
        features=TEXT_FEATURES,
        blank=True,
        help_text=_("Zonder dit lukt het niet."),
    )
    transferability = RichTextField(
        _("overnemen in een andere wijk"), features=TEXT_FEATURES, blank=True
    )

    cost_amount = models.DecimalField(
        _("kosten in euro"), max_digits=14, decimal_places=2, null=True, blank=True
    )
    cost_unit = models.CharField(
        _("kosten per"), max_length=60, blank=True, help_text=_("Per jaar, per gezin, eenmalig.")
    )
    cost_payers = models.TextField(_("wie betaalt"), blank=True)
    cost_beneficiaries = models.TextField(_("wie profiteert"), blank=True)
    benefit_ratio = models.DecimalField(
        _("baten per euro kosten"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    benefit_balance = models.DecimalField(
        _("saldo van baten en kosten in euro"),
        max_digits=14,
        decimal_places=2,
        null=True,
        blank=True,
    )
    benefit_year = models.PositiveSmallIntegerField(
        _("jaar van de kosten-batenanalyse"), null=True, blank=True
    )
    benefit_note = models.TextField(_("toelichting op de baten"), blank=True)

    contact_role = models.CharField(
        _("contact"),
        max_length=150,
        blank=True,
        help_text=_("Een rol, geen naam: die blijft kloppen als iemand vertrekt."),
    )
    contact_organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisatie van het contact"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    contact_email = models.EmailField(_("e-mailadres"), blank=True)
    contact_url = models.URLField(_("website of contactpagina"), blank=True)
    deputy_role = models.CharField(_("vervanger"), max_length=150, blank=True)
    deputy_email = models.EmailField(_("e-mailadres van de vervanger"), blank=True)
    contact_confirmed_on = models.DateField(_("contact bevestigd op"), null=True, blank=True)

    gallery = StreamField([("image", ImageBlock())], verbose_name=_("afbeeldingen"), blank=True)
    attachments = StreamField(
        [("document", DocumentChooserBlock())], verbose_name=_("documenten"), blank=True
    )

    objects = PracticeManager()

    search_fields = BasePage.search_fields + [
        index.SearchField("problem"),
        index.SearchField("approach"),
        index.SearchField("result"),
        index.FilterField("status"),
    ]
    base_form_class = PracticeForm
    edit_handler = panels.PRACTICE
    parent_page_types = ["practices.PracticeIndexPage"]
    subpage_types = []
    template = "pages/practice_page.html"

    class Meta:
        verbose_name = _("praktijk")
        verbose_name_plural = _("praktijken")

    FULL_DESCRIPTION = {
        "problem": _("Een volledige beschrijving vertelt wat er speelde."),
        "approach": _("Een volledige beschrijving vertelt wat er is gedaan."),
        "result": _("Een volledige beschrijving vertelt wat ervan kwam."),
        "sources": _("Een volledige beschrijving noemt ten minste één bron."),
    }
    # Set by the form: a draft may still miss what a full description tells.
    is_draft = False

    def clean(self):
        """Ask a full description for its story, and keep years and money in order."""
        super().clean()
        errors = self._contradictions()
        if self.description_depth == self.Depth.FULL and not self.is_draft:
            errors |= {
                field: message
                for field, message in self.FULL_DESCRIPTION.items()
                if not self._tells(field)
            }
        if errors:
            raise ValidationError(errors)

    def _tells(self, field):
        value = getattr(self, field)
        return has_words(value) if isinstance(value, str) else bool(value)

    def _contradictions(self):
        errors = strange_period(self)
        errors |= strange_moments(self, "benefit_year", "contact_confirmed_on")
        if self.cost_amount is not None and self.cost_amount < 0:
            errors["cost_amount"] = _("Vul een bedrag in van nul of meer.")
        if self.cost_amount is not None and not self.cost_unit:
            errors["cost_unit"] = _("Zeg erbij waarvoor dit bedrag geldt: per jaar, per gezin.")
        if self.contact_confirmed_on and self.contact_confirmed_on > timezone.localdate():
            errors["contact_confirmed_on"] = _("Deze dag moet nog komen.")
        return errors

    @property
    def period(self):
        """Return the years in words: 2001–2015, sinds 2008, tot 2015; empty when not known."""
        if self.start_year and self.end_year and self.start_year != self.end_year:
            return f"{self.start_year}–{self.end_year}"
        if self.start_year and self.end_year:
            return str(self.start_year)
        if self.start_year and self.status == self.Status.PLANNED:
            return gettext("Vanaf %(year)s") % {"year": self.start_year}
        if self.start_year:
            return gettext("Sinds %(year)s") % {"year": self.start_year}
        return gettext("Tot %(year)s") % {"year": self.end_year} if self.end_year else ""

    @property
    def contact_is_confirmed(self):
        """Tell whether somebody confirmed the contact in the last year."""
        limit = timezone.localdate() - timedelta(days=365)
        return self.contact_confirmed_on is not None and self.contact_confirmed_on >= limit

    def get_context(self, request, *args, **kwargs):
        """Add everything the page shows, read in a fixed number of queries."""
        from practices import queries

        return super().get_context(request, *args, **kwargs) | queries.practice_overview(self)
