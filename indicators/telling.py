"""What became of the distances of a group of areas, in sentences."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indicators import definitions, formatting, sentences
from indicators.models import Indicator, Outcome

# So many areas are called by their name in a note; of more, the number is told.
MOST_NAMED = 8


def told(analysis):
    """Return what an analysis found: the counts, and where the distance changed the most.

    In 23 wijken werd de afstand tot het stedelijk gemiddelde groter, in 12 kleiner. De afstand
    nam het meest af in Transvaal (Den Haag), met 6 procentpunt.
    """
    if not analysis.is_comparison:
        return [_no_comparison(analysis)]
    if len(analysis.courses) == 1:
        return [sentences.table(analysis.courses[0].table)]
    extremes = (_extreme(analysis, way) for way in (Outcome.SMALLER, Outcome.LARGER))
    doubt = definitions.doubt(analysis.indicator, analysis.baseline, analysis.follow_up)
    counted = " ".join(filter(None, (analysis.counted.sentence, doubt)))
    return [sentence for sentence in (counted, *extremes) if sentence]


def notes(analysis, but=()):
    """Return what a reader must know to read an analysis well, each in a sentence or two.

    `but` are areas of which it is told elsewhere that their borders changed, and when.
    """
    if not analysis.is_comparison:
        return []
    found = (
        _of_the_margin(analysis),
        _of_the_direction(analysis),
        _of_provisional(analysis),
        _of_borders(analysis, but),
        _of_those_gone(analysis),
    )
    changes = definitions.between(analysis.indicator, analysis.baseline, analysis.follow_up)
    return [*definitions.notes(changes), *(note for note in found if note)]


def named(areas):
    """Return areas by their names in Dutch, or how many there are when those are too many."""
    if len(areas) > MOST_NAMED:
        return _("%(number)s gebieden") % {"number": len(areas)}
    return listed([area.full_name for area in areas])


def listed(names):
    """Return names one after the other: A, B en C."""
    return get_text_list(names, _("en"))


def _no_comparison(analysis):
    if analysis.indicator.is_size:
        return _(
            "Dit cijfer is een aantal. Een deel is altijd kleiner dan het geheel, dus een afstand "
            "tot het gemiddelde zegt hier niets."
        )
    if analysis.baseline is None or analysis.follow_up is None:
        return _(
            "Over de afstand tot het gemiddelde is hier niets te zeggen: er is geen periode "
            "waarvan het cijfer van de gebieden en het gemiddelde allebei bekend zijn."
        )
    return _(
        "Over de afstand tot het gemiddelde is hier niets te zeggen: het cijfer van de gebieden en "
        "het gemiddelde zijn van één periode bekend (%(period)s)."
    ) % {"period": analysis.labels[0]}


def _extreme(analysis, outcome):
    courses = analysis.extremes(outcome)
    if not courses:
        return ""
    words = {
        "areas": named([course.area for course in courses]),
        "size": formatting.difference(courses[0].growth, analysis.indicator),
    }
    if outcome == Outcome.SMALLER:
        message = ngettext(
            "De afstand nam het meest af in %(areas)s, met %(size)s.",
            "De afstand nam het meest af in %(areas)s, elk met %(size)s.",
            len(courses),
        )
    else:
        message = ngettext(
            "De afstand nam het meest toe in %(areas)s, met %(size)s.",
            "De afstand nam het meest toe in %(areas)s, elk met %(size)s.",
            len(courses),
        )
    return message % words


def _of_the_margin(analysis):
    if not analysis.indicator.tolerance:
        return ""
    message = _("Verschilt de afstand niet meer dan %(margin)s, dan heet die vrijwel gelijk.")
    if analysis.indicator.direction != Indicator.Direction.NEUTRAL:
        nearly = _("Wie op het eind hooguit zo veel achterligt, telt als op het gemiddelde.")
        message = f"{message} {nearly}"
    return message % {"margin": formatting.tolerance(analysis.indicator)}


def _of_the_direction(analysis):
    if analysis.indicator.direction != Indicator.Direction.NEUTRAL:
        return ""
    return _(
        "Hoger of lager is bij dit cijfer niet beter of slechter. De afstand is hoe ver een gebied "
        "van het gemiddelde ligt, erboven of eronder."
    )


def _of_provisional(analysis):
    found = [course.area for course in analysis.courses if course.is_provisional]
    if not found:
        return ""
    return _("Er zijn voorlopige cijfers bij, die nog kunnen veranderen: van %(areas)s.") % {
        "areas": named(found)
    }


def _of_borders(analysis, but):
    changed = (area for course in analysis.courses for area in course.borders)
    found = dict.fromkeys(area for area in changed if area not in but)
    if not found:
        return ""
    message = ngettext(
        "Let op: de grenzen van %(areas)s veranderden tussen %(first)s en %(last)s. Het verschil "
        "kan daardoor komen.",
        "Let op: de grenzen van %(areas)s veranderden tussen %(first)s en %(last)s. De verschillen "
        "kunnen daardoor komen.",
        len(found),
    )
    first, last = analysis.labels
    return message % {"areas": named(list(found)), "first": first, "last": last}


def _of_those_gone(analysis):
    if not analysis.gone:
        return ""
    message = ngettext(
        "%(areas)s hoorde in %(year)s niet meer bij de groep.",
        "%(areas)s hoorden in %(year)s niet meer bij de groep.",
        len(analysis.gone),
    )
    return message % {"areas": named(analysis.gone), "year": analysis.follow_up.year}
