"""The time that is left: small on every picture, large above the quiet one, and as a picture of its own."""

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from forumtool.i18n import _
from forumtool.ui.canvas.items import RankBar
from forumtool.ui.canvas.measuring import QtMeasure, fitting
from forumtool.ui.canvas.painting import paint_bar
from forumtool.ui.canvas.sizes import READABLE, Sizes
from forumtool.ui.stopwatch import Stopwatch
from forumtool.ui.theme.style import body_font, worn

_LARGE = 340
_TITLES = (52, 44, 36, READABLE)
_HIGHEST = 0.4  # of the height, what the time is for
_LINE = 0.9  # from digit to digit, of the size of type: figures have nothing below their line
_CENTRE = Qt.AlignmentFlag.AlignCenter


class Shown(NamedTuple):
    """What the room sees of the timer; ``left`` is the part that is left, None for the time of day."""

    text: str
    title: str
    left: float | None
    is_over: bool
    is_held: bool

    @property
    def colour(self) -> str:
        """Accent while it runs, quiet while it is held, the warning's colour when it is over."""
        return worn().warning if self.is_over else worn().quiet if self.is_held else worn().accent


def shown(watch: Stopwatch) -> Shown:
    """Return what the timer shows now; while it is not set, the time of day."""
    if not watch.is_set:
        return Shown(f"{datetime.now():%H:%M}", "", None, is_over=False, is_held=False)
    return Shown(watch.text, watch.title, 1 - watch.share, watch.is_over, not watch.is_running)


def corner(sizes: Sizes) -> QRectF:
    """Return where the small timer stands."""
    return QRectF(sizes.width - sizes.margin - sizes.timer, sizes.of(46), sizes.timer, sizes.of(76))


def above(sizes: Sizes) -> QRectF:
    """Return where the large timer stands above the quiet picture."""
    return QRectF(0, sizes.of(170), sizes.width, sizes.of(200))


def paint_corner(painter: QPainter, sizes: Sizes, told: Shown) -> None:
    """Paint the time left at the upper right."""
    painter.setPen(QColor(told.colour))
    painter.setFont(body_font(sizes.pixels(54), strong=True))
    painter.drawText(corner(sizes), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, told.text)


def paint_above(painter: QPainter, sizes: Sizes, told: Shown) -> None:
    """Paint the time left large above the quiet picture."""
    painter.setPen(QColor(told.colour))
    painter.setFont(body_font(sizes.pixels(150), strong=True))
    painter.drawText(above(sizes), _CENTRE, told.text)


def paint_alone(painter: QPainter, sizes: Sizes, told: Shown) -> None:
    """Paint the time left as a picture of its own, with what it is for and how much of it is left."""
    top = max(sizes.of(330), _title(painter, sizes, told.title) + sizes.of(20))
    _figures(painter, sizes, told, QRectF(0, top, sizes.width, sizes.of(730) - top))
    if told.left is not None and not told.is_over:
        width = min(sizes.of(1200), sizes.inside)
        bar = RankBar((sizes.width - width) / 2, sizes.of(790), width, sizes.of(20), told.left)
        paint_bar(painter, bar, sizes, told.colour)
    said = _("Die Zeit ist um") if told.is_over else _("angehalten") if told.is_held else ""
    painter.setPen(QColor(worn().quiet))
    painter.setFont(body_font(sizes.pixels(36)))
    painter.drawText(QRectF(0, sizes.of(840), sizes.width, sizes.of(80)), _CENTRE, said)


def _title(painter: QPainter, sizes: Sizes, text: str) -> float:
    """Paint what the time is for, in the largest type in which it takes two lines; return where it ends."""
    measure = QtMeasure()
    for pixels in map(sizes.pixels, _TITLES):
        two_lines = measure.height("X\nX", pixels, sizes.inside, strong=True)
        if measure.height(text, pixels, sizes.inside, strong=True) <= two_lines:
            break
    lines = measure.lines(pixels, sizes.height * _HIGHEST, strong=True)
    words = fitting(text, pixels, True, int(sizes.inside), lines)
    y = max(sizes.of(56), sizes.of(280) - words.height)
    painter.setPen(QColor(worn().text))
    words.draw_centred(painter, sizes.margin, y, sizes.inside)
    return y + words.height


def _figures(painter: QPainter, sizes: Sizes, told: Shown, room: QRectF) -> None:
    """Paint the time as large as it has room."""
    pixels = min(sizes.pixels(_LARGE), int(room.height() / _LINE))
    painter.setPen(QColor(told.colour))
    painter.setFont(body_font(pixels, strong=True))
    wide = painter.fontMetrics().horizontalAdvance(told.text)
    if wide > sizes.inside:
        painter.setFont(body_font(int(pixels * sizes.inside / wide), strong=True))
    painter.drawText(room, _CENTRE | Qt.TextFlag.TextDontClip, told.text)
