"""What somebody follows."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from content.models import Area, Theme


class Follow(models.Model):
    """Somebody follows one thing: a page, a theme, an area, or a question to search.

    `search` is that question as a querystring in the one form that `SearchQuery` writes, and
    `search_hash` stands for it where texts that long cannot be compared. `told` holds the numbers
    of the pages that were told of as new answers to it.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("wie volgt"),
        on_delete=models.CASCADE,
        related_name="follows",
    )
    page = models.ForeignKey(
        Page,
        verbose_name=_("pagina"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="follows",
    )
    theme = models.ForeignKey(
        Theme,
        verbose_name=_("thema"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="follows",
    )
    area = models.ForeignKey(
        Area,
        verbose_name=_("gebied"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="follows",
    )
    search = models.TextField(_("zoekvraag"), blank=True)
    search_hash = models.CharField(max_length=64, blank=True)
    told = models.JSONField(default=list, blank=True)
    created = models.DateTimeField(_("sinds"), default=timezone.now)

    # Editors see where a page is used, and that is not who follows it.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("gevolgd onderwerp")
        verbose_name_plural = _("gevolgde onderwerpen")
        ordering = ["-created", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["user", "page"], name="follow_page_once"),
            models.UniqueConstraint(fields=["user", "theme"], name="follow_theme_once"),
            models.UniqueConstraint(fields=["user", "area"], name="follow_area_once"),
            models.UniqueConstraint(
                fields=["user", "search_hash"],
                condition=~Q(search_hash=""),
                name="follow_search_once",
            ),
            models.CheckConstraint(
                condition=(
                    Q(page__isnull=False, theme=None, area=None, search_hash="")
                    | Q(page=None, theme__isnull=False, area=None, search_hash="")
                    | Q(page=None, theme=None, area__isnull=False, search_hash="")
                    | (Q(page=None, theme=None, area=None) & ~Q(search_hash=""))
                ),
                name="follow_one_thing",
            ),
        ]
