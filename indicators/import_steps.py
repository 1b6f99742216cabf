"""What becomes of a file of figures that came in: its columns, what was found, and loading it."""

from django.http import FileResponse, Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from indicators.import_views import ImportView
from indicators.importing import arriving, known, starting
from indicators.importing.problems import Unreadable
from indicators.mapping_forms import MappingForm
from indicators.models import Dataset, FileImport

State = FileImport.State
SECONDS_BETWEEN_LOOKS = "2"


class Columns(ImportView):
    """Asks which column holds what."""

    page_title = gettext_lazy("Kolommen")
    template_name = "indicators/admin/columns.html"

    def dispatch(self, request, *args, **kwargs):
        """Say where and why a file cannot be read at all."""
        try:
            return super().dispatch(request, *args, **kwargs)
        except Unreadable as error:
            return self.show(400, imported=self.imported(kwargs["pk"]), unreadable=error)

    def get(self, request, pk):
        """Show the columns, as a mapping that fits understands them."""
        imported = self._editable(pk)
        chosen = request.GET.get("indeling")
        if chosen:
            header = arriving.sheet_of(imported).header
            found = [each for each in known.fitting(header) if each.name == chosen]
            if not found:
                raise Http404
            imported.mapping = found[0].mapping.as_data()
        return self._show(imported, self._form(imported))

    def post(self, request, pk):
        """Take the mapping and have the file checked."""
        imported = self._editable(pk)
        form = self._form(imported, request.POST)
        if not form.is_valid():
            return self._show(imported, form, 400)
        arriving.choose(imported, form.chosen, form.cleaned_data["name"].strip())
        starting.start(imported, State.CHECKING)
        return redirect("imports:status", imported.pk)

    def _editable(self, pk):
        imported = self.imported(pk)
        is_open = imported.file and imported.dataset.status == Dataset.Status.INCOMING
        if imported.is_busy or not is_open:
            raise Http404
        return imported

    def _form(self, imported, data=None):
        sheet = arriving.sheet_of(imported)
        mapping = arriving.mapping_of(imported) if imported.mapping else None
        return MappingForm(data, sheet=sheet, mapping=mapping)

    def _show(self, imported, form, status=200):
        return self.show(
            status,
            imported=imported,
            form=form,
            fitting=known.fitting(form.sheet.header),
            first_lines=_first_lines(form.sheet),
        )


class Status(ImportView):
    """Tells how far a file is, and what was found in it."""

    template_name = "indicators/admin/import.html"

    def get(self, request, pk):
        """Show it; while something goes on, the browser comes back to look."""
        imported = self.imported(pk)
        self.page_title = imported.name
        answer = self.show(imported=imported, State=State)
        if imported.is_busy:
            answer["Refresh"] = SECONDS_BETWEEN_LOOKS
        return answer


class Report(ImportView):
    """Gives all problems of a file as CSV."""

    def get(self, request, pk):
        """Send the file."""
        imported = self.imported(pk)
        if not imported.report:
            raise Http404
        name = f"verslag-{imported.dataset.title}.csv"
        return FileResponse(imported.report.open(), as_attachment=True, filename=name)


def _fetch(imported):
    return bool(imported.asked) and not imported.file and starting.start(imported, State.FETCHING)


def _check(imported):
    return bool(imported.mapping) and starting.start(imported, State.CHECKING)


def _load(imported):
    return imported.may_be_loaded and starting.start(imported, State.LOADING)


class Act(ImportView):
    """Does what a button asks for: check again, load, undo, load again or throw away."""

    acts = {
        "fetch": _fetch,
        "check": _check,
        "load": _load,
        "undo": arriving.withdraw,
        "redo": arriving.restore,
        "discard": arriving.discard,
    }
    done = {
        "undo": gettext_lazy("De cijfers tellen niet meer mee. Zij zijn bewaard."),
        "redo": gettext_lazy("De cijfers tellen weer mee."),
        "discard": gettext_lazy("Het bestand is weggegooid."),
    }

    def post(self, request, pk, act):
        """Do it, and say what was done, or that it cannot be done now."""
        if act not in self.acts:
            raise Http404
        imported = self.imported(pk)
        try:
            is_done = self.acts[act](imported)
        except arriving.NotNow as error:
            messages.error(request, str(error))
            return redirect("imports:status", pk)
        if not is_done:
            messages.error(request, _("Dat kan nu niet: kijk hieronder hoe het ervoor staat."))
        elif act in self.done:
            messages.success(request, self.done[act])
        if act == "discard" and imported.pk is None:
            return redirect("imports:index")
        return redirect("imports:status", pk)


def _first_lines(sheet, number=3):
    """Return the first cells of each column by its name, so that an editor sees what it is."""
    lines = []
    try:
        for _line, cells in sheet.lines():
            lines.append(cells)
            if len(lines) == number:
                break
    except Unreadable:
        # The check tells where and why.
        pass
    width = len(sheet.header)
    filled = [cells[:width] + [""] * (width - len(cells)) for cells in lines]
    return list(zip(sheet.header, zip(*filled, strict=True), strict=False))
