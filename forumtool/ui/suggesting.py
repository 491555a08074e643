"""The window's way to suggestions: what they need is loaded and built on a thread, as it knows no Qt."""

import gc
import os
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from forumtool.ui.tasks import is_leaving, post

if TYPE_CHECKING:
    from forumtool.insight.similar import SimilarCards

    Done = Callable[[SimilarCards], object]

_SLICE, _PAUSE = 0.002, 0.001  # seconds of building, then for whoever types: Python runs one thread at a time


class Suggesting(QObject):
    """Loads the word map once and builds indexes of cards, one after the other. Before that it costs nothing.

    The thread ends with its work. It is none that the program leaves behind: quitting waits for it, a moment.
    """

    ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ready = False
        self._jobs: deque[Callable[[], None]] = deque()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._post = post()

    @property
    def is_ready(self) -> bool:
        """Tell whether suggestions answer at once; what is asked before waits for the loading."""
        return self._ready

    def warm(self) -> None:
        """Load what suggestions need, once; ``ready`` tells when that is done."""
        if not self._ready:
            self._begin(self._load)

    def index(self, cards: Sequence[tuple[str, str]], done: "Done") -> None:
        """Build a ``SimilarCards`` of (key, text) rows, then call ``done`` with it on the window's thread.

        What suggestions need is loaded first. 20,000 rows take some seconds, in slices of two milliseconds.
        """
        rows = tuple(cards)
        self.warm()
        self._begin(lambda: self._build(rows, done))

    def wait(self) -> None:
        """Return when the thread has ended."""
        thread = self._thread
        if thread is not None:
            thread.join()

    def _begin(self, job: Callable[[], None]) -> None:
        with self._lock:
            self._jobs.append(job)
            if self._thread is None:
                self._thread = threading.Thread(target=self._work, name="suggesting")
                self._thread.start()

    def _work(self) -> None:
        while (job := self._next()) is not None:
            try:
                job()
            except Exception as error:
                self._tell(_raise, error)

    def _next(self) -> Callable[[], None] | None:
        with self._lock:
            if self._jobs and _is_wanted():
                return self._jobs.popleft()
            self._thread = None
            return None

    def _load(self) -> None:
        if not self._ready:
            load()
            self._tell(self._be_ready, None)

    def _build(self, rows: tuple[tuple[str, str], ...], done: "Done") -> None:
        from forumtool.insight.similar import SimilarCards

        index = SimilarCards()
        began = time.perf_counter()
        for key, text in rows:
            index.put(key, text)
            if time.perf_counter() - began > _SLICE:
                if not _is_wanted():
                    return
                time.sleep(_PAUSE)
                began = time.perf_counter()
        index.settle()
        self._tell(done, index)

    def _tell(self, call: Callable[[Any], object], result: object) -> None:
        """Have something called on the window's thread; nobody is told any more when the window has gone."""
        self._post.send(self, call, result)

    def _be_ready(self, _nothing: object) -> None:
        if not self._ready:
            self._ready = True
            self.ready.emit()


def load() -> None:
    """Load numpy and the word map, and go through everything once."""
    # Our products are small; more threads would only wait for the core on which somebody types.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from forumtool.insight import similar  # noqa: F401 - loaded for what comes
    from forumtool.insight.grouping import draft

    draft({str(at): text for at, text in enumerate(("Nachbarschaftscafé", "Kinderbetreuung") * 4)})
    # What has been loaded stays: the garbage collector need not go over it while somebody types.
    gc.freeze()


def _is_wanted() -> bool:
    return threading.main_thread().is_alive() and not is_leaving()


def _raise(error: Exception) -> None:
    """Raise a mistake of the program where it is seen: on the window's thread."""
    raise error
