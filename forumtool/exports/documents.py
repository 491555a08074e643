"""The documents that a report can become, by their keys."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from forumtool.domain.report import Report
from forumtool.exports.document import Document
from forumtool.exports.minutes_document import minutes_document
from forumtool.exports.sheets.sheet import Sheet
from forumtool.exports.sheets.synthesis import synthesis_sheets
from forumtool.exports.synthesis import synthesis_document
from forumtool.i18n import N_, Catalogue

Compose = Callable[[Report, Catalogue, Sequence[str] | None], Document]


class Kind(NamedTuple):
    """A kind of document: what its file is called, what it says, and its lists for Excel; None: those of the minutes.

    ``forum`` tells that there is one of a single forum, too.
    """

    title: str
    compose: Compose
    lists_title: str = N_("Listen {title}")
    sheets: Callable[[Report, Catalogue], list[Sheet]] | None = None
    forum: bool = False


DOCUMENTS = {
    "minutes": Kind(N_("Protokoll {title}"), minutes_document, forum=True),
    "synthesis": Kind(
        N_("Zusammenschau {title}"), synthesis_document, N_("Zusammenschau {title}"), synthesis_sheets
    ),
}  # fmt: skip
