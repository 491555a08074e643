"""``forumtool undo`` and ``forumtool redo``: step by step through the journal."""

import argparse
from argparse import Namespace
from pathlib import Path
from typing import Any

from forumtool.cli.opening import opened
from forumtool.cli.terminal import Progress, answer, tell
from forumtool.domain.errors import Unchanged
from forumtool.i18n import _, ngettext


def add_to(commands: Any) -> None:
    """Add both commands to the parser's commands."""
    undo = commands.add_parser(
        "undo", help=_("nimmt Schritte zurück"), description=_("Nimmt die letzten Schritte zurück und nennt sie.")
    )
    redo = commands.add_parser(
        "redo",
        help=_("stellt Schritte wieder her"),
        description=_("Stellt zurückgenommene Schritte wieder her und nennt sie."),
    )
    for words, verb in ((undo, "undo"), (redo, "redo")):
        words.add_argument("file", metavar=_("DATEI"), type=Path, help=_("die .forum-Datei"))
        words.add_argument(
            "count", metavar="N", type=_count, nargs="?", default=1, help=_("wie viele Schritte (Vorgabe: einer)")
        )
        words.add_argument("--progress", action="store_true", help=_("meldet den Fortschritt auch ohne Terminal"))
        words.set_defaults(run=_run, verb=verb)


def _count(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(text)
    return int(text)


def _run(wish: Namespace) -> int:
    progress = Progress(_("Rückgängig") if wish.verb == "undo" else _("Wiederherstellen"), wanted=wish.progress)
    with opened(wish.file) as file:
        for done in range(wish.count):
            try:
                step = file.undo(progress) if wish.verb == "undo" else file.redo(progress)
            except Unchanged as nothing:
                tell(_fewer(done, wish.count) if done else str(nothing))
                return 1
            answer(_(step.label, **step.words))
    return 0


def _fewer(done: int, wanted: int) -> str:
    return ngettext(
        "Mehr als {count} Schritt war nicht da, gewünscht waren {wanted}.",
        "Mehr als {count} Schritte waren nicht da, gewünscht waren {wanted}.",
        done,
        wanted=wanted,
    )
