"""A report as a reader sees it: numbered chapters, with what each block shows."""

from dataclasses import dataclass, field
from datetime import date

from wagtail.models import Page

from content.queries import public
from programmes.domain import kept_by_choice
from programmes.reporting import composing

CHAPTER, HEADING = "chapter", "heading"
# What an edition keeps of the page as it is; the rest has to be read back.
TEXTS = ("title", "summary", "period", "date_label", "addressed_to")


@dataclass(frozen=True)
class Item:
    """A block in its place.

    `number` and `anchor` are those of a chapter or heading, `level` that of its heading. `data`
    is what a block shows that is no text (`composing.part`); `is_outdated` tells an editor that
    the platform now knows something else than the report shows.
    """

    block: object
    level: int
    number: str = ""
    anchor: str = ""
    data: dict | None = None
    is_outdated: bool = False

    @property
    def kind(self):
        """Return the type of block."""
        return self.block.block_type

    @property
    def template(self):
        """Return what draws a block that is no text, or nothing."""
        return f"reports/{self.kind}.html" if self.kind in composing.CHOSEN else ""


@dataclass
class Chapter:
    """An entry of the contents, with the headings below it."""

    number: str
    title: str
    anchor: str
    headings: list = field(default_factory=list)


def page_context(report, is_preview=False):
    """Return what the page of a report shows.

    A visitor sees the last edition, an editor in a preview what publishing would make of it.
    """
    # A page that is previewed before it was ever saved has none.
    last = report.editions.first() if report.pk else None
    if is_preview or last is None:
        return _draft(report, last)
    return edition_context(last, report, newest=last)


def edition_context(edition, report=None, newest=None):
    """Return what the page of an edition shows; `page` says what the report said then."""
    report = restored(edition, report or edition.report)
    newest = newest or report.editions.first()
    kept = {number: part["data"] for number, part in edition.content["parts"].items()}
    items = linked(outline(report.body, lambda block: (kept.get(block.id), False)))
    return {
        "page": report,
        "edition": edition,
        "newest": newest,
        "is_newest": edition == newest,
        "items": items,
        "chapters": contents(items),
    }


def restored(edition, report):
    """Return the page with what it said in an edition."""
    content = edition.content
    for name in TEXTS:
        setattr(report, name, content[name])
    report.date = date.fromisoformat(content["date"])
    for name in ("body", "sources"):
        stream = report._meta.get_field(name).stream_block
        setattr(report, name, stream.to_python(content[name]))
    return report


def outline(body, shown):
    """Return the blocks of a report in order, chapters and headings numbered.

    `shown` returns what a block of figures shows, and whether that is outdated.
    """
    items, chapter, heading, level = [], 0, 0, 2
    for block in body:
        if block.block_type == CHAPTER:
            chapter, heading, level = chapter + 1, 0, 2
            items.append(Item(block, 2, str(chapter), f"hoofdstuk-{chapter}"))
        elif block.block_type == HEADING:
            heading, level = heading + 1, 3 if chapter else 2
            number = f"{chapter}.{heading}" if chapter else ""
            anchor = f"paragraaf-{chapter}-{heading}"
            items.append(Item(block, level, number, anchor))
        else:
            data, outdated = shown(block) if composing.key(block) else (None, False)
            items.append(Item(block, level + 1, data=data, is_outdated=outdated))
    return items


def linked(items):
    """Return the items with in each page that they name the `url` where it is now (one query).

    What was published keeps its words; to a page that nobody may see any more there is no link.
    """
    named = [found for item in items for found in _pages(item.data)]
    numbers = {found["pk"] for found in named}
    urls = {page.pk: page.url for page in public(Page.objects.filter(pk__in=numbers))}
    for found in named:
        found["url"] = urls.get(found["pk"], "")
    return items


def _pages(data):
    """Yield everything in a part that names a page."""
    if isinstance(data, dict):
        if "pk" in data:
            yield data
        data = data.values()
    elif not isinstance(data, list):
        return
    for inner in data:
        yield from _pages(inner)


def contents(items):
    """Return the chapters with the headings in them; headings before any chapter stand alone."""
    chapters = []
    for item in items:
        if item.kind == HEADING and chapters and item.level > 2:
            chapters[-1].headings.append(Chapter(item.number, item.block.value, item.anchor))
        elif item.number or item.kind == HEADING:
            chapters.append(Chapter(item.number, item.block.value, item.anchor))
    return chapters


def news(report):
    """Return pairs of what the last edition shows and what the platform knows now.

    Only where they differ. Reads what composing all blocks reads.
    """
    last = report.editions.first()
    if last is None:
        return []
    kept = kept_by_choice(last)
    now = {composing.key(block): block for block in report.body if composing.key(block)}
    pairs = [
        (kept[key]["data"], composing.part(block)["data"])
        for key, block in now.items()
        if key in kept
    ]
    return [(before, after) for before, after in pairs if before != after]


def _draft(report, last):
    kept = kept_by_choice(last) if last else {}

    def shown(block):
        now = composing.part(block)["data"]
        held = kept.get(composing.key(block))
        return (held["data"], held["data"] != now) if held else (now, False)

    items = linked(outline(report.body, shown))
    return {"items": items, "chapters": contents(items), "is_draft": True, "newest": last}
