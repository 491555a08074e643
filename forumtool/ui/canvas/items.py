"""What a page of the Leinwand consists of; all measures are pixels of the canvas."""

from typing import NamedTuple, Protocol

HEIGHT = 1080
MOST_DOT_ROWS = 3


class Words(NamedTuple):
    """Text on at most ``lines`` lines; ``role`` is a colour's name: text, quiet, accent."""

    x: float
    y: float
    width: float
    height: float
    text: str
    pixels: int
    strong: bool = False
    role: str = "text"
    lines: int = 99
    centred: bool = False


class Card(NamedTuple):
    """A card; words that do not fit its height end in "…"."""

    x: float
    y: float
    width: float
    height: float
    text: str
    colour: int | None
    lines: int


class DotRow(NamedTuple):
    """Counted dots, a circle each; more than fill ``MOST_DOT_ROWS`` rows are one row and the number."""

    x: float
    y: float
    width: float
    height: float
    dots: int


class RankBar(NamedTuple):
    """A bar as long as ``part`` (0 to 1) of its track."""

    x: float
    y: float
    width: float
    height: float
    part: float


Item = Words | Card | DotRow | RankBar
Page = tuple[Item, ...]


class Measure(Protocol):
    """How large words become."""

    def height(self, text: str, pixels: int, width: float, *, strong: bool = False, lines: int = 99) -> float:
        """Return the height of wrapped words."""

    def advance(self, text: str, pixels: int, *, strong: bool = False) -> float:
        """Return the width of words on one line."""

    def lines(self, pixels: int, height: float) -> int:
        """Return how many lines fit into a height, at least one."""


class Sizes:
    """Every measure of the canvas, in proportion to its height: a card's words have 28 px on a screen of 1080."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = max(width, 1.0), max(height, 1.0)
        self.unit = self.height / HEIGHT
        self.margin, self.gap = self.of(60), self.of(34)
        self.card, self.heading = self.pixels(28), self.pixels(30)
        self.pad, self.between = self.of(20), self.of(14)
        self.timer = self.of(230)

    def of(self, units: float) -> float:
        """Return a measure that is given for a height of 1080."""
        return units * self.unit

    def pixels(self, units: float) -> int:
        """Return a size of type that is given for a height of 1080."""
        return max(6, round(units * self.unit))

    @property
    def inside(self) -> float:
        """The width between the margins."""
        return max(self.of(100), self.width - 2 * self.margin)

    @property
    def bottom(self) -> float:
        """Where cards end; below it stands which page this is."""
        return self.height - self.of(76)


def dots_across(width: float, sizes: Sizes) -> int:
    """Return how many dots stand in a row of a width."""
    return max(1, int(width // sizes.of(24)))
