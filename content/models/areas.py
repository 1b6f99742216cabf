"""Areas: neighbourhoods, municipalities, groups of areas and the country."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable
from wagtail.search import index

from content import periods
from content.validators import strange_moments


class Area(index.Indexed, ClusterableModel):
    """A place that content is about and figures are of.

    `code` is a CBS code where the area is one CBS knows (GM0363, NL00) and a code of our own
    for the 40 neighbourhoods (AW01–AW40) and the groups, whose borders CBS does not follow.
    """

    class Kind(models.TextChoices):
        NEIGHBOURHOOD = "neighbourhood", _("Wijk")
        MUNICIPALITY = "municipality", _("Gemeente")
        GROUP = "group", _("Groep")
        COUNTRY = "country", _("Land")

    code = models.CharField(
        _("code"), max_length=20, unique=True, help_text=_("CBS-code of eigen code, als tekst.")
    )
    name = models.CharField(_("naam"), max_length=100)
    slug = models.SlugField(_("deel van het webadres"), max_length=120, unique=True)
    kind = models.CharField(_("soort"), max_length=20, choices=Kind)
    parent = models.ForeignKey(
        "self",
        verbose_name=_("ligt in"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    description = models.TextField(_("over dit gebied"), blank=True)
    latitude = models.DecimalField(
        _("breedtegraad"), max_digits=8, decimal_places=5, null=True, blank=True
    )
    longitude = models.DecimalField(
        _("lengtegraad"), max_digits=8, decimal_places=5, null=True, blank=True
    )

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("code"),
        index.AutocompleteField("code"),
        index.RelatedFields("parent", [index.SearchField("name"), index.AutocompleteField("name")]),
        index.FilterField("kind"),
    ]

    class Meta:
        verbose_name = _("gebied")
        verbose_name_plural = _("gebieden")
        ordering = ["name"]

    def __str__(self):
        return self.full_name

    @property
    def full_name(self):
        """Return the name, with its municipality behind that of a neighbourhood."""
        if self.kind == self.Kind.NEIGHBOURHOOD and self.parent:
            return f"{self.name} ({self.parent.name})"
        return self.name

    def get_absolute_url(self):
        """Return the public profile of the area."""
        return reverse("area", args=[self.slug])

    def clean(self):
        """Ask a neighbourhood for its municipality and a position for both its numbers."""
        errors = self._off_the_map()
        if self.kind == self.Kind.NEIGHBOURHOOD and not self._lies_in_a_municipality:
            errors["parent"] = _("Kies de gemeente waarin deze wijk ligt.")
        if (self.latitude is None) != (self.longitude is None):
            errors["longitude"] = _(
                "Vul breedtegraad en lengtegraad allebei in, of geen van beide."
            )
        if errors:
            raise ValidationError(errors)

    @property
    def _lies_in_a_municipality(self):
        return self.parent is not None and self.parent.kind == self.Kind.MUNICIPALITY

    def _off_the_map(self):
        return {
            field: _("Vul graden in tussen −%(limit)s en %(limit)s.") % {"limit": limit}
            for field, limit in (("latitude", 90), ("longitude", 180))
            if (degrees := getattr(self, field)) is not None and abs(degrees) > limit
        }


class AreaCode(Orderable):
    """A code of the CBS that an area had, in the boundary years in which it counts."""

    class Fit(models.TextChoices):
        WHOLE = "whole", _("hoort helemaal bij het gebied")
        PART = "part", _("beslaat een deel van het gebied")
        WIDER = "wider", _("is veel ruimer dan het gebied")

    area = ParentalKey(Area, on_delete=models.CASCADE, related_name="cbs_codes")
    code = models.CharField(_("CBS-code"), max_length=20)
    name = models.CharField(_("naam bij het CBS"), max_length=100, blank=True)
    first_year = models.PositiveSmallIntegerField(_("grenzen vanaf"))
    last_year = models.PositiveSmallIntegerField(_("grenzen tot en met"))
    fit = models.CharField(_("past"), max_length=10, choices=Fit, default=Fit.WHOLE)

    class Meta(Orderable.Meta):
        verbose_name = _("CBS-code")
        verbose_name_plural = _("CBS-codes")

    def __str__(self):
        return f"{self.code} ({self.years})"

    @property
    def years(self):
        """Return the boundary years in words."""
        return periods.years(self.first_year, self.last_year)

    def clean(self):
        """Keep the years in order."""
        _check_years(self)


class Designation(Orderable):
    """A status that an area had for some time, such as being on the list of 40 neighbourhoods."""

    area = ParentalKey(Area, on_delete=models.CASCADE, related_name="designations")
    name = models.CharField(_("aanwijzing"), max_length=150)
    started = models.CharField(
        _("begin"), max_length=10, blank=True, help_text=_("Jaar of datum: 2007 of 2012-10-11.")
    )
    ended = models.CharField(_("einde"), max_length=10, blank=True)
    reason = models.TextField(_("reden van begin of einde"), blank=True)
    source = models.CharField(_("bron"), max_length=250, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("aanwijzing")
        verbose_name_plural = _("aanwijzingen")

    def __str__(self):
        return self.name

    @property
    def period(self):
        """Return begin and end in words: 2007 tot 11 oktober 2012."""
        return periods.span(self.started, self.ended)

    def clean(self):
        """Ask for years or dates, in order."""
        errors = {
            field: _("Vul een jaar in of een datum, zoals 2007 of 2012-10-11.")
            for field in ("started", "ended")
            if getattr(self, field) and not periods.is_moment(getattr(self, field))
        }
        if not errors and self.ended and periods.is_before(self.ended, self.started):
            errors["ended"] = _("Het einde ligt voor het begin.")
        if errors:
            raise ValidationError(errors)


class Membership(models.Model):
    """An area that belongs to a group (G4, 40 wijken, New Towns) for some years."""

    group = models.ForeignKey(
        Area, verbose_name=_("groep"), on_delete=models.CASCADE, related_name="memberships"
    )
    member = models.ForeignKey(
        Area, verbose_name=_("lid"), on_delete=models.CASCADE, related_name="group_memberships"
    )
    first_year = models.PositiveSmallIntegerField(_("vanaf"), null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(_("tot en met"), null=True, blank=True)
    note = models.CharField(_("toelichting"), max_length=250, blank=True)

    class Meta:
        verbose_name = _("lidmaatschap van een groep")
        verbose_name_plural = _("lidmaatschappen van groepen")
        ordering = ["group", "member__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "member", "first_year"],
                name="one_membership_per_year",
                nulls_distinct=False,
            )
        ]

    def __str__(self):
        return f"{self.member.name} in {self.group.name}"

    @property
    def years(self):
        """Return the years of membership in words, or nothing when they are not known."""
        return periods.years(self.first_year, self.last_year)

    def clean(self):
        """Ask for a group that has members, another member, and years in order."""
        if self.group_id and self.group.kind != Area.Kind.GROUP:
            raise ValidationError({"group": _("Kies een groep, zoals G4 of New Towns.")})
        if self.group_id and self.group_id == self.member_id:
            raise ValidationError({"member": _("Een groep kan geen lid zijn van zichzelf.")})
        _check_years(self)


def _check_years(record):
    errors = strange_moments(record, "first_year", "last_year")
    if record.first_year and record.last_year and record.last_year < record.first_year:
        errors["last_year"] = _("Dit jaar ligt voor het eerste jaar.")
    if errors:
        raise ValidationError(errors)
