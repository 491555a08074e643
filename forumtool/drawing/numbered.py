"""The pages of the headings, which are known only when everything has been laid out."""

from forumtool.drawing.ink import Ink
from forumtool.drawing.lines import Face
from forumtool.drawing.look import ENTRIES
from forumtool.drawing.text import PER_POINT

_STEP = 4.0 * PER_POINT
_ROOM = 3.0 * PER_POINT


class Numbered:
    """Tells an entry of the table of contents the page of its heading; ``face`` is that of the numbers."""

    def __init__(self) -> None:
        self.face = Face(ENTRIES[1])
        self._pages: dict[int, int] = {}
        self.is_settled = False

    def note(self, heading: int, page: int) -> None:
        """Remember the page (the first is 0) on which a heading stands."""
        self._pages[heading] = page

    def told(self, heading: int) -> str:
        """Return the number of its page, empty as long as there are pages to come."""
        return str(self._pages[heading] + 1) if self.is_settled else ""

    def draw_dots(self, ink: Ink, x: float, y: float, begin: float, end: float) -> None:
        """Draw dots from a word to a number, on the same grid in every line."""
        first, last = int((begin + _ROOM) // _STEP) + 1, int((end - _ROOM) // _STEP)
        if last > first:
            ink.dots(x + first * _STEP, y + self.face.rise, x + last * _STEP, _STEP, self.face.colour)
