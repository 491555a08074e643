"""Putting a report into a folder, as window and terminal do it."""

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, cast

from forumtool.domain.errors import UserError
from forumtool.domain.report import Report
from forumtool.domain.stopping import breathe
from forumtool.exports.file_names import safe_name
from forumtool.exports.whole_file import write_whole
from forumtool.i18n import N_, Catalogue, _, catalogue

if TYPE_CHECKING:  # what documents are made of is loaded with the first one
    from forumtool.exports.documents import Compose, Kind

    WritePdf = Callable[[Compose, Report, BinaryIO, Catalogue, Sequence[str] | None], list[str]]

FORMATS = ("docx", "xlsx")
"""What is written unless something else is asked for; there is "pdf", too."""


class Exported(NamedTuple):
    """A file that is on disk, and a sentence for everything that could not stand in it as it was typed."""

    path: Path
    notes: tuple[str, ...]


class _Stoppable(io.BufferedIOBase):
    """A stream that ends the work on it as soon as somebody wants that."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def write(self, data: Any) -> int:
        breathe()
        return self._stream.write(data)

    def seek(self, *where: int) -> int:
        return self._stream.seek(*where)

    def tell(self) -> int:
        return self._stream.tell()

    def seekable(self) -> bool:
        return True

    def flush(self) -> None:
        self._stream.flush()


def export(
    report: Report,
    folder: Path,
    formats: Sequence[str] = FORMATS,
    language: str = "de",
    sections: Sequence[str] | None = None,
    done: Callable[[Exported], object] | None = None,
    pdf: "WritePdf | None" = None,
    document: str = "minutes",
) -> list[Exported]:
    """Write the report in each format ("docx", "xlsx", "pdf") into a folder, made if only it is missing itself.

    ``language`` is the documents' language; ``sections`` are keys of ``minutes.SECTIONS`` for the minutes, in their
    order; ``done`` is called after each file; ``pdf`` writes what was composed as PDF, which takes somebody who paints;
    ``document`` is a key of ``documents.DOCUMENTS``; one without lists has no "xlsx". Raises a ``UserError`` if a file
    cannot be written, ``Stopped`` where nobody wants it any more, and then what is not whole is not there; a
    ``ValueError`` for another format.
    """
    from forumtool.exports.documents import DOCUMENTS

    say, kind = catalogue(language), DOCUMENTS[document]
    if unknown := set(formats) - {"docx", *(["xlsx"] if kind.lists else []), *(["pdf"] if pdf else [])}:
        raise ValueError(f"no format {', '.join(sorted(unknown))}")
    found = []
    with in_folder(folder):
        for form in formats:
            write = partial(_write, kind, form, report, say, sections, pdf)
            found.append(write_stoppable(folder / file_name(report, form, say, document), write))
            if done:
                done(found[-1])
    return found


def export_to(
    path: Path,
    form: str,
    report: Report,
    language: str = "de",
    document: str = "minutes",
    sections: Sequence[str] | None = None,
    pdf: "WritePdf | None" = None,
) -> Exported:
    """Write the report in one form under a name of somebody's own; else, and in what it raises, as ``export``."""
    from forumtool.exports.documents import DOCUMENTS

    kind = DOCUMENTS[document]
    return write_stoppable(path, partial(_write, kind, form, report, catalogue(language), sections, pdf))


def file_name(report: Report, form: str, say: Catalogue, document: str = "minutes") -> str:
    """Return the name of the report's file in a format, such as "Protokoll Fachforum 3.docx"."""
    from forumtool.exports.documents import DOCUMENTS

    kind = DOCUMENTS[document]
    title = kind.lists.title if form == "xlsx" and kind.lists else kind.title
    return safe_name(say(title, title=report.title), f".{form}")


def write_stoppable(path: Path, write: Callable[[BinaryIO], list[str]]) -> Exported:
    """Write a file whole; raises a ``UserError`` if that cannot be, ``Stopped`` with nothing there if it is stopped."""
    notes: list[str] = []
    write_whole(path, lambda stream: notes.extend(write(cast(BinaryIO, _Stoppable(stream)))))
    return Exported(path, tuple(notes))


@contextmanager
def in_folder(folder: Path) -> Iterator[None]:
    """Write into a folder; made as ``make_folder`` does, it goes again if nothing was written after all."""
    is_new = not folder.exists()
    make_folder(folder)
    try:
        yield
    except BaseException:
        if is_new:
            with suppress(OSError):  # it holds a file that is whole
                folder.rmdir()
        raise


def make_folder(folder: Path) -> None:
    """Make a folder if only it is missing itself; raises a ``UserError`` if that cannot be done."""
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UserError(_(_why_not(folder, error), folder=folder.name, above=folder.parent.name)) from error


def _why_not(folder: Path, error: OSError) -> str:
    """Why a folder is not there and cannot be made."""
    if isinstance(error, PermissionError):
        return N_("Der Ordner „{folder}“ darf hier nicht angelegt werden: Bitte einen anderen wählen.")
    if folder.exists():
        return N_("„{folder}“ ist eine Datei und kein Ordner: Bitte einen Ordner angeben.")
    if not folder.parent.exists():
        return N_("Den Ordner „{above}“, in dem „{folder}“ liegen soll, gibt es nicht: Bitte ihn erst anlegen.")
    if not folder.parent.is_dir():
        return N_("„{above}“ ist eine Datei, in der kein Ordner „{folder}“ liegen kann: Bitte einen anderen wählen.")
    return N_("Der Ordner „{folder}“ lässt sich nicht anlegen: Bitte einen anderen wählen.")


def _write(
    kind: "Kind",
    form: str,
    report: Report,
    say: Catalogue,
    sections: Sequence[str] | None,
    pdf: "WritePdf | None",
    stream: BinaryIO,
) -> list[str]:
    if form == "pdf" and pdf:
        return pdf(kind.compose, report, stream, say, sections)
    if form == "docx":
        from forumtool.exports.word_document import write_document

        return write_document(kind.compose(report, say, sections), report, stream)
    from forumtool.exports import workbook_xlsx

    lists = kind.lists
    drawn = lists.draw(report, say) if lists and lists.draw else []
    return workbook_xlsx.write(report, stream, say, lists.make(report, say) if lists else [], drawn)
