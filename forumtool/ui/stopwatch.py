"""The timer of the room: it counts down and goes on below zero."""

import time

from PySide6.QtCore import QObject, QTimer, Signal


class Stopwatch(QObject):
    """Counts down whole seconds by the monotonic clock, so that a changed wall clock does not matter."""

    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = ""
        self._left = 0.0
        self._until: float | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(250)
        self._timer.timeout.connect(self.ticked)

    @property
    def is_set(self) -> bool:
        """Tell whether there is a time to show."""
        return self._until is not None or self._left != 0

    @property
    def seconds(self) -> int:
        """The seconds left, negative when the time is over."""
        left = self._left if self._until is None else self._until - time.monotonic()
        return int(left) if left >= 0 else -int(-left)

    @property
    def text(self) -> str:
        """The time left as MM:SS, with a sign when it is over."""
        seconds = self.seconds
        return f"{'−' if seconds < 0 else ''}{abs(seconds) // 60:02d}:{abs(seconds) % 60:02d}"

    def start(self, minutes: float, title: str = "") -> None:
        """Count down from a number of minutes."""
        self.title = title
        self._until = time.monotonic() + minutes * 60
        self._timer.start()
        self.ticked.emit()

    def toggle(self) -> None:
        """Hold the time, or go on."""
        if self._until is not None:
            self._left, self._until = self._until - time.monotonic(), None
            self._timer.stop()
        elif self._left:
            self._until = time.monotonic() + self._left
            self._timer.start()
        self.ticked.emit()

    def clear(self) -> None:
        """Show no time any more."""
        self._left, self._until, self.title = 0.0, None, ""
        self._timer.stop()
        self.ticked.emit()
