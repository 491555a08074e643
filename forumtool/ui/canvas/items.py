"""What a page of the Leinwand consists of; all measures are pixels of the canvas."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol


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
    """Counted dots, a circle each; of too many one row and the number."""

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
    """One page. ``first`` is the number of cards on the pages before it, -1 where it does not begin with a new card."""

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

    def parts(self, text: str, pixels: int, width: float, height: float, *, strong: bool = False) -> Sequence[str]:
        """Return a text in parts of at most this height; most texts are one part."""

    def widest(self, text: str, pixels: int, most: float, *, strong: bool = False) -> float:
        """Return the width of the widest of a text's long words that are no wider than ``most``; 0 without such."""
