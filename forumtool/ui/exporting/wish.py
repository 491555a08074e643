"""What somebody wants written, and doing it with a copy of the file, on any thread."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from forumtool.domain.audience import audience as audience_of
from forumtool.domain.report import WORDINGS, Report
from forumtool.exports.minutes_sections import for_readers, usual
from forumtool.exports.writing import Exported
from forumtool.i18n import catalogue
from forumtool.services.minutes import standing
from forumtool.services.publishing import Looked, completed, looked_through, report_of
from forumtool.storage.reading import Reading
from forumtool.ui.exporting.offers import LISTS, MINUTES
from forumtool.ui.long_work import Tell

_PARTS = 3  # reading, completing, writing


class Wish(NamedTuple):
    """A document of ``OFFERS`` for an audience, of one forum or (None) of all, to be written in the language given."""

    key: str
    path: Path
    language: str
    audience: str = ""
    forum_id: str | None = None

    @property
    def document(self) -> str:
        """The document of ``DOCUMENTS`` that it is, or that its lists go with."""
        return MINUTES if self.key == LISTS else self.key

    @property
    def form(self) -> str:
        """The form that the path ends with."""
        return self.path.suffix.removeprefix(".").casefold()


class Found(NamedTuple):
    """What a public document would say of people, and how its minutes would be written."""

    looked: Looked
    language: str
    sections: Sequence[str] | None


def read(wish: Wish, source: Reading, tell: Tell) -> Found:
    """Read what the document says and look through it if it is for everybody."""
    tell(0, _PARTS)
    audience, language, sections, wording = wish.audience, wish.language, None, WORDINGS[0]
    if wish.key == MINUTES:
        row = standing(source, wish.forum_id).version
        kept = tuple(row.sections.split()) or usual(row.audience or audience)
        sections = for_readers(kept, row.audience or audience, audience)
        language, wording = row.language or language, row.wording or wording
    report = report_of(
        source, wish.document, forum_id=wish.forum_id, audience=audience, wording=wording, sections=sections
    )
    tell(1, _PARTS)
    return Found(looked_through(source, wish.document, report, (wish.form,), sections), language, sections)


def write(wish: Wish, found: Found, blackened: Collection[str], tell: Tell) -> Exported:
    """Write the document without the finds with these ids."""
    from forumtool.drawing.exporting import export_to

    tell(1, _PARTS)
    report: Report = completed(wish.document, found.looked.blackened(blackened))
    tell(2, _PARTS)
    return export_to(wish.path, report, found.language, wish.document, found.sections)


def write_sheet(wish: Wish, source: Reading, tell: Tell) -> Exported:
    """Write the decision sheet."""
    from forumtool.exports import decision_sheet_docx
    from forumtool.exports.writing import write_stoppable
    from forumtool.services.decision_sheets import decision_sheet

    tell(0, 2)
    names = audience_of(wish.audience).names
    sheet, say = decision_sheet(source, forum_id=wish.forum_id, names=names), catalogue(wish.language)
    tell(1, 2)

    def fill(stream: BinaryIO) -> list[str]:
        return decision_sheet_docx.write(sheet, stream, say)

    return write_stoppable(wish.path, fill)
