from django.core.management.base import BaseCommand, CommandError

from plans.exporting import printing
from programmes.reporting import pdf


class Command(BaseCommand):
    help = "Make the PDF of a plan that somebody asked for. The site starts this by itself."

    def add_arguments(self, parser):
        parser.add_argument("name", help="the name of the document that waits, without .html")

    def handle(self, *, name, **options):
        if not printing.is_asked(name):
            raise CommandError(f"No document {name} waits to be made.")
        if not pdf.is_available():
            raise CommandError("PDFs cannot be made here: Pango is missing.")
        if not printing.work(name):
            raise CommandError("The PDF could not be made; the log says why.")
        self.stdout.write(f"{name}.pdf is ready.")
