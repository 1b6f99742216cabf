"""The editor's forms of communities, learning material and events."""

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

COMMUNITY = [
    *TOP,
    FieldPanel("audience"),
    FieldRowPanel([FieldPanel("start_year"), FieldPanel("end_year")]),
    FieldPanel("admission"),
    FieldPanel("body"),
    InlinePanel("organisations", heading=_("Organisaties"), label=_("organisatie")),
    MultiFieldPanel(
        [
            FieldPanel("contact_role"),
            FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_url")]),
        ],
        _("Contact"),
    ),
    *END,
]
ROOM = [
    TitleFieldPanel("title"),
    FieldPanel("summary"),
    FieldPanel("closed_because"),
    FieldPanel("body"),
]
LEARNING = [
    *TOP,
    FieldRowPanel([FieldPanel("kind"), FieldPanel("year")]),
    FieldRowPanel([FieldPanel("author"), FieldPanel("publisher")]),
    FieldPanel("community"),
    FieldPanel("audience"),
    FieldPanel("link"),
    FieldPanel("files"),
    FieldPanel("body"),
    *END,
]
EVENT = [
    *TOP,
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("starts_on"), FieldPanel("starts_at")]),
            FieldRowPanel([FieldPanel("ends_on"), FieldPanel("ends_at")]),
        ],
        _("Wanneer"),
    ),
    MultiFieldPanel(
        [FieldPanel("place"), FieldPanel("address"), FieldPanel("online_url")], _("Waar")
    ),
    FieldPanel("cancelled"),
    MultiFieldPanel(
        [
            FieldPanel("registering"),
            FieldRowPanel([FieldPanel("seats"), FieldPanel("registration_closes")]),
            FieldPanel("registration_url"),
        ],
        _("Aanmelden"),
    ),
    FieldPanel("community"),
    FieldPanel("body"),
    FieldPanel("report"),
    FieldPanel("files"),
    *END,
]
