"""What a document is written from, and what stands in one for everybody that names somebody, before it goes out."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from forumtool.domain.finds import Find
from forumtool.domain.report import WORDINGS, Report
from forumtool.exports.blocks import words_of
from forumtool.exports.documents import DOCUMENTS
from forumtool.exports.minutes_sections import asks_for_notes, asks_for_photos
from forumtool.i18n import catalogue
from forumtool.insight.free_text import Scan
from forumtool.services.naming import scan
from forumtool.services.reporting import build
from forumtool.services.synthesis import build_synthesis, with_similar
from forumtool.storage.reading import Reading


class Looked(NamedTuple):
    """A report, what blackens it, and what was found of people in its free text; of one for everybody only."""

    report: Report
    look: Scan | None = None
    found: tuple[Find, ...] = ()

    def blackened(self, chosen: Collection[str]) -> Report:
        """Return the report without the finds with these ids."""
        return self.look.blacken(self.report, chosen) if self.look and chosen else self.report


def report_of(
    file: Reading,
    key: str,
    *,
    forum_id: str | None = None,
    audience: str = "",
    names: str = "",
    wording: str = WORDINGS[0],
    sections: Sequence[str] | None = None,
) -> Report:
    """Return what a document of ``DOCUMENTS`` is composed from, but for what ``completed`` adds.

    It is for the document's usual audience unless another one is named; of the minutes for everybody, the ``sections``
    say whether notes and photographs are shown. Raises as ``reporting.build``.
    """
    readers = audience or DOCUMENTS[key].audience
    if key == "synthesis":
        return build_synthesis(file, audience=readers, names=names, wording=wording)
    asked = sections if key == "minutes" and readers == "public" else None
    return build(
        file,
        forum_id=forum_id,
        audience=readers,
        names=names,
        notes=None if asked is None else asks_for_notes(asked),
        photos=None if asked is None else asks_for_photos(asked),
        wording=wording,
    )


def completed(key: str, report: Report) -> Report:
    """Return the report with what takes seconds and no file: the similar proposals of a synthesis, as they are told."""
    return with_similar(report) if key == "synthesis" else report


def looked_through(
    file: Reading, key: str, report: Report, forms: Collection[str] = (), sections: Sequence[str] | None = None
) -> Looked:
    """Return what is found in the free text of a report for everybody and is said in these forms of the document."""
    if report.audience != "public":
        return Looked(report)
    look = scan(file)
    found = look.find(report)
    if key == "minutes" and "xlsx" not in forms:
        found = [one for one in found if one.stands_in(sections or ())]
    elif DOCUMENTS[key].lists is None:
        said = words_of(DOCUMENTS[key].compose(report, catalogue("de"), None).blocks)
        found = [one for one in found if one.text in said]
    return Looked(report, look, tuple(found))
