"""The clocks of a laptop that a test moves: time passes, the laptop sleeps, somebody sets a clock, it boots."""

from datetime import UTC, datetime

from forumtool.domain.clocks import Clocks


class LaptopClocks:
    """``clocks`` is what the program gets; the wall shows the real time at first, as the file's own times do."""

    def __init__(self) -> None:
        self._wall, self._steady, self._boot = datetime.now(UTC).timestamp(), 1000.0, 1
        self.clocks = Clocks(lambda: self._wall, lambda: self._steady, lambda: f"boot {self._boot}")

    def pass_by(self, seconds: float) -> None:
        """Let time pass, awake or asleep."""
        self._wall += seconds
        self._steady += seconds

    def set_wall(self, by: float) -> None:
        """Set the wall clock forward, or back if negative."""
        self._wall += by

    def boot(self) -> None:
        """Start the laptop anew: the steady clock begins at nothing."""
        self._boot += 1
        self._steady = 5.0
