"""A painter that changes type and colour only when they change, and draws the lines of a page at once."""

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

MARKS = 100_000
"""Where marks of words lie, to the left of a page and above it: far from whatever is painted."""
_DOT = 7.0  # tenths of a point


class Ink:
    """Paints one page; whoever makes it calls ``finish`` at the end.

    ``said`` collects the words of scripts whose letters are no longer the text when they are painted; each is painted
    between two marks with its number, points outside the page (see ``spoken.with_words``).
    """

    def __init__(self, painter: QPainter, said: list[str] | None = None) -> None:
        self.painter = painter
        self._said = said
        self._font: QFont | None = None
        self._colour = ""
        self._rules: dict[tuple[str, float], list[QLineF]] = {}

    def take(self, font: QFont, colour: str) -> None:
        """Go on in this type and colour."""
        if font is not self._font:
            self.painter.setFont(font)
            self._font = font
        if colour != self._colour:
            self.painter.setPen(QColor(colour))
            self._colour = colour

    def speak(self, text: str, paint: Callable[[], object]) -> None:
        """Paint what says a text, whatever its letters become on paper; an empty text says what is painted."""
        if self._said is None or not text:
            paint()
            return
        self._said.append(text)
        self._mark(len(self._said) - 1)
        paint()
        self._mark(len(self._said) - 1)

    def fill(self, area: QRectF, colour: str) -> None:
        """Lay a ground, under what is drawn after it."""
        self.painter.fillRect(area, QColor(colour))

    def rule(self, x: float, y: float, width: float, thickness: float, colour: str) -> None:
        """Draw a line across."""
        self._rules.setdefault((colour, thickness), []).append(QLineF(x, y, x + width, y))

    def dots(self, begin: float, y: float, end: float, step: float, colour: str) -> None:
        """Draw dots on a line from ``begin`` to ``end``, one at each step."""
        pen = QPen(QColor(colour), _DOT, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, step / _DOT - 0.01])
        self.painter.setPen(pen)
        self.painter.drawLine(QLineF(begin, y - _DOT / 2, end, y - _DOT / 2))
        self._colour = ""

    def draw_image(self, area: QRectF, image: QImage, media_type: str) -> None:
        """Draw a picture into an area; one that is no photograph keeps every dot of it."""
        hints = self.painter.renderHints()
        self.painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering, on=media_type != "image/jpeg")
        self.painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.painter.drawImage(area, image)
        self.painter.setRenderHints(QPainter.RenderHint.LosslessImageRendering, on=False)
        self.painter.setRenderHints(hints)

    def _mark(self, number: int) -> None:
        place = QPointF(-MARKS - number, -MARKS)
        self.painter.drawLine(QLineF(place, place))

    def finish(self) -> None:
        """Draw what has been collected."""
        for (colour, thickness), lines in self._rules.items():
            self.painter.setPen(QPen(QColor(colour), thickness))
            self.painter.drawLines(lines)
        self._rules.clear()
        self._colour = ""
