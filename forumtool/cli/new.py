"""``forumtool new``: a new file."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from forumtool.cli.terminal import answer
from forumtool.i18n import _
from forumtool.services.processes import SOURCES, new_process


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    words = commands.add_parser(
        "new",
        help=_("legt eine Datei an"),
        description=_("Legt eine neue Datei an: aus dem Aachener Beispiel oder leer."),
    )
    words.add_argument("file", metavar=_("DATEI"), type=Path, help=_("die neue .forum-Datei"))
    words.add_argument(
        "--from",
        dest="source",
        choices=SOURCES,
        default="empty",
        help=_("aachen: das mitgelieferte Beispiel; empty: nur die üblichen Merkmale (Vorgabe)"),
    )
    words.add_argument("--title", metavar=_("TITEL"), default="", help=_("Titel des Prozesses"))
    words.set_defaults(run=_run)


def _run(wish: Namespace) -> int:
    new_process(wish.file, wish.source, wish.title)
    answer(_("„{name}“ ist angelegt.", name=wish.file.name))
    return 0
