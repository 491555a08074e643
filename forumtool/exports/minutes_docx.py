"""The minutes as a Word document."""

from collections.abc import Sequence
from typing import BinaryIO

from forumtool.domain.report import Report, WordTemplate
from forumtool.exports.minutes_document import minutes_document
from forumtool.exports.word_document import write_document
from forumtool.i18n import Catalogue


def write(
    report: Report,
    stream: BinaryIO,
    say: Catalogue,
    sections: Sequence[str] | None = None,
    template: WordTemplate | None = None,
) -> list[str]:
    """Write the minutes into a template, that of the report unless another one is given.

    Returns a sentence for everything that could not stand in them as it was typed.
    """
    return write_document(minutes_document(report, say, sections), report, stream, template)
