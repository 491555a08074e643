"""Everything that the steering group gets, as the files of one folder, with a list of what is in them."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from forumtool.domain.decision_sheet import DecisionSheet
from forumtool.domain.report import Report
from forumtool.exports.documents import DOCUMENTS
from forumtool.exports.file_names import safe_name
from forumtool.exports.minutes_sections import usual
from forumtool.exports.writing import Exported, file_name, in_folder, write_stoppable
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


def parts(gathered: Gathered, say: Catalogue, pdf: "WritePdf") -> list[Part]:
    """Return the files in the order in which they are read; names that two would share are told apart."""
    found: list[Part] = []
    for part in _every(gathered, say, pdf):
        taken = {one.name.casefold() for one in found}
        stem, suffix = Path(part.name).stem, Path(part.name).suffix
        names = (f"{stem} ({at}){suffix}" if at > 1 else part.name for at in range(1, len(found) + 2))
        found.append(part._replace(name=next(name for name in names if name.casefold() not in taken)))
    return found


def _every(gathered: Gathered, say: Catalogue, pdf: "WritePdf") -> Iterator[Part]:
    from forumtool.exports import decision_sheet_docx, workbook_xlsx

    sections = usual(gathered.whole.audience)
    for key, report in (("synthesis", gathered.synthesis), ("concept", gathered.whole)):
        yield Part(file_name(report, "docx", say, key), say(_WHAT[key]), partial(_document, key, report, say, None))
    title = decision_sheet_docx.title(gathered.sheet, say)
    yield Part(safe_name(title, ".docx"), say(_WHAT["sheet"]),
               lambda stream: decision_sheet_docx.write(gathered.sheet, stream, say))  # fmt: skip
    yield Part(file_name(gathered.whole, "xlsx", say), say(_WHAT["xlsx"]),
               lambda stream: workbook_xlsx.write(gathered.whole, stream, say))  # fmt: skip
    for report in gathered.forums:
        yield Part(
            file_name(report, "docx", say), say(_WHAT["docx"]), partial(_document, "minutes", report, say, sections)
        )
        yield Part(file_name(report, "pdf", say), say(_WHAT["pdf"]), partial(_painted, pdf, report, say, sections))


def _document(key: str, report: Report, say: Catalogue, sections: Sequence[str] | None, stream: BinaryIO) -> list[str]:
    from forumtool.exports.word_document import write_document

    return write_document(DOCUMENTS[key].compose(report, say, sections), report, stream)


def _painted(pdf: "WritePdf", report: Report, say: Catalogue, sections: Sequence[str], stream: BinaryIO) -> list[str]:
    return pdf(DOCUMENTS["minutes"].compose, report, stream, say, sections)


def write_parts(
    found: Sequence[Part],
    folder: Path,
    title: str,
    say: Catalogue,
    done: Callable[[Exported], object] = lambda _exported: None,
    stopped: Callable[[], bool] | None = None,
) -> list[Exported]:
    """Write the files into a folder, made if only it is missing itself, and at last the list of them.

    Each file is whole or not there. ``done`` is called after each; raises a ``UserError`` if one cannot be written or
    ``stopped`` says yes.
    """
    written = []
    contents = Part(safe_name(say("Inhalt"), ".txt"), "", lambda stream: _list(found, title, say, stream))
    with in_folder(folder):
        for part in (*found, contents):
            written.append(write_stoppable(folder / part.name, part.write, stopped))
            done(written[-1])
    return written


def _list(found: Sequence[Part], title: str, say: Catalogue, stream: BinaryIO) -> list[str]:
    lines = [say("Für die Steuerungsgruppe: {title}", title=title), ""]
    lines += [f"{part.name}\r\n    {part.about}" for part in found]
    stream.write("\r\n".join((*lines, "")).encode("utf-8-sig"))
    return []
