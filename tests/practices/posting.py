"""What the form of a practice posts."""

from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

RECORDS = ("theme_links", "area_links", "lessons", "partners", "figures", "ratings", "evidence")
RECORDS += ("adoptions",)
STREAMS = ("active_ingredients", "key_figures", "gallery", "attachments", "sources")
TEXTS = ("problem", "approach", "result", "conditions", "transferability")


def practice_form(**fields):
    """Return what the form of a practice posts when only these fields are filled in."""
    return nested_form_data(
        {
            "title": "Samen fietsen",
            "slug": "samen-fietsen",
            "summary": "Vrouwen leren fietsen.",
            "description_depth": "snapshot",
            "status": "running",
            "comments": inline_formset([]),
            **{name: inline_formset([]) for name in RECORDS},
            **{name: streamfield([]) for name in STREAMS},
            **{name: rich_text("") for name in TEXTS},
        }
        | fields
    )
