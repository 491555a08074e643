"""A painter that changes type and colour only when they change, and draws the lines of a page at once."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

_DOT = 7.0  # tenths of a point


class Ink:
    """Paints one page; whoever makes it calls ``finish`` at the end."""

    def __init__(self, painter: QPainter) -> None:
        self.painter = painter
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

    def finish(self) -> None:
        """Draw what has been collected."""
        for (colour, thickness), lines in self._rules.items():
            self.painter.setPen(QPen(QColor(colour), thickness))
            self.painter.drawLines(lines)
        self._rules.clear()
        self._colour = ""
