from django.core.management.base import BaseCommand

from cms.demo import figures, pages, people, terms
from cms.demo.references import References


class Command(BaseCommand):
    help = (
        "Fill the site with the progress report on the neighbourhood approach of 2013. Running it "
        "again changes nothing; a page that somebody has edited is left as it is."
    )

    def handle(self, *args, **options):
        terms.load()
        references = References()
        figures.load(references)
        loader = pages.Loader(references)
        loader.load()
        people.load()
        self.stdout.write(
            f"Demo content: {loader.created} pages created, {loader.changed} refreshed, "
            f"{loader.unchanged} unchanged."
        )
        for title in loader.kept:
            self.stdout.write(f"Left as edited: {title}")
