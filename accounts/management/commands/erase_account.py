import logging

from django.core.management.base import BaseCommand, CommandError

from accounts import privacy
from accounts.domain import is_last_administrator
from accounts.models import User

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Take somebody away from the whole site, as that person can do under Uw gegevens. What "
        "should have been handed over first is told, and does not stop it."
    )

    def add_arguments(self, parser):
        parser.add_argument("username", help="the name with which they sign in, or their mail")
        parser.add_argument(
            "--posts",
            choices=["keep", "remove"],
            required=True,
            help="what they wrote stays without a name, or goes with the replies to it",
        )

    def handle(self, *, username, posts, **options):
        field = "email__iexact" if "@" in username else "username"
        person = User.objects.filter(**{field: username}).first()
        if person is None:
            raise CommandError(f"Nobody signs in as {username}.")
        if is_last_administrator(person):
            raise CommandError(f"{person.get_username()} is the last administrator.")
        number, name, unsettled = person.pk, person.get_username(), privacy.unsettled(person)
        privacy.erase(person, keep_posts=posts == "keep")
        logger.warning("Account %s was erased by command.", number)
        for found in unsettled:
            self.stdout.write(f"Not handed over: {found.words} {found.url}")
        self.stdout.write(f"{name} was erased.")
