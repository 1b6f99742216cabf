from django.core.management.base import BaseCommand, CommandError

from search import changes, pace, rebuilding
from search.engines import breaker, selection
from search.engines.base import SearchUnavailable


class Command(BaseCommand):
    help = (
        "Tell which search engine runs, what its index holds, how far it is behind the database "
        "and whether it is asked at all; the same of the standby. Ends with an error when the "
        "first engine does not answer."
    )

    def handle(self, **options):
        answers = [self._tell(engine) for engine in selection.kept()]
        if len(answers) == 1:
            self._write("standby", "none")
        if not answers[0]:
            raise CommandError(f"{selection.kept()[0].name} does not answer.")

    def _tell(self, engine):
        """Tell of one engine; return whether it answers."""
        is_first = engine is selection.kept()[0]
        self._write("engine" if is_first else "standby", engine.name)
        try:
            self._tell_of_index(engine)
            answers = True
        except SearchUnavailable as error:
            self._write("answers", f"no: {error}")
            answers = False
        self._tell_of_queue(engine)
        return answers

    def _tell_of_index(self, engine):
        status = engine.status()
        self._write("answers", "yes")
        self._write("documents", status.documents)
        self._write("series", status.series)
        self._write("size", f"{(status.size_in_bytes or 0) / 2**20:.1f} MB")
        self._write("analysis", status.analysis)
        self._write("made as now", "yes" if status.is_current else "no")
        needed = rebuilding.is_needed(engine)
        self._write("up to date", "no: run search_rebuild" if needed else "yes")

    def _tell_of_queue(self, engine):
        waiting, state = changes.lag(engine), pace.of(engine)
        self._write("waiting", waiting.waiting)
        self._write("lag", f"{waiting.oldest:.0f} s")
        self._write("refused", waiting.dead)
        self._write("rebuilding", "yes" if changes.rebuild_goes_on(engine) else "no")
        self._write("breaker", "open: nobody asks it" if breaker.is_open(engine) else "closed")
        paused = f"paused after {state.write_failures} failures"
        self._write("writing", paused if pace.is_paused(state) else "goes on")

    def _write(self, name, value):
        self.stdout.write(f"{name + ':':16}{value}")
