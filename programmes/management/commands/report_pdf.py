from django.core.management.base import BaseCommand, CommandError

from programmes.models import ReportEdition
from programmes.reporting import pdf, preparing


class Command(BaseCommand):
    help = "Make the PDF of an edition of a progress report, and keep it."

    def add_arguments(self, parser):
        parser.add_argument("hash", help="the first signs of the hash of the edition")

    def handle(self, *, hash, **options):
        edition = ReportEdition.objects.filter(hash__startswith=hash).first()
        if edition is None:
            raise CommandError(f"There is no edition {hash}.")
        if not pdf.is_available():
            raise CommandError("PDFs cannot be made here: Pango is missing.")
        if not preparing.work(edition):
            raise CommandError("The PDF could not be made; the log says why.")
        self.stdout.write(f"{edition.pdf_url} is ready.")
