"""A plan as CSV: a row for each item."""

import csv
import io

from django.utils.translation import gettext as _

from indicators.exports import harmless


def written(contents):
    """Return a plan as CSV that opens well in a Dutch spreadsheet.

    Semicolons and a byte order mark; nothing in it runs as a formula.
    """
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow(
        [
            _("Nummer"),
            _("Soort"),
            _("Titel"),
            _("Samenvatting"),
            _("Cijfers in woorden"),
            _("Let op"),
            _("Aantekening"),
            _("Adres"),
            _("Bronnen"),
            _("Controlegetal"),
            _("Gelezen op"),
        ]
    )
    writer.writerows(_row(part, contents.read_on) for part in contents.parts)
    return ("\N{BYTE ORDER MARK}" + file.getvalue()).encode()


def _row(part, day):
    texts = (
        *(part.label, part.title, part.summary, part.sentence, " ".join(part.cautions)),
        *(part.note, part.address, "\n".join(part.sources), part.hash),
    )
    return [part.number, *map(harmless, texts), day.isoformat()]
