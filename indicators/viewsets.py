"""The lists and forms of figures in the admin."""

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.views.generic import CreateView, InspectView
from wagtail.admin.viewsets.model import ModelViewSetGroup

from content.viewsets import TermViewSet
from indicators import formatting, sentences, tables
from indicators.forms import SnapshotForm
from indicators.models import (
    Dataset,
    Indicator,
    IndicatorSnapshot,
    Measurement,
    ReportedCount,
    ReportedOutcome,
)

COMPARISON = [
    FieldPanel("indicator"),
    FieldPanel("dataset"),
    FieldPanel("area"),
    FieldRowPanel([FieldPanel("baseline"), FieldPanel("follow_up")]),
    FieldPanel("outcome"),
]


class IndicatorViewSet(TermViewSet):
    """What is measured, and how to read it."""

    model = Indicator
    name = "indicators"
    icon = "figures"
    related = ("theme",)
    list_display = ["name", "theme", "unit", "direction", "source"]
    list_filter = ["theme", "direction"]
    search_fields = ["name", "short_name", "abbreviation", "code", "definition"]
    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("short_name"), FieldPanel("abbreviation")]),
        FieldPanel("code"),
        FieldPanel("theme"),
        FieldPanel("definition"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("unit"), FieldPanel("decimals")]),
                FieldPanel("direction"),
                FieldRowPanel([FieldPanel("tolerance"), FieldPanel("minimum_group")]),
            ],
            gettext_lazy("Hoe het getal te lezen is"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("source"),
                FieldPanel("publisher"),
                FieldPanel("method"),
                FieldPanel("caveat"),
                FieldPanel("next_update"),
            ],
            gettext_lazy("Waar het vandaan komt"),
        ),
        FieldPanel("position"),
    ]


class DatasetViewSet(TermViewSet):
    """Deliveries of figures."""

    model = Dataset
    name = "datasets"
    icon = "folder-inverse"
    list_display = ["title", "kind", "status", "retrieved_at"]
    list_filter = ["kind", "status"]
    search_fields = ["title", "source"]
    panels = [
        FieldPanel("title"),
        FieldPanel("source"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("status")]),
        FieldRowPanel([FieldPanel("licence"), FieldPanel("url")]),
        FieldRowPanel([FieldPanel("retrieved_at"), FieldPanel("boundary_year")]),
        FieldPanel("file_hash"),
        FieldPanel("supersedes"),
        FieldPanel("note"),
    ]


class MeasurementViewSet(TermViewSet):
    """The figures themselves."""

    model = Measurement
    name = "measurements"
    icon = "table"
    related = ("indicator", "area__parent", "dataset")
    list_display = ["indicator", "area", "period", "value", "missing", "provisional", "dataset"]
    list_filter = ["indicator", "dataset", "missing", "provisional"]
    search_fields = [
        "indicator__name",
        "indicator__short_name",
        "indicator__abbreviation",
        "area__name",
        "area__code",
        "area__parent__name",
        "period",
    ]
    panels = [
        FieldPanel("indicator"),
        FieldPanel("area"),
        FieldPanel("dataset"),
        FieldRowPanel([FieldPanel("period"), FieldPanel("period_date")]),
        FieldRowPanel([FieldPanel("value"), FieldPanel("missing")]),
        FieldPanel("provisional"),
        FieldPanel("locator"),
    ]


class CountViewSet(TermViewSet):
    """What a report counted over a group of areas."""

    model = ReportedCount
    name = "reported_counts"
    icon = "list-ol"
    related = ("indicator", "area", "dataset")
    list_display = ["indicator", "area", "outcome", "count", "dataset"]
    list_filter = ["indicator", "outcome", "dataset"]
    search_fields = ["indicator__name", "indicator__short_name", "area__name", "note"]
    panels = [*COMPARISON, FieldPanel("count"), FieldPanel("note")]


