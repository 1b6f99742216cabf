from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from wagtail.models import Site

from accounts.domain import grant_editor_permissions, name_workflow
from cms.demo import people
from cms.models import HomePage
from search import changes, missed


class Command(BaseCommand):
    help = (
        "Make the installation ready to serve: migrate the database, give editors their "
        "permissions, set the address of the site, load the demo content into an empty site and "
        "bring the search index up to date. Safe to run at every start."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--no-demo", action="store_true", help="leave an empty site empty, for production"
        )

    def handle(self, *args, no_demo, **options):
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
        # The index is brought up to date at the end, once, for all that is written before.
        with changes.workers.resting():
            self._fill(no_demo)
        call_command("search_rebuild", only_if_needed=True, stdout=self.stdout)
        self._say_goodbye()

    def _fill(self, no_demo):
        """Write what the site cannot do without."""
        grant_editor_permissions()
        name_workflow()
        if not no_demo and not HomePage.objects.exists():
            self.stdout.write("Loading the demo content …")
            call_command("demo", stdout=self.stdout)
        if people.logins_file().exists():
            people.load()
        self._set_address()
        missed.forget()

    def _set_address(self):
        """Give the default site the host and port that visitors use."""
        address = urlsplit(settings.BASE_URL)
        port = address.port or (443 if address.scheme == "https" else 80)
        Site.objects.filter(is_default_site=True).exclude(
            hostname=address.hostname, port=port
        ).update(hostname=address.hostname, port=port, site_name=settings.WAGTAIL_SITE_NAME)
        # update() sends no signal, and Wagtail keeps the addresses of sites in the cache.
        Site.clear_site_root_paths_cache()

    def _say_goodbye(self):
        self.stdout.write(f"\nWat werkt in de wijken: {settings.BASE_URL}/")
        self.stdout.write(f"Beheer:                 {settings.BASE_URL}/beheer/")
        logins = people.known()
        for username, login in logins.items():
            self.stdout.write(f"  {username:<12} wachtwoord {login['password']}")
        if logins:
            self.stdout.write("Het beheer vraagt ook een code: make code LOGIN=redacteur")
