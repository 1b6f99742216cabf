"""The editor's forms of programmes, updates, goals, consultation and progress reports."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    TitleFieldPanel,
)

from content import panels as shared

TOP = [TitleFieldPanel("title"), FieldPanel("summary"), *shared.SUBJECT]
END = [*shared.SOURCES, *shared.COVER]

PROGRAMME = [
    *TOP,
    FieldRowPanel([FieldPanel("kind"), FieldPanel("start_year"), FieldPanel("end_year")]),
    FieldPanel("body"),
    InlinePanel("partners", heading=_("Partners"), label=_("partner")),
    *END,
]
UPDATE = [
    *TOP,
    FieldRowPanel([FieldPanel("date"), FieldPanel("date_label")]),
    FieldPanel("body"),
    *END,
]
GOAL = [
    *TOP,
    MultiFieldPanel(
        [
            FieldPanel("indicator"),
            FieldPanel("unit"),
            FieldRowPanel([FieldPanel("start_value"), FieldPanel("target_value")]),
            FieldRowPanel([FieldPanel("target_label"), FieldPanel("target_year")]),
        ],
        _("Het doel"),
    ),
    InlinePanel("actuals", heading=_("Hoe ver is het"), label=_("stand")),
    InlinePanel("milestones", heading=_("Mijlpalen"), label=_("mijlpaal")),
    *END,
]
CONSULTATION = [
    *TOP,
    FieldPanel("period"),
    FieldPanel("body"),
    InlinePanel("municipalities", heading=_("Gemeenten"), label=_("gemeente")),
    *END,
]
REPORT = [
    *TOP,
    FieldRowPanel([FieldPanel("period"), FieldPanel("addressed_to")]),
    FieldRowPanel([FieldPanel("date"), FieldPanel("date_label")]),
    FieldPanel("body"),
    *END,
]
