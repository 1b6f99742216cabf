"""What is wrong with a file, told so that somebody can mend it."""

import csv
from dataclasses import dataclass

from django.utils.translation import gettext as _

from indicators.exports import harmless


class Unreadable(Exception):
    """A file that cannot be read at all; `line` is where that shows, or None."""

    def __init__(self, message, line=None):
        super().__init__(message)
        self.message = message
        self.line = line


@dataclass(frozen=True)
class Problem:
    """A value that is not taken: where it stands, what it is, and what was expected.

    `line` counts from one, as a spreadsheet does. What was `left_out` does not keep the others
    from being loaded; anything else does.
    """

    line: int
    column: str
    value: str
    expected: str
    left_out: bool = False


def write_report(problems, file):
    """Write problems as CSV that opens well in a Dutch spreadsheet."""
    file.write("\N{BYTE ORDER MARK}")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    writer.writerow([_("Regel"), _("Kolom"), _("Waarde"), _("Verwacht"), _("Gevolg")])
    for problem in problems:
        consequence = _("overgeslagen") if problem.left_out else _("houdt het inlezen tegen")
        writer.writerow(
            [
                problem.line,
                harmless(problem.column),
                harmless(problem.value),
                problem.expected,
                consequence,
            ]
        )
