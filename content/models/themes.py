"""Themes: a controlled vocabulary in the manner of SKOS (labels, broader, related)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable
from wagtail.search import index


class Theme(index.Indexed, ClusterableModel):
    """A subject that content is found by, in one of three schemes.

    The schemes come from the source report: the policy themes of the monitor (chapter 1), the
    pillars of a national programme (chapter 4) and the themes of the New Towns (chapter 5).
    """

    class Scheme(models.TextChoices):
        POLICY = "policy", _("Beleidsthema's")
        PILLAR = "pillar", _("Programmapijlers")
        NEW_TOWNS = "new-towns", _("Thema's van de New Towns")

    class Tint(models.TextChoices):
        """One tint per policy theme; the style sheet holds the colours."""

        BRICK = "brick", _("baksteen")
        CANAL = "canal", _("gracht")
        SKY = "sky", _("lucht")
        OCHRE = "ochre", _("oker")
        PLUM = "plum", _("pruim")
        MOSS = "moss", _("mos")

    scheme = models.CharField(_("schema"), max_length=20, choices=Scheme, default=Scheme.POLICY)
    label = models.CharField(
        _("voorkeursterm"), max_length=100, help_text=_("Zoals de lezer het thema noemt.")
    )
    slug = models.SlugField(_("deel van het webadres"), max_length=100, unique=True)
    definition = models.TextField(_("definitie"), blank=True)
    broader = models.ForeignKey(
        "self",
        verbose_name=_("valt onder"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="narrower",
    )
    related = models.ManyToManyField("self", verbose_name=_("verwant met"), blank=True)
    tint = models.CharField(_("kleur"), max_length=10, choices=Tint, default=Tint.BRICK)
    position = models.PositiveSmallIntegerField(_("volgorde"), default=0)

    search_fields = [
        index.SearchField("label", boost=2),
        index.AutocompleteField("label"),
        index.RelatedFields(
            "alternative_labels",
            [index.SearchField("label"), index.AutocompleteField("label")],
        ),
        index.FilterField("scheme"),
    ]

    class Meta:
        verbose_name = _("thema")
        verbose_name_plural = _("thema's")
        ordering = ["scheme", "position", "label"]
        constraints = [
            models.UniqueConstraint(fields=["scheme", "label"], name="one_theme_per_label")
        ]

    def __str__(self):
        return self.label

    def get_absolute_url(self):
        """Return the landing page of the theme."""
        return reverse("theme", args=[self.slug])

    def clean(self):
        """Refuse a theme that would fall under itself."""
        ancestor, seen = self.broader, set()
        # Two themes saved at once may have closed a circle without this one; that ends too.
        while ancestor is not None and ancestor.pk not in seen:
            seen.add(ancestor.pk)
            if ancestor == self:
                raise ValidationError(
                    {
                        "broader": _(
                            "Een thema kan niet onder zichzelf vallen. Kies een ander thema."
                        )
                    }
                )
            ancestor = ancestor.broader


class ThemeLabel(Orderable):
    """Another word for a theme; search treats it as a synonym (vsv, schooluitval)."""

    theme = ParentalKey(Theme, on_delete=models.CASCADE, related_name="alternative_labels")
    label = models.CharField(_("andere term of afkorting"), max_length=100)

    class Meta(Orderable.Meta):
        verbose_name = _("andere term")
        verbose_name_plural = _("andere termen")

    def __str__(self):
        return self.label
