"""The timer of the room: it counts down, goes on below zero, and is there again after a restart of the program."""

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from forumtool.domain.clocks import Clocks, system_clocks
from forumtool.domain.countdown import Countdown, begun, from_text, is_stale
from forumtool.domain.rows import AgendaRow
from forumtool.domain.schedule import due
from forumtool.ui.settings import Settings

_LOOK = 250  # milliseconds
_SET = 2.0  # seconds; by less than that the two clocks may differ without anybody having set one
_JUST = 2.0  # seconds; the file keeps whole ones, and reading takes a moment


class Stopwatch(QObject):
    """Shows the time that is left. It follows the running item of the agenda until somebody sets it otherwise.

    ``ticked`` tells that what it shows is another second, or another state. ``clocks`` are the laptop's own.
    """

    ticked = Signal()

    def __init__(self, parent: QObject | None = None, clocks: Clocks | None = None) -> None:
        super().__init__(parent)
        self._clocks = clocks or system_clocks()
        self._settings = Settings()
        self._path: Path | None = None
        self._item = ""
        self._countdown: Countdown | None = None
        self._apart = 0.0
        self._shown = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self.look)

    @property
    def is_set(self) -> bool:
        """Tell whether there is a time to show."""
        return self._countdown is not None

    @property
    def is_running(self) -> bool:
        """Tell whether the time goes on."""
        return self._countdown is not None and self._countdown.left is None

    @property
    def is_over(self) -> bool:
        """Tell whether the time has run out."""
        return self.is_set and self.left <= 0

    @property
    def state(self) -> str:
        """ "over", "held" or empty for a time that goes on, as the style sheet names it."""
        return "over" if self.is_over else "" if self.is_running else "held"

    @property
    def now(self) -> datetime:
        """The present moment by the wall clock that the timer goes by."""
        return datetime.fromtimestamp(self._clocks.wall(), UTC)

    @property
    def title(self) -> str:
        """What the time is for, or empty."""
        return self._countdown.title if self._countdown else ""

    @property
    def item_id(self) -> str:
        """The item of the agenda whose time this is, or empty."""
        return self._item if self._countdown is not None and self._countdown.due is not None else ""

    @property
    def left(self) -> float:
        """The time left in seconds, negative when it is over."""
        return self._countdown.seconds(self._clocks) if self._countdown else 0.0

    @property
    def seconds(self) -> int:
        """The whole seconds left, as people count down: 0 only when the time is over."""
        return -int(-self.left) if self.left < 0 else -int(-self.left // 1)

    @property
    def share(self) -> float:
        """How much of the time is over, 0 to 1."""
        return self._countdown.share(self._clocks) if self._countdown else 0.0

    @property
    def text(self) -> str:
        """The time left as MM:SS, with a sign when it is over."""
        seconds = self.seconds
        return f"{'−' if seconds < 0 else ''}{abs(seconds) // 60:02d}:{abs(seconds) % 60:02d}"

    def start(self, minutes: float, title: str = "") -> None:
        """Count down from a number of minutes."""
        self._show(begun(minutes * 60, self._clocks, title=title))

    def toggle(self) -> None:
        """Hold the time, or go on."""
        if self._countdown is not None:
            held = self._countdown.left is not None
            self._show(self._countdown.resumed(self._clocks) if held else self._countdown.held(self._clocks))

    def add(self, minutes: float) -> None:
        """Give more time; time that is over begins anew with it."""
        if self._countdown is not None:
            self._show(self._countdown.longer(minutes * 60 - min(self.left, 0.0), self._clocks))

    def clear(self) -> None:
        """Show no time any more."""
        self._show(None)

    def follow(self, running: AgendaRow | None) -> None:
        """Show the time of the item that runs now, once it is another one; its minutes may change meanwhile.

        A time that somebody has set stays until another item begins.
        """
        key = running.id if running else ""
        own = self._countdown is not None and self._countdown.due is not None
        if key != self._item:
            self._item = key
            fresh = self._of(running) if running else None
            if fresh is not None or own:
                self._show(fresh)
            else:
                self._keep()
        elif running is not None and own:
            self._adjust(running)

    def take_up(self, path: Path) -> None:
        """Show the time that was left when this file was open last; the time in between counts."""
        self._path = path
        self._item, _line, text = self._settings.timer(path).partition("\n")
        kept = from_text(text)
        self._show(kept.taken_up(self._clocks) if kept else None)

    def leave(self) -> None:
        """Show nothing, and remember for the file that is closed what was shown."""
        self._path, self._item = None, ""
        self._show(None)

    def look(self) -> None:
        """Look at the clocks; somebody may have set one, and what is kept for a restart goes by both."""
        if abs(self._clocks.wall() - self._clocks.steady() - self._apart) > _SET and self._countdown is not None:
            self._countdown = self._countdown.renewed(self._clocks)
            self._keep()
        self._tell()

    # Inside

    def _of(self, item: AgendaRow) -> Countdown | None:
        """Return what is left of an item's time as the file says, or None if it has none or is long over."""
        end = due(item)
        if end is None:
            return None
        length = item.minutes * 60.0
        left = end - self._clocks.wall()
        if is_stale(left):
            return None
        left = length if left > length - _JUST else left
        return begun(left, self._clocks, title=item.title, length=length)._replace(due=end)

    def _adjust(self, item: AgendaRow) -> None:
        """Take over another title, other minutes or a corrected beginning, and leave all else as it is."""
        countdown, end = self._countdown, due(item)
        if countdown is None or countdown.due is None:
            return
        if end is None:
            self._show(None)
        elif (end, item.title) != (countdown.due, countdown.title):
            moved = countdown.longer(end - countdown.due, self._clocks) if end != countdown.due else countdown
            self._show(moved._replace(due=end, title=item.title))

    def _show(self, countdown: Countdown | None) -> None:
        self._countdown = countdown
        self._keep()
        if self.is_running:
            self._timer.start()
        else:
            self._timer.stop()
        self._tell()

    def _keep(self) -> None:
        self._apart = self._clocks.wall() - self._clocks.steady()
        if self._path is not None:
            text = self._countdown.as_text() if self._countdown else ""
            self._settings.keep_timer(self._path, f"{self._item}\n{text}")

    def _tell(self) -> None:
        shown = f"{self.is_set} {self.is_running} {self.is_over} {self.text} {self.title}"
        if shown != self._shown:
            self._shown = shown
            self.ticked.emit()
