"""The regular forms of a verb: werken, werkt, werkte, gewerkt, werkend."""

VOWELS = "aeiouy"
# After these sounds the past ends in -te and -t, after all others in -de and -d.
VOICELESS = ("t", "k", "f", "s", "ch", "p", "x")
WITHOUT_GE = ("be", "her", "ont", "ver")


def forms(verb):
    """Return the forms of an infinitive; a bar parts the prefix that stands apart: aan|pakken."""
    prefix, _, base = verb.rpartition("|")
    found = {base, base + "d", base + "de"}
    for root in _roots(base):
        found |= _regular(base, root)
    if prefix:
        found = {prefix + form for form in found} | {f"{prefix}te{base}"}
    return found


def _regular(base, root):
    # Leven and verhuizen keep the d of their v and z: leefde, verhuisde.
    dental = "t" if base.removesuffix("en").endswith(VOICELESS) else "d"
    present = root if root.endswith("t") else root + "t"
    past = root + dental + "e"
    ge = "" if base.startswith(WITHOUT_GE) else "ge"
    participle = ge + (root if root.endswith(dental) else root + dental)
    return {root, present, past, past + "n", participle, participle + "e"}


def _roots(base):
    """Return the first person: werken werk, maken maak, leven leef, pakken pak.

    Spelling does not tell verbeteren (verbeter) from sorteren (sorteer): such a verb gets both.
    """
    short = base.removesuffix("en") if base.endswith("en") else base.removesuffix("n")
    if len(short) > 2 and short[-1] == short[-2] and short[-1] not in VOWELS:
        return [short[:-1]]
    if not _is_open(short):
        return [_hardened(short)]
    long = _hardened(short[:-1] + short[-2] + short[-1])
    return [long, short] if short.endswith(("el", "em", "en", "er")) else [long]


def _is_open(short):
    # A single vowel before a single consonant is long in the infinitive: ma-ken, le-ven.
    if len(short) < 2 or short[-1] in VOWELS or short[-2] not in "aeou":
        return False
    return len(short) < 3 or short[-3] not in VOWELS


def _hardened(root):
    if root.endswith("v"):
        return root[:-1] + "f"
    return root[:-1] + "s" if root.endswith("z") else root
