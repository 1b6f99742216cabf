"""The form by which an editor takes a snapshot.

It asks in steps and works without a script: first what and where, then the days that really have
figures, then it shows what would be taken. Nothing is taken that was not shown.
"""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from content.forms import TermForm
from indicators import domain, offers
from indicators.models import Dataset, IndicatorSnapshot

NOT_LISTED = {"invalid_choice": _("Hiervan is geen meting. Kies er een uit de lijst.")}
ALONE = ("", _("Niets: alleen dit gebied"))
# In what is sent: the day on which an earlier snapshot began, to begin on where it is offered.
BEGUN_ON = "begun_on"
# What is asked once it is known which figures there are.
SECOND_STEP = ("comparator", "dataset", "baseline", "follow_up", "offered_for", "seen")


class SnapshotForm(TermForm):
    """Takes a snapshot; the figures come from the measurements, so there are none to type."""

    comparator = forms.TypedChoiceField(
        label=_("Vergeleken met"),
        required=False,
        empty_value=None,
        error_messages=NOT_LISTED,
        help_text=_("Gebieden met cijfers van dezelfde dagen, telkens uit dezelfde dataset."),
    )
    dataset = forms.TypedChoiceField(label=_("Dataset"), error_messages=NOT_LISTED)
    # A day stands for what is measured on it, in the delivery that it names.
    baseline = forms.TypedChoiceField(label=_("Begin"), error_messages=NOT_LISTED)
    follow_up = forms.TypedChoiceField(label=_("Vervolg"), error_messages=NOT_LISTED)
    # For which indicator and area the lists above were made, and what was shown.
    offered_for = forms.CharField(required=False, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.indicator, self.area = self._picked("indicator"), self._picked("area")
        self.shown, self.is_seen = None, False
        found = self.indicator and self.area and offers.of_area(self.indicator, self.area)
        self.enough = {offer.key: offer for offer in found or ()}
        if self.enough:
            self._list_what_there_is()
        else:
            self._ask_first_what_and_where()

    @property
    def action(self):
        """Return what the button of this step says."""
        if not self.enough:
            return _("Verder")
        return _("Leg vast") if self.shown else _("Bekijk het eerst")

    @property
    def untaken(self):
        """Return the snapshot that would be taken; it is not stored."""
        return IndicatorSnapshot(**domain.snapshot_fields(**self._arguments))

    def clean(self):
        """Say beside the field what there is no figure of, and find what would be taken."""
        chosen = super().clean()
        if self.indicator and self.area and not self.enough:
            self.add_error("area", self._too_little)
        elif {"indicator", "area", *SECOND_STEP} <= chosen.keys():
            self._find_measurements(chosen)
        return chosen

    def save(self, commit=True):
        """Take the snapshot; taking one that exists returns it."""
        self.instance = domain.take_snapshot(**self._arguments, by=self.for_user)
        return self.instance

    def _picked(self, name):
        """Return what was chosen in a field, or nothing where that cannot be."""
        if not self.is_bound:
            return None
        try:
            return self.fields[name].clean(self[name].data)
        except ValidationError:
            return None

    def _ask_first_what_and_where(self):
        for name in SECOND_STEP:
            del self.fields[name]
        # Of a form that comes back what was typed stays.
        if not self.data.get(self.add_prefix("caveat")):
            del self.fields["caveat"]

    def _list_what_there_is(self):
        """Fill the lists, with what is chosen most often where nothing was chosen yet."""
        made_for = f"{self.indicator.pk}-{self.area.pk}"
        if self._sent("offered_for") not in (None, made_for):
            for name in ("comparator", "dataset", "baseline", "follow_up"):
                self.data.pop(self.add_prefix(name), None)
        self.is_asked = self._sent("baseline") is not None
        self.data[self.add_prefix("offered_for")] = made_for
        offer = self._list_datasets()
        self._list_days(offer, self._list_comparators(offer))

    def _list_datasets(self):
        """Fill the list of deliveries, those together first, and return the one that is chosen."""
        best = next(iter(self.enough))
        if self._sent("dataset") == offers.TOGETHER and offers.TOGETHER not in self.enough:
            # There is one delivery, which is all there is together.
            self.data[self.add_prefix("dataset")] = best
        listed = sorted(self.enough.values(), key=lambda offer: offer.dataset is not None)
        self.fields["dataset"].choices = [(offer.key, _named_offer(offer)) for offer in listed]
        # Of more deliveries together the days say which ones; the last is that of the snapshot.
        self.fields["dataset"].coerce = lambda key: self.enough[key].measurements[-1].dataset
        self._default("dataset", best)
        return self.enough.get(self._sent("dataset"), self.enough[best])

    def _list_comparators(self, offer):
        """Fill the list of areas to compare with, and return where the chosen one has figures."""
        beside = offers.beside(self.indicator, self.area, offer)
        areas = {str(other.pk): other for other in beside}
        own = str(self.area.parent_id)
        self._default("comparator", own if own in areas else "")
        self.fields["comparator"].coerce = areas.get
        self.fields["comparator"].choices = [
            ALONE,
            *((number, other.full_name) for number, other in areas.items()),
        ]
        chosen = areas.get(self._sent("comparator"))
        return beside[chosen] if chosen else offer.places

    def _list_days(self, offer, known):
        rows = offer.on_days_of(known)
        naming = _named_day if offer.dataset else _named_day_and_delivery
        # Nothing begins on the last day, or goes on to the first.
        last_first = rows[:0:-1]
        for name, days, wish in (
            ("baseline", rows[:-1], self._sent(BEGUN_ON)),
            ("follow_up", last_first, None),
        ):
            listed = {str(row.period_date): row for row in days}
            self.fields[name].choices = [(day, naming(row)) for day, row in listed.items()]
            self.fields[name].coerce = listed.get
            self._default(name, wish if wish in listed else next(iter(listed)))

    def _sent(self, name):
        return self.data.get(self.add_prefix(name))

    def _default(self, name, value):
        if self._sent(name) is None:
            self.data[self.add_prefix(name)] = value

    @property
    def _too_little(self):
        message = _("Van dit gebied zijn er geen twee metingen van deze indicator.")
        others = offers.indicators_of(self.area)
        if not others:
            return message
        names = ", ".join(indicator.short_name for indicator in others)
        return format_lazy("{} {}", message, _("Wel van: %(names)s.") % {"names": names})

    def _find_measurements(self, chosen):
        self._arguments = {name: chosen[name] for name in ("indicator", "area", "comparator")}
        self._arguments |= {
            "baseline": chosen["baseline"].period_date,
            "follow_up": chosen["follow_up"].period_date,
            "dataset": chosen["follow_up"].dataset,
            "baseline_dataset": chosen["baseline"].dataset,
            "caveat": chosen.get("caveat", ""),
        }
        try:
            untaken = self.untaken
        except domain.SnapshotError as error:
            for name, messages in error.error_dict.items():
                self.add_error("dataset" if name == "baseline_dataset" else name, messages)
            return
        if self.is_asked:
            self.shown, fingerprint = untaken, domain.fingerprint(untaken)
            self.is_seen = chosen["seen"] == fingerprint
            # What is sent back is what is shown now.
            self.data[self.add_prefix("seen")] = fingerprint


def _named_offer(offer):
    if offer.dataset is None:
        return _("Alle leveringen samen (nieuwste per periode)")
    if offer.dataset.kind == Dataset.Kind.EXAMPLE:
        return f"{offer.dataset} ({offer.dataset.get_kind_display()})"
    return str(offer.dataset)


def _named_day(measurement):
    marks = []
    if measurement.value is None:
        marks.append(measurement.figure.reason)
    if measurement.is_provisional:
        marks.append(str(_("voorlopig")))
    return f"{measurement.period} ({', '.join(marks)})" if marks else measurement.period


def _named_day_and_delivery(measurement):
    return f"{_named_day(measurement)}: {measurement.dataset}"
