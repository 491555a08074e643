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
from forumtool.i18n import _, catalogue, ngettext
from forumtool.storage.reading import Reading

if TYPE_CHECKING:
    from forumtool.domain.finds import Find
    from forumtool.services.publishing import Looked

LETTERS, MINUTES, STEERING = "letters", "minutes", "steering"


def add_documents(words: Any) -> None:
    """Add the options to the parser of the command."""
    from forumtool.exports.documents import DOCUMENTS

    words.add_argument(
        "--document",
        dest="documents",
        action="append",
        choices=(*DOCUMENTS, LETTERS),
        help=_(
            "was: Protokoll (Vorgabe), Zusammenschau aller Foren, Konzept, Fortschritt der Maßnahmen, Zwischenbericht "
            "für die Öffentlichkeit oder Rückmeldebriefe; mehrfach möglich"
        ),
    )
    words.add_argument(
        "--everything",
        action="store_true",
        help=_("alles für die Steuerungsgruppe in einem Ordner: Protokolle, Listen, Zusammenschau, Bogen, Konzept"),
    )


def write_everything(wish: Namespace) -> int:
    """Write the folder for the steering group and name its files; it takes no choice of contents or readers."""
    from forumtool.drawing.steering_folder import count as count_files
    from forumtool.drawing.steering_folder import write_folder
    from forumtool.services.gathering import compared, gather_for_steering

    _refuse_choices(wish)
    with opened_to_read(wish.file) as file:
        gathered = gather_for_steering(file)
    progress, total = Progress(_("Export"), wanted=wish.progress), count_files(gathered, wish.language)
    progress(0, total)
    at = count(1)
    for one in write_folder(compared(gathered), wish.to, wish.language, lambda _one: progress(next(at), total)):
        name(one)
    return 0


def _refuse_choices(wish: Namespace) -> None:
    if (
        wish.forum
        or wish.documents
        or wish.formats
        or wish.sections
        or wish.names
        or wish.audience not in ("", STEERING)
    ):
        raise UserError(
            _(
                "--everything schreibt immer alles für die Steuerungsgruppe: Bitte --forum, --document, --format, "
                "--sections, --names und --audience weglassen."
            )
        )


def write_documents(wish: Namespace) -> int:
    """Write the documents asked for, but the minutes, in each format, and name the files."""
    from forumtool.drawing import report_pdf
    from forumtool.exports.writing import export

    keys = asked_for(wish)
    forms = {key: _forms(wish, key) for key in keys if key != LETTERS}
    total, at = sum(map(len, forms.values())) + (LETTERS in keys), 0
    progress = Progress(_("Export"), wanted=wish.progress)
    progress(at, total)
    with opened_to_read(wish.file) as file:
        reports = {key: in_template(_report(file, wish, key, forms[key]), wish.template) for key in forms}
    for key, report in reports.items():
        for form in forms[key]:
            for one in export(report, wish.to, (form,), wish.language, pdf=report_pdf.write, document=key):
                name(one)
            progress(at := at + 1, total)
    if LETTERS in keys:
        _write_letters(wish)
        progress(total, total)
    return 0


def asked_for(wish: Namespace) -> tuple[str, ...]:
    """Return the documents that are asked for beside the minutes; a ``UserError`` if they cannot be of one forum."""
    keys = tuple(key for key in dict.fromkeys(wish.documents or ()) if key != MINUTES)
    if keys and wish.forum:
        raise UserError(_("Dieses Dokument geht über alle Foren: Bitte --forum weglassen."))
    for key in keys:
        if key != LETTERS:
            _forms(wish, key)
    return keys


def _forms(wish: Namespace, key: str) -> tuple[str, ...]:
    from forumtool.exports.documents import DOCUMENTS

    has_lists = DOCUMENTS[key].lists is not None
    forms = tuple(dict.fromkeys(wish.formats or (("docx", "xlsx") if has_lists else ("docx",))))
    if "xlsx" in forms and not has_lists:
        raise UserError(_("Dieses Dokument gibt es als Word und als PDF: Bitte --format docx oder pdf angeben."))
    return forms


def _report(file: Reading, wish: Namespace, key: str, forms: Sequence[str]) -> Report:
    from forumtool.services.publishing import completed, looked_through, report_of

    report = report_of(file, key, audience=wish.audience, names=wish.names, wording=wish.wording)
    looked = looked_through(file, key, report, forms)
    return completed(key, released(looked, wish))


def released(looked: "Looked", wish: Namespace) -> Report:
    """Return a report that may go out: one for everybody blackened, if that was asked for.

    Tells what was found of people in its free text; raises a ``UserError`` unless somebody wants it all the same.
    """
    if wish.blacken:
        return looked.blackened({one.id for one in looked.found})
    for one in looked.found:
        tell(_told(one))
    if looked.found and not wish.despite_names:
        raise UserError(
            ngettext(
                "Im freien Text steht noch {count} Name oder Adresse, deshalb wurde nichts geschrieben: "
                "Bitte in der Fassung ersetzen, mit --blacken schwärzen oder mit --despite-names trotzdem ausgeben.",
                "Im freien Text stehen noch {count} Namen oder Adressen, deshalb wurde nichts geschrieben: "
                "Bitte in der Fassung ersetzen, mit --blacken schwärzen oder mit --despite-names trotzdem ausgeben.",
                len(looked.found),
            )
        )
    return looked.report


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
