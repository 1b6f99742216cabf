from django.core.management.base import BaseCommand

from search import missed


class Command(BaseCommand):
    help = (
        "Forget questions without an answer that nobody asked for ninety days, and the rarest when "
        "there are too many. Happens by itself whenever a new one comes in; run it every night to "
        "forget on a site where nobody asks anything."
    )

    def handle(self, *, verbosity=1, **options):
        gone = missed.forget()
        if verbosity:
            self.stdout.write(f"Forgot {gone} questions.")
