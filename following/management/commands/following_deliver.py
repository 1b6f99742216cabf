import time

from django.core.management.base import BaseCommand
from django.db import connections

from following import delivering, figures


class Command(BaseCommand):
    help = (
        "Tell people what happened to what they follow. Every web process does so by itself; run "
        "this from cron as well, for what a process that was stopped left, or with --watch for a "
        "process of its own. Also looks which practices got newer figures beside theirs."
    )

    def add_arguments(self, parser):
        parser.add_argument("--watch", action="store_true", help="go on until stopped")
        parser.add_argument(
            "--pause", type=float, default=5.0, help="seconds between two looks (with --watch)"
        )

    def handle(self, *, watch, pause, verbosity=1, **options):
        self._once(verbosity)
        try:
            while watch:
                connections.close_all()
                time.sleep(pause)
                self._once(verbosity)
        except KeyboardInterrupt:
            self.stdout.write("Stopped.")

    def _once(self, verbosity):
        figures.look()
        told = delivering.deliver()
        if verbosity and told:
            self.stdout.write(f"Told of {told} happenings.")
        if left := delivering.waiting():
            self.stdout.write(f"{left} happenings could not be told; the log says why.")