class OutcomeViewSet(TermViewSet):
    """What a report says of one area."""

    model = ReportedOutcome
    name = "reported_outcomes"
    icon = "list-ul"
    related = ("indicator", "area__parent", "dataset")
    list_display = ["indicator", "area", "outcome", "dataset"]
    list_filter = ["indicator", "outcome", "dataset"]
    search_fields = ["indicator__name", "indicator__short_name", "area__name", "note"]
    panels = [*COMPARISON, FieldPanel("note")]


class TakeSnapshot(CreateView):
    """Takes a snapshot and leads to its page on the site."""

    success_message = gettext_lazy("%(object)s is vastgelegd.")
    error_message = gettext_lazy("Dit cijfer is niet vastgelegd. Bekijk de velden hieronder.")
    submit_button_label = gettext_lazy("Leg vast")
    submit_button_active_label = gettext_lazy("Wordt vastgelegd…")

    def get_success_buttons(self):
        """Offer to look at it: there is nothing to edit."""
        return [messages.button(self.object.get_absolute_url(), _("Bekijk op de site"))]


class InspectSnapshot(InspectView):
    """Shows all that a snapshot holds, in words."""

    def get_fields_context(self):
        """Return pairs of a label and a text."""
        return [
            {"label": label, "value": value, "component": None} for label, value in self._told()
        ]

    def _told(self):
        snapshot = self.object
        yield _("In woorden"), sentences.table(tables.of_snapshot(snapshot))
        for moment in snapshot.moments:
            yield moment.period, self._figures(moment)
        yield _("Dataset"), snapshot.dataset.title
        yield _("Status"), _("Voorlopig") if snapshot.provisional else _("Definitief")
        yield _("Let op"), snapshot.caveat or "–"
        yield _("Vastgelegd op"), date_format(localtime(snapshot.taken_at).date())
        yield _("Vastgelegd door"), snapshot.taken_by or "–"
        address = snapshot.get_absolute_url()
        yield _("Op de site"), format_html('<a href="{}">{}</a>', address, address)
        yield _("Controlegetal"), snapshot.hash

    def _figures(self, moment):
        snapshot = self.object
        pairs = [(snapshot.area, moment.area), (snapshot.comparator, moment.comparator)]
        return "; ".join(
            f"{area.full_name}: {formatting.figure(figure, snapshot.indicator)}"
            for area, figure in pairs
            if area
        )


class SnapshotViewSet(TermViewSet):
    """Figures as they stood when somebody quoted them: taken and read, never changed."""

    model = IndicatorSnapshot
    name = "snapshots"
    icon = "lock"
    related = ("indicator", "area__parent", "comparator")
    list_display = [
        "indicator",
        "area",
        "baseline_period",
        "follow_up_period",
        "comparator",
        "taken_at",
    ]
    list_filter = ["indicator", "dataset", "provisional"]
    search_fields = [
        "indicator__name",
        "indicator__short_name",
        "indicator__abbreviation",
        "area__name",
        "area__parent__name",
    ]
    inspect_view_enabled = True
    inspect_view_class = InspectSnapshot
    add_view_class = TakeSnapshot
    edit_handler = ObjectList(
        [
            FieldPanel("indicator"),
            FieldPanel("area"),
            FieldPanel("comparator"),
            FieldPanel("dataset"),
            FieldRowPanel([FieldPanel("baseline"), FieldPanel("follow_up")]),
            FieldPanel("caveat"),
        ],
        base_form_class=SnapshotForm,
    )


class FigureGroup(ModelViewSetGroup):
    """The menu of everything about figures."""

    menu_label = gettext_lazy("Cijfers")
    menu_icon = "figures"
    menu_order = 310
    items = (
        IndicatorViewSet(),
        SnapshotViewSet(),
        MeasurementViewSet(),
        CountViewSet(),
        OutcomeViewSet(),
        DatasetViewSet(),
    )
