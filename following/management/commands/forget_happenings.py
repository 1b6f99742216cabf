from django.core.management.base import BaseCommand

from following import forgetting


class Command(BaseCommand):
    help = (
        "Forget what happened longer ago than a number of days, with the notifications of it and "
        "the mails that were sent. What nobody was told of yet stays. Run it every night."
    )

    def add_arguments(self, parser):
        parser.add_argument("--older-than", type=int, default=180, help="days (180)")

    def handle(self, *, older_than, verbosity=1, **options):
        if older_than < 8:
            # A weekly overview tells of seven days.
            parser = self.create_parser("manage.py", "forget_happenings")
            parser.error("--older-than must be 8 or more.")
        gone = forgetting.forget(older_than)
        if verbosity:
            self.stdout.write(f"Forgot {gone} happenings.")
