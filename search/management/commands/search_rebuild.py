import argparse
import time

from django.core.management.base import BaseCommand, CommandError

from search import changes, rebuilding
from search.engines import selection
from search.engines.base import SearchUnavailable
from search.loading import Stopped
from search.management.progress import Progress
from search.processes import MOST


class Command(BaseCommand):
    help = (
        "Build a new search index from the database and put it in the place of the one in use, "
        "for the standby too when there is one. Searching goes on meanwhile, and what changes "
        "meanwhile is not lost. An index that turns out to hold too little is not put in place."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--only-if-needed",
            action="store_true",
            help="leave an index alone that exists, is filled and understands the same Dutch",
        )

        parser.add_argument(
            "--processes",
            type=_at_least_one,
            help="in how many processes pages are read and analysed (default: as many as there "
            f"are processors, {MOST} at most, and one for a small site)",
        )

    def handle(self, *, only_if_needed=False, processes=None, verbosity=1, **options):
        rebuilding.forget_unused()
        problems = []
        for engine in selection.kept():
            try:
                self._bring_up_to_date(engine, only_if_needed, processes, verbosity)
            except SearchUnavailable as error:
                problems.append(f"{engine.name} does not answer: {error}")
            except rebuilding.AlreadyRebuilding:
                problems.append(f"Another process rebuilds the index of {engine.name} now.")
            except (rebuilding.Incomplete, Stopped) as error:
                problems.append(str(error))
        self._tell(problems, one_will_do=only_if_needed)

    def _bring_up_to_date(self, engine, only_if_needed, processes, verbosity):
        if only_if_needed and not self._is_needed(engine):
            changes.drain(engine)
            return
        write = self.stdout.write if verbosity else lambda line: None
        write(f"Building the index of {engine.name} …")
        count = rebuilding.rebuild(engine, Progress(write), processes)
        write(self.style.SUCCESS(f"Indexed {count:,} documents in {engine.name}."))

    def _tell(self, problems, one_will_do):
        # A site that starts can do with one index.
        if problems and not (one_will_do and len(problems) < len(selection.kept())):
            raise CommandError("\n".join(problems))
        for problem in problems:
            self.stderr.write(self.style.WARNING(problem))

    def _is_needed(self, engine):
        # Another process may be building it, or was killed while it did.
        while changes.rebuild_goes_on(engine):
            time.sleep(1)
        return rebuilding.is_needed(engine)


def _at_least_one(text):
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of processes")
    return int(text)
