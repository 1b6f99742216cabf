from django.core.management.base import BaseCommand
from django.db import transaction

from cms.demo import documents, experiences, figures, members, pages, people, promotions, terms
from cms.demo.reading import SHIPPED, Content
from cms.demo.store import Store


class Command(BaseCommand):
    help = (
        "Fill the site with the progress report on the neighbourhood approach of 2013. Running it "
        "again changes nothing; a page that somebody has edited is left as it is."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--content", default=SHIPPED, metavar="FOLDER", help="read the content files from here"
        )

    def handle(self, *, content=SHIPPED, **options):
        store = Store(Content(content))
        # All or nothing: a mistake in a file leaves the site as it was.
        with transaction.atomic():
            for part in (terms, figures, documents, pages, promotions):
                part.load(store)
            people.load()
            members.load(store)
            experiences.load(store)
        self.stdout.write(
            f"Demo content: {store.created} created, {store.changed} changed, "
            f"{store.unchanged} unchanged."
        )
        for title in store.kept:
            self.stdout.write(f"Left as edited: {title}")
