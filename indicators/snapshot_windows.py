"""The field of a page in which a snapshot is chosen, and taking one in its window."""

from django.forms import Media, Select, Textarea
from django.templatetags.static import static
from django.utils.functional import cached_property
from django.utils.safestring import mark_safe
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import chooser
from wagtail.admin.widgets import BaseChooser

from content.choosers import Chosen
from content.finding import may_be_a_number
from content.models import Area
from indicators import queries, taking
from indicators.exploring import options
from indicators.forms import SECOND_STEP, SnapshotForm
from indicators.models import IndicatorSnapshot
from indicators.permissions import may_take
from indicators.typed_areas import TypedAreaField, words_for

# In the address: the areas of the page, to choose from first.
NEAR = "gebieden"
PREFIX = "vastleggen"
WITH_LIST, ALONE = chooser.ChooseView.template_name, "indicators/admin/newer_window.html"


class WindowForm(SnapshotForm):
    """Takes a snapshot in a window, which cannot open another to choose in: it has lists."""

    def __init__(self, *args, near="", **kwargs):
        super().__init__(*args, prefix=PREFIX, **kwargs)
        self.fields["indicator"].widget.choices = [
            ("", _("Kies een indicator")),
            *(
                (str(theme), [(found.pk, str(found)) for found in indicators])
                for theme, indicators in queries.indicators_to_choose()
            ),
        ]
        self.offer([int(number) for number in near.split(",") if may_be_a_number(number)])
        self.order_fields(["indicator", "area", *SECOND_STEP, "caveat"])

    def offer(self, numbers):
        """List the areas, those of the page first."""
        own, others = queries.areas_to_choose(numbers)
        self.fields["area"].widget.choices = [
            ("", _("Kies een gebied")),
            *([(_("Gebieden van deze pagina"), _listed(own))] if own else []),
            *((Area.Kind(kind).label, _listed(areas)) for kind, areas in others),
        ]
        if own:
            self.initial["area"] = own[0].pk

    @classmethod
    def begun_with(cls, parameters):
        """Return what the form begins with where the address names a snapshot, or nothing."""
        return taking.begun_with(parameters, prefix=f"{PREFIX}-")

    class Meta:
        model = IndicatorSnapshot
        fields = ["indicator", "area", "caveat"]
        widgets = {"indicator": Select, "area": Select, "caveat": Textarea(attrs={"rows": 2})}


class TypingForm(WindowForm):
    """Takes a snapshot where there are too many areas to list: then one is typed."""

    area = TypedAreaField(label=_("Gebied"))

    def offer(self, numbers):
        """Name the areas of the page, and begin with the first."""
        own = queries.areas_by_number(numbers[: options.MOST_CALLED])
        if not own:
            return
        words = [words_for(area) for area in own]
        named = format_lazy("{} {}", _("Gebieden van deze pagina:"), ", ".join(words))
        # A field that was read already keeps the text it had then.
        self["area"].help_text = format_lazy("{} {}.", TypedAreaField.HELP, named)
        self.initial["area"] = words[0]

    @classmethod
    def begun_with(cls, parameters):
        """Begin with the words for the area of a snapshot, and not with its number."""
        begun, field = super().begun_with(parameters), f"{PREFIX}-area"
        return begun and begun | {field: words_for(Area.objects.get(pk=begun[field]))}


class Told:
    """Answers with what the field tells of the snapshot that was chosen."""

    def get_chosen_response_data(self, item):
        """Add what the snapshot says, and what is newer."""
        known = taking.Known([str(item.pk)], may_take(self.request.user))
        snapshot = known.get(str(item.pk))
        return super().get_chosen_response_data(item) | {"in_words": known.in_words(snapshot)}


class SnapshotChosen(Told, Chosen):
    """A snapshot that was chosen from the list."""


class Taking:
    """The form to take a snapshot, for who may."""

    creation_form_template_name = "indicators/admin/new_snapshot.html"

    @property
    def is_alone(self):
        """Tell whether the window is about another snapshot, and not about all there are."""
        return taking.BEGIN_WITH in self.request.GET

    def get_creation_form_class(self):
        """Return the form, whatever the window was told."""
        return TypingForm if options.are_too_many() else WindowForm

    def get_creation_form_kwargs(self):
        """Offer the areas of the page first, and begin with another snapshot where one is named."""
        kwargs = super().get_creation_form_kwargs() | {
            "for_user": self.request.user,
            "near": self.request.GET.get(NEAR, ""),
        }
        if self.request.method == "GET":
            kwargs["data"] = self.get_creation_form_class().begun_with(self.request.GET)
        return kwargs

    def get_creation_form_context_data(self, form):
        """Add what would be taken, and whether there is a list beside the form."""
        context = super().get_creation_form_context_data(form)
        return context | taking.told(form) | {"alone": self.is_alone}


class ChooseOrTake(Taking):
    """The whole window: the list and the form, or the form alone for what is newer."""

    @property
    def template_name(self):
        """Leave the list out where the figures of a snapshot are to be taken anew."""
        return ALONE if self.is_alone and self.can_create() else WITH_LIST

    def get_context_data(self, **kwargs):
        """Say in the heading what the window is for."""
        context = super().get_context_data(**kwargs)
        if self.template_name == ALONE:
            context |= {"filter_form": None, "page_title": _("Leg de nieuwere cijfers vast")}
        return context


class TakeHere(Told, Taking, chooser.CreateView):
    """Taking a snapshot in the window, step by step."""

    def post(self, request):
        """Ask the next step, or take what was shown and put it in the page."""
        self.form = self.get_creation_form()
        if self.form.is_valid() and self.form.is_seen:
            return self.get_chosen_response(self.form.save())
        return self.get_reshow_creation_form_response()


class SnapshotField(BaseChooser):
    """The field: tells what the snapshot says, and when newer figures exist."""

    template_name = "indicators/admin/snapshot_field.html"
    js_constructor = "SnapshotChooser"
    # What the form read of all its fields together; without it each reads its own.
    known = None

    def get_instance(self, value):
        """Return the snapshot with all that is told of it."""
        if value is None or isinstance(value, IndicatorSnapshot):
            return value
        return self._known(value).get(str(value))

    def get_value_data_from_instance(self, instance):
        """Add what the snapshot says."""
        told = self._known(instance.pk).in_words(instance)
        return super().get_value_data_from_instance(instance) | {"in_words": told}

    def get_context(self, name, value_data, attrs):
        """Hand over what it says."""
        told = value_data.get("in_words", "")
        return super().get_context(name, value_data, attrs) | {"in_words": mark_safe(told)}

    @cached_property
    def media(self):
        """Return Wagtail's script and ours, which builds on it."""
        return super().media + Media(js=[static("js/snapshots.js")])

    def _known(self, number):
        return self.known or taking.Known([str(number)])


def _listed(areas):
    return [(area.pk, area.full_name) for area in areas]
