"""The addresses of the pages that bring figures in, and the way there in the menu."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from indicators import import_steps, import_views
from indicators.permissions import may_import


class ImportItem(MenuItem):
    """The way there, for whoever may."""

    def is_shown(self, request):
        """Tell whether this editor may bring figures in."""
        return may_import(request.user)


class ImportViewSet(ViewSet):
    """The pages in the menu of figures."""

    name = "imports"
    icon = "upload"
    menu_label = _("Cijfers inlezen")
    menu_item_class = ImportItem

    def get_urlpatterns(self):
        """Return the address of each page."""
        view = self.construct_view
        return [
            path("", view(import_views.ImportIndex), name="index"),
            path("nieuw/", view(import_views.Upload), name="add"),
            path("ophalen/", view(import_views.Fetch), name="fetch"),
            path("<int:pk>/", view(import_steps.Status), name="status"),
            path("<int:pk>/kolommen/", view(import_steps.Columns), name="columns"),
            path("<int:pk>/verslag.csv", view(import_steps.Report), name="report"),
            path("<int:pk>/<slug:act>/", view(import_steps.Act), name="act"),
        ]
