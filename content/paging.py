"""Long lists in parts, a number at a time."""

from django.core.paginator import Paginator


class Parts(Paginator):
    """A list in parts, of which a number that does not exist gives the nearest that does."""

    def get_page(self, number):
        """Return a part; what is no number gives the first (Django gives the last for 0)."""
        try:
            asked = int(number)
        except (TypeError, ValueError):
            asked = 1
        return self.page(min(max(asked, 1), self.num_pages))
