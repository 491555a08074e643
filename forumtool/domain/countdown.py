"""A countdown that knows when it ends by two clocks, so that it is right after a restart, a sleep and a set clock."""

import json
import math
from typing import NamedTuple

from forumtool.domain.clocks import Clocks

_STALE = 3 * 3600.0  # seconds; nobody in the room waits for what has been over for longer
_FORGOTTEN = 12 * 3600.0  # seconds; what has been held for longer belongs to another day


class Countdown(NamedTuple):
    """A time that runs down: held with ``left`` seconds, or running (``left`` None) until a point of both clocks.

    While it is held, the points are those when it was. ``length`` are the seconds that it began with. A countdown of
    an item of the agenda has the item's ``due``: the wall clock when the item should end as the file says, None for
    one that somebody set.
    """

    title: str
    length: float
    left: float | None
    until: float
    until_wall: float
    boot: str
    due: float | None = None

    def seconds(self, clocks: Clocks) -> float:
        """Return the seconds left, negative when the time is over."""
        return self.until - clocks.steady() if self.left is None else self.left

    def share(self, clocks: Clocks) -> float:
        """Return how much of the time is over, 0 to 1."""
        return min(1.0, max(0.0, 1 - self.seconds(clocks) / self.length)) if self.length > 0 else 1.0

    def held(self, clocks: Clocks) -> "Countdown":
        """Return it standing still."""
        return self._replace(
            left=self.seconds(clocks), until=clocks.steady(), until_wall=clocks.wall(), boot=clocks.boot()
        )

    def resumed(self, clocks: Clocks) -> "Countdown":
        """Return it going on with what was left."""
        return self if self.left is None else self._running(self.left, clocks)

    def longer(self, seconds: float, clocks: Clocks) -> "Countdown":
        """Return it with more time (or less, if negative), held or running as it was."""
        length = max(self.length + seconds, 0.0)
        if self.left is not None:
            return self._replace(length=length, left=self.left + seconds)
        return self._running(self.seconds(clocks) + seconds, clocks)._replace(length=length)

    def renewed(self, clocks: Clocks) -> "Countdown":
        """Return it with its wall time as the clocks stand to each other now; somebody may have set one of them."""
        return self if self.left is not None else self._running(self.seconds(clocks), clocks)

    def taken_up(self, clocks: Clocks) -> "Countdown | None":
        """Return it as it is after a restart of the program, or None if it is over for so long that nobody waits.

        Within one boot the steady clock is sure; after another one there is only the wall clock.
        """
        same_boot = bool(self.boot) and self.boot == clocks.boot()
        ahead = self.until - clocks.steady() if same_boot else self.until_wall - clocks.wall()
        if self.left is not None:
            return self if ahead > -_FORGOTTEN else None
        return None if is_stale(ahead) else self._running(ahead, clocks)

    def as_text(self) -> str:
        """Return it as text that ``from_text`` reads."""
        return json.dumps(self._asdict())

    def _running(self, seconds: float, clocks: Clocks) -> "Countdown":
        return self._replace(
            left=None, until=clocks.steady() + seconds, until_wall=clocks.wall() + seconds, boot=clocks.boot()
        )


def begun(seconds: float, clocks: Clocks, *, title: str = "", length: float | None = None) -> Countdown:
    """Return a countdown that runs from now on; ``length`` is what it began with, where that was earlier."""
    return Countdown(title, seconds if length is None else length, seconds, 0.0, 0.0, "").resumed(clocks)


def from_text(text: str) -> Countdown | None:
    """Return the countdown that a text holds, or None if it holds none."""
    try:
        told = json.loads(text)
        title, boot = str(told.pop("title")), str(told.pop("boot"))
        numbers = {name: None if value is None else float(value) for name, value in told.items()}
        found = Countdown(title=title, boot=boot, **numbers)  # type: ignore[arg-type]
        times = (found.length, found.until, found.until_wall, found.left or 0.0, found.due or 0.0)
        return found if all(map(math.isfinite, times)) else None
    except (ValueError, TypeError, KeyError, AttributeError):
        return None


def is_stale(seconds: float) -> bool:
    """Tell whether seconds left are so far below zero that nobody waits any more."""
    return seconds < -_STALE
