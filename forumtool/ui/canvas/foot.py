"""What stands on every picture beside its own content: the timer, how far the reading is, which page this is."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from forumtool.ui.canvas.painting import paint_tick
from forumtool.ui.canvas.sizes import READABLE, Sizes
from forumtool.ui.theme.style import body_font, worn

_MOST_DOTS = 12
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


def paint_foot(painter: QPainter, sizes: Sizes, text: str, *, ticked: bool) -> None:
    """Paint a line of words at the lower left, behind a tick if all of it is confirmed."""
    if not text:
        return
    x, strip = sizes.margin, _strip(sizes)
    if ticked:
        paint_tick(painter, QPointF(x + sizes.wide(15), strip.center().y()), sizes)
    painter.setPen(QColor(worn().quiet))
    painter.setFont(body_font(sizes.pixels(READABLE)))
    painter.drawText(strip.adjusted(sizes.wide(44) if ticked else 0, 0, 0, 0), _MIDDLE, text)


def paint_page_number(
    painter: QPainter, sizes: Sizes, page: int, count: int, *, is_whole: bool = True, beside: str = ""
) -> None:
    """Paint "2 / 3" at the lower right; if there is room ``beside`` the words at the left, a dot for each page, too."""
    if count < 2:
        return
    painter.setPen(QColor(worn().quiet))
    painter.setFont(body_font(sizes.pixels(READABLE)))
    text = f"{page + 1} / {count}" if is_whole else f"{page + 1} / …"
    strip, metrics, step = _strip(sizes), painter.fontMetrics(), sizes.wide(26)
    painter.drawText(strip, Qt.AlignmentFlag.AlignRight | _MIDDLE, text)
    left = strip.right() - metrics.horizontalAdvance(text) - sizes.wide(24)
    words = sizes.margin + sizes.wide(44) + metrics.horizontalAdvance(beside)
    if count > _MOST_DOTS or not is_whole or left - count * step < words:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    for at in range(count):
        painter.setBrush(QColor(worn().accent if at == page else worn().line))
        spot = QPointF(left - (count - 1 - at) * step, strip.center().y())
        painter.drawEllipse(spot, sizes.wide(8), sizes.wide(8))


def _strip(sizes: Sizes) -> QRectF:
    """The strip at the lower edge in which both stand."""
    return QRectF(sizes.margin, sizes.bottom, sizes.inside, sizes.foot)
