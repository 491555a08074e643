"""The pages of the minutes, composed beside the window; the pictures of the boards follow as soon as they are drawn."""

from collections.abc import Callable, Collection, Sequence
from threading import Event
from typing import Any

from forumtool.domain.errors import UserError
from forumtool.domain.report import Photo, Report
from forumtool.domain.stopping import Stopped, stoppable
from forumtool.exports.document import Document
from forumtool.i18n import Catalogue
from forumtool.services.publishing import Looked
from forumtool.ui.places.minuting.pages import Pages
from forumtool.ui.tasks import TaskRunner


class MinutesPages(Pages):
    """Shows a report as the pages of its minutes. What was asked for last counts; what is still made before it ends."""

    def __init__(self, runner: TaskRunner) -> None:
        super().__init__()
        self._runner = runner
        self._boards: tuple[Photo, ...] = ()
        self._wanted = Event()

    def show_minutes(
        self,
        read: Callable[[], Looked],
        blackened: Collection[str],
        say: Catalogue,
        sections: Sequence[str],
        told: Callable[[Looked], object],
    ) -> None:
        """Show the chosen sections without the finds with these ids, then once more with the boards as they are now.

        ``read`` is called on a thread; ``told`` gets what it found as soon as there are pages.
        """
        boards = self._boards

        def compose() -> tuple[Looked, Report, Document]:
            looked = read()
            report = looked.blackened(blackened)
            return looked, report, _composed(report._replace(boards=boards), say, sections)

        def show(came: tuple[Looked, Report, Document]) -> None:
            told(came[0])
            self.show_document(came[2])
            self._draw(came[1], say, sections)

        self._newest(compose, show)

    def _draw(self, report: Report, say: Catalogue, sections: Sequence[str]) -> None:
        before = self._boards

        def draw() -> tuple[Report, Document] | None:
            from forumtool.drawing.board import with_boards

            now = with_boards(report, say, sections)
            return None if now.boards == before else (now, _composed(now, say, sections))

        def show(came: tuple[Report, Document] | None) -> None:
            if came:
                self._boards = came[0].boards
                self.show_document(came[1])

        self._newest(draw, show)

    def _newest(self, work: Callable[[], Any], show: Callable[[Any], object]) -> None:
        """Do something on the thread in place of what was wanted before."""
        self._wanted.set()
        wanted = self._wanted = Event()

        def on_thread() -> Any:
            with stoppable(wanted.is_set):
                return work()

        def done(came: Any) -> None:
            if not wanted.is_set():
                show(came)

        self._runner.run(on_thread, done, _unless_stopped)


def _composed(report: Report, say: Catalogue, sections: Sequence[str]) -> Document:
    from forumtool.exports.minutes_document import minutes_document

    return minutes_document(report, say, sections)


def _unless_stopped(error: UserError) -> None:
    """Composing fails only where it is not wanted, drawing only without Qt, which the window has."""
    if not isinstance(error, Stopped):
        raise error
