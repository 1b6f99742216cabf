"""Where a definition changed: figures before and after are not to be compared without saying so.

All of it is pure once the changes of the indicator were read: `definition_changes` is what to
prefetch where indicators are read.
"""

from django.utils.formats import date_format
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _


def between(indicator, before, after):
    """Return the changes after which the second of two days is counted otherwise than the first."""
    return tuple(change for change in indicator.changes if before < change.since <= after)


def notes(changes):
    """Return a note for each change, that holds for every area.

    In 2011 veranderde de definitie: studenten tellen voortaan mee. Cijfers van ervoor en erna zijn
    niet goed te vergelijken.
    """
    message = _("%(change)s: %(what)s. Cijfers van ervoor en erna zijn niet goed te vergelijken.")
    return [
        message % {"change": changed([change]), "what": change.what.rstrip(". ")}
        for change in changes
    ]


def changed(changes):
    """Return when the definition changed, as a sentence without its end.

    In 2008 en op 1 oktober 2011 veranderde de definitie
    """
    days = get_text_list([_when(change.since) for change in changes], _("en"))
    return capfirst(_("%(days)s veranderde de definitie") % {"days": days})


def doubt(indicator, before, after):
    """Return that a distance may have changed by counting otherwise, or nothing."""
    changes = between(indicator, before, after)
    return _("Dat kan ook door de nieuwe definitie komen.") if changes else ""


def _when(day):
    if (day.month, day.day) == (1, 1):
        return _("in %(year)s") % {"year": day.year}
    return _("op %(day)s") % {"day": date_format(day, "j F Y")}
