"""Which questions may be kept for editors to read: those that point at nobody.

Nothing is kept of a question that holds

- a mail address or the address of a page;
- five digits or more, years aside: a telephone number, a citizen number, an account;
- a postcode;
- initials, or a form of address before a name (J. Jansen, mevrouw Jansen);
- a street, or a name in capitals, with a house number (Dorpsstraat 12, Jan Jansen 12).

A name alone cannot be told from a place or a project; therefore editors read a question only
when it was asked more than once (search.missed).
"""

import re

YEAR = r"(?:19|20)\d\d\b"
MOST_DIGITS = 4
ADDRESS = re.compile(r"@|://|\bwww\.", re.IGNORECASE)
POSTCODE = re.compile(r"\b\d{4} ?[A-Z]{2}\b|\b\d{4}[a-z]{2}\b")
INITIALS = re.compile(r"\b(?:[A-Z]|Ch|Th|IJ)\.")
TITLED = re.compile(r"(?i:\b(?:mevrouw|mevr|mw|meneer|mijnheer|dhr|de heer)\b)|\b[Ff]amilie +[A-Z]")
STREET = re.compile(
    r"\w*(?:straat|str|laan|weg|plein|kade|gracht|singel|dijk|hof|pad|dreef|steeg|plantsoen|wal)"
    rf"\.? +(?!{YEAR})\d{{1,4}} ?[a-z]?\b",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"\b[A-Z]\w+ +(?:(?:van|de|der|den|het|ten|ter|te|la|el) +)*[A-Z]\w+,? +"
    rf"(?!{YEAR})\d{{1,4}} ?[A-Za-z]?\b"
)
POINTING = (ADDRESS, POSTCODE, INITIALS, TITLED, STREET, NAMED)


def may_be_kept(text):
    """Tell whether a question points at nobody, as far as a machine can see."""
    if any(pattern.search(text) for pattern in POINTING):
        return False
    digits = re.findall(r"\d", re.sub(rf"\b{YEAR}", "", text))
    return len(digits) <= MOST_DIGITS
