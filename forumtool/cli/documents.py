"""``forumtool export --document`` and ``--everything``: documents about the process, the steering group's folder."""

from argparse import Namespace
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forumtool.cli.opening import opened, opened_to_read
from forumtool.cli.terminal import Progress, answer, tell
from forumtool.domain.errors import UserError
from forumtool.domain.report import Report, WordTemplate
from forumtool.exports.writing import Exported
from forumtool.i18n import _, catalogue
from forumtool.storage.reading import Reading

if TYPE_CHECKING:
    from forumtool.domain.finds import Find
    from forumtool.insight.free_text import Scan

LETTERS = "letters"


def add_documents(words: Any) -> None:
    """Add the options to the parser of the command."""
    from forumtool.exports.documents import DOCUMENTS

    words.add_argument(
        "--document",
        dest="documents",
        action="append",
        choices=(*(key for key, kind in DOCUMENTS.items() if not kind.forum), LETTERS),
        help=_(
            "statt des Protokolls: Zusammenschau aller Foren, Konzept, Fortschritt der Maßnahmen, Zwischenbericht für "
            "die Öffentlichkeit oder Rückmeldebriefe; mehrfach möglich"
        ),
    )
    words.add_argument(
        "--everything",
        action="store_true",
        help=_("alles für die Steuerungsgruppe: Protokolle, Listen, Bogen, Konzept"),
    )


def write_everything(wish: Namespace) -> int:
    """Write the folder for the steering group and name its files."""
    from forumtool.drawing.steering_folder import count as count_files
    from forumtool.drawing.steering_folder import write_folder
    from forumtool.services.gathering import compared, gather_for_steering

    with opened_to_read(wish.file) as file:
        gathered = gather_for_steering(file)
    progress, total = Progress(_("Export"), wanted=wish.progress), count_files(gathered, wish.language)
    at = count(1)
    for one in write_folder(compared(gathered), wish.to, wish.language, lambda _one: progress(next(at), total)):
        name(one)
    return 0


def write_documents(wish: Namespace) -> int:
    """Write the documents asked for, in each format, and name the files."""
    from forumtool.drawing import report_pdf
    from forumtool.exports.writing import export

    if wish.forum:
        raise UserError(_("Dieses Dokument geht über alle Foren: Bitte --forum weglassen."))
    keys = tuple(dict.fromkeys(wish.documents))
    forms = {key: _forms(wish, key) for key in keys if key != LETTERS}
    total, at = sum(map(len, forms.values())) + (LETTERS in keys), 0
    progress = Progress(_("Export"), wanted=wish.progress)
    with opened_to_read(wish.file) as file:
        reports = {key: in_template(_report(file, wish, key), wish.template) for key in forms}
    for key, report in reports.items():
        for form in forms[key]:
            for one in export(report, wish.to, (form,), wish.language, pdf=report_pdf.write, document=key):
                name(one)
            progress(at := at + 1, total)
    if LETTERS in keys:
        _write_letters(wish)
        progress(total, total)
    return 0


def _forms(wish: Namespace, key: str) -> tuple[str, ...]:
    from forumtool.exports.documents import DOCUMENTS

    has_lists = DOCUMENTS[key].lists is not None
    forms = tuple(dict.fromkeys(wish.formats or (("docx", "xlsx") if has_lists else ("docx",))))
    if "xlsx" in forms and not has_lists:
        raise UserError(_("Dieses Dokument gibt es als Word und als PDF: Bitte --format docx oder pdf angeben."))
    return forms


def _report(file: Reading, wish: Namespace, key: str) -> Report:
    from forumtool.exports.documents import DOCUMENTS
    from forumtool.services.publishing import named_in
    from forumtool.services.reporting import build, scan
    from forumtool.services.synthesis import build_synthesis, with_similar

    audience = wish.audience or DOCUMENTS[key].audience
    choices = {"audience": audience, "names": wish.names, "wording": wish.wording}
    is_synthesis = key == "synthesis"
    report = build_synthesis(file, **choices) if is_synthesis else build(file, forum_id=None, **choices)
    if audience == "public":
        look = scan(file)
        found = look.find(report) if is_synthesis else named_in(key, report, look)
        report = released(report, look, found, wish)
    return with_similar(report) if is_synthesis else report


def released(report: Report, look: "Scan", found: "Sequence[Find]", wish: Namespace) -> Report:
    """Return a report that goes to everybody, blackened if that was asked for.

    Tells what was found of people in its free text; raises a ``UserError`` unless somebody wants it all the same.
    """
    if wish.blacken:
        return look.blacken(report, {one.id for one in found})
    for one in found:
        tell(_told(one))
    if found and not wish.despite_names:
        raise UserError(
            _(
                "Im freien Text stehen noch {count} Namen oder Adressen, deshalb wurde nichts geschrieben: "
                "Bitte in der Fassung ersetzen, mit --blacken schwärzen oder mit --despite-names trotzdem ausgeben.",
                count=len(found),
            )
        )
    return report


def _told(find: "Find") -> str:
    from forumtool.exports.found_words import kind_told, place_told
    from forumtool.i18n import speaking

    say = speaking()
    return f"{kind_told(find, say)}: {find.text} ({place_told(find, say)})"


def in_template(report: Report, path: Path | None) -> Report:
    """Return the report with another template than the one chosen in the file, if one is named."""
    from forumtool.imports.house_template import read_template

    return report._replace(template=WordTemplate(path.name, read_template(path))) if path else report


def _write_letters(wish: Namespace) -> None:
    from forumtool.exports.letters_docx import export_letters
    from forumtool.services.letters import letters, record_letters

    with opened(wish.file) as file:
        found = letters(file)
        found = found._replace(about=in_template(found.about, wish.template))
        for one in export_letters(found, wish.to, catalogue(wish.language)):
            name(one)
        record_letters(file, found)


def name(exported: Exported) -> None:
    """Say which file is on disk, and what could not stand in it."""
    answer(str(exported.path))
    for note in exported.notes:
        tell(note)
