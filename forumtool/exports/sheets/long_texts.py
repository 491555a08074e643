"""Texts that are longer than a cell, whole, in parts."""

from collections.abc import Iterable

from forumtool.exports.safe_text import LongText
from forumtool.exports.sheets.sheet import Field, Sheet
from forumtool.i18n import Catalogue


def long_texts(found: Iterable[LongText], say: Catalogue) -> Sheet:
    """Return the parts of each long text, one row to a part; put together they are what was typed."""
    fields = (
        Field(say("Text-Nr.")),
        Field(say("Steht in"), say("Blatt und Nummer der Zeile.")),
        Field(say("Teil")),
        Field(say("Text"), say("Die Teile eines Textes, aneinandergesetzt, sind sein ganzer Wortlaut.")),
    )
    rows = [
        (f"L{at}.{place}", text.where, place, part)
        for at, text in enumerate(found, 1)
        for place, part in enumerate(text.parts, 1)
    ]
    return Sheet("LangeTexte", say("Lange Texte"), fields, rows)
