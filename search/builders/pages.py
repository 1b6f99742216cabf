"""Documents of pages: the same for every type but for its facets and the facts below a hit."""

from wagtail.models import Page

from content.queries import listed
from search import keys, text
from search.attachments import gathering
from search.builders import details, reading, trees
from search.documents import Document
from search.visibility import Restrictions


def all_keys():
    """Yield the keys of the published pages that can be found."""
    numbers = listed(details.findable(Page.objects.all())).values_list("pk", flat=True)
    # All at once: what is read piece by piece keeps SQLite from writing what comes of it, as soon
    # as another process has written something meanwhile.
    for number in numbers.order_by("pk"):
        yield keys.of_page(number)


def documents(names):
    """Return the documents of the published pages among these numbers."""
    restrictions, known = Restrictions.load(), reading.Known.load()
    pages = reading.pages(names, known)
    files = gathering.attachments(pages)
    return [_document(page, known, restrictions, files[page.pk]) for page in pages]


def _let_go_of_hidden(page, restrictions):
    """Forget which hidden pages a page refers to: its document would tell their names to all."""
    for name in details.REFERENCES:
        other = getattr(page, name, None)
        if isinstance(other, Page) and not restrictions.show_to_all(other):
            setattr(page, name, None)


def _document(page, known, restrictions, files):
    _let_go_of_hidden(page, restrictions)
    detail = details.of(page)
    subjects = [*detail.themes, *page.theme_list]
    return Document(
        id=keys.of_page(page.pk),
        type=detail.type,
        title=page.title,
        url=page.url,
        summary=page.summary,
        body=text.of_page(page),
        keywords=tuple(dict.fromkeys([*_keywords(page, subjects), *detail.keywords])),
        alternatives=tuple(dict.fromkeys(detail.alternatives)),
        facts=tuple(fact for fact in detail.facts if fact)[:3],
        attachments=files,
        facets={
            "type": (detail.type,),
            "theme": known.themes.with_ancestors(subjects),
            "area": trees.with_ancestors(page.area_list),
            "place": tuple(area.code for area in page.area_list),
            "programme": known.programmes.of(page),
            **{name: values for name, values in detail.facets.items() if values},
        },
        visibility=restrictions.token(page.path),
        published=detail.published,
        evidence_rank=detail.evidence_rank,
        location=trees.location(page.area_list),
        boost=detail.boost,
    )


def _keywords(page, subjects):
    yield from (theme.label for theme in subjects)
    for area in page.area_list:
        yield area.full_name
