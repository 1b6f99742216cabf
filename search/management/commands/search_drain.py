import threading
import time

from django.core.management.base import BaseCommand
from django.db import connections

from search import changes
from search.engines import selection


class Command(BaseCommand):
    help = (
        "Index what has changed, also what waits to be tried again. Every web process does so by "
        "itself; use --watch for a process of its own, which goes on until it is stopped and "
        "keeps the standby up to date as well."
    )

    def add_arguments(self, parser):
        parser.add_argument("--watch", action="store_true", help="go on until stopped")
        parser.add_argument(
            "--pause", type=float, default=1.0, help="seconds between two looks (with --watch)"
        )

    def handle(self, *, watch, pause, verbosity=1, **options):
        if watch:
            self._watch(pause, verbosity)
        for engine in [] if watch else selection.kept():
            count = changes.drain(engine, at_once=True)
            self._tell(engine, count, verbosity)
        for engine in selection.kept():
            self._tell_what_is_left(engine)

    def _watch(self, pause, verbosity):
        stopped = threading.Event()
        for engine in selection.kept():
            # One that hangs must not hold up the other.
            arguments = (engine, pause, verbosity, stopped)
            threading.Thread(target=self._drain_until, args=arguments, daemon=True).start()
        try:
            while True:
                time.sleep(60)
        except KeyboardInterrupt:
            stopped.set()
            self.stdout.write("Stopped.")

    def _drain_until(self, engine, pause, verbosity, stopped):
        while not stopped.wait(pause):
            count = changes.drain(engine)
            if count:
                self._tell(engine, count, verbosity)
            connections.close_all()

    def _tell(self, engine, count, verbosity):
        if verbosity:
            self.stdout.write(f"Indexed {count} changes in {engine.name}.")

    def _tell_what_is_left(self, engine):
        left = changes.lag(engine)
        if left.waiting or left.dead:
            self.stdout.write(f"{engine.name}: {left.waiting} waiting, {left.dead} refused.")
