from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from indicators.importing import known, starting
from indicators.management import importing
from indicators.models import Dataset, FileImport


class Command(BaseCommand):
    help = (
        "Read a file of figures (CSV or XLSX): check all of it, and load it when nothing is wrong. "
        "Either all figures are loaded or none. --list names the mappings that say which column "
        "holds what."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, help="the file")
        parser.add_argument("--list", action="store_true", help="list the mappings and stop")
        parser.add_argument("--source", default="niet genoemd", help="who made the figures")
        parser.add_argument("--licence", default="niet bekend", help="what may be done with them")
        parser.add_argument("--url", default="", help="where they come from")
        parser.add_argument("--go-on", type=int, help="do what an uploaded file waits for")
        importing.add_arguments(parser)

    def handle(self, *, file, **options):
        if options["go_on"]:
            starting.work(FileImport.objects.get(pk=options["go_on"]))
        elif options["list"]:
            for each in (*known.kept(), *known.shipped()):
                self.stdout.write(f"{each.slug or '(kept)':24} {each.name}")
        elif file is None:
            raise CommandError("Name a file, or ask for --list.")
        elif not file.is_file():
            raise CommandError(f"There is no file {file}.")
        else:
            self._import(file, options)

    def _import(self, file, options):
        dataset = Dataset(
            title=options["title"] or file.stem,
            source=options["source"],
            licence=options["licence"],
            url=options["url"],
            kind=Dataset.Kind.MEASURED,
            boundary_year=options["boundary_year"],
            supersedes=importing.superseded(options),
        )
        imported = importing.bring_in(file, dataset, options, self.stdout.write)
        if not options["check"]:
            self.stdout.write(self.style.SUCCESS(f"Loaded {imported.readings:,} figures."))
