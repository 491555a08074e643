"""``forumtool capture``: one proposal per line, with the signs of the window."""

from argparse import Namespace
from pathlib import Path
from typing import Any

from forumtool.cli.opening import opened
from forumtool.cli.terminal import answer, tell, typed_lines
from forumtool.domain.capture_line import parse
from forumtool.domain.errors import UserError
from forumtool.domain.rows import GoalRow
from forumtool.i18n import _
from forumtool.services import proposals
from forumtool.services.forums import forum_titled
from forumtool.services.goals import goal_numbered
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.forums import forum_of_goal
from forumtool.storage.queries.proposals import vocabulary


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    words = commands.add_parser(
        "capture",
        help=_("erfasst Vorschläge, einen je Zeile der Eingabe"),
        description=_(
            "Liest je Zeile der Standardeingabe einen Vorschlag und meldet Nummer und Text, sobald er auf dem "
            "Datenträger steht.\n\nZeichen: # Merkmal, @ Person oder Gruppe, ! Hemmnis, + Angebot, > anderes Ziel;"
            "\n! + ? als erstes Zeichen der Zeile machen die ganze Karte zu Hemmnis, Angebot oder Frage."
        ),
    )
    words.add_argument("file", metavar=_("DATEI"), type=Path, help=_("die .forum-Datei"))
    words.add_argument("--goal", metavar="NR", required=True, help=_("Nummer des Ziels, zum Beispiel 3.2"))
    words.add_argument("--forum", metavar=_("TITEL"), help=_("das Forum; ohne Angabe das Forum des Themenfelds"))
    words.set_defaults(run=_run)


def _run(wish: Namespace) -> int:
    status = 0
    with opened(wish.file) as file:
        goal = goal_numbered(file, wish.goal)
        forum_id = forum_titled(file, wish.forum).id if wish.forum else None
        for number, line in typed_lines():
            try:
                card = _capture(file, line, goal, forum_id)
            except UserError as error:
                tell(_("Zeile {number}: {error}", number=number, error=error))
                status = 1
            else:
                answer(f"{card.number}\t{card.text}")
    return status


def _capture(file: ForumFile, line: str, goal: GoalRow, forum_id: str | None) -> proposals.Captured:
    """Put a line on disk; without a chosen forum it belongs to the forum of its own goal's field."""
    if forum_id is None:
        other = parse(line, vocabulary(file)).goal if ">" in line else ""
        forum = forum_of_goal(file, goal_numbered(file, other).id if other else goal.id)
        forum_id = forum.id if forum else None
    return proposals.capture(file, line, forum_id=forum_id, goal_id=goal.id)
