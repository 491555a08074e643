"""Long work for the open file: it reads a copy of the file beside the window, says how far it is, and can be stopped.

One at a time. What happens meanwhile in the file, undo too, changes nothing of it; closing the file ends it.
"""

from collections.abc import Callable
from threading import Event
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from forumtool.domain.errors import UserError
from forumtool.domain.stopping import breathe, stoppable
from forumtool.i18n import _
from forumtool.storage.reading import Reading
from forumtool.ui.tasks import Call, TaskRunner, raise_it

if TYPE_CHECKING:
    from forumtool.ui.desk import Desk

T = TypeVar("T")
Tell = Callable[[int, int], object]
"""Hears how many parts of how many are done; nothing of nothing while that is not known."""


class LongWork(QObject):
    """``began`` tells what is being done, ``moved`` how many parts of all are done, ``ended`` that nothing is."""

    began = Signal(str)
    moved = Signal(int, int)
    ended = Signal()

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self._runner = TaskRunner(self)
        self._wanted: Event | None = None
        self.said = ""

    @property
    def is_busy(self) -> bool:
        """Tell whether something is being done."""
        return self._wanted is not None

    def run(
        self,
        said: str,
        work: Callable[[Reading, Tell], T],
        done: Callable[[T], object],
        failed: Callable[[UserError], object] | None = None,
        owner: QObject | None = None,
    ) -> bool:
        """Do something with a copy of the file on a thread, then call ``done`` with the result on this one.

        ``said`` is what the window says meanwhile. ``failed`` gets the sentence for the user, which else is said by the
        desk; neither is called when the ``owner`` has gone meanwhile. Returns False, and says why, if something else is
        being done or no file is open.
        """
        copy = self._copy()
        if copy is None:
            return False
        wanted = self._wanted = Event()
        self.said = said

        def tell(now: int, of: int) -> None:
            breathe()
            self._runner.tell(lambda _none: self._move(wanted, now, of), None)

        def on_thread() -> tuple[Call, Any]:
            try:
                with stoppable(wanted.is_set):
                    return done, work(copy, tell)
            except UserError as error:
                return failed or self._say, error
            except Exception as error:
                return raise_it, error
            finally:
                copy.close()

        self.began.emit(said)
        self._runner.run(on_thread, lambda came: self._end(wanted, owner or self, *came), raise_it)
        return True

    def stop(self) -> None:
        """Let what is being done end: within a moment, with nothing half."""
        if self._wanted is not None:
            self._wanted.set()

    def leave(self) -> None:
        """Stop what is being done for a file that is being closed, and hear no more of it."""
        self.stop()
        if self._wanted is not None:
            self._wanted = None
            self.ended.emit()

    def wait(self) -> None:
        """Return when the thread has ended."""
        self._runner.stop()

    def _copy(self) -> Any:
        if not self._desk.is_open:
            self._desk.say_warning(_("Es ist keine Datei geöffnet: Bitte zuerst eine öffnen oder anlegen."))
            return None
        if self.is_busy:
            self._desk.say_warning(_("Einen Augenblick: {what} Danach geht es weiter.", what=self.said))
            return None
        return self._desk.do(lambda file: file.copied())

    def _say(self, error: UserError) -> None:
        self._desk.say_warning(str(error))

    def _move(self, wanted: Event, now: int, of: int) -> None:
        if wanted is self._wanted:
            self.moved.emit(now, of)

    def _end(self, wanted: Event, owner: QObject, call: Call, result: object) -> None:
        if wanted is self._wanted:
            self._wanted = None
            self.ended.emit()
            if shiboken6.isValid(owner):
                call(result)
