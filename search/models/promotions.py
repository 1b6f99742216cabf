"""The pages that editors put above the hits of certain questions."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail.search import index

from content.queries import is_listed
from search.gist import gist

from .words import split_words


class Promotion(index.Indexed, models.Model):
    """A page that editors put on top for certain questions; it works from the next one on."""

    words = models.CharField(
        _("zoekvragen"),
        max_length=500,
        help_text=_(
            "Zet komma's tussen de vragen: schulden, hulp bij schulden. De pagina staat bovenaan "
            "wanneer iemand precies een van deze vragen stelt, ook in een andere vorm of met een "
            "synoniem."
        ),
    )
    page = models.ForeignKey(
        Page,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("pagina"),
        help_text=_("Wie de pagina niet mag zien, krijgt haar ook niet aanbevolen."),
    )
    reason = models.CharField(
        _("waarom deze pagina"),
        max_length=250,
        blank=True,
        help_text=_("Dit staat onder de titel. Leeg: de samenvatting van de pagina."),
    )
    position = models.PositiveSmallIntegerField(
        _("volgorde"),
        default=0,
        help_text=_("Bij meer pagina's voor dezelfde vraag staat het laagste getal eerst."),
    )

    search_fields = [index.SearchField("words"), index.AutocompleteField("words")]

    class Meta:
        verbose_name = _("aanbevolen pagina")
        verbose_name_plural = _("aanbevolen pagina's")
        ordering = ["position", "pk"]

    def __str__(self):
        return self.words

    @property
    def questions(self):
        """Return the questions one by one."""
        return split_words(self.words)

    @property
    def is_shown(self):
        """Tell whether there is anything to show: editors may have unpublished the page."""
        return is_listed(self.page)

    def clean(self):
        """Ask for questions that say something, each once for a page that can be opened."""
        wrong = {"words": self._wrong_words(), "page": self._wrong_page()}
        found = {field: message for field, message in wrong.items() if message}
        if found:
            raise ValidationError(found)

    def _wrong_words(self):
        if not self.words:
            # The field says so itself.
            return ""
        if not self.questions or not all(map(gist, self.questions)):
            return now("Vul een of meer vragen in, met een komma ertussen.")
        return self._twice_here() or self._again_for_this_page()

    def _twice_here(self):
        seen = {}
        for question in self.questions:
            first = seen.setdefault(gist(question), question)
            if first != question:
                return now("‘%(first)s’ en ‘%(second)s’ vragen hetzelfde. Laat er een weg.") % {
                    "first": first,
                    "second": question,
                }
        return ""

    def _again_for_this_page(self):
        others = Promotion.objects.filter(page_id=self.page_id).exclude(pk=self.pk)
        asked = {gist(question): question for other in others for question in other.questions}
        known = next((asked[gist(each)] for each in self.questions if gist(each) in asked), "")
        return known and now("Deze pagina wordt al aanbevolen bij ‘%(question)s’.") % {
            "question": known
        }

    def _wrong_page(self):
        if self.page_id is None or (is_listed(self.page) and self.page.url):
            return ""
        return now("Bezoekers kunnen deze pagina niet openen. Publiceer haar of kies een andere.")
