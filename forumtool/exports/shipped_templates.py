"""The two templates that ship: plain, in which everything is written unless a house brings its own, and municipal."""

from functools import cache

from forumtool.domain.report import WordTemplate
from forumtool.i18n import N_
from forumtool.paths import resource

PLAIN, MUNICIPAL = "schlicht", "kommunal"
SHIPPED = {PLAIN: N_("Schlicht"), MUNICIPAL: N_("Kommunal, mit Deckblatt")}
"""Their keys, and what they are called in German."""


@cache
def shipped(key: str) -> WordTemplate:
    """Return a template that ships."""
    return WordTemplate(SHIPPED[key], resource("templates", f"{key}.docx").read_bytes())
