"""Texts laid out for paper. One unit is a tenth of a point, so that type keeps its size on the screen and in a PDF."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from forumtool.domain.languages import starts_right_to_left
from forumtool.drawing.typeface import typeface
from forumtool.exports.papers import LINE_HEIGHT

PER_POINT = 10
PER_MM = 72 / 25.4 * PER_POINT

_SIDES = {"left": Qt.AlignmentFlag.AlignLeft, "center": Qt.AlignmentFlag.AlignHCenter}


class Laid:
    """A text in lines of a width, which wrap between words and within one that is too long."""

    def __init__(self, text: str, size: float, width: float, *, strong: bool = False, side: str = "left") -> None:
        font = typeface(max(1, round(size * PER_POINT)), strong=strong)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        rtl = starts_right_to_left(text)
        option = QTextOption(Qt.AlignmentFlag.AlignRight if rtl and side == "left" else _SIDES[side])
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        self._layout = QTextLayout(" ".join(text.split()), font)
        self._layout.setTextOption(option)
        self._line = size * PER_POINT * LINE_HEIGHT
        self._lay(width)

    def _lay(self, width: float) -> None:
        self._layout.beginLayout()
        at = 0
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, at * self._line + (self._line - line.height()) / 2))
            at += 1
        self._layout.endLayout()

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
