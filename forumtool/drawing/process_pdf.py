"""A document about the whole process as PDF."""

from collections.abc import Callable
from typing import BinaryIO

from forumtool.domain.report import Report
from forumtool.drawing.document_pdf import write_document
from forumtool.exports import documents
from forumtool.i18n import Catalogue


def write(
    key: str, report: Report, stream: BinaryIO, say: Catalogue, stopped: Callable[[], bool] = lambda: False
) -> list[str]:
    """Write it and return a sentence for everything that it lacks as PDF; raises as ``write_document``."""
    return write_document(
        lambda: documents.document_of(key, report, say),
        lambda written: documents.write(key, report, written, say),
        stream,
        stopped,
    )
