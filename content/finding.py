"""Finding a term by parts of its name or by its number, in the lists and choosers of the admin."""

from django.db.models import Q

# Nobody types more to find a name, and a database has its limits.
MOST_WORDS, LONGEST_WORD = 12, 100

# The most digits that every database has a number for.
DIGITS = 18


def may_be_a_number(text):
    """Tell whether a text can be the number of a record; what cannot is in no database."""
    return text.isdecimal() and len(text) <= DIGITS


def containing(records, text, fields):
    """Keep the records in which every word of a text occurs in one of the fields.

    Parts of words count too: `wijk` finds Schilderswijk. NUL ends a string in one database and
    is refused by the other, so it is read as a space.
    """
    found = records
    for word in text.replace("\x00", " ").split()[:MOST_WORDS]:
        anywhere = Q()
        for field in fields:
            anywhere |= Q(**{f"{field}__icontains": word[:LONGEST_WORD]})
        found = found.filter(anywhere)
    # A term with two other words that match would come twice.
    return found.distinct()
