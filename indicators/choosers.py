"""The windows in which an editor chooses an indicator or a snapshot."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from content.choosers import TermChooser, TermTable
from indicators import taking
from indicators.snapshot_windows import (
    NEAR,
    ChooseOrTake,
    SnapshotChosen,
    SnapshotField,
    TakeHere,
)


class IndicatorTable(TermTable):
    """Indicators with their theme; abbreviations find them too."""

    finds_in = ("name", "short_name", "abbreviation", "code", "theme__label")
    related = ("theme",)
    details = ((_("Thema"), "theme"), (_("Bron"), "source"))
    ordering = ("position", "name")


class SnapshotTable(TermTable):
    """Snapshots with the moment they were taken; the name of a municipality finds them too."""

    finds_in = (
        "indicator__name",
        "indicator__short_name",
        "indicator__abbreviation",
        "area__name",
        "area__parent__name",
    )
    related = ("indicator", "area__parent", "comparator")
    details = (
        (_("Vergeleken met"), lambda snapshot: snapshot.comparator or "–"),
        (_("Vastgelegd op"), lambda snapshot: date_format(localtime(snapshot.taken_at).date())),
    )
    ordering = ("indicator__position", "area__name", "-taken_at")


class IndicatorChooser(TermChooser):
    """Choosing an indicator."""

    model = "indicators.Indicator"
    name = "indicator_chooser"
    icon = "figures"
    table = IndicatorTable
    choose_one_text = _("Kies een indicator")
    choose_another_text = _("Kies een andere indicator")
    edit_item_text = _("Wijzig deze indicator")


class SnapshotChooser(TermChooser):
    """Choosing a snapshot, or taking one without leaving the page."""

    model = "indicators.IndicatorSnapshot"
    name = "snapshot_chooser"
    icon = "lock"
    table = SnapshotTable
    base_widget_class = SnapshotField
    chosen_view_class = SnapshotChosen
    create_view_class = TakeHere
    preserve_url_parameters = ["multiple", NEAR, taking.BEGIN_WITH]
    choose_one_text = _("Kies een vastgelegd cijfer")
    choose_another_text = _("Kies een ander vastgelegd cijfer")
    search_tab_label = _("Vastgelegde cijfers")
    creation_tab_label = _("Nieuw cijfer vastleggen")

    @property
    def choose_view_class(self):
        """Return the whole window, with the form beside the list."""
        return type("ChooseOrTake", (ChooseOrTake, super().choose_view_class), {})
