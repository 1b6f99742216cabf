"""What the commands that bring figures in share: take a file, check it, tell, and load it."""

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.management.base import CommandError

from indicators.importing import arriving, known, moments, running, sheets
from indicators.importing.problems import Unreadable
from indicators.models import Dataset, FileImport

SHOWN = 20


def add_arguments(parser):
    """Add the options that every such command has."""
    parser.add_argument("--mapping", help="name of the mapping (default: the one that fits best)")
    parser.add_argument("--title", help="name of the delivery")
    parser.add_argument("--period", default="", help="of what the figures are: 2022, 2024*")
    parser.add_argument("--boundary-year", type=int, help="year of the borders and codes")
    parser.add_argument("--supersedes", help="title of the delivery that this replaces")
    parser.add_argument("--provisional", action="store_true", help="they may still change")
    parser.add_argument("--check", action="store_true", help="check and stop; keep nothing")


def bring_in(path, dataset, options, write):
    """Check a file and load it for a dataset, unless only to check; return the `FileImport`.

    `write` gets lines about what was found. Raises CommandError when nothing was loaded, and then
    nothing of the file is kept.
    """
    imported = _receive(path, dataset, options)
    loaded = False
    try:
        running.check(imported)
        _tell(imported, write)
        if not options["check"] and imported.is_ready:
            running.load(imported)
            loaded = imported.state == FileImport.State.LOADED
        if not loaded and not options["check"]:
            raise CommandError("Nothing was loaded.")
    finally:
        if not loaded:
            arriving.discard(imported)
    return imported


def superseded(options):
    """Return the delivery that `--supersedes` names, or None."""
    if not options["supersedes"]:
        return None
    found = Dataset.objects.filter(title=options["supersedes"]).first()
    if found is None:
        raise CommandError(f"There is no delivery called {options['supersedes']}.")
    return found


def mapping_called(name):
    """Return the mapping with this name."""
    for each in (*known.kept(), *known.shipped()):
        if name in (each.slug, each.name):
            return each.mapping
    raise CommandError(f"There is no mapping {name}; ask `figures_import --list`.")


def _receive(path, dataset, options):
    period = options["period"]
    if period and moments.read(period) is None:
        raise CommandError(f"{period} is no period: use 2022, 2024* or 1-10-2012.")
    try:
        dataset.full_clean()
    except ValidationError as error:
        raise CommandError("; ".join(error.messages)) from error
    mapping = mapping_called(options["mapping"]) if options["mapping"] else _fitting(path)
    status = Dataset.Status.PROVISIONAL if options["provisional"] else Dataset.Status.FINAL
    with path.open("rb") as file:
        opened = File(file, name=path.name)
        before = arriving.already_loaded(arriving.fingerprint(opened))
        if before:
            raise CommandError(f"This very file was loaded before, as {before}.")
        imported = arriving.receive(opened, path.name, dataset, period=period, status=status)
    arriving.choose(imported, mapping)
    return imported


def _fitting(path):
    try:
        if mapping := known.best(path):
            return mapping
        names = ", ".join(sheets.open_sheet(path).header[:SHOWN])
    except Unreadable as error:
        raise CommandError(f"Line {error.line or 1}: {error.message}") from error
    raise CommandError(
        f"No mapping fits the columns of this file ({names}); ask `figures_import --list`."
    )


def _tell(imported, write):
    write(
        f"{imported.lines:,} lines: {imported.values:,} figures, {imported.missing:,} missing with "
        f"a reason, {imported.left_out:,} left out, {imported.wrong:,} wrong."
    )
    wrong = [problem for problem in imported.problems if not problem["left_out"]]
    for problem in wrong[:SHOWN]:
        write("  line {line}, {column}: {value!r}; expected {expected}".format(**problem))
