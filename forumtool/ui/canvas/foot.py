"""What stands on every picture beside its own content: the timer, how far the reading is, which page this is."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from forumtool.ui.canvas.items import Sizes
from forumtool.ui.canvas.painting import paint_tick
from forumtool.ui.theme.style import body_font, worn

_MOST_DOTS = 12
_LEFT_RIGHT = Qt.AlignmentFlag.AlignVCenter


def paint_foot(painter: QPainter, sizes: Sizes, text: str, *, ticked: bool) -> None:
    """Paint a line of words at the lower left, behind a tick if all of it is confirmed."""
    if not text:
        return
    x, middle = sizes.margin, sizes.height - sizes.of(38)
    if ticked:
        paint_tick(painter, QPointF(x + sizes.of(15), middle), sizes)
        x += sizes.of(44)
    painter.setPen(QColor(worn().quiet))
    painter.setFont(body_font(sizes.pixels(28)))
    painter.drawText(QRectF(x, middle - sizes.of(25), sizes.inside * 0.7, sizes.of(50)), _LEFT_RIGHT, text)


def paint_page_number(painter: QPainter, sizes: Sizes, page: int, count: int, *, is_whole: bool = True) -> None:
    """Paint "2 / 3" and a dot for each page at the lower right; nothing for a single page."""
    if count < 2:
        return
    painter.setPen(QColor(worn().quiet))
    painter.setFont(body_font(sizes.pixels(28)))
    text = f"{page + 1} / {count}" if is_whole else f"{page + 1} / …"
    right, middle = sizes.width - sizes.margin, sizes.height - sizes.of(38)
    spot = QRectF(right - sizes.of(300), middle - sizes.of(25), sizes.of(300), sizes.of(50))
    painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    if count > _MOST_DOTS or not is_whole:
        return
    left = right - painter.fontMetrics().horizontalAdvance(text) - sizes.of(24)
    painter.setPen(Qt.PenStyle.NoPen)
    for at in range(count):
        painter.setBrush(QColor(worn().accent if at == page else worn().line))
        painter.drawEllipse(QPointF(left - (count - 1 - at) * sizes.of(26), middle), sizes.of(8), sizes.of(8))
