"""The documents about the whole process, by their key: what each is called and what it says."""

from collections.abc import Callable, Mapping, Sequence
from typing import BinaryIO, NamedTuple

from forumtool.domain.audience import DEFAULT_AUDIENCE
from forumtool.domain.report import Report
from forumtool.exports import concept, interim, progress
from forumtool.exports.blocks import Block
from forumtool.exports.document import Document
from forumtool.exports.sheets.sheet import Sheet
from forumtool.i18n import N_, Catalogue


class Kind(NamedTuple):
    """A document: its ``title`` with the process's in it, its blocks, its sheets, and for whom it is unless asked."""

    title: str
    compose: Callable[[Report, Catalogue], list[Block]]
    sheets: Callable[[Report, Catalogue], Sequence[Sheet]] | None = None
    audience: str = DEFAULT_AUDIENCE


DOCUMENTS: Mapping[str, Kind] = {
    "concept": Kind(N_("Konzept {process}"), concept.compose),
    "progress": Kind(N_("Fortschritt {process}"), progress.compose),
    "interim": Kind(N_("Zwischenbericht {process}"), interim.compose, audience="public"),
}


def document_of(key: str, report: Report, say: Catalogue) -> Document:
    """Return a document of the whole process, for those who make pages of it; ``KeyError`` for an unknown key."""
    kind, process = DOCUMENTS[key], report.process
    title = title_of(key, report, say)
    return Document(kind.compose(report, say), say, title, process.title, process.host, (title, ""), process.host)


def title_of(key: str, report: Report, say: Catalogue) -> str:
    """Return what a document is called."""
    return say(DOCUMENTS[key].title, process=report.process.title)


def write(key: str, report: Report, stream: BinaryIO, say: Catalogue) -> list[str]:
    """Write a document for Word into the report's template.

    Returns a sentence for everything that could not stand in it as it was typed.
    """
    from forumtool.exports.word_document import write_document

    return write_document(document_of(key, report, say), report, stream)
