"""Stopping long work: whoever waits for it says so, and the work hears of it when it breathes.

Loops over everything that a process holds breathe once a round, or once for some hundred rounds that cost little, so
that no more than some hundredths of a second pass between two breaths.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

from forumtool.domain.errors import UserError
from forumtool.i18n import _

T = TypeVar("T")
Asked = Callable[[], bool]
_asked: ContextVar[Asked | None] = ContextVar("asked", default=None)
_ROUNDS = 64


class Stopped(UserError):  # noqa: N818 - it tells of a wish, not of an error
    """Somebody wanted the work no more; nothing is half."""

    def __init__(self) -> None:
        super().__init__(_("Auf Wunsch abgebrochen: Was vorher da war, ist noch da."))


@contextmanager
def stoppable(asked: Asked | None) -> Iterator[None]:
    """Let the work inside end with ``Stopped`` at its next breath once ``asked`` says yes, on this thread only.

    Work inside work ends as soon as either is not wanted any more.
    """
    outer = _asked.get()
    kept = _asked.set((lambda: asked() or outer()) if asked and outer else asked or outer)
    try:
        yield
    finally:
        _asked.reset(kept)


def is_stopped() -> bool:
    """Tell whether somebody wants the work on this thread no more."""
    asked = _asked.get()
    return asked is not None and asked()


def breathe() -> None:
    """Raise ``Stopped`` if somebody wants the work on this thread no more."""
    if is_stopped():
        raise Stopped


def breathing(things: Iterable[T]) -> Iterator[T]:
    """Yield the things, with a breath before every 64th."""
    for at, thing in enumerate(things):
        if not at % _ROUNDS:
            breathe()
        yield thing
