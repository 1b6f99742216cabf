import time

from django.core.management.base import BaseCommand, CommandError

from search import changes, rebuilding
from search.engines.base import SearchUnavailable
from search.engines.selection import engine as chosen_engine


class Command(BaseCommand):
    help = (
        "Build a new search index from the database and put it in the place of the one in use. "
        "Searching goes on meanwhile, and what changes meanwhile is not lost."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--only-if-needed",
            action="store_true",
            help="leave an index alone that exists, is filled and understands the same Dutch",
        )

    def handle(self, *, only_if_needed=False, verbosity=1, **options):
        engine = chosen_engine()
        try:
            if only_if_needed and not self._is_needed(engine):
                changes.drain(engine)
                return
            count = rebuilding.rebuild(engine, self._reporter(verbosity))
        except SearchUnavailable as error:
            raise CommandError(f"{engine.name} does not answer: {error}") from error
        except rebuilding.AlreadyRebuilding as error:
            raise CommandError("Another process rebuilds this index now.") from error
        if verbosity:
            self.stdout.write(self.style.SUCCESS(f"Indexed {count} documents in {engine.name}."))

    def _is_needed(self, engine):
        # Another process may be building it, or was killed while it did.
        while changes.rebuild_goes_on(engine):
            time.sleep(1)
        return rebuilding.is_needed(engine)

    def _reporter(self, verbosity):
        def report(count):
            if verbosity > 1:
                self.stdout.write(f"  {count} documents")

        return report
