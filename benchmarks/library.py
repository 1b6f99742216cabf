"""A library of made-up pages in a database of its own, written once and kept.

The pages are real ones (practices with themes, areas and target groups below the demo content),
so that everything that searches reads the same rows.
"""

import os
import random
import shutil
import sys
from datetime import UTC, datetime
from hashlib import sha256

from benchmarks import pages, texts
from benchmarks.options import ROOT

BATCH = 500
NAME = "library-{documents}"


def start(options):
    """Start Django with the library of as many pages as asked for; the engines come after."""
    folder = options.folder / NAME.format(documents=options.documents)
    os.environ["DJANGO_SETTINGS_MODULE"] = "cms.settings"
    os.environ["WIJKKENNIS_DATA_DIR"] = str(folder)
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'wijkkennis.sqlite3'}"
    os.environ["SEARCH_URL"] = f"embedded:{folder / 'search.sqlite3'}"
    ready = folder / f"ready-{_shape()}"
    if not ready.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    import django

    django.setup()
    if not ready.exists():
        _fill(options.documents)
        ready.touch()
    return folder


def _shape():
    """Return what tells a library with these tables from one with others."""
    found = sha256()
    for path in sorted(ROOT.glob("*/migrations/*.py")):
        found.update(path.read_bytes())
    return found.hexdigest()[:8]


def _fill(documents):
    from django.conf import settings
    from django.core.management import call_command
    from django.db import transaction

    print(f"Writing a library of {documents} pages, once …", file=sys.stderr)
    # There is no index yet to keep up to date.
    settings.SEARCH_DRAINS_ITSELF, draining = False, settings.SEARCH_DRAINS_ITSELF
    call_command("migrate", verbosity=0, skip_checks=True)
    call_command("demo", verbosity=0, skip_checks=True)
    with transaction.atomic():
        _write(documents)
    settings.SEARCH_DRAINS_ITSELF = draining


def _write(documents):
    from practices.models import PracticeIndexPage
    from search.models import Change

    section = PracticeIndexPage.objects.get()
    writer = texts.Writer()
    chance = random.Random(documents)
    for first in range(0, documents, BATCH):
        _write_batch(section, range(first, min(first + BATCH, documents)), writer, chance)
    section.numchild += documents
    section.save(update_fields=["numchild"])
    Change.objects.all().delete()


def _write_batch(section, numbers, writer, chance):
    made = [_page(section, n, writer.text(), chance) for n in numbers]
    pages.insert(made)
    _write_links(made, chance)


def _page(section, n, text, chance):
    from django.contrib.contenttypes.models import ContentType

    from practices.models import MethodPage, PracticePage

    began = chance.randint(1995, 2022)
    return PracticePage(
        **pages.below(section, 1000 + n, f"gemaakt-{n}"),
        content_type=ContentType.objects.get_for_model(PracticePage),
        first_published_at=datetime(began, 1 + n % 12, 1 + n % 28, tzinfo=UTC),
        draft_title=text.title,
        **vars(text),
        status=chance.choice(["planned", "running", "ended", "stopped"]),
        start_year=began,
        end_year=began + chance.randint(0, 6),
        method_id=chance.choice(_numbers(MethodPage)),
    )


def _write_links(made, chance):
    from content.models import Area, AreaLink, Theme, ThemeLink
    from practices.models import PracticePage, TargetGroup

    themes, areas, groups = _numbers(Theme), _numbers(Area), _numbers(TargetGroup)
    about = [
        ThemeLink(page_id=page.pk, theme_id=number)
        for page in made
        for number in chance.sample(themes, chance.randint(1, 2))
    ]
    where = [AreaLink(page_id=page.pk, area_id=chance.choice(areas)) for page in made]
    through = PracticePage.target_groups.through
    whom = [through(practicepage_id=page.pk, targetgroup_id=chance.choice(groups)) for page in made]
    for rows in (about, where, whom):
        type(rows[0]).objects.bulk_create(rows)


_known = {}


def _numbers(model):
    if model not in _known:
        _known[model] = list(model.objects.order_by("pk").values_list("pk", flat=True))
    return _known[model]
