"""``forumtool export``: minutes and other documents for Word or as PDF, and lists for Excel."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from forumtool.cli.documents import (
    MINUTES,
    add_documents,
    asked_for,
    in_template,
    name,
    released,
    write_documents,
    write_everything,
)
from forumtool.cli.opening import opened_to_read
from forumtool.cli.terminal import Progress, tell
from forumtool.domain.audience import DEFAULT_AUDIENCE, KEYS
from forumtool.domain.errors import UserError
from forumtool.domain.names import POLICIES
from forumtool.domain.report import WORDINGS, Report
from forumtool.i18n import LANGUAGES, _, catalogue
from forumtool.services.forums import forum_titled
from forumtool.storage.reading import Reading

FORMATS = ("docx", "xlsx", "pdf")
USUAL = FORMATS[:2]


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    words = commands.add_parser(
        "export",
        help=_("schreibt Protokoll, Zusammenschau und Listen"),
        description=_(
            "Schreibt das Protokoll oder ein anderes Dokument (Word oder PDF) und seine Listen (Excel) und nennt die "
            "Dateien.\n"
            "Abschnitte des Protokolls: {sections}",
            sections=", ".join(_sections()),
        ),
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
    add_documents(words)
    _add_contents(words)
    _add_names(words)
    words.add_argument("--language", choices=LANGUAGES, default="de", help=_("Sprache der Dokumente (Vorgabe: de)"))
    words.add_argument(
        "--template",
        metavar=_("VORLAGE"),
        type=Path,
        help=_("Word-Vorlage (.docx, .dotx, .docm); ohne Angabe die in der Datei gewählte"),
    )
    words.add_argument("--progress", action="store_true", help=_("meldet den Fortschritt auch ohne Terminal"))
    words.set_defaults(run=_run)


def _add_contents(words: Any) -> None:
    words.add_argument(
        "--sections",
        metavar=_("A,B,C"),
        help=_("Abschnitte des Protokolls, mit Komma, in dieser Reihenfolge; ohne Angabe die üblichen"),
    )
    words.add_argument(
        "--wording",
        choices=WORDINGS,
        default=WORDINGS[0],
        help=_("Wortlaut der Karten: bearbeitete Fassung (Vorgabe), Originalton oder beide"),
    )


def _add_names(words: Any) -> None:
    words.add_argument(
        "--audience",
        choices=KEYS,
        default="",
        help=_(
            "für wen: intern (alles), Steuerungsgruppe (Vorgabe: Organisationen, Namen nur mit Zustimmung) oder "
            "Öffentlichkeit (ohne Namen, Notizen und Fotos)"
        ),
    )
    words.add_argument(
        "--names",
        choices=POLICIES,
        default="",
        help=_("Namen, wenn anders als für die Leser üblich: wie erfasst, Organisationen oder gar nicht"),
    )
    words.add_argument(
        "--despite-names",
        action="store_true",
        help=_("gibt für die Öffentlichkeit auch aus, wenn noch Namen oder Adressen im freien Text stehen"),
    )
    words.add_argument(
        "--blacken",
        action="store_true",
        help=_("schwärzt in dieser Ausgabe, was an Namen und Adressen im freien Text steht"),
    )


def _sections() -> tuple[str, ...]:
    from forumtool.exports.minutes_sections import KEYS as SECTIONS

    return SECTIONS


def _run(wish: Namespace) -> int:
    if wish.everything:
        return write_everything(wish)
    others = asked_for(wish)
    if not others or MINUTES in wish.documents:
        _write_minutes(wish)
    return write_documents(wish) if others else 0


def _write_minutes(wish: Namespace) -> None:
    from forumtool.drawing import report_pdf
    from forumtool.exports.writing import export

    formats = tuple(dict.fromkeys(wish.formats or USUAL))
    audience = wish.audience or DEFAULT_AUDIENCE
    sections = _chosen(wish, audience)
    progress = Progress(_("Export"), wanted=wish.progress)
    progress(0, len(formats) + 1)
    with opened_to_read(wish.file) as file:
        report = _report(file, wish, sections, formats)
    report = in_template(report, wish.template)
    if set(formats) != {"xlsx"}:
        report = _with_boards(report, wish.language, sections)
    progress(1, len(formats) + 1)
    for written, form in enumerate(formats, 2):
        for exported in export(report, wish.to, (form,), wish.language, sections, pdf=report_pdf.write):
            progress(written, len(formats) + 1)
            name(exported)


def _chosen(wish: Namespace, audience: str) -> tuple[str, ...]:
    from forumtool.exports.minutes_sections import usual

    if wish.sections is None:
        return usual(audience)
    found = tuple(dict.fromkeys(filter(None, (key.strip() for key in wish.sections.split(",")))))
    if not found:
        raise UserError(_("Kein Abschnitt: Möglich sind {sections}.", sections=", ".join(_sections())))
    if unknown := [key for key in found if key not in _sections()]:
        raise UserError(
            _(
                "Den Abschnitt „{key}“ gibt es nicht: Möglich sind {sections}.",
                key=unknown[0],
                sections=", ".join(_sections()),
            )
        )
    return found


def _report(file: Reading, wish: Namespace, sections: Sequence[str], formats: Sequence[str]) -> Report:
    """The report of the minutes; one for everybody is looked through first."""
    from forumtool.services.publishing import looked_through, report_of

    forum_id = forum_titled(file, wish.forum).id if wish.forum else None
    report = report_of(file, "minutes", forum_id=forum_id, audience=wish.audience, names=wish.names,
                       wording=wish.wording, sections=sections)  # fmt: skip
    return released(looked_through(file, "minutes", report, formats, sections), wish)


def _with_boards(report: Report, language: str, sections: Sequence[str]) -> Report:
    """The report with its boards drawn; where that cannot be done, the sentence for it and the rest."""
    from forumtool.drawing.board import with_boards

    try:
        return with_boards(report, catalogue(language), sections)
    except UserError as error:
        tell(str(error))
        return report
