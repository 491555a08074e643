"""What a page of the Leinwand consists of; all measures are pixels of the canvas."""

from collections.abc import Sequence
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
    """A card, or a part of one that is longer than a page; its last part has the card's key as ``id``."""

    x: float
    y: float
    width: float
    height: float
    text: str
    colour: int | None
    id: str = ""
    dots: int = 0
    is_confirmed: bool = False


class DotRow(NamedTuple):
    """Counted dots, a circle each; more than fill ``MOST_DOT_ROWS`` rows are one row and the number."""

    x: float
    y: float
    width: float
    height: float
    dots: int


class RankBar(NamedTuple):
    """A bar as long as ``part`` (0 to 1) of its track; it lies, or stands and grows upwards."""

    x: float
    y: float
    width: float
    height: float
    part: float
    stands: bool = False


class Pointer(NamedTuple):
    """A small triangle that points up at a place on an axis, with its corner at the middle of the upper edge."""

    x: float
    y: float
    width: float
    height: float


Item = Words | Card | DotRow | RankBar | Pointer


class Page(NamedTuple):
    """One page. ``first`` is the number of cards on the pages before it."""

    items: tuple[Item, ...] = ()
    first: int = 0

    @property
    def cards(self) -> list[Card]:
        """The cards that end on this page."""
        return [item for item in self.items if isinstance(item, Card) and item.id]


class Measure(Protocol):
    """How large words become."""

    def height(self, text: str, pixels: int, width: float, *, strong: bool = False, lines: int = 10_000) -> float:
        """Return the height of wrapped words."""

    def advance(self, text: str, pixels: int, *, strong: bool = False) -> float:
        """Return the width of words on one line."""

    def lines(self, pixels: int, height: float, *, strong: bool = False) -> int:
        """Return how many lines fit into a height, at least one."""

    def parts(self, text: str, pixels: int, width: float, height: float) -> Sequence[str]:
        """Return a text in parts of at most this height; most texts are one part."""

    def widest(self, text: str, pixels: int) -> float:
        """Return the width of the widest of the long words of a text, or of many texts; 0 where all are short."""


class Sizes:
    """Every measure of the canvas, in proportion to its height: a card's words have 28 px on a screen of 1080."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = max(width, 1.0), max(height, 1.0)
        self.unit = self.height / HEIGHT
        self.margin, self.gap = self.of(60), self.of(34)
        self.card, self.heading = self.pixels(28), self.pixels(30)
        self.pad, self.between = self.of(20), self.of(14)
        self.timer = self.of(260)

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
