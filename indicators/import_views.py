"""Bringing a file of figures in: upload, columns, a look at what was found, and loading it."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from indicators.importing import arriving, known, starting
from indicators.importing.problems import Unreadable
from indicators.mapping_forms import MappingForm
from indicators.models import Dataset, FileImport
from indicators.permissions import may_import
from indicators.upload_forms import UploadForm

State = FileImport.State
SECONDS_BETWEEN_LOOKS = "2"


class ImportView(WagtailAdminTemplateMixin, View):
    """What the pages about files of figures share: who may see them, and where they are."""

    header_icon = "upload"
    page_title = gettext_lazy("Cijfers inlezen")

    def dispatch(self, request, *args, **kwargs):
        """Let in who may add a delivery."""
        if not may_import(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        """Say where this is."""
        items = [{"url": reverse("imports:index"), "label": ImportView.page_title}]
        return [*self.breadcrumbs_items, *items, {"url": "", "label": self.page_title}]

    def imported(self, pk):
        """Return the file with this number, or answer 404."""
        rows = FileImport.objects.select_related("dataset__supersedes", "created_by")
        return get_object_or_404(rows, pk=pk)

    def show(self, status=200, **context):
        """Answer with the template of the page."""
        return self.render_to_response(self.get_context_data(**context), status=status)


class ImportIndex(ImportView):
    """The files that came in, the last one first."""

    template_name = "indicators/admin/imports.html"

    def get(self, request):
        """List the last hundred."""
        rows = FileImport.objects.select_related("dataset", "created_by")
        return self.show(imports=rows[:100])


class Upload(ImportView):
    """Takes a file and what is known of it."""

    page_title = gettext_lazy("Bestand kiezen")
    template_name = "indicators/admin/upload.html"

    def get(self, request):
        """Ask for a file."""
        return self.show(form=UploadForm())

    def post(self, request):
        """Keep the file, or say what is wrong with it."""
        form = UploadForm(request.POST, request.FILES)
        if not form.is_valid():
            return self.show(400, form=form)
        file = form.cleaned_data["file"]
        imported = arriving.receive(
            file,
            file.name,
            form.save(commit=False),
            period=form.cleaned_data["period"],
            status=form.cleaned_data["status_after"],
            by=request.user,
        )
        return redirect("imports:columns", imported.pk)


class Columns(ImportView):
    """Asks which column holds what."""

    page_title = gettext_lazy("Kolommen")
    template_name = "indicators/admin/columns.html"

    def get(self, request, pk):
        """Show the columns, as a mapping that fits understands them."""
        imported = self._editable(pk)
        chosen = request.GET.get("indeling")
        if chosen:
            found = [each for each in self._fitting(imported) if each.name == chosen]
            if not found:
                raise Http404
            imported.mapping = found[0].mapping.as_data()
        return self._show(imported)

    def post(self, request, pk):
        """Take the mapping and have the file checked."""
        imported = self._editable(pk)
        form = self._form(imported, request.POST)
        if form is None or not form.is_valid():
            return self._show(imported, form, 400)
        arriving.choose(imported, form.chosen, form.cleaned_data["name"].strip())
        starting.start(imported, State.CHECKING)
        return redirect("imports:status", imported.pk)

    def _editable(self, pk):
        imported = self.imported(pk)
        if imported.is_busy or imported.dataset.status != Dataset.Status.INCOMING:
            raise Http404
        return imported

    def _fitting(self, imported):
        try:
            return known.fitting(arriving.sheet_of(imported).header)
        except Unreadable:
            return []

    def _form(self, imported, data=None):
        try:
            sheet = arriving.sheet_of(imported)
        except Unreadable:
            return None
        mapping = arriving.mapping_of(imported) if imported.mapping else None
        return MappingForm(data, sheet=sheet, mapping=mapping)

    def _show(self, imported, form=None, status=200):
        form = form or self._form(imported)
        if form is None:
            try:
                arriving.sheet_of(imported)
            except Unreadable as error:
                return self.show(400, imported=imported, unreadable=error)
        return self.show(
            status,
            imported=imported,
            form=form,
            fitting=self._fitting(imported),
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


def _check(imported):
    return bool(imported.mapping) and starting.start(imported, State.CHECKING)


def _load(imported):
    return imported.may_be_loaded and starting.start(imported, State.LOADING)


class Act(ImportView):
    """Does what a button asks for: check again, load, undo, load again or throw away."""

    acts = {
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
        if not self.acts[act](imported):
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
