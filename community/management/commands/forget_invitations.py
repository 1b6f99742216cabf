from django.core.management.base import BaseCommand

from community.domain import invitations


class Command(BaseCommand):
    help = (
        "Forget the mail addresses of invitations that nobody used and that no longer hold, and of "
        "those that were used. Run it every night."
    )

    def handle(self, *, verbosity=1, **options):
        forgotten = invitations.forget()
        if verbosity:
            self.stdout.write(f"Forgot {forgotten} invitations.")
