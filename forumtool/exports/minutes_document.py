"""The minutes as a document, for those who make pages of it."""

from collections.abc import Sequence

from forumtool.domain.report import Report
from forumtool.exports.document import Document
from forumtool.exports.minutes import compose, document_title
from forumtool.i18n import Catalogue


def minutes_document(report: Report, say: Catalogue, sections: Sequence[str] | None = None) -> Document:
    """Return the chosen sections with the same head and foot as in Word."""
    title, process = document_title(report, say), report.process
    return Document(
        compose(report, say, sections),
        say,
        title,
        process.title,
        process.host,
        (title, process.title if report.one_forum else ""),
        (report.forums[0].forum.host if report.one_forum else "") or process.host,
    )
