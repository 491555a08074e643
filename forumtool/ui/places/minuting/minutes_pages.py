"""The pages of the minutes; the pictures of the boards follow as soon as they are drawn."""

from collections.abc import Sequence

from forumtool.domain.errors import UserError
from forumtool.domain.report import Photo, Report
from forumtool.i18n import Catalogue
from forumtool.ui.places.minuting.pages import Pages
from forumtool.ui.tasks import TaskRunner


class MinutesPages(Pages):
    """Shows a report as the pages of its minutes. Boards are drawn by the runner, beside the window."""

    def __init__(self, runner: TaskRunner) -> None:
        super().__init__()
        self._runner = runner
        self._boards: tuple[Photo, ...] = ()
        self._asked = 0

    def show_report(self, report: Report, say: Catalogue, sections: Sequence[str] | None = None) -> None:
        """Show the chosen sections at once, with the boards that were drawn last; then with today's."""
        from forumtool.drawing.board import with_boards

        self._asked += 1
        asked = self._asked
        self._show(report._replace(boards=self._boards), say, sections)

        def drawn(now: Report) -> None:
            if asked == self._asked and now.boards != self._boards:
                self._boards = now.boards
                self._show(now, say, sections)

        self._runner.run(lambda: with_boards(report, say, sections), drawn, _never)

    def _show(self, report: Report, say: Catalogue, sections: Sequence[str] | None) -> None:
        from forumtool.exports.minutes_document import minutes_document

        self.show_document(minutes_document(report, say, sections))


def _never(error: UserError) -> None:
    """Drawing fails only without Qt, which the window has."""
    raise error
