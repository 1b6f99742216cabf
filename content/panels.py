"""Panels of the shared fields; the apps put them between their own."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, MultipleChooserPanel

from content.forms import NoDoubles


class SubjectPanel(MultipleChooserPanel):
    """Themes or areas, each once."""

    def get_form_options(self):
        """Add the list that says what stands in it twice."""
        options = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = NoDoubles
        return options


SUMMARY = [FieldPanel("summary")]
INTRODUCTION = [FieldPanel("introduction")]

SUBJECT = [
    SubjectPanel(
        "theme_links",
        chooser_field_name="theme",
        heading=_("Thema's"),
        label=_("thema"),
        help_text=_("Het eerste thema bepaalt de kleur van het omslag."),
    ),
    SubjectPanel(
        "area_links",
        chooser_field_name="area",
        heading=_("Gebieden"),
        label=_("gebied"),
        help_text=_("Zoek op de naam van de wijk of van de gemeente."),
    ),
]
COVER = [FieldPanel("cover")]
SOURCES = [FieldPanel("sources")]

PROMOTE = [
    MultiFieldPanel(
        [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
        _("In zoekmachines"),
    ),
    MultiFieldPanel([FieldPanel("show_in_menus")], _("In het menu")),
]
