"""Documents of pages: the same for every type but for its facets and the facts below a hit."""

from collections import defaultdict
from dataclasses import dataclass

from wagtail.models import Page

from content.queries import listed, with_subjects
from search import keys, text
from search.attachments import gathering
from search.builders import details, trees
from search.documents import Document
from search.visibility import Restrictions


@dataclass(frozen=True)
class Trees:
    """What the pages of a batch lie below."""

    themes: trees.Themes
    programmes: trees.Programmes


def all_keys():
    """Yield the keys of the published pages that can be found."""
    numbers = listed(details.findable(Page.objects.all())).values_list("pk", flat=True)
    for number in numbers.order_by("pk").iterator():
        yield keys.of_page(number)


def documents(names):
    """Return the documents of the published pages among these numbers."""
    restrictions = Restrictions.load()
    known = Trees(trees.Themes.load(), trees.Programmes.load())
    found = []
    for model, numbers in _by_model(names).items():
        pages = with_subjects(_read(model, numbers))
        files = gathering.attachments(pages)
        found += [_document(page, known, restrictions, files[page.pk]) for page in pages]
    return found


def _by_model(names):
    pages = listed(details.findable(Page.objects.filter(pk__in=names)))
    by_model = defaultdict(list)
    for page in pages.select_related("content_type"):
        by_model[page.content_type.model_class()].append(page.pk)
    return by_model


def _read(model, numbers):
    single = [
        field.name
        for field in model._meta.get_fields()
        if field.many_to_one and field.name in details.REFERENCES
    ]
    # A theme page is found by the other words for its theme.
    words = ["theme__alternative_labels"] if "theme" in single else []
    pages = model.objects.filter(pk__in=numbers).select_related(*single)
    return list(pages.prefetch_related(*text.with_records(model), *words))


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
