"""The minutes as PDF."""

from collections.abc import Callable, Sequence
from typing import BinaryIO

from forumtool.domain.report import Report
from forumtool.drawing.document_pdf import write_document
from forumtool.exports.minutes_document import minutes_document
from forumtool.i18n import Catalogue


def write(
    report: Report,
    stream: BinaryIO,
    say: Catalogue,
    sections: Sequence[str] | None = None,
    stopped: Callable[[], bool] = lambda: False,
) -> list[str]:
    """Write the minutes and return a sentence for everything that they lack as PDF; raises as ``write_document``."""

    def word(written: BinaryIO) -> list[str]:
        from forumtool.exports import minutes_docx

        return minutes_docx.write(report, written, say, sections)

    return write_document(lambda: minutes_document(report, say, sections), word, stream, stopped)
