"""Which figures came by already: those of this file, by line, and those that were there before."""

from array import array

# Stands for a figure that was there before the file.
BEFORE = 2**32 - 1


class Seen:
    """Lines by indicator, day and area: four bytes each, for a million figures some megabytes.

    `known` tells, for an indicator and a day, the numbers of the areas of which there is a figure
    already; it is asked once for each indicator and day.
    """

    def __init__(self, known=lambda indicator, day: ()):
        self._known = known
        self._lines = {}
        self._places = {}

    def earlier(self, indicator, area, day, line):
        """Return the line that gave this figure before, `BEFORE`, or 0 when this is the first."""
        lines = self._lines.get((indicator, day))
        if lines is None:
            lines = self._lines[indicator, day] = self._begin(indicator, day)
        place = self._place(area)
        if place >= len(lines):
            lines.extend([0] * (place + 1 - len(lines)))
        earlier = lines[place]
        if not earlier:
            lines[place] = line
        return earlier

    def _begin(self, indicator, day):
        lines = array("I", [0] * len(self._places))
        for area in self._known(indicator, day):
            place = self._place(area)
            if place >= len(lines):
                lines.extend([0] * (place + 1 - len(lines)))
            lines[place] = BEFORE
        return lines

    def _place(self, area):
        return self._places.setdefault(area, len(self._places))
