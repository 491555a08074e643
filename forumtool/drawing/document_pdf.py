"""A document as PDF: by LibreOffice where it is installed, so that screen readers understand it, else by Qt."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import BinaryIO, NamedTuple

from forumtool.drawing.application import prepare
from forumtool.exports.document import Document
from forumtool.exports.office import OfficeFailed, office
from forumtool.i18n import N_, _

_WITHOUT = N_(
    "Ohne LibreOffice ist das PDF nicht barrierefrei ausgezeichnet: Vorleseprogramme erkennen darin keine "
    "Überschriften, Tabellen, Bildbeschreibungen und Sprachwechsel. Das Word-Dokument enthält sie."
)
_FAILED = N_(
    "LibreOffice hat kein PDF geschrieben, es ist darum nicht barrierefrei ausgezeichnet: Vorleseprogramme erkennen "
    "darin keine Überschriften, Tabellen, Bildbeschreibungen und Sprachwechsel. Das Word-Dokument enthält sie."
)


class Wanted(NamedTuple):
    """A document that is to be a PDF; ``word`` writes it for Word and returns what it lacks there."""

    document: Callable[[], Document]
    word: Callable[[BinaryIO], list[str]]


class Made(NamedTuple):
    """A PDF, and a sentence for everything that it lacks."""

    content: bytes
    notes: list[str]


def write_document(
    document: Callable[[], Document], word: Callable[[BinaryIO], list[str]], stream: BinaryIO
) -> list[str]:
    """Write a document as PDF; return a sentence for everything that it lacks.

    ``word`` writes the same document for Word and returns such sentences. Raises a ``UserError`` where neither
    LibreOffice nor Qt can do it, and ``Stopped`` as soon as nobody wants it any more.
    """
    (made,) = make_all([Wanted(document, word)])
    stream.write(made.content)
    return made.notes


def make_all(wanted: Sequence[Wanted]) -> list[Made]:
    """Make PDF files of several documents, which LibreOffice does in one go; raises as ``write_document`` does."""
    program = office()
    if program is None:
        return [_untagged(one, _WITHOUT) for one in wanted]
    try:
        found = _by_office(wanted, program)
    except OfficeFailed:
        found = [None] * len(wanted)
    return [made or _untagged(one, _FAILED) for one, made in zip(wanted, found, strict=True)]


def _by_office(wanted: Sequence[Wanted], program: str) -> list[Made | None]:
    from forumtool.exports.office_pdf import accessible_pdfs

    streams = [BytesIO() for _one in wanted]
    notes = [one.word(stream) for one, stream in zip(wanted, streams, strict=True)]
    found = accessible_pdfs([stream.getvalue() for stream in streams], program)
    return [None if content is None else Made(content, told) for content, told in zip(found, notes, strict=True)]


def _untagged(one: Wanted, lacks: str) -> Made:
    stream = BytesIO()
    notes = [*write_untagged(one.document(), stream), _(lacks)]
    return Made(stream.getvalue(), notes)


def write_untagged(document: Document, stream: BinaryIO) -> list[str]:
    """Write a document as PDF by Qt's writer, which knows no tags; return sentences as above, but for that."""
    prepare()
    from forumtool.drawing.bookmarks import pdf_of
    from forumtool.drawing.document import DocumentPages

    pages = DocumentPages(document)
    pages.lay_out()
    stream.write(pdf_of(pages))
    return pages.notes
