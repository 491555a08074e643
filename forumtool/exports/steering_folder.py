"""Everything that the steering group gets, as the files of one folder, with a list of what is in them."""

import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from forumtool.domain.decision_sheet import DecisionSheet
from forumtool.domain.report import Report
from forumtool.domain.rows import ProcessRow
from forumtool.exports.documents import DOCUMENTS
from forumtool.exports.file_names import safe_name
from forumtool.exports.minutes_sections import usual
from forumtool.exports.steering_contents import contents_text
from forumtool.exports.whole_file import put_into_place
from forumtool.exports.writing import Exported, file_name, make_folder, write_stoppable
from forumtool.i18n import N_, Catalogue

if TYPE_CHECKING:
    from forumtool.exports.writing import WritePdf

_WHAT = {
    "xlsx": N_("alle Vorschläge, Gruppen, Punkte und Maßnahmen als Tabellen"),
    "sheet": N_("zum Ausfüllen; lässt sich wieder einlesen"),
    "docx": N_("Ergebnisse des Forums, zum Weiterschreiben"),
    "pdf": N_("Ergebnisse des Forums, zum Lesen und Drucken"),
    "synthesis": N_("Zusammenschau über alle Foren"),
    "concept": N_("Entwurf des Konzepts mit der Herkunft jeder Maßnahme"),
}


class Gathered(NamedTuple):
    """What the folder is written from: a report of each forum that was held, one of all,
    the same with its synthesis, and the decision sheet.
    """

    forums: tuple[Report, ...]
    whole: Report
    synthesis: Report
    sheet: DecisionSheet


class Part(NamedTuple):
    """A file of the folder: its name, what it is, and what writes it and returns sentences about what it lacks."""

    name: str
    about: str
    write: Callable[[BinaryIO], list[str]]


def free_folder(within: Path, name: str) -> Path:
    """Return a folder that is not there yet: the one of an earlier export, perhaps written on since, stays as it is."""
    names = (f"{name} ({at})" if at > 1 else name for at in count(1))
    return next(path for one in names if not (path := within / one).exists())


def parts(gathered: Gathered, say: Catalogue, pdf: "WritePdf") -> list[Part]:
    """Return the files in the order in which they are read; their names begin with its number, so they sort by it."""
    found: list[Part] = []
    for at, group in enumerate(_every(gathered, say, pdf), 1):
        found += [part._replace(name=f"{at:02} {part.name}") for part in group]
    return found


def _every(gathered: Gathered, say: Catalogue, pdf: "WritePdf") -> Iterator[tuple[Part, ...]]:
    """The files; those that say the same in another format go together."""
    from forumtool.exports import decision_sheet_docx, workbook_xlsx

    sections = usual(gathered.whole.audience)
    for key, report in (("synthesis", gathered.synthesis), ("concept", gathered.whole)):
        yield (Part(file_name(report, "docx", say, key), say(_WHAT[key]), partial(_document, key, report, say, None)),)
    title = decision_sheet_docx.title(gathered.sheet, say)
    yield (Part(safe_name(title, ".docx"), say(_WHAT["sheet"]),
                lambda stream: decision_sheet_docx.write(gathered.sheet, stream, say)),)  # fmt: skip
    yield (Part(file_name(gathered.whole, "xlsx", say), say(_WHAT["xlsx"]),
                lambda stream: workbook_xlsx.write(gathered.whole, stream, say)),)  # fmt: skip
    for report in gathered.forums:
        yield (
            Part(
                file_name(report, "docx", say), say(_WHAT["docx"]), partial(_document, "minutes", report, say, sections)
            ),
            Part(file_name(report, "pdf", say), say(_WHAT["pdf"]), partial(_painted, pdf, report, say, sections)),
        )


def _document(key: str, report: Report, say: Catalogue, sections: Sequence[str] | None, stream: BinaryIO) -> list[str]:
    from forumtool.exports.word_document import write_document

    return write_document(DOCUMENTS[key].compose(report, say, sections), report, stream)


def _painted(pdf: "WritePdf", report: Report, say: Catalogue, sections: Sequence[str], stream: BinaryIO) -> list[str]:
    return pdf(DOCUMENTS["minutes"].compose, report, stream, say, sections)


def write_parts(
    found: Sequence[Part],
    folder: Path,
    about: ProcessRow,
    say: Catalogue,
    done: Callable[[Exported], object] = lambda _exported: None,
) -> list[Exported]:
    """Write the files into a folder, made if only it is missing itself, and the list of them.

    They are written beside the folder and put into it when all are there: whoever stops it, or has no room left,
    finds the folder as it was. ``done`` is called after each; raises a ``UserError`` if one cannot be written,
    ``Stopped`` where nobody wants them any more.
    """
    beside = folder.with_name(f".forumtool-{secrets.token_hex(6)}.part")
    make_folder(beside)
    try:
        written = []
        for part in sorted(found, key=lambda part: part.name.endswith(".pdf")):  # these wait for one long run
            written.append(write_stoppable(beside / part.name, part.write))
            done(written[-1])
        contents = partial(contents_text, found, written, about, say)
        first = "00 " + safe_name(say("Inhalt"), ".txt")
        written.append(write_stoppable(beside / first, contents))
        done(written[-1])
        return sorted(_put_into_place(written, folder))
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _put_into_place(written: Sequence[Exported], folder: Path) -> list[Exported]:
    make_folder(folder)
    for one in written:
        put_into_place(one.path, folder / one.path.name)
    return [one._replace(path=folder / one.path.name) for one in written]
