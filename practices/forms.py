"""The editor's forms of practices and research."""

from content import forms
from indicators.permissions import may_take
from indicators.taking import Known

# In a browser an input called "method" takes the place of `form.method`, which Wagtail's script
# reads to save a draft by itself.
POSTED_AS = {"method": "page_method"}


class PageForm(forms.PageForm):
    """Posts fields under a name that leaves the form of the browser alone."""

    def add_prefix(self, field_name):
        """Return the name under which a field is posted."""
        return super().add_prefix(POSTED_AS.get(field_name, field_name))


class PracticeForm(PageForm):
    """Lets a draft be saved half-way; what is published has to be whole."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "figures" in self.formsets:
            self._read_figures_at_once(self.formsets["figures"].forms)

    def _read_figures_at_once(self, forms):
        chosen = [str(form["snapshot"].value() or "") for form in forms]
        known = Known(chosen, may_take=may_take(self.for_user))
        for form in forms:
            form.fields["snapshot"].widget.known = known

    def _post_clean(self):
        self.instance.is_draft = self.is_deferred_validation
        super()._post_clean()
