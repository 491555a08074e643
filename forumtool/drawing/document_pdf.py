"""A document as PDF: by LibreOffice where it is installed, so that screen readers understand it, else by Qt."""

from collections.abc import Callable
from io import BytesIO
from typing import BinaryIO

from forumtool.drawing.application import prepare
from forumtool.exports.document import Document
from forumtool.exports.office import OfficeFailed, office
from forumtool.i18n import N_, _

_WITHOUT = N_(
    "Ohne LibreOffice ist das PDF nicht barrierefrei ausgezeichnet: Vorleseprogramme erkennen darin keine "
    "Überschriften, Tabellen und Bildbeschreibungen. Das Word-Dokument enthält sie."
)
_FAILED = N_(
    "LibreOffice hat kein PDF geschrieben, es ist darum nicht barrierefrei ausgezeichnet: Vorleseprogramme erkennen "
    "darin keine Überschriften, Tabellen und Bildbeschreibungen. Das Word-Dokument enthält sie."
)


def write_document(
    document: Callable[[], Document],
    word: Callable[[BinaryIO], list[str]],
    stream: BinaryIO,
    stopped: Callable[[], bool] = lambda: False,
) -> list[str]:
    """Write a document as PDF; return a sentence for everything that it lacks.

    ``word`` writes the same document for Word and returns such sentences. Raises a ``UserError`` as soon as
    ``stopped`` says so, and where neither LibreOffice nor Qt can do it.
    """
    program = office()
    if program is None:
        return [*write_untagged(document(), stream), _(_WITHOUT)]
    try:
        notes, content = _by_office(word, program, stopped)
    except OfficeFailed:
        return [*write_untagged(document(), stream), _(_FAILED)]
    stream.write(content)
    return notes


def _by_office(
    word: Callable[[BinaryIO], list[str]], program: str, stopped: Callable[[], bool]
) -> tuple[list[str], bytes]:
    from forumtool.exports.office_pdf import accessible_pdf

    written = BytesIO()
    notes = word(written)
    return notes, accessible_pdf(written.getvalue(), program, stopped)


def write_untagged(document: Document, stream: BinaryIO) -> list[str]:
    """Write a document as PDF by Qt's writer, which knows no tags; return sentences as above, but for that."""
    prepare()
    from forumtool.drawing.bookmarks import pdf_of
    from forumtool.drawing.document import DocumentPages

    pages = DocumentPages(document)
    pages.lay_out()
    stream.write(pdf_of(pages))
    return pages.notes
