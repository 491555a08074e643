"""Putting a report into a folder from the window, with everything that is painted: boards, and PDF."""

from collections.abc import Callable, Sequence
from functools import partial
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
    stopped: Callable[[], bool] = lambda: False,
) -> list[Exported]:
    """Write the report as ``writing.export`` does, and as "pdf"; runs on a thread.

    Raises as that does; ``stopped`` is asked while LibreOffice writes, too.
    """
    if set(formats) != {"xlsx"}:
        report = with_boards(report, catalogue(language), sections)
    pdf = partial(report_pdf.write, stopped=stopped)
    return writing.export(report, folder, formats, language, sections, done, stopped, pdf)
