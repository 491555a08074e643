"""Writing the folder for the steering group, with everything that is painted: the boards, and the minutes as PDF."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from forumtool.drawing import report_pdf
from forumtool.drawing.board import with_boards
from forumtool.exports.minutes_sections import usual
from forumtool.exports.steering_folder import Gathered, parts, write_parts
from forumtool.exports.writing import Exported
from forumtool.i18n import catalogue


def count(gathered: Gathered, language: str) -> int:
    """Return how many files the folder will have."""
    return len(parts(gathered, catalogue(language), report_pdf.write)) + 1


def write_folder(
    gathered: Gathered,
    folder: Path,
    language: str,
    done: Callable[[Exported], object] = lambda _exported: None,
    stopped: Callable[[], bool] = lambda: False,
) -> list[Exported]:
    """Write the folder as ``write_parts`` does and raise as it does; runs on a thread."""
    say, sections = catalogue(language), usual(gathered.whole.audience)
    drawn = gathered._replace(forums=tuple(with_boards(report, say, sections) for report in gathered.forums))
    found = parts(drawn, say, partial(report_pdf.write, stopped=stopped))
    return write_parts(found, folder, gathered.whole.process.title, say, done, stopped)
