"""The editor's form of a practice."""

from wagtail.admin.forms import WagtailAdminPageForm


class PracticeForm(WagtailAdminPageForm):
    """Lets a draft be saved half-way; what is published has to be whole."""

    def _post_clean(self):
        self.instance.is_draft = self.is_deferred_validation
        super()._post_clean()
