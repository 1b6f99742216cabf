from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from community.moderation import domain


class Command(BaseCommand):
    help = (
        "Forget who reported a post and why, and what authors wrote in an appeal, so many days "
        "after a moderator answered. What waits for an answer stays, and so does the log of what "
        "moderators did. Run it every night."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--older-than",
            type=int,
            required=True,
            metavar="DAYS",
            help="days since the answer, such as 365",
        )

    def handle(self, *, older_than, verbosity=1, **options):
        if not 1 <= older_than <= 36_500:
            raise CommandError("Give a number of days between 1 and 36500.")
        reports, appeals = domain.forget(timezone.now() - timedelta(days=older_than))
        if verbosity:
            self.stdout.write(f"Forgot {reports} reports and the words of {appeals} appeals.")
