from django.core.management.base import BaseCommand, CommandError
from django.db.models import Count, Min

from following import delivering, digests, letters
from following.models import Letter


class Command(BaseCommand):
    help = (
        "Write the overviews that are due (once a day or a week per person, from seven in the "
        "morning) and send every mail that waits, each at most once. Run it every ten minutes. "
        "--status tells what waits, what was given up and what nobody knows of."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--status", action="store_true", help="tell how it stands; send nothing"
        )
        parser.add_argument(
            "--send-unsure",
            action="store_true",
            help="send once more what a process that was killed may have sent",
        )

    def handle(self, *, status, send_unsure, verbosity=1, **options):
        if status:
            self._tell()
            return
        if send_unsure:
            self.stdout.write(f"{letters.send_again()} mails wait once more.")
        delivering.deliver()
        digests.prepare()
        try:
            states = letters.send_waiting()
        except letters.ServerGone as error:
            raise CommandError(f"The mail server does not answer ({error}). Mails wait.") from error
        if verbosity and states:
            counts = ", ".join(f"{number} {state}" for state, number in sorted(states.items()))
            self.stdout.write(f"Mails: {counts}.")

    def _tell(self):
        groups = Letter.objects.order_by("state").values("state")
        for group in groups.annotate(number=Count("pk"), oldest=Min("created")):
            since = f"{group['oldest']:%Y-%m-%d %H:%M}"
            self.stdout.write(f"{group['state']:<8} {group['number']:>6}, oldest {since}")
        waiting = Letter.objects.filter(state=Letter.State.WAITING).exclude(error="")
        for letter in waiting:
            self.stdout.write(
                f"  {letter.pk} waits after {letter.attempts} attempts: {letter.error}"
            )
        for letter in Letter.objects.filter(state=Letter.State.FAILED):
            self.stdout.write(f"  {letter.pk} was given up: {letter.error}")
        for letter in letters.unsure():
            self.stdout.write(f"  {letter.pk} may have been sent: {letter.error or 'broken off'}")
        self.stdout.write(f"{delivering.waiting()} happenings were not told yet.")
