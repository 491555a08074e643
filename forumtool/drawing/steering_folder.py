"""Writing the folder for the steering group, with everything that is painted: the boards, and the minutes as PDF."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO

from forumtool.domain.report import Report
from forumtool.drawing import report_pdf
from forumtool.drawing.board import with_boards
from forumtool.drawing.document_pdf import Made, make_all
from forumtool.exports.documents import Compose
from forumtool.exports.minutes_sections import usual
from forumtool.exports.steering_folder import Gathered, parts, write_parts
from forumtool.exports.writing import Exported
from forumtool.i18n import Catalogue, catalogue


def count(gathered: Gathered, language: str) -> int:
    """Return how many files the folder will have."""
    return len(parts(gathered, catalogue(language), report_pdf.write)) + 1


def write_folder(
    gathered: Gathered,
    folder: Path,
    language: str,
    done: Callable[[Exported], object] = lambda _exported: None,
) -> list[Exported]:
    """Write the folder as ``write_parts`` does and raise as it does; runs on a thread."""
    say, sections = catalogue(language), usual(gathered.whole.audience)
    drawn = gathered._replace(forums=tuple(with_boards(report, say, sections) for report in gathered.forums))
    found = parts(drawn, say, _Together(drawn.forums))
    return write_parts(found, folder, gathered.whole.process, say, done)


class _Together:
    """The reports as PDF files, all made when the first is asked for: LibreOffice takes seconds to start."""

    def __init__(self, reports: Sequence[Report]) -> None:
        self._reports = reports
        self._made: list[Made] = []

    def __call__(
        self, compose: Compose, report: Report, stream: BinaryIO, say: Catalogue, sections: Sequence[str] | None
    ) -> list[str]:
        if not self._made:
            wanted = [report_pdf.wanted(compose, one, say, sections) for one in self._reports]
            self._made = make_all(wanted)
        made = next(made for one, made in zip(self._reports, self._made, strict=True) if one is report)
        stream.write(made.content)
        return made.notes
