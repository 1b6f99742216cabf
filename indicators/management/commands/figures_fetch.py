from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from indicators.importing import fetching
from indicators.management import importing
from indicators.models import Dataset
from indicators.sources.client import SourceError


class Command(BaseCommand):
    help = (
        "Fetch figures from a source and load them as one delivery: a table of StatLine of the "
        "CBS, by its old (v3) or new (v4) service, or the classes of the Leefbaarometer. A fetch "
        "that is broken off goes on where it was. Only figures of areas of this site are loaded."
    )

    def add_arguments(self, parser):
        sources = parser.add_subparsers(dest="source", required=True)
        for name, which in (("statline", "old"), ("statline-v4", "new")):
            one = sources.add_parser(name, help=f"a table of StatLine, by its {which} service")
            one.add_argument("table", help="number of the table, as 85984NED, or a year of the kwb")
            one.add_argument(
                "--areas", nargs="+", help="codes or beginnings of codes (all of this site)"
            )
            self._common(one)
        one = sources.add_parser("leefbaarometer", help="the classes of one year")
        one.add_argument("level", choices=fetching.LEVELS)
        one.add_argument("year", type=int)
        self._common(one)

    def _common(self, parser):
        importing.add_arguments(parser)
        parser.add_argument("--base-url", help="address of another server with the same service")
        parser.add_argument("--keep", action="store_true", help="keep the fetched file")

    def handle(self, *, source, **options):
        folder = Path(settings.DATA_DIR, "fetched")
        try:
            delivery = fetching.fetch({"source": source} | options, folder, self._report)
        except SourceError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Fetched {delivery.path.name} ({delivery.title}).")
        try:
            self._load(delivery, options)
        finally:
            if not options["keep"]:
                delivery.path.unlink()

    def _report(self, count, total):
        self.stdout.write(f"  {count:,} of {total:,}" if total else f"  {count:,}")

    def _load(self, delivery, options):
        dataset = Dataset(
            title=options["title"] or delivery.title,
            source=delivery.source,
            licence=delivery.licence,
            url=delivery.url,
            kind=Dataset.Kind.MEASURED,
            boundary_year=delivery.boundary_year or options["boundary_year"],
            supersedes=importing.superseded(options),
            note=" ".join(delivery.notes),
        )
        told = {
            "period": options["period"] or str(delivery.boundary_year or ""),
            "provisional": options["provisional"] or delivery.provisional,
        }
        imported = importing.bring_in(delivery.path, dataset, options | told, self.stdout.write)
        if not options["check"]:
            self.stdout.write(self.style.SUCCESS(f"Loaded {imported.readings:,} figures."))
