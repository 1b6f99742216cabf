from django.core.management.base import BaseCommand, CommandError

from search import audit
from search.engines import selection
from search.engines.base import SearchUnavailable
from search.management.progress import Progress

SHOWN = 20


class Command(BaseCommand):
    help = (
        "Compare the search index with the database, that of the standby too: what is missing, "
        "what should be gone, what the wrong people can see, and what was made of an older text. "
        "Ends with an error when they differ, unless --repair makes them equal."
    )

    def add_arguments(self, parser):
        parser.add_argument("--repair", action="store_true", help="index again what differs")
        parser.add_argument(
            "--quick",
            action="store_true",
            help="do not look whether documents are stale, which takes as long as a rebuild",
        )

    def handle(self, *, repair, quick, **options):
        self.contents = not quick
        problems = [
            problem for engine in selection.kept() if (problem := self._problem(engine, repair))
        ]
        if problems:
            raise CommandError("\n".join(problems))

    def _problem(self, engine, repair):
        """Audit an engine and return what is wrong with it, if anything."""
        try:
            differences = self._audit(engine)
            self._tell(engine, differences)
            if not differences.keys:
                return None
            if not repair:
                return f"Index and database differ ({engine.name}); --repair makes them equal."
            return self._repair(engine, differences)
        except SearchUnavailable as error:
            return f"{engine.name} does not answer: {error}"

    def _repair(self, engine, differences):
        audit.repair(differences, engine)
        if self._audit(engine).keys:
            return (
                f"Index and database still differ after the repair ({engine.name}): "
                "search_rebuild builds a new index."
            )
        self.stdout.write(self.style.SUCCESS("Repaired."))
        return None

    def _audit(self, engine):
        return audit.audit(engine, self.contents, Progress(self.stdout.write))

    def _tell(self, engine, differences):
        self.stdout.write(f"{engine.name}:")
        for kind, found in differences.by_kind.items():
            self.stdout.write(f"  {kind.replace('_', ' ')}: {len(found)}")
            for key in found[:SHOWN]:
                self.stdout.write(f"    {key}")
