"""Long work beside the window: one thread, plain callables, results back on the window's thread.

What runs here gets frozen rows and never touches the database. What is still waiting when the owner goes is left.
"""

import queue
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from forumtool.domain.errors import UserError

Job = tuple[Callable[[], Any], Callable[[Any], object], Callable[[UserError], object]]


class TaskRunner(QObject):
    """Runs one callable after the other on its own thread."""

    _finished = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._finished.connect(self._give_back, Qt.ConnectionType.QueuedConnection)

    def run(
        self, work: Callable[[], Any], done: Callable[[Any], object], failed: Callable[[UserError], object]
    ) -> None:
        """Do the work; then call ``done`` with its result, or ``failed`` with the sentence for the user."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="tasks", daemon=True)
            self._thread.start()
            jobs = self._jobs
            self.destroyed.connect(lambda: jobs.put(None))
        self._jobs.put((work, done, failed))

    def tell(self, call: Callable[[Any], object], result: object) -> None:
        """Call something on the window's thread; for work that is on its way."""
        self._finished.emit(call, result)

    def stop(self) -> None:
        """End the thread after what it is doing."""
        if self._thread is not None:
            self._jobs.put(None)
            self._thread.join()
            self._thread = None

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            work, done, failed = job
            try:
                call, result = done, work()
            except UserError as error:
                call, result = failed, error
            except Exception as error:
                call, result = _raise, error
            try:
                self._finished.emit(call, result)
            except RuntimeError:  # the owner has gone meanwhile: nobody waits for it
                return

    def _give_back(self, call: Callable[[Any], object], result: object) -> None:
        call(result)


def _raise(error: BaseException) -> None:
    """Raise a mistake of the program where it is seen: on the window's thread."""
    raise error
