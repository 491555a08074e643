"""``forumtool decisions``: the steering group's list comes back, or its sheet goes out."""

from argparse import Namespace
from pathlib import Path
from typing import Any, BinaryIO

from forumtool.cli.opening import opened, opened_to_read
from forumtool.cli.terminal import Progress, answer, tell
from forumtool.domain.audience import DEFAULT_AUDIENCE, KEYS
from forumtool.domain.audience import audience as audience_of
from forumtool.domain.errors import UserError
from forumtool.domain.names import POLICIES
from forumtool.i18n import LANGUAGES, _, catalogue, ngettext
from forumtool.services.forums import forum_titled
from forumtool.storage.forum_file import ForumFile

_PREFERRED = ("file", "list")
_PARTS = 2  # reading; then taking, or writing


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    words = commands.add_parser(
        "decisions",
        help=_("liest Entscheidungen ein oder schreibt den Entscheidungsbogen"),
        description=_(
            "Liest die ausgefüllte Liste der Steuerungsgruppe (.xlsx, .csv) oder ihren Entscheidungsbogen (.docx) als "
            "einen Schritt, der sich rückgängig machen lässt, und nennt jede Änderung und jede Zeile, die wegbleibt. "
            "Mit --sheet schreibt es den leeren Bogen."
        ),
    )
    words.add_argument("file", metavar=_("DATEI"), type=Path, help=_("die .forum-Datei"))
    words.add_argument("list", metavar=_("LISTE"), type=Path, nargs="?", help=_("die ausgefüllte Liste"))
    words.add_argument("--dry-run", action="store_true", help=_("zeigt nur, was sich ändern würde, und ändert nichts"))
    words.add_argument(
        "--prefer",
        choices=_PREFERRED,
        default="file",
        help=_("was gilt, wenn hier inzwischen auch entschieden wurde: die Datei (Vorgabe) oder die Liste"),
    )
    words.add_argument(
        "--other-file",
        action="store_true",
        help=_("liest auch eine Liste ein, die aus einer anderen Datei stammt"),
    )
    words.add_argument(
        "--sheet", metavar=_("BOGEN"), type=Path, help=_("schreibt den Entscheidungsbogen für Word in diese Datei")
    )
    words.add_argument("--forum", metavar=_("TITEL"), help=_("im Bogen nur dieses Forum; ohne Angabe alle"))
    words.add_argument("--open", action="store_true", help=_("im Bogen nur, was noch nicht entschieden ist"))
    words.add_argument(
        "--audience",
        choices=KEYS,
        default=DEFAULT_AUDIENCE,
        help=_("für wen der Bogen ist: intern (alle Namen), Steuerungsgruppe (Vorgabe) oder Öffentlichkeit"),
    )
    words.add_argument(
        "--names",
        choices=POLICIES,
        default="",
        help=_("Namen, wenn anders als für die Leser üblich: wie erfasst, Organisationen oder gar nicht"),
    )
    words.add_argument("--language", choices=LANGUAGES, default="de", help=_("Sprache des Bogens (Vorgabe: de)"))
    words.add_argument("--progress", action="store_true", help=_("meldet den Fortschritt auch ohne Terminal"))
    words.set_defaults(run=_run)


def _run(wish: Namespace) -> int:
    if (wish.list is None) == (wish.sheet is None):
        raise UserError(_("Bitte entweder eine Liste angeben oder mit --sheet, wohin der Bogen soll."))
    if wish.sheet is not None:
        return _write_sheet(wish)
    with opened_to_read(wish.file) if wish.dry_run else opened(wish.file) as file:
        return _read_list(file, wish)


def _read_list(file: ForumFile, wish: Namespace) -> int:
    from forumtool.services.deciding import look_at_list, preferred, take_decisions
    from forumtool.services.decision_plan import sentence

    progress = Progress(_("Entscheidungen"), wanted=wish.progress)
    progress(0, _PARTS)
    plan = look_at_list(file, wish.list, of_any_file=wish.other_file)
    if plan.is_foreign and not (wish.other_file or wish.dry_run):
        raise UserError(
            _(
                "„{name}“ stammt aus einer anderen Datei oder einer neueren Fassung dieser Datei, deshalb wurde nichts "
                "geändert: Bitte die passende Datei angeben, mit --dry-run ansehen oder mit --other-file einlesen.",
                name=wish.list.name,
            )
        )
    progress(1, _PARTS)
    taken = preferred(plan, of_list=wish.prefer == "list")
    if taken and not wish.dry_run:
        take_decisions(file, taken)
    progress(_PARTS, _PARTS)
    chosen = {change.id for change in taken}
    for change in plan.changes:
        answer(sentence(change, taken=change.id in chosen))
    for line in plan.lines:
        answer(_("Zeile {number}: bleibt weg ({reason}) · {text}", number=line.number, reason=line.remark,
                 text=" ".join(line.text.split())))  # fmt: skip
    outcome = [_outcome(len(taken), dry=wish.dry_run)] if plan.changes else []
    answer(" ".join((plan.told(chosen), *outcome)))
    return 0


def _outcome(taken: int, *, dry: bool) -> str:
    """What became of the list."""
    if dry:
        would = ngettext("{count} Änderung würde übernommen", "{count} Änderungen würden übernommen", taken)
        return _("Nur angesehen, nichts geändert: {would}.", would=would)
    if not taken:
        return _("Nichts wurde geändert.")
    return ngettext(
        "{count} Änderung übernommen, „undo“ nimmt sie zurück.",
        "{count} Änderungen übernommen, „undo“ nimmt sie zurück.",
        taken,
    )


def _write_sheet(wish: Namespace) -> int:
    if wish.sheet.suffix.lower() != ".docx" and not wish.sheet.is_dir():
        raise UserError(_("Der Bogen ist ein Word-Dokument: Bitte einen Namen mit .docx am Ende angeben."))
    from forumtool.exports import decision_sheet_docx
    from forumtool.exports.whole_file import write_whole
    from forumtool.services.decision_sheets import decision_sheet

    progress = Progress(_("Entscheidungen"), wanted=wish.progress)
    progress(0, _PARTS)
    names = wish.names or audience_of(wish.audience).names
    with opened_to_read(wish.file) as file:
        forum_id = forum_titled(file, wish.forum).id if wish.forum else None
        sheet = decision_sheet(file, forum_id=forum_id, only_open=wish.open, names=names)
    progress(1, _PARTS)
    notes: list[str] = []

    def write(stream: BinaryIO) -> None:
        notes.extend(decision_sheet_docx.write(sheet, stream, catalogue(wish.language)))

    write_whole(wish.sheet, write)
    progress(_PARTS, _PARTS)
    answer(str(wish.sheet))
    for note in notes:
        tell(note)
    return 0
