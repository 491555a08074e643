"""``forumtool import``: a list from people becomes goals, indicators and proposals."""

from argparse import ArgumentTypeError, Namespace
from pathlib import Path
from typing import Any

from forumtool.cli.opening import opened
from forumtool.cli.terminal import Progress, answer
from forumtool.i18n import _
from forumtool.imports.plan import Line
from forumtool.services.forums import forum_titled


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    words = commands.add_parser(
        "import",
        help=_("übernimmt eine Liste"),
        description=_(
            "Übernimmt eine Liste (.csv, .txt, .xlsx) als einen Schritt, der sich rückgängig machen lässt: "
            "Ziele, Indikatoren und alles andere als Vorschläge."
        ),
    )
    words.add_argument("file", metavar=_("DATEI"), type=Path, help=_("die .forum-Datei"))
    words.add_argument("list", metavar=_("LISTE"), type=Path, help=_("die Liste"))
    words.add_argument(
        "--forum", metavar=_("TITEL"), help=_("zu welchem Forum die Vorschläge gehören; ohne Angabe zum Prozess")
    )
    words.add_argument(
        "--column",
        dest="columns",
        metavar=_("BEDEUTUNG=SPALTE"),
        action="append",
        type=_column,
        default=[],
        help=_("welche Spalte was ist (id, field, goal, kind, text, note, tags); ohne Angabe nach ihren Namen"),
    )
    words.add_argument("--dry-run", action="store_true", help=_("zeigt nur, was daraus würde, und ändert nichts"))
    words.add_argument("--progress", action="store_true", help=_("meldet den Fortschritt auch ohne Terminal"))
    words.set_defaults(run=_run)


def _column(text: str) -> tuple[str, str]:
    meaning, sign, head = text.partition("=")
    if not sign or not meaning.strip():
        raise ArgumentTypeError(text)
    return meaning.strip(), head.strip()


def _run(wish: Namespace) -> int:
    from forumtool.imports.table import read_table
    from forumtool.services.importing import plan_proposals, take_proposals

    table = read_table(wish.list)
    with opened(wish.file) as file:
        forum_id = forum_titled(file, wish.forum).id if wish.forum else None
        plan = plan_proposals(file, table, dict(wish.columns) or None, forum_id=forum_id)
        if not wish.dry_run:
            take_proposals(file, plan, progress=Progress(_("Import"), wanted=wish.progress))
    for line in plan.lines:
        if wish.dry_run or not line.taken:
            answer(_("Zeile {number}: {becomes}", number=line.number, becomes=_row(line)))
    answer(plan.summary)
    return 0


def _row(line: Line) -> str:
    parts = (line.becomes, f"({line.remark})" if line.remark else "", line.goal, line.text)
    return " · ".join(part for part in parts if part)
