"""``forumtool export --document`` and ``--everything``: documents about the process, the steering group's folder."""

from argparse import Namespace
from typing import Any

from forumtool.cli.opening import opened, opened_to_read
from forumtool.cli.terminal import Progress, answer, tell
from forumtool.domain.errors import UserError
from forumtool.domain.report import Report
from forumtool.exports.writing import Exported
from forumtool.i18n import _, catalogue
from forumtool.storage.reading import Reading

LETTERS = "letters"


def add_documents(words: Any) -> None:
    """Add the options to the parser of the command."""
    from forumtool.exports.documents import DOCUMENTS

    words.add_argument(
        "--document",
        dest="documents",
        action="append",
        choices=(*DOCUMENTS, LETTERS),
        help=_(
            "statt Protokoll und Listen: Konzept, Fortschritt der Maßnahmen, Zwischenbericht für die Öffentlichkeit "
            "oder Rückmeldebriefe; mehrfach möglich, als Word oder PDF"
        ),
    )
    words.add_argument(
        "--everything",
        action="store_true",
        help=_("alles für die Steuerungsgruppe: Protokolle, Listen, Bogen, Konzept"),
    )


def write_everything(wish: Namespace) -> int:
    """Write the folder for the steering group and name its files."""
    from forumtool.drawing.steering_folder import count, write_folder
    from forumtool.services.gathering import gather_for_steering

    with opened_to_read(wish.file) as file:
        gathered = gather_for_steering(file)
    progress, total = Progress(_("Export"), wanted=wish.progress), count(gathered, wish.language)
    written: list[Exported] = []

    def done(one: Exported) -> None:
        written.append(one)
        progress(len(written), total)
        _name(one)

    write_folder(gathered, wish.to, wish.language, done)
    return 0


def write_documents(wish: Namespace) -> int:
    """Write the documents asked for, in each format, and name the files."""
    from forumtool.drawing import process_pdf
    from forumtool.exports.document_files import export_document

    keys = tuple(dict.fromkeys(wish.documents))
    forms = tuple(dict.fromkeys(wish.formats or ("docx",)))
    if "xlsx" in forms:
        raise UserError(_("Diese Dokumente gibt es als Word und als PDF: Bitte --format docx oder pdf angeben."))
    progress, say, total = Progress(_("Export"), wanted=wish.progress), catalogue(wish.language), len(keys) * len(forms)
    with opened_to_read(wish.file) as file:
        reports = {key: _report(file, wish, key) for key in keys if key != LETTERS}
    at = 0
    for key in keys:
        for form in forms if key != LETTERS else ():
            _name(export_document(key, reports[key], wish.to, form, say, pdf=process_pdf.write))
            progress(at := at + 1, total)
    if LETTERS in keys:
        _write_letters(wish)
        progress(total, total)
    return 0


def _report(file: Reading, wish: Namespace, key: str) -> Report:
    from forumtool.exports.documents import DOCUMENTS
    from forumtool.services.reporting import build, scan

    audience = wish.audience or DOCUMENTS[key].audience
    report = build(file, forum_id=None, audience=audience, names=wish.names, wording=wish.wording)
    if audience != "public":
        return report
    from forumtool.services.publishing import named_in

    look = scan(file)
    found = named_in(key, report, look)
    if wish.blacken:
        return look.blacken(report, {one.id for one in found})
    if found and not wish.despite_names:
        tell(", ".join(dict.fromkeys(one.text for one in found)))
        raise UserError(
            _(
                "Im freien Text stehen noch {count} Namen oder Adressen, deshalb wurde nichts geschrieben: "
                "Bitte in der Fassung ersetzen, mit --blacken schwärzen oder mit --despite-names trotzdem ausgeben.",
                count=len(found),
            )
        )
    return report


def _write_letters(wish: Namespace) -> None:
    from forumtool.exports.letters_docx import export_letters
    from forumtool.services.letters import letters, record_letters

    with opened(wish.file) as file:
        found = letters(file)
        for one in export_letters(found, wish.to, catalogue(wish.language)):
            _name(one)
        record_letters(file, found)


def _name(exported: Exported) -> None:
    answer(str(exported.path))
    for note in exported.notes:
        tell(note)
