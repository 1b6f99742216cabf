"""Taking a snapshot in the admin, and looking at one."""

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.views.generic import CreateView, InspectView

from indicators import cautions, formatting, sentences, tables, taking


class TakeSnapshot(CreateView):
    """Asks in steps what to take, shows it, takes it, and leads to its page on the site."""

    template_name = "indicators/admin/take_snapshot.html"
    success_message = gettext_lazy("%(object)s is vastgelegd.")
    error_message = gettext_lazy("Dit cijfer is niet vastgelegd. Bekijk de velden hieronder.")
    submit_button_active_label = gettext_lazy("Een ogenblik…")

    def get_form_kwargs(self):
        """Begin with the figures of another snapshot where its number is in the address."""
        kwargs = super().get_form_kwargs()
        begun = self.request.method == "GET" and taking.begun_with(self.request.GET)
        return kwargs | {"data": begun} if begun else kwargs

    def form_valid(self, form):
        """Ask the next step, or take what was shown."""
        if not form.is_seen:
            self.form = form
            return self.render_to_response(self.get_context_data())
        return super().form_valid(form)

    def get_context_data(self, **kwargs):
        """Add what would be taken, and what the button does now."""
        context = super().get_context_data(**kwargs)
        return context | taking.told(self.form) | {"submit_button_label": self.form.action}

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
        for period, dataset in snapshot.origins:
            label = _("Dataset van %(period)s") % {"period": period} if period else _("Dataset")
            yield label, f"{dataset.title} ({dataset.source}; {dataset.licence})"
        yield _("Status"), _("Voorlopig") if snapshot.provisional else _("Definitief")
        said = [snapshot.caveat, *cautions.of([snapshot])[snapshot.pk]]
        yield _("Let op"), " ".join(filter(None, said)) or "–"
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
