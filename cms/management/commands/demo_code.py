from django.core.management.base import BaseCommand, CommandError

from cms.demo import people


class Command(BaseCommand):
    help = (
        "Show the code that somebody with a demo login is asked for after the password: what an "
        "app on their telephone would show now. A code works once; the next comes in half a minute."
    )

    def add_arguments(self, parser):
        parser.add_argument("username", help="the name of the demo login, such as redacteur")

    def handle(self, *, username, **options):
        secret = people.known().get(username, {}).get("secret")
        if secret is None:
            raise CommandError(f"There is no demo login {username} that is asked for a code.")
        self.stdout.write(people.code(secret))
