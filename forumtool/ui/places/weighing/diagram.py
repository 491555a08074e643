"""How points lie on a scale: a bar over each step, their mean and how far they lie apart."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from forumtool.domain.tally import Spread, spread
from forumtool.i18n import _, decimal
from forumtool.ui.theme.style import body_font, worn

_HEAD, _BAR, _ROUND = 30, 76, 4.0


class Diagram(QWidget):
    """Columns of equal width, as the fields below them; the mean is a line, one deviation to each side a band."""

    def __init__(self) -> None:
        super().__init__()
        self._points: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_points(self, on_steps: Sequence[int]) -> None:
        """Show points on the steps 1, 2, 3 …"""
        self._points = tuple(on_steps)
        found = spread(on_steps)
        self.setAccessibleName(_("Mittel {mean}", mean=decimal(found.mean)) if found else _("Noch keine Punkte"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(300, 210)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 64)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self.height() - 1
        found = spread(self._points)
        if found is not None:
            self._paint_band(painter, found, ground)
        self._paint_bars(painter, ground)
        painter.setPen(QColor(worn().line))
        painter.drawLine(QPointF(0, ground), QPointF(self.width(), ground))
        if found is not None:
            self._paint_mean(painter, found, ground)

    def _paint_bars(self, painter: QPainter, ground: float) -> None:
        most = max(self._points, default=0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn().accent))
        for at, points in enumerate(self._points):
            height = (ground - _HEAD) * points / most if most else 0
            width = min(_BAR, self._column() - 8)
            spot = QRectF(self._middle(at + 1) - width / 2, ground - height, width, height)
            painter.drawRoundedRect(spot, _ROUND, _ROUND)
            painter.drawRect(spot.adjusted(0, min(_ROUND, height), 0, 0))

    def _paint_band(self, painter: QPainter, found: Spread, ground: float) -> None:
        mean, apart = self._middle(found.mean), self._column() * found.deviation
        painter.fillRect(QRectF(mean - apart, _HEAD - 4, 2 * apart, ground - _HEAD + 4), QColor(worn().accent_ground))

    def _paint_mean(self, painter: QPainter, found: Spread, ground: float) -> None:
        mean = self._middle(found.mean)
        painter.setPen(QPen(QColor(worn().text), 1.2, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(mean, _HEAD - 4), QPointF(mean, ground))
        painter.setFont(body_font(strong=True))
        text = _("Mittel {mean}", mean=decimal(found.mean))
        width = painter.fontMetrics().horizontalAdvance(text) + 4
        left = min(max(0.0, mean - width / 2), self.width() - width)
        painter.drawText(QRectF(left, 0, width, _HEAD - 8), Qt.AlignmentFlag.AlignCenter, text)

    def _column(self) -> float:
        return self.width() / max(1, len(self._points))

    def _middle(self, step: float) -> float:
        return (step - 0.5) * self._column()
