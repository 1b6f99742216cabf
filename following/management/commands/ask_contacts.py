from django.core.management.base import BaseCommand

from following import contacts


class Command(BaseCommand):
    help = (
        "Ask the contacts of practices that nobody confirmed for a year whether they still are it, "
        "and the deputy thirty days later. Writes the mails; send_digests sends them. Run it once "
        "a day."
    )

    def handle(self, *, verbosity=1, **options):
        asked, reminded = contacts.ask(), contacts.remind()
        if verbosity:
            self.stdout.write(f"Asked {asked} contacts; asked {reminded} once more.")
