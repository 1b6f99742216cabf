import logging

from django.core.management.base import BaseCommand, CommandError

from accounts.domain import forget_second_steps
from accounts.models import User

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Take away the app, the keys and the recovery codes of somebody who lost them, and sign "
        "them out everywhere. Who enters the admin is asked for a new second step at once."
    )

    def add_arguments(self, parser):
        parser.add_argument("username", help="the name with which they sign in, or their mail")

    def handle(self, *, username, **options):
        field = "email__iexact" if "@" in username else "username"
        person = User.objects.filter(**{field: username}).first()
        if person is None:
            raise CommandError(f"Nobody signs in as {username}.")
        number = forget_second_steps(person)
        logger.warning("The second step of account %s was reset by command.", person.pk)
        self.stdout.write(f"{person.get_username()}: {number} taken away, signed out everywhere.")
