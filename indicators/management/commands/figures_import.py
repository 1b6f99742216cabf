from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.management.base import BaseCommand, CommandError

from indicators.importing import arriving, known, moments, running, sheets, starting
from indicators.importing.problems import Unreadable
from indicators.models import Dataset, FileImport

SHOWN = 20


class Command(BaseCommand):
    help = (
        "Read a file of figures (CSV or XLSX): check all of it, and load it when nothing is wrong. "
        "Either all figures are loaded or none. --list names the mappings that say which column "
        "holds what."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, help="the file")
        parser.add_argument("--list", action="store_true", help="list the mappings and stop")
        parser.add_argument("--mapping", help="name of the mapping (default: the one that fits)")
        parser.add_argument("--title", help="name of the delivery (default: that of the file)")
        parser.add_argument("--source", default="", help="who made the figures")
        parser.add_argument("--licence", default="", help="what may be done with them")
        parser.add_argument("--url", default="", help="where they come from")
        parser.add_argument("--period", default="", help="of what the figures are: 2022, 2024*")
        parser.add_argument("--boundary-year", type=int, help="year of the borders and codes")
        parser.add_argument("--supersedes", help="title of the delivery that this replaces")
        parser.add_argument("--provisional", action="store_true", help="they may still change")
        parser.add_argument("--check", action="store_true", help="check and stop; keep nothing")
        parser.add_argument("--report", type=Path, help="write all problems to this file (CSV)")
        parser.add_argument("--go-on", type=int, help="do what an uploaded file waits for")

    def handle(self, *, file, **options):
        if options["go_on"]:
            self._go_on(options["go_on"])
        elif options["list"]:
            for each in (*known.kept(), *known.shipped()):
                self.stdout.write(f"{each.slug or '(kept)':24} {each.name}")
        elif not file:
            raise CommandError("Name a file, or ask for --list.")
        else:
            self._import(file, options)

    def _go_on(self, number):
        starting.work(FileImport.objects.get(pk=number))

    def _import(self, file, options):
        if not file.is_file():
            raise CommandError(f"There is no file {file}.")
        imported = self._receive(file, options)
        loaded = False
        try:
            running.check(imported)
            self._tell(imported)
            if options["report"] and imported.report:
                options["report"].write_bytes(imported.report.read())
            if not options["check"] and imported.is_ready:
                running.load(imported)
                loaded = imported.state == FileImport.State.LOADED
        finally:
            if not loaded:
                arriving.discard(imported)
        if loaded:
            self.stdout.write(self.style.SUCCESS(f"Loaded {imported.readings:,} figures."))
        elif not options["check"]:
            raise CommandError("Nothing was loaded.")

    def _receive(self, path, options):
        if options["period"] and moments.read(options["period"]) is None:
            raise CommandError(f"{options['period']} is no period: use 2022, 2024* or 1-10-2012.")
        status = Dataset.Status.PROVISIONAL if options["provisional"] else Dataset.Status.FINAL
        dataset = self._dataset(path, options)
        with path.open("rb") as file:
            opened = File(file, name=path.name)
            before = arriving.already_loaded(arriving.fingerprint(opened))
            if before:
                raise CommandError(f"This very file was loaded before, as {before}.")
            imported = arriving.receive(
                opened, path.name, dataset, period=options["period"], status=status
            )
        mapping = self._mapping(options["mapping"])
        if mapping:
            arriving.choose(imported, mapping)
        elif not imported.mapping:
            arriving.discard(imported)
            raise CommandError(f"{self._why_none(path)} Ask for --list.")
        else:
            arriving.choose(imported, arriving.mapping_of(imported))
        return imported

    def _dataset(self, path, options):
        superseded = None
        if options["supersedes"]:
            superseded = Dataset.objects.filter(title=options["supersedes"]).first()
            if superseded is None:
                raise CommandError(f"There is no delivery called {options['supersedes']}.")
        dataset = Dataset(
            title=options["title"] or path.stem,
            source=options["source"] or path.stem,
            licence=options["licence"] or "niet bekend",
            url=options["url"],
            kind=Dataset.Kind.MEASURED,
            boundary_year=options["boundary_year"],
            supersedes=superseded,
        )
        try:
            dataset.full_clean()
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from error
        return dataset

    def _mapping(self, name):
        if not name:
            return None
        for each in (*known.kept(), *known.shipped()):
            if name in (each.slug, each.name):
                return each.mapping
        raise CommandError(f"There is no mapping {name}; ask for --list.")

    def _why_none(self, path):
        try:
            names = ", ".join(sheets.open_sheet(path).header[:SHOWN])
        except Unreadable as error:
            return f"Line {error.line or 1}: {error.message}"
        return f"No mapping fits the columns of this file ({names})."

    def _tell(self, imported):
        self.stdout.write(
            f"{imported.lines:,} lines: {imported.values:,} figures, {imported.missing:,} missing "
            f"with a reason, {imported.left_out:,} left out, {imported.wrong:,} wrong."
        )
        wrong = [problem for problem in imported.problems if not problem["left_out"]]
        for problem in wrong[:SHOWN]:
            self.stdout.write(
                "  line {line}, {column}: {value!r}; expected {expected}".format(**problem)
            )
