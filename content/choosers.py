"""The windows in which an editor chooses a theme, an area or an organisation."""

from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet

from content.finding import containing, may_be_a_number


class TermFilterForm(SearchFilterMixin, BaseFilterForm):
    """The search field of a window: finds parts of words in the fields of its view."""

    finds_in = ()

    def filter(self, objects):
        """Keep the terms that hold every word that was typed."""
        words = self.cleaned_data.get("q")
        if not words:
            return objects
        self.is_searching = True
        self.search_query = words
        return containing(objects, words, self.finds_in)


class TermTable:
    """What a window shows of each term: `details` are pairs of a heading and where to find it."""

    finds_in = ()
    related = ()
    details = ()
    ordering = ()

    def get_object_list(self):
        """Return the terms with what their row shows."""
        terms = super().get_object_list()
        return terms.select_related(*self.related) if self.related else terms

    def get_filter_form_class(self):
        """Return the search field, looking in the fields of this window."""
        return type("FilterForm", (TermFilterForm,), {"finds_in": self.finds_in})

    @property
    def columns(self):
        """Return the name and the details."""
        details = [
            Column(f"detail_{number}", label=label, accessor=accessor)
            for number, (label, accessor) in enumerate(self.details)
        ]
        return [*super().columns, *details]


class ThemeTable(TermTable):
    """Themes by scheme, found by their other words too."""

    finds_in = ("label", "alternative_labels__label")
    details = ((_("Schema"), "get_scheme_display"),)
    ordering = ("position", "label")


class AreaTable(TermTable):
    """Areas with their kind and municipality; a municipality finds its neighbourhoods."""

    finds_in = ("name", "code", "parent__name")
    related = ("parent",)
    details = ((_("Soort"), "get_kind_display"), (_("Code"), "code"))
    ordering = ("name",)


class OrganisationTable(TermTable):
    """Organisations with their kind."""

    finds_in = ("name", "abbreviation")
    details = ((_("Soort"), "get_kind_display"), (_("Afkorting"), "abbreviation"))
    ordering = ("name",)


class Chosen(chooser.ChosenView):
    """What the form shows of a term that was chosen."""

    def get_object(self, pk):
        """Return the term, or answer that it is not there."""
        if not may_be_a_number(pk):
            raise Http404
        return super().get_object(pk)


class SeveralChosen(chooser.ChosenMultipleView):
    """What the form shows of terms that were chosen together."""

    def get_objects(self, pks):
        """Return those of the terms that are there."""
        return super().get_objects([pk for pk in pks if may_be_a_number(pk)])


class MadeHere(chooser.CreateView):
    """Making a term in the window, where the window has a form for it."""

    def can_create(self):
        """Refuse where there is no form."""
        return self.form_fields is not None and super().can_create()


def window(table, view):
    """Return a view of Wagtail's chooser that shows the rows of a table of ours."""
    return type(f"{table.__name__}{view.__name__}", (table, view), {})


class TermChooser(ChooserViewSet):
    """What every window shares; ten rows are too few for forty neighbourhoods."""

    per_page = 20
    table = None
    chosen_view_class = Chosen
    create_view_class = MadeHere
    chosen_multiple_view_class = SeveralChosen

    @property
    def choose_view_class(self):
        """Return the whole window."""
        return window(self.table, chooser.ChooseView)

    @property
    def choose_results_view_class(self):
        """Return the part of the window that changes while somebody types."""
        return window(self.table, chooser.ChooseResultsView)


class ThemeChooser(TermChooser):
    """Choosing a theme."""

    model = "content.Theme"
    name = "theme_chooser"
    icon = "tag"
    table = ThemeTable
    choose_one_text = _("Kies een thema")
    choose_another_text = _("Kies een ander thema")
    edit_item_text = _("Wijzig dit thema")


class AreaChooser(TermChooser):
    """Choosing an area."""

    model = "content.Area"
    name = "area_chooser"
    icon = "site"
    table = AreaTable
    choose_one_text = _("Kies een gebied")
    choose_another_text = _("Kies een ander gebied")
    edit_item_text = _("Wijzig dit gebied")


class OrganisationChooser(TermChooser):
    """Choosing an organisation, or adding one without leaving the page."""

    model = "content.Organisation"
    name = "organisation_chooser"
    icon = "home"
    table = OrganisationTable
    form_fields = ["name", "slug", "kind"]
    choose_one_text = _("Kies een organisatie")
    choose_another_text = _("Kies een andere organisatie")
    edit_item_text = _("Wijzig deze organisatie")
    create_action_label = _("Maak deze organisatie")
    creation_tab_label = _("Nieuwe organisatie")
