"""The colours of sticky dots, by their numbers 1 to 7; 0 is a dot of no constituency."""

from forumtool.i18n import N_, _
from forumtool.ui.theme.style import worn

NAMES = (N_("rot"), N_("blau"), N_("gelb"), N_("grün"), N_("orange"), N_("violett"), N_("schwarz"))


def dot_colour(number: int) -> str:
    """Return how a dot is painted, as ``#rrggbb``."""
    return worn().dots[number - 1] if number else worn().strong_line


def colour_name(number: int) -> str:
    """Return what people call the colour."""
    return _(NAMES[number - 1])
