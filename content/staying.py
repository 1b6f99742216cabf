"""Pages that stay because something rests on them: the admin says why, and deletes none of them."""

from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page


def keep(titles_of, message, order=0):
    """Refuse in the admin to delete pages, one or several at once, of which something is told.

    `titles_of` gives the titles of what rests on these pages or on what stands below them;
    `message` says so, with those titles as `%(titles)s`. The lowest `order` speaks first, alone.
    """

    def refuse(request, pages):
        titles = titles_of(pages) if pages else []
        if not titles:
            return None
        named = ", ".join(f"‘{title}’" for title in titles)
        messages.error(request, message % {"titles": named})
        return redirect("wagtailadmin_explore", pages[0].get_parent().pk)

    def one(request, page):
        return refuse(request, [page])

    def several(request, action_type, objects, action):
        pages = [found for found in objects if isinstance(found, Page)]
        return refuse(request, pages) if action_type == "delete" else None

    hooks.register("before_delete_page", one, order=order)
    hooks.register("before_bulk_action", several, order=order)
