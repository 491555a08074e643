"""A report as PDF."""

from collections.abc import Sequence
from typing import BinaryIO

from forumtool.domain.report import Report
from forumtool.drawing.document_pdf import Wanted, write_document
from forumtool.exports.documents import Compose
from forumtool.i18n import Catalogue


def write(
    compose: Compose,
    report: Report,
    stream: BinaryIO,
    say: Catalogue,
    sections: Sequence[str] | None = None,
) -> list[str]:
    """Write what is composed of a report; return a sentence for everything that it lacks as PDF.

    Raises as ``write_document``.
    """
    return write_document(*wanted(compose, report, say, sections), stream)


def wanted(compose: Compose, report: Report, say: Catalogue, sections: Sequence[str] | None) -> Wanted:
    """Return what is composed of a report as something that is to be a PDF."""

    def word(written: BinaryIO) -> list[str]:
        from forumtool.exports import word_document

        return word_document.write_document(compose(report, say, sections), report, written)

    return Wanted(lambda: compose(report, say, sections), word)
