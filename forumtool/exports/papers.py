"""What is printed on paper for the day, before it is Word or PDF: a list to sign, or labels on a sheet of A4.

Lengths are millimetres, sizes of type points. Both writers follow the same description; the one with real measures at
hand (PDF) may go smaller.
"""

from collections.abc import Sequence
from typing import NamedTuple

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
LINE_HEIGHT = 1.3
"""Distance of lines as a multiple of the size of type; enough for the marks above and below Arabic letters."""


class Words(NamedTuple):
    """Words of one size on a label; they wrap. ``after`` is the room below them in points."""

    text: str
    size: float
    strong: bool = False
    quiet: bool = False
    accent: bool = False
    after: float = 0


class Label(NamedTuple):
    """What stands in the middle of one field of a sheet, turned by 0, 90 (top to the right) or 270 degrees.

    ``edge`` stays free around it.
    """

    words: tuple[Words, ...]
    edge: float
    turn: int = 0


class Sheet(NamedTuple):
    """Equal fields on a page: how many across and down, where the first begins, their size, from one to the next."""

    across: int
    down: int
    left: float
    top: float
    width: float
    height: float
    step_x: float
    step_y: float

    @property
    def on_a_page(self) -> int:
        """How many labels a page has."""
        return self.across * self.down

    @property
    def whole_width(self) -> float:
        """From the left of the first field to the right of the last."""
        return (self.across - 1) * self.step_x + self.width

    @property
    def whole_height(self) -> float:
        """From the top of the first field to the bottom of the last."""
        return (self.down - 1) * self.step_y + self.height


class Labels(NamedTuple):
    """Labels on as many sheets as they need. ``cut``: fine lines to cut along; ``fold``: dashed between columns."""

    title: str
    sheet: Sheet
    labels: Sequence[Label]
    cut: bool = False
    fold: bool = False


class Column(NamedTuple):
    """A column of a list and its width in millimetres."""

    title: str
    width: float


class SignatureList(NamedTuple):
    """A table to sign in: a title, a quiet line above and below it, rows with room for a pen."""

    title: str
    above: str
    below: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[str, ...]]
    row_height: float = 11.0
    margin: float = 16.0


Paper = Labels | SignatureList
