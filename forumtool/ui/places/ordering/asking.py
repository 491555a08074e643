"""Asking ``forumtool.insight`` beside the window: only the newest question counts, answers to older ones are lost."""

import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer

from forumtool.ui.suggesting import Suggesting
from forumtool.ui.tasks import post

Question = Callable[[], Any]
Answer = Callable[[Any], object]
_AFTER_THE_PICTURE = 250  # milliseconds: loading would take turns with the first painting


class Asking(QObject):
    """Answers one question after the other on a thread, which ends with the last. Questions hold frozen rows only.

    What suggestions need is loaded first; until then the newest question waits.
    """

    def __init__(self, suggesting: Suggesting, parent: QObject) -> None:
        super().__init__(parent)
        self._suggesting = suggesting
        self._newest = 0
        self._waiting: tuple[int, Question, Answer] | None = None
        self._lock = threading.Lock()
        self._is_working = False
        self._post = post()
        suggesting.ready.connect(self._begin)

    def ask(self, question: Question, answer: Answer) -> None:
        """Answer a question and call ``answer`` with it on the window's thread, unless another one is asked before."""
        with self._lock:
            self._newest += 1
            self._waiting = (self._newest, question, answer)
        if self._suggesting.is_ready:
            self._begin()
        else:
            QTimer.singleShot(_AFTER_THE_PICTURE, self, self._suggesting.warm)

    def drop(self) -> None:
        """Forget what was asked."""
        with self._lock:
            self._newest += 1
            self._waiting = None

    def _begin(self) -> None:
        with self._lock:
            if self._is_working or self._waiting is None:
                return
            self._is_working = True
        threading.Thread(target=self._work, name="asking").start()

    def _work(self) -> None:
        while (found := self._take()) is not None:
            number, question, answer = found
            try:
                result, tell = question(), answer
            except Exception as error:
                result, tell = error, _raise
            self._post.send(self, partial(self._give, number, tell), result)

    def _take(self) -> tuple[int, Question, Answer] | None:
        with self._lock:
            found, self._waiting = self._waiting, None
            self._is_working = found is not None
            return found

    def _give(self, number: int, answer: Answer, result: object) -> None:
        if number == self._newest:
            answer(result)


def _raise(error: Exception) -> None:
    """Raise a mistake of the program where it is seen: on the window's thread."""
    raise error
