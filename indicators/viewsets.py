"""The lists and forms of figures in the admin."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_filters import ChoiceFilter, ModelChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSetGroup

from content.viewsets import TermViewSet
from indicators import formatting, queries
from indicators.definition_forms import CHANGES
from indicators.forms import SnapshotForm
from indicators.import_viewset import ImportViewSet
from indicators.models import (
    Dataset,
    Figure,
    Indicator,
    IndicatorSnapshot,
    Measurement,
    ReportedCount,
    ReportedOutcome,
)
from indicators.snapshot_views import InspectSnapshot, TakeSnapshot

COMPARISON = [
    FieldPanel("indicator"),
    FieldPanel("dataset"),
    FieldPanel("area"),
    FieldRowPanel([FieldPanel("baseline"), FieldPanel("follow_up")]),
    FieldPanel("outcome"),
]


def _in_words(measurement):
    """Return a measurement as it was delivered, and what the site makes of it."""
    indicator = measurement.indicator
    text = formatting.figure(Figure(measurement.value, measurement.missing), indicator)
    marks = {
        _("voorlopig"): measurement.is_provisional,
        _("op de site niet te zien: te weinig mensen"): indicator.hides(measurement.value),
    }
    told = "; ".join(str(mark) for mark, holds in marks.items() if holds)
    return f"{text} ({told})" if told else text


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
        CHANGES,
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
    list_display = [
        "indicator",
        "area",
        "period",
        Column("figure", label=gettext_lazy("Waarde"), accessor=_in_words, sort_key="value"),
        "dataset",
    ]
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


class SnapshotFilters(WagtailFilterSet):
    """Narrows the list of snapshots, also to those beside which newer figures stand."""

    newer = ChoiceFilter(
        label=gettext_lazy("Nieuwere cijfers"),
        choices=[("yes", gettext_lazy("Er zijn nieuwere"))],
        method="with_newer",
    )

    dataset = ModelChoiceFilter(
        label=gettext_lazy("Dataset"), queryset=Dataset.objects.all(), method="of_delivery"
    )

    class Meta:
        model = IndicatorSnapshot
        fields = ["indicator", "dataset", "provisional"]

    def of_delivery(self, snapshots, name, delivery):
        """Keep the snapshots of which the begin or the end comes from a delivery."""
        return snapshots.filter(Q(dataset=delivery) | Q(baseline_dataset=delivery))

    def with_newer(self, snapshots, name, value):
        """Keep the snapshots beside which newer figures stand."""
        return snapshots.filter(pk__in=queries.outdated_snapshots())


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
    filterset_class = SnapshotFilters
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
            FieldPanel("baseline"),
            FieldPanel("follow_up"),
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
        ImportViewSet(),
    )
