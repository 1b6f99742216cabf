"""Words that say nothing by themselves."""

from . import lists

# They stay in the index, so that a phrase between quotes is found word for word.
STOP_WORDS = frozenset(lists.words("stop_words"))
# They count when they are found but nobody needs them: "aanpak van schulden" is about debts.
ASIDES = frozenset(lists.words("asides"))
# What may be asked of a figure without asking for anything else.
FIGURE_WORDS = frozenset(lists.words("figure_words"))
