"""The list of who comes to a meeting, as a Dutch spreadsheet opens it."""

import csv
import io

from django.utils.translation import gettext as _

from community.meetings.queries import people_at
from indicators.exports import harmless


def of_people(event):
    """Return who has a seat and who waits, with what they told the organisers."""
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow([_("Naam"), _("Organisatie"), _("Stand"), _("Dieet of toegankelijkheid")])
    found = people_at(event)
    for row in [*found["seated"], *found["waiting"]]:
        told = (str(row.user), row.user.organisation, row.get_state_display(), row.note)
        writer.writerow([harmless(" ".join(cell.split())) for cell in map(str, told)])
    return "\N{BYTE ORDER MARK}" + file.getvalue()
