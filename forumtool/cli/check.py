"""``forumtool check``: is the file sound?"""

from argparse import Namespace
from pathlib import Path
from typing import Any

from forumtool.cli.opening import opened_to_read
from forumtool.cli.terminal import answer, tell
from forumtool.i18n import _, ngettext
from forumtool.storage.check import findings


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    words = commands.add_parser(
        "check",
        help=_("prüft eine Datei"),
        description=_(
            "Prüft die Seiten der Datei, ihre Verweise und ihre Zeilen gegen die aufgezeichneten Schritte; "
            "ändert nichts."
        ),
    )
    words.add_argument("file", metavar=_("DATEI"), type=Path, help=_("die .forum-Datei"))
    words.set_defaults(run=_run)


def _run(wish: Namespace) -> int:
    with opened_to_read(wish.file) as file:
        found = findings(file)
    for sentence in found:
        answer(sentence)
    if not found:
        answer(_("„{name}“ ist in Ordnung.", name=wish.file.name))
        return 0
    tell(
        ngettext(
            "„{name}“ hat {count} Fehler: Bitte die letzte Sicherungskopie daneben halten.",
            "„{name}“ hat {count} Fehler: Bitte die letzte Sicherungskopie daneben halten.",
            len(found),
            name=wish.file.name,
        )
    )
    return 1
