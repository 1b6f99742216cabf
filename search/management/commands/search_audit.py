from django.core.management.base import BaseCommand, CommandError

from search import audit
from search.engines.base import SearchUnavailable
from search.engines.selection import engine as chosen_engine


class Command(BaseCommand):
    help = (
        "Compare the search index with the database. Ends with an error when they differ, "
        "unless --repair makes them equal."
    )

    def add_arguments(self, parser):
        parser.add_argument("--repair", action="store_true", help="index again what differs")

    def handle(self, *, repair, **options):
        engine = chosen_engine()
        try:
            differences = audit.audit(engine)
            self._tell(differences)
            if not differences.keys:
                return
            if not repair:
                raise CommandError("Index and database differ; --repair makes them equal.")
            audit.repair(differences, engine)
            if audit.audit(engine).keys:
                raise CommandError("Index and database still differ after the repair.")
        except SearchUnavailable as error:
            raise CommandError(f"{engine.name} does not answer: {error}") from error
        self.stdout.write(self.style.SUCCESS("Repaired."))

    def _tell(self, differences):
        for name in ("missing", "orphaned", "wrongly_visible"):
            found = getattr(differences, name)
            self.stdout.write(f"{name.replace('_', ' ')}: {len(found)}")
            for key in found[:20]:
                self.stdout.write(f"  {key}")
