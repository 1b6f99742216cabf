"""Goals: what a programme promised, by when, and how far it is."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable
from wagtail.search import index

from content.models import BasePage
from content.validators import strange_moments
from indicators.models import Indicator
from programmes import panels


class GoalPage(BasePage):
    """A target in numbers, with what was reached by date and the steps on the way.

    A goal counts something (`unit`) or follows an indicator. The pillar it belongs to is its
    first theme. `start_value` is where it began, `target_value` where it should end.
    """

    indicator = models.ForeignKey(
        Indicator,
        verbose_name=_("indicator"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="goals",
        help_text=_("Laat leeg als het doel een telling is."),
    )
    unit = models.CharField(_("wat wordt geteld"), max_length=80)
    start_value = models.DecimalField(_("bij de start"), max_digits=14, decimal_places=2, default=0)
    target_value = models.DecimalField(_("doel"), max_digits=14, decimal_places=2)
    target_label = models.CharField(
        _("wanneer"), max_length=60, help_text=_("In woorden: eind 2017, schooljaar 2014-2015.")
    )
    target_year = models.PositiveSmallIntegerField(_("jaar van het doel"), null=True, blank=True)

    search_fields = BasePage.search_fields + [index.SearchField("unit")]
    content_panels = panels.GOAL
    parent_page_types = ["programmes.ProgrammePage"]
    subpage_types = []
    template = "pages/goal_page.html"

    class Meta:
        verbose_name = _("doel")
        verbose_name_plural = _("doelen")

    def clean(self):
        """Refuse a goal that starts where it should end: there would be no way to go."""
        super().clean()
        errors = strange_moments(self, "target_year")
        if self.target_value is not None and self.target_value == self.start_value:
            errors["target_value"] = _("Het doel is gelijk aan de start. Vul een ander getal in.")
        if errors:
            raise ValidationError(errors)

    @cached_property
    def latest(self):
        """Return the newest actual, or None when nothing has been reported yet."""
        actuals = sorted(self.actuals.all(), key=lambda actual: actual.date)
        return actuals[-1] if actuals else None

    @property
    def share(self):
        """Return which part of the way from start to target is done, or None if unknown."""
        if self.latest is None or self.target_value == self.start_value:
            return None
        return (self.latest.value - self.start_value) / (self.target_value - self.start_value)

    @property
    def is_reached(self):
        """Tell whether the goal has been reached, or more than that."""
        return self.share is not None and self.share >= 1

    @property
    def progress(self):
        """Return how far the goal is, in whole percents from 0 to 100, or None if unknown.

        Only a goal that has been reached is at 100: 99.8 percent is not there yet.
        """
        if self.share is None:
            return None
        return 100 if self.is_reached else max(0, min(99, round(self.share * 100)))

    def get_context(self, request, *args, **kwargs):
        """Add the programme, what was reached by date and the steps."""
        from programmes import queries

        return super().get_context(request, *args, **kwargs) | queries.goal_overview(self)


class GoalActual(Orderable):
    """What had been reached on a day."""

    page = ParentalKey(GoalPage, on_delete=models.CASCADE, related_name="actuals")
    date = models.DateField(_("peildatum"))
    date_label = models.CharField(_("peildatum in woorden"), max_length=60, blank=True)
    value = models.DecimalField(_("bereikt"), max_digits=14, decimal_places=2)
    source = models.CharField(_("bron"), max_length=250, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("stand")
        verbose_name_plural = _("standen")

    def clean(self):
        """Ask for a day that can be."""
        if errors := strange_moments(self, "date"):
            raise ValidationError(errors)


class Milestone(Orderable):
    """A step on the way to a goal."""

    page = ParentalKey(GoalPage, on_delete=models.CASCADE, related_name="milestones")
    label = models.CharField(_("wat"), max_length=200)
    due = models.CharField(_("wanneer"), max_length=60)
    value = models.DecimalField(_("waarde"), max_digits=14, decimal_places=2, null=True, blank=True)
    reached = models.BooleanField(_("bereikt"), default=False)

    class Meta(Orderable.Meta):
        verbose_name = _("mijlpaal")
        verbose_name_plural = _("mijlpalen")
