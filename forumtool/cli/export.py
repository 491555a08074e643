"""``forumtool export``: minutes for Word or as PDF, and lists for Excel."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forumtool.cli.opening import opened_to_read
from forumtool.cli.terminal import Progress, answer, tell
from forumtool.domain.errors import UserError
from forumtool.domain.names import DEFAULT_POLICY, POLICIES
from forumtool.i18n import LANGUAGES, _, catalogue
from forumtool.services.forums import forum_titled

if TYPE_CHECKING:
    from forumtool.domain.report import Report

FORMATS = ("docx", "xlsx", "pdf")
USUAL = FORMATS[:2]


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    words = commands.add_parser(
        "export",
        help=_("schreibt Protokoll und Listen"),
        description=_("Schreibt das Protokoll (Word oder PDF) und die Listen (Excel) und nennt die Dateien."),
    )
    words.add_argument("file", metavar=_("DATEI"), type=Path, help=_("die .forum-Datei"))
    words.add_argument("--to", metavar=_("ORDNER"), type=Path, required=True, help=_("wohin"))
    words.add_argument("--forum", metavar=_("TITEL"), help=_("nur dieses Forum; ohne Angabe alles"))
    words.add_argument(
        "--format",
        dest="formats",
        action="append",
        choices=FORMATS,
        help=_("Word, Excel oder PDF; mehrfach möglich, ohne Angabe Word und Excel"),
    )
    words.add_argument(
        "--names",
        choices=POLICIES,
        default=DEFAULT_POLICY,
        help=_("Namen: wie erfasst, nur Organisationen (Vorgabe) oder gar nicht"),
    )
    words.add_argument("--language", choices=LANGUAGES, default="de", help=_("Sprache der Dokumente (Vorgabe: de)"))
    words.add_argument("--progress", action="store_true", help=_("meldet den Fortschritt auch ohne Terminal"))
    words.set_defaults(run=_run)


def _run(wish: Namespace) -> int:
    from forumtool.drawing import minutes_pdf
    from forumtool.exports.writing import export
    from forumtool.services.reporting import build

    formats = tuple(dict.fromkeys(wish.formats or USUAL))
    progress = Progress(_("Export"), wanted=wish.progress)
    with opened_to_read(wish.file) as file:
        forum_id = forum_titled(file, wish.forum).id if wish.forum else None
        report = build(file, forum_id=forum_id, names=wish.names)
    if set(formats) != {"xlsx"}:
        report = _with_boards(report, wish.language)
    progress(1, len(formats) + 1)
    written = 0
    for form in formats:
        for exported in export(report, wish.to, (form,), wish.language, pdf=minutes_pdf.write):
            written += 1
            progress(written + 1, len(formats) + 1)
            answer(str(exported.path))
            for note in exported.notes:
                tell(note)
    return 0


def _with_boards(report: "Report", language: str) -> "Report":
    """The report with its boards drawn; where that cannot be done, the sentence for it and the rest."""
    from forumtool.drawing.board import with_boards

    try:
        return with_boards(report, catalogue(language))
    except UserError as error:
        tell(str(error))
        return report
