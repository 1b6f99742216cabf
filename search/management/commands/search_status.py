from django.core.management.base import BaseCommand, CommandError

from search import changes
from search.engines.base import SearchUnavailable
from search.engines.selection import engine as chosen_engine


class Command(BaseCommand):
    help = "Tell which search engine runs, what it holds and how far it is behind."

    def handle(self, **options):
        engine = chosen_engine()
        waiting = changes.lag(engine)
        try:
            status = engine.status()
        except SearchUnavailable as error:
            raise CommandError(f"{engine.name} does not answer: {error}") from error
        size = "" if status.size_in_bytes is None else f"{status.size_in_bytes / 2**20:.1f} MB"
        lines = {
            "engine": status.engine,
            "documents": status.documents,
            "size": size,
            "analysis": status.analysis,
            "waiting": waiting.waiting,
            "oldest waiting": f"{waiting.oldest:.0f} s",
            "refused": waiting.dead,
            "rebuilding": "yes" if changes.rebuild_goes_on(engine) else "no",
        }
        for name, value in lines.items():
            self.stdout.write(f"{name + ':':16}{value}")
