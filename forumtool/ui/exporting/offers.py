"""What can be written at any moment, in the order in which it is offered."""

from collections.abc import Sequence
from typing import NamedTuple

from forumtool.exports.documents import DOCUMENTS
from forumtool.i18n import N_

MINUTES, LISTS, SHEET, LETTERS, FOLDER = "minutes", "lists", "sheet", "letters", "folder"
IN_FOLDER = "folder"
"""The form of what is several files."""


class Offer(NamedTuple):
    """Something that can be written: its key, its German title, its forms, and for whom it can be.

    The first of ``audiences`` counts unless somebody chooses; there is nothing to choose where there is one at most.
    ``forum`` tells that there is one of a single forum, too; ``hint`` says what the title does not.
    """

    key: str
    title: str
    forms: Sequence[str]
    audiences: Sequence[str] = ()
    forum: bool = False
    hint: str = ""


_TITLES = {
    MINUTES: N_("Protokoll"),
    "synthesis": N_("Zusammenschau"),
    "concept": N_("Konzept"),
    "progress": N_("Fortschritt der Maßnahmen"),
    "interim": N_("Zwischenbericht"),
}
_HINTS = {
    MINUTES: N_("Abschnitte, Wortlaut und Sprache wie im Protokoll (Strg 9) gewählt."),
    "interim": N_("Für alle: nennt niemanden."),
}

OFFERS = (
    *(
        Offer(key, _TITLES[key], kind.forms, (kind.audience, *(one for one in kind.audiences if one != kind.audience)),
              kind.forum, _HINTS.get(key, ""))
        for key, kind in DOCUMENTS.items()
    ),
    Offer(LISTS, N_("Listen und Entscheidungen"), ("xlsx",), ("steering", "internal"), forum=True,
          hint=N_("Die Spalten für die Entscheidung lassen sich ausfüllen und wieder einlesen.")),
    Offer(SHEET, N_("Entscheidungsbogen"), ("docx",), ("steering", "internal"), forum=True,
          hint=N_("Zum Ausfüllen; lässt sich wieder einlesen.")),
    Offer(LETTERS, N_("Rückmeldebriefe"), (IN_FOLDER,),
          hint=N_("An alle mit Zustimmung, fertig zum Drucken und als Serienbrief.")),
    Offer(FOLDER, N_("Alles für die Steuerungsgruppe"), (IN_FOLDER,),
          hint=N_("Protokolle, Listen, Zusammenschau, Konzept und Entscheidungsbogen in einem Ordner.")),
)  # fmt: skip
BY_KEY = {offer.key: offer for offer in OFFERS}
