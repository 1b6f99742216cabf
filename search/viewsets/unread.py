"""The files that nobody finds a page by, and why, for editors to mend."""

from django.db.models import OuterRef, Subquery
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.documents import get_document_model
from wagtail.permissions import policy_registry, register_permission_policy

from search.models import AttachmentText
from search.viewsets.refused import ReadOnlyPolicy

register_permission_policy(AttachmentText, ReadOnlyPolicy(AttachmentText))


class UnreadIndex(IndexView):
    """Lists the files without text, of the documents that an editor may work with."""

    page_title = _("Bijlagen zonder tekst")
    results_template_name = "search/admin/unread_results.html"

    def get_base_queryset(self):
        """Return the texts that failed, each with its document."""
        policy = policy_registry.get_by_type(get_document_model())
        documents = policy.instances_user_has_any_permission_for(
            self.request.user, ["add", "change", "choose"]
        )
        found = documents.filter(file_hash=OuterRef("file_hash")).order_by("pk")[:1]
        return (
            super()
            .get_base_queryset()
            .exclude(error="")
            .annotate(document=Subquery(found.values("pk")), title=Subquery(found.values("title")))
            .filter(document__isnull=False)
        )


class UnreadViewSet(ModelViewSet):
    """The files of pages that gave no text, with the reason."""

    model = AttachmentText
    name = "unread"
    icon = "doc-empty"
    menu_label = UnreadIndex.page_title
    form_fields = ["error"]
    list_display = [
        TitleColumn(
            "title",
            label=_("Document"),
            get_url=lambda row: reverse("wagtaildocs:edit", args=[row.document]),
        ),
        Column("get_error_display", label=_("Waarom")),
        DateColumn("read_at", label=_("Gelezen"), sort_key="read_at"),
    ]
    ordering = ["-read_at"]
    index_view_class = UnreadIndex
    copy_view_enabled = False
