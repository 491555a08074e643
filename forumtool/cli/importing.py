"""``forumtool import``: a list from people becomes goals, indicators and proposals, or the guests of a forum."""

from argparse import ArgumentTypeError, Namespace
from pathlib import Path
from typing import Any

from forumtool.cli.opening import opened
from forumtool.cli.terminal import Progress, answer
from forumtool.domain.errors import UserError
from forumtool.i18n import _
from forumtool.imports.plan import Line, Plan
from forumtool.imports.table import Table
from forumtool.services.forums import forum_titled
from forumtool.storage.forum_file import ForumFile


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    words = commands.add_parser(
        "import",
        help=_("übernimmt eine Liste"),
        description=_(
            "Übernimmt eine Liste (.csv, .txt, .xlsx) als einen Schritt, der sich rückgängig machen lässt: "
            "Ziele, Indikatoren und alles andere als Vorschläge; mit --people die Teilnehmenden eines Forums."
        ),
    )
    words.add_argument("file", metavar=_("DATEI"), type=Path, help=_("die .forum-Datei"))
    words.add_argument("list", metavar=_("LISTE"), type=Path, help=_("die Liste"))
    words.add_argument("--people", action="store_true", help=_("die Liste nennt Teilnehmende, nicht Vorschläge"))
    words.add_argument(
        "--forum", metavar=_("TITEL"), help=_("zu welchem Forum die Zeilen gehören; Vorschläge sonst zum Prozess")
    )
    words.add_argument(
        "--column",
        dest="columns",
        metavar=_("BEDEUTUNG=SPALTE"),
        action="append",
        type=_column,
        default=[],
        help=_(
            "welche Spalte was ist (id, field, goal, kind, text, note, tags; name, given, family, organisation …); "
            "ohne Angabe nach ihren Namen"
        ),
    )
    words.add_argument("--sheet", metavar=_("BLATT"), default="", help=_("welches Blatt; ohne Angabe das passende"))
    words.add_argument("--doubles", action="store_true", help=_("Teilnehmende auch, wenn sie schon dastehen"))
    words.add_argument("--dry-run", action="store_true", help=_("zeigt nur, was daraus würde, und ändert nichts"))
    words.add_argument("--progress", action="store_true", help=_("meldet den Fortschritt auch ohne Terminal"))
    words.set_defaults(run=_run)


def _column(text: str) -> tuple[str, str]:
    meaning, sign, head = text.partition("=")
    if not sign or not meaning.strip():
        raise ArgumentTypeError(text)
    return meaning.strip(), head.strip()


def _run(wish: Namespace) -> int:
    from forumtool.imports.table import read_source, table_in

    source = read_source(wish.list)
    if wish.sheet and wish.sheet not in {sheet.title for sheet in source.sheets}:
        titles = ", ".join(_("„{text}“", text=sheet.title) for sheet in source.sheets if sheet.title)
        raise UserError(_("Ein Blatt „{sheet}“ gibt es nicht: Bitte eines von diesen angeben: {titles}.",
                          sheet=wish.sheet, titles=titles or "–"))  # fmt: skip
    table = table_in(source, wish.sheet)
    with opened(wish.file) as file:
        plan = _take(file, table, wish)
    for line in plan.lines:
        if wish.dry_run or not line.taken:
            answer(_("Zeile {number}: {becomes}", number=line.number, becomes=_row(line)))
    answer(plan.summary)
    return 0


def _take(file: ForumFile, table: Table, wish: Namespace) -> Plan:
    from forumtool.services.importing import plan_participants, plan_proposals, take_participants, take_proposals

    progress = Progress(_("Import"), wanted=wish.progress)
    forum_id = forum_titled(file, wish.forum).id if wish.forum else None
    mapping = dict(wish.columns) or None
    if not wish.people:
        _require_proposals(table, wish)
        plan = plan_proposals(file, table, mapping, forum_id=forum_id)
        if not wish.dry_run:
            take_proposals(file, plan, progress)
        return plan
    if forum_id is None:
        raise UserError(_("Menschen kommen zu einem Forum: Bitte mit --forum sagen, zu welchem."))
    guests = plan_participants(file, forum_id, table, mapping, doubles=wish.doubles)
    if not wish.dry_run:
        take_participants(file, guests, progress)
    return guests


def _require_proposals(table: Table, wish: Namespace) -> None:
    """Say what a list of people needs, where the heads tell of people and of no text."""
    from forumtool.imports.columns import guessed_proposals, names_people

    if not wish.columns and "text" not in guessed_proposals(table.heads) and names_people(table.heads):
        raise UserError(_("Die Liste nennt Menschen: Bitte mit --people und --forum sagen, wohin sie kommen."))


def _row(line: Line) -> str:
    parts = (line.becomes, f"({line.remark})" if line.remark else "", line.goal, line.text)
    return " · ".join(part for part in parts if part)
