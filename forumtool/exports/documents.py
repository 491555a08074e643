"""The documents that a report can become, by their keys."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from forumtool.domain.audience import DEFAULT_AUDIENCE, KEYS
from forumtool.domain.report import Report
from forumtool.exports import concept, interim, progress
from forumtool.exports.blocks import Block
from forumtool.exports.document import Document
from forumtool.exports.minutes_document import minutes_document
from forumtool.exports.sheets.every import sheets
from forumtool.exports.sheets.figures import figures
from forumtool.exports.sheets.sheet import Figure, Sheet
from forumtool.exports.sheets.synthesis import synthesis_sheets
from forumtool.exports.synthesis import synthesis_document
from forumtool.i18n import N_, Catalogue

Compose = Callable[[Report, Catalogue, Sequence[str] | None], Document]


class Lists(NamedTuple):
    """The lists for Excel that go with a document: what their file is called, what makes them, and what draws them."""

    title: str
    make: Callable[[Report, Catalogue], list[Sheet]]
    draw: Callable[[Report, Catalogue], list[Figure]] | None = None


class Kind(NamedTuple):
    """A kind of document: what its file is called, what it says, its lists, and for whom it is unless asked.

    ``forum`` tells that there is one of a single forum, too, ``audiences`` for whom it can be.
    """

    title: str
    compose: Compose
    lists: Lists | None = None
    forum: bool = False
    audience: str = DEFAULT_AUDIENCE
    audiences: Sequence[str] = KEYS

    @property
    def forms(self) -> tuple[str, ...]:
        """What files there are of it."""
        return ("docx", "xlsx", "pdf") if self.lists else ("docx", "pdf")


def _of_process(
    title: str,
    write: Callable[[Report, Catalogue], list[Block]],
    state: Callable[[Report, Catalogue], str] = lambda _report, say: say("Stand"),
) -> Compose:
    """Return what composes a document of the whole process from blocks that begin with its title."""

    def compose(report: Report, say: Catalogue, _sections: Sequence[str] | None = None) -> Document:
        process, kind = report.process, say(title, title="").strip()
        named = report.title if kind.casefold() in report.title.casefold() else say(title, title=report.title)
        return Document(write(report, say), say, named, process.title, process.host, (named, ""), process.host,
                        state(report, say))  # fmt: skip

    return compose


def _adopted(report: Report, say: Catalogue) -> str:
    return say("beschlossen") if report.process.adopted_on else say("Entwurf")


_CONCEPT, _PROGRESS, _INTERIM = N_("Konzept {title}"), N_("Fortschritt {title}"), N_("Zwischenbericht {title}")
_SYNTHESIS = N_("Zusammenschau {title}")
_LISTS = Lists(N_("Listen {title}"), sheets, figures)

DOCUMENTS: Mapping[str, Kind] = {
    "minutes": Kind(N_("Protokoll {title}"), minutes_document, _LISTS, forum=True),
    "synthesis": Kind(_SYNTHESIS, synthesis_document, Lists(_SYNTHESIS, synthesis_sheets)),
    "concept": Kind(_CONCEPT, _of_process(_CONCEPT, concept.compose, _adopted)),
    "progress": Kind(_PROGRESS, _of_process(_PROGRESS, progress.compose)),
    "interim": Kind(_INTERIM, _of_process(_INTERIM, interim.compose), audience="public", audiences=("public",)),
}
