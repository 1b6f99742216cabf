import time

from django.core.management.base import BaseCommand

from search import changes
from search.engines.selection import engine as chosen_engine


class Command(BaseCommand):
    help = (
        "Index what has changed. Every web process does so by itself; use --watch for a process "
        "of its own, which takes that work over when there is much of it."
    )

    def add_arguments(self, parser):
        parser.add_argument("--watch", action="store_true", help="go on until stopped")
        parser.add_argument(
            "--pause", type=float, default=1.0, help="seconds between two looks (with --watch)"
        )

    def handle(self, *, watch, pause, verbosity=1, **options):
        engine = chosen_engine()
        try:
            while True:
                count = changes.drain(engine)
                if verbosity and (count or not watch):
                    self.stdout.write(f"Indexed {count} changes in {engine.name}.")
                if not watch:
                    break
                time.sleep(pause)
        except KeyboardInterrupt:
            self.stdout.write("Stopped.")
        waiting = changes.lag(engine)
        if waiting.waiting or waiting.dead:
            self.stdout.write(f"{waiting.waiting} waiting, {waiting.dead} refused.")
