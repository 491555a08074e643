"""Long work beside the window: one thread, plain callables, results back on the window's thread.

What runs here gets frozen rows and never touches the open file. What is still waiting when the owner goes is left; what
runs is asked to stop. No thread outlives the program, as Python ends the ones it leaves behind in the middle of Qt.
"""

import queue
import threading
from collections.abc import Callable
from typing import Any
from weakref import WeakSet

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from forumtool.domain.errors import UserError
from forumtool.domain.stopping import stoppable

Call = Callable[[Any], object]
Job = tuple[Callable[[], Any], Call, Callable[[UserError], object]]


class Post(QObject):
    """Brings results from threads to the window's thread, and to nobody who has gone meanwhile.

    It is there for as long as the program: a signal of something that is just being deleted ends in a crash.
    """

    _came = Signal(object, object, object)

    def __init__(self) -> None:
        super().__init__()
        self._came.connect(self._give, Qt.ConnectionType.QueuedConnection)

    def send(self, owner: QObject, call: Call, result: object) -> None:
        """Call something with a result on the window's thread, if the owner is still there then."""
        self._came.emit(owner, call, result)

    def _give(self, owner: QObject, call: Call, result: object) -> None:
        if shiboken6.isValid(owner):
            call(result)


_posts: list[Post] = []


def post() -> Post:
    """Return the one post of the program; the first to ask for it must be on the window's thread."""
    if not _posts:
        if threading.current_thread() is not threading.main_thread():
            raise RuntimeError("the post belongs to the window's thread")
        _posts.append(Post())
    return _posts[0]


class _Thread(threading.Thread):
    """Does one job after the other; ``wanted`` is cleared when the one that runs should stop, too."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(name="tasks", daemon=True)
        self.jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self.left = threading.Event()
        self._owner, self._post = owner, post()

    def run(self) -> None:
        while (job := self.jobs.get()) is not None and not self.left.is_set():
            self._post.send(self._owner, *self._done(*job))
            del job  # else what it holds would be let go on this thread

    def _done(self, work: Callable[[], Any], done: Call, failed: Callable[[UserError], object]) -> tuple[Call, object]:
        try:
            with stoppable(self.left.is_set):
                return done, work()
        except UserError as error:
            return failed, error
        except Exception as error:
            return raise_it, error

    def leave(self) -> None:
        """End as soon as what runs can be stopped; what waits is left."""
        self.left.set()
        self.jobs.put(None)


_threads: WeakSet[_Thread] = WeakSet()
_OURS = ("tasks", "suggesting", "asking", "warming")  # Python knows other threads, too, that end otherwise
_leaving = threading.Event()


def is_leaving() -> bool:
    """Tell whether the program ends and nobody waits for anything any more."""
    return _leaving.is_set()


def leave() -> None:
    """Stop everything that runs and return when all threads have ended, so that the program can."""
    _leaving.set()
    for thread in tuple(_threads):
        thread.leave()
    for other in threading.enumerate():
        if other.name in _OURS:
            other.join()
    _leaving.clear()


class TaskRunner(QObject):
    """Runs one callable after the other on its own thread."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: _Thread | None = None

    def run(self, work: Callable[[], Any], done: Call, failed: Callable[[UserError], object]) -> None:
        """Do the work; then call ``done`` with its result, or ``failed`` with the sentence for the user."""
        if self._thread is None:
            self._thread = thread = _Thread(self)
            _threads.add(thread)
            thread.start()
            self.destroyed.connect(thread.leave)
        self._thread.jobs.put((work, done, failed))

    def tell(self, call: Call, result: object) -> None:
        """Call something on the window's thread; for work that is on its way."""
        post().send(self, call, result)

    def stop(self) -> None:
        """End the thread after what it is doing."""
        if self._thread is not None:
            self._thread.jobs.put(None)
            self._thread.join()
            self._thread = None


def raise_it(error: BaseException) -> None:
    """Raise a mistake of the program where it is seen: on the window's thread."""
    raise error
