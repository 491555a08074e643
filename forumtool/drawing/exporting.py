"""Putting a report into a folder from the window, with everything that is painted: boards, and PDF."""

from collections.abc import Callable, Sequence
from pathlib import Path

from forumtool.domain.report import Report
from forumtool.drawing import report_pdf
from forumtool.drawing.board import with_boards
from forumtool.exports import writing
from forumtool.exports.writing import Exported
from forumtool.i18n import catalogue


def export(
    report: Report,
    folder: Path,
    formats: Sequence[str],
    language: str,
    sections: Sequence[str] | None = None,
    done: Callable[[Exported], object] | None = None,
) -> list[Exported]:
    """Write the minutes as ``writing.export`` does, and as "pdf"; raises as that does, on any thread."""
    drawn = _with_boards("minutes", report, formats, language, sections)
    return writing.export(drawn, folder, formats, language, sections, done, report_pdf.write)


def export_to(
    path: Path, report: Report, language: str, document: str, sections: Sequence[str] | None = None
) -> Exported:
    """Write one document of ``DOCUMENTS`` in the form that the path ends with, ".docx", ".xlsx" or ".pdf"."""
    form = path.suffix.removeprefix(".").casefold()
    drawn = _with_boards(document, report, (form,), language, sections)
    return writing.export_to(path, form, drawn, language, document, sections, report_pdf.write)


def _with_boards(
    document: str, report: Report, formats: Sequence[str], language: str, sections: Sequence[str] | None
) -> Report:
    is_drawn = document == "minutes" and set(formats) != {"xlsx"}
    return with_boards(report, catalogue(language), sections) if is_drawn else report
