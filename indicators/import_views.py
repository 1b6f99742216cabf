"""How files of figures come in: the list of them, an upload, and a question to a source."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from indicators.fetch_forms import FetchForm
from indicators.importing import arriving, starting
from indicators.models import FileImport
from indicators.permissions import may_import
from indicators.upload_forms import UploadForm

State = FileImport.State


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


class Fetch(ImportView):
    """Has figures fetched where they are published."""

    page_title = gettext_lazy("Cijfers ophalen")
    template_name = "indicators/admin/fetch.html"

    def get(self, request):
        """Ask for a source."""
        return self.show(form=FetchForm())

    def post(self, request):
        """Begin to fetch, or say what is missing."""
        form = FetchForm(request.POST)
        if not form.is_valid():
            return self.show(400, form=form)
        superseded = form.cleaned_data["supersedes"]
        imported = arriving.expect(form.asked, supersedes=superseded, by=request.user)
        starting.start(imported, State.FETCHING)
        return redirect("imports:status", imported.pk)
