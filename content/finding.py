"""Finding a term by parts of its name, in the lists and choosers of the admin."""

from django.db.models import Q


def containing(records, text, fields):
    """Keep the records in which every word of a text occurs in one of the fields.

    Parts of words count too: `wijk` finds Schilderswijk. NUL ends a string in one database and
    is refused by the other, so it is read as a space.
    """
    found = records
    for word in text.replace("\x00", " ").split():
        anywhere = Q()
        for field in fields:
            anywhere |= Q(**{f"{field}__icontains": word})
        found = found.filter(anywhere)
    # A term with two other words that match would come twice.
    return found.distinct()
