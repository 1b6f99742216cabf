"""Rebuilds an index while another process edits, and tells whether anything differs afterwards.

    .venv/bin/python benchmarks/rebuild_under_writes.py --documents 100000 --edits 500
    .venv/bin/python benchmarks/rebuild_under_writes.py --search http://127.0.0.1:9200/proof

Makes a site of its own in a folder that is removed afterwards, with so many pages, and an index
that holds nothing yet. Then one process builds the index anew while another writes, rewrites,
closes and removes pages, and carries its changes to the index in use. Ends with an error when
afterwards the audit finds a difference: a document that is missing, orphaned, wrongly visible or
made of an older text.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BATCH = 500
WORDS = ("wijk", "buurt", "jeugd", "werkloosheid", "schuldhulpverlening", "veiligheid", "wonen")


def main():
    """Do as the options say."""
    options = _options()
    if options.edit:
        _edit(options)
        return 0
    with tempfile.TemporaryDirectory(prefix="rebuild-under-writes-") as folder:
        _start_django(folder, options.search)
        return _prove(options)


def _options():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--documents", type=int, default=100_000, help="how many to index")
    parser.add_argument("--edits", type=int, default=500, help="how many changes meanwhile")
    parser.add_argument("--pause", type=float, default=0.1, help="seconds between two changes")
    parser.add_argument("--processes", type=int, help="in how many pages are read (as the command)")
    parser.add_argument("--search", default="embedded:", help="a SEARCH_URL (embedded:)")
    parser.add_argument("--edit", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _start_django(folder, search):
    os.environ["WIJKKENNIS_DATA_DIR"] = folder
    os.environ["SEARCH_URL"] = search
    os.environ["DJANGO_SETTINGS_MODULE"] = "cms.settings"
    os.environ.pop("SEARCH_STANDBY", None)
    os.environ.pop("DATABASE_URL", None)
    _set_up()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def _set_up():
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()


def _prove(options):
    from search import audit, changes
    from search.engines import selection

    engine = selection.kept()[0]
    try:
        count, seconds, during = _rebuild_while_somebody_edits(engine, options)
        changes.drain(engine, at_once=True)
        differences = audit.audit(engine)
        stored, status = sum(1 for _ in engine.stored()), engine.status()
    finally:
        engine.remove()
    print(
        f"{engine.name}: {count:,} documents in {seconds:.1f} s ({count / seconds:,.0f} per second)"
    )
    print(f"changes in all: {options.edits}, while the index was built: {during}")
    print(f"documents afterwards: {stored:,} (the engine says {status.documents:,})")
    for kind, keys in differences.by_kind.items():
        print(f"{kind.replace('_', ' ')}: {len(keys)} {' '.join(keys[:5])}")
    return 1 if differences.keys else 0


def _rebuild_while_somebody_edits(engine, options):
    """Return how many documents were indexed, in how many seconds, with how many edits."""
    from search import rebuilding

    rebuilding.rebuild(engine)
    _make_pages(options.documents)
    with _somebody_who_edits() as editor:
        _wait_for_the_first_edit(editor)
        start, before = time.monotonic(), _edits()
        count = rebuilding.rebuild(engine, _progress(), options.processes)
        seconds, during = time.monotonic() - start, _edits() - before
        if editor.wait():
            raise SystemExit("The process that edits stopped with an error.")
    return count, seconds, during


@contextmanager
def _somebody_who_edits():
    """Run the process that edits; when anything fails it stops, before its folder is removed."""
    editor = subprocess.Popen([sys.executable, __file__, *sys.argv[1:], "--edit"], cwd=ROOT)
    try:
        yield editor
    finally:
        editor.kill()
        editor.wait()


def _make_pages(count):
    from benchmarks import pages

    section = _section()
    for first in range(0, count, BATCH):
        pages.insert([_method(section, n) for n in range(first, min(first + BATCH, count))])
    section.numchild = count
    section.save()


def _section():
    from wagtail.models import Page

    from practices.models import MethodIndexPage

    return Page.objects.get(depth=2).add_child(instance=MethodIndexPage(title="Werkwijzen"))


def _method(section, number):
    from django.contrib.contenttypes.models import ContentType

    from benchmarks import pages
    from practices.models import MethodPage

    return MethodPage(
        **pages.below(section, number + 1, f"werkwijze-{number}"),
        content_type=ContentType.objects.get_for_model(MethodPage),
        title=(title := f"Werkwijze {number} voor {WORDS[number % len(WORDS)]}"),
        draft_title=title,
        summary=_text(number),
        when_it_fits="<p>Bij veel klachten.</p>",
    )


def _text(number):
    return " ".join(WORDS[(number + step * step) % len(WORDS)] for step in range(40))


def _progress():
    from search.management.progress import Progress

    return Progress(lambda line: print(line, flush=True))


def _notes():
    # One row per edit, in a table that is not searched: how far the other process is.
    from wagtail.contrib.redirects.models import Redirect

    return Redirect.objects


def _edits():
    return _notes().count()


def _wait_for_the_first_edit(editor):
    while not _edits():
        if editor.poll():
            raise SystemExit("The process that edits stopped before its first edit.")
        time.sleep(0.05)


def _edit(options):
    """Write, remove, rewrite and close a page, over and over, spread over all of them."""
    _set_up()
    for number in range(options.edits):
        _one_edit(number, options)
        _notes().create(old_path=f"/{number}")
        time.sleep(options.pause)


def _one_edit(number, options):
    from practices.models import MethodIndexPage, MethodPage

    chosen = number * max(1, options.documents // options.edits)
    if number % 4 == 0:
        text = {"title": f"Nieuw {number}", "summary": _text(number), "when_it_fits": "<p>Nu.</p>"}
        MethodIndexPage.objects.get().add_child(instance=MethodPage(**text))
        return
    page = MethodPage.objects.get(slug=f"werkwijze-{chosen}")
    if number % 4 == 1:
        page.delete()
    elif number % 4 == 2:
        page.summary = f"Veranderd tijdens het bouwen, keer {number}."
        page.save_revision().publish()
    else:
        page.view_restrictions.create(restriction_type="login")


if __name__ == "__main__":
    sys.exit(main())
