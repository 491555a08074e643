"""The measures of the Leinwand on a screen of any size."""

HEIGHT = 1080
READABLE = 28  # pixels, on a screen of any size: what the last row of the room can read
_SMALLEST = (800, 600)  # of the screens of projectors; what is smaller is a window beside the work


class Sizes:
    """Every measure of the canvas: space and type go with the height, but no word has less than 28 px.

    A window that is smaller than the smallest screen shows the picture of such a screen small.
    """

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = max(width, 1.0), max(height, 1.0)
        self.unit = self.height / HEIGHT
        self._least = READABLE * min(1.0, self.width / _SMALLEST[0], self.height / _SMALLEST[1])
        self.card, self.heading = self.pixels(28), self.pixels(30)
        self.margin, self.gap = self.of(60), self.of(34)
        self.pad, self.between = max(self.of(20), self.wide(16)), max(self.of(14), self.wide(10))
        self.foot = max(self.of(76), self.wide(48))
        self.timer = self.pixels(54) * 4.8

    def of(self, units: float) -> float:
        """Return a measure that is given for a height of 1080."""
        return units * self.unit

    def pixels(self, units: float) -> int:
        """Return a size of type that is given for a height of 1080; it is never less than can be read."""
        return max(6, round(max(units * self.unit, self._least)))

    def wide(self, units: float) -> float:
        """Return a measure that goes with the words; it is given for words of 28 px."""
        return units * self.card / READABLE

    @property
    def inside(self) -> float:
        """The width between the margins."""
        return max(self.of(100), self.width - 2 * self.margin)

    @property
    def bottom(self) -> float:
        """Where cards end; below it stands which page this is."""
        return self.height - self.foot
