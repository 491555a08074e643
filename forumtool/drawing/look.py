"""How a document looks on our own pages: sizes, distances and colours of the Word document (``exports/docx_styles``).

All in points. The typeface is another one (Inter for Calibri) and looks larger at the same size, so it is set smaller
on lines as high as Calibri's: the pages then break about where Word's do.
"""

from typing import NamedTuple

from forumtool.drawing.palette import colours
from forumtool.drawing.text import PER_POINT

_PAPER = colours("light")
ACCENT, TEXT, QUIET = _PAPER.accent, _PAPER.text, _PAPER.quiet
LINE = "#c9d1d1"
HEAD_GROUND = "#e9f1f0"
TO_INTER = 0.9
"""Inter has letters of the height of Calibri's at nine tenths of its size (x-heights 0.546 and 0.466 of it, ascenders
0.756 and 0.694)."""
CALIBRI_LINE = 1.2207
"""The height of Calibri's line as a multiple of its size (its ``hhea`` table)."""

PER_CM = 72 / 2.54 * PER_POINT
MARGIN, EDGE = 2.5 * PER_CM, 1.25 * PER_CM
CELL_PAD, CELL_SIDE = 2.5 * PER_POINT, 4.25 * PER_POINT
HAIRLINE, HEAD_LINE = 0.5 * PER_POINT, PER_POINT
AFTER_TABLE = 10.0 * PER_POINT
NUMBER_ROOM = 1.2 * PER_CM  # for the page at the end of a line of the contents


class Style(NamedTuple):
    """Size of type in Calibri, distances to what stands before and after, height of lines as a multiple, indent."""

    size: float
    colour: str = TEXT
    strong: bool = False
    before: float = 0
    after: float = 0
    line: float = 1.1
    indent: float = 0


BODY = Style(10.5, after=6)
NOTE = Style(10, QUIET, after=5)
TITLE = Style(20, TEXT, strong=True, after=3, line=1)
SUBTITLE = Style(11, QUIET, after=16)
HEADINGS = {
    1: Style(16, ACCENT, strong=True, before=22, after=6, line=1.05),
    2: Style(13, ACCENT, strong=True, before=16, after=5, line=1.05),
    3: Style(11.5, TEXT, strong=True, before=12, after=4, line=1.05),
    4: Style(10.5, TEXT, strong=True, before=10, after=4, line=1.05),
}
BULLET = Style(10.5, after=2.5, indent=17)
DOT = Style(10.5, ACCENT)
VALUE = Style(10.5, after=2, indent=127.6)
NAME = Style(10.5, strong=True)
CONTENTS = Style(12, ACCENT, strong=True, before=14, after=5)
ENTRIES = {1: Style(10.5, before=3, after=1), 2: Style(10, QUIET, after=1, indent=14.2)}
PICTURE = Style(10.5, before=6, after=3)
CAPTION = Style(9.5, QUIET, after=12, line=247 / 240)
CELL = Style(9.5, line=247 / 240)
CELL_HEAD = Style(9, strong=True, line=1)
EDGE_LINE = Style(8.5, QUIET, line=1)
