"""What stands in a document for everybody that names somebody, before it goes out."""

from forumtool.domain.finds import Find
from forumtool.domain.report import Report
from forumtool.exports.blocks import words_of
from forumtool.exports.documents import DOCUMENTS
from forumtool.i18n import catalogue
from forumtool.insight.free_text import Scan


def named_in(key: str, report: Report, look: Scan) -> list[Find]:
    """Return what was found in the free text of the report and is said in a document of ``DOCUMENTS``."""
    said = words_of(DOCUMENTS[key].compose(report, catalogue("de"), None).blocks)
    return [one for one in look.find(report) if one.text in said]
