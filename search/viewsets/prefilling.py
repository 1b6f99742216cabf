"""A form that opens with the words of a question already in it."""

from wagtail.admin.views.generic import CreateView


class PrefilledCreate(CreateView):
    """Opens with what the address holds under `words`: other lists lead here with a question."""

    def get_initial_form_instance(self):
        """Return a new record with the words in it."""
        longest = self.model._meta.get_field("words").max_length
        words = self.request.GET.get("words", "").replace("\x00", " ")
        return self.model(words=words[:longest])
