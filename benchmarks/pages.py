"""Writes many pages at once, past what Wagtail does for each."""


def insert(pages):
    """Insert pages of one type in a few statements; those have their place in the tree already."""
    from wagtail.models import Page

    plain = [
        Page(**{field.attname: getattr(page, field.attname) for field in Page._meta.local_fields})
        for page in pages
    ]
    Page.objects.bulk_create(plain)
    for page, row in zip(pages, plain, strict=True):
        page.pk = page.page_ptr_id = row.pk
    model = type(pages[0])
    # Django refuses to add many rows of a model with a parent; the parents are there already.
    fields = model._meta.local_concrete_fields
    model._base_manager._insert(pages, fields=fields, using="default")


def below(section, number, slug):
    """Return what a page must hold to be the child of a section with this number."""
    return {
        "path": section._get_path(section.path, section.depth + 1, number),
        "depth": section.depth + 1,
        "slug": slug,
        "url_path": f"{section.url_path}{slug}/",
        "locale": section.locale,
    }
