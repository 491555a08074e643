"""Texts laid out for paper. One unit is a tenth of a point, so that type keeps its size on the screen and in a PDF."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from forumtool.domain.languages import starts_right_to_left
from forumtool.drawing.typeface import typeface
from forumtool.exports.papers import LINE_HEIGHT

PER_POINT = 10
PER_MM = 72 / 25.4 * PER_POINT

_SIDES = {
    "left": Qt.AlignmentFlag.AlignLeft, "center": Qt.AlignmentFlag.AlignHCenter, "right": Qt.AlignmentFlag.AlignRight,
}  # fmt: skip
_TAB = 36 * PER_POINT


def paper_type(size: float, *, strong: bool = False) -> QFont:
    """Return the typeface at a size in points, for a painter in tenths of a point.

    Its figures are the usual ones: readers of a PDF do not recognise those of equal width as figures.
    """
    font = typeface(max(1, round(size * PER_POINT)), strong=strong)
    font.unsetFeature(QFont.Tag("tnum"))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def laid_out(text: str, font: QFont, width: float, line_height: float, side: str = "left") -> QTextLayout:
    """Return a text in lines of a width, which wrap between words and within one that is too long.

    What begins from right to left stands at the right. A line break is the line separator of Unicode.
    """
    rtl = starts_right_to_left(text)
    option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl and side == "left" else _SIDES[side])
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    option.setTabStopDistance(_TAB)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.beginLayout()
    at = 0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, at * line_height + (line_height - line.height()) / 2))
        at += 1
    layout.endLayout()
    return layout


class Laid:
    """A text of one paragraph in lines of a width, in points."""

    def __init__(self, text: str, size: float, width: float, *, strong: bool = False, side: str = "left") -> None:
        self._line = size * PER_POINT * LINE_HEIGHT
        self._layout = laid_out(" ".join(text.split()), paper_type(size, strong=strong), width, self._line, side)

    @property
    def height(self) -> float:
        """The height of all lines; an empty text has none."""
        return self._layout.lineCount() * self._line if self._layout.text() else 0.0

    @property
    def widest(self) -> float:
        """The width of the widest line."""
        lines = range(self._layout.lineCount())
        return max((self._layout.lineAt(at).naturalTextWidth() for at in lines), default=0.0)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Draw the lines below a place, in the painter's pen."""
        self._layout.draw(painter, QPointF(x, y))
