"""``forumtool inspect``: is a Word document accessible?"""

from argparse import Namespace
from pathlib import Path
from typing import Any

from forumtool.cli.terminal import answer
from forumtool.domain.errors import UserError
from forumtool.i18n import _


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    words = commands.add_parser(
        "inspect",
        help=_("prüft, ob ein Word-Dokument barrierefrei ist"),
        description=_("Prüft ein Word-Dokument nach BITV 2.0 (EN 301 549) und sagt, was fehlt und was zu tun ist."),
    )
    words.add_argument("document", metavar=_("DOKUMENT"), type=Path, help=_("die .docx-Datei"))
    words.set_defaults(run=_run)


def _run(wish: Namespace) -> int:
    from forumtool.exports.accessibility import missing_in, verdict

    name = wish.document.name
    try:
        content = wish.document.read_bytes()
    except OSError as error:
        raise UserError(_("„{name}“ lässt sich nicht öffnen: Bitte eine andere Datei wählen.", name=name)) from error
    missing = missing_in(content, name)
    answer(verdict(missing))
    return 1 if missing else 0
