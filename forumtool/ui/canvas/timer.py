"""The time that is left: small on every picture, large above the quiet one, and as a picture of its own."""

from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from forumtool.i18n import _
from forumtool.ui.canvas.items import RankBar, Sizes
from forumtool.ui.canvas.painting import paint_bar
from forumtool.ui.stopwatch import Stopwatch
from forumtool.ui.theme.style import body_font, worn

_LARGE = 340
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
    return QRectF(sizes.width - sizes.margin - sizes.of(400), sizes.of(46), sizes.of(400), sizes.of(76))


def paint_corner(painter: QPainter, sizes: Sizes, told: Shown) -> None:
    """Paint the time left at the upper right."""
    painter.setPen(QColor(told.colour))
    painter.setFont(body_font(sizes.pixels(54), strong=True))
    painter.drawText(corner(sizes), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, told.text)


def paint_above(painter: QPainter, sizes: Sizes, told: Shown) -> None:
    """Paint the time left large above the quiet picture."""
    painter.setPen(QColor(told.colour))
    painter.setFont(body_font(sizes.pixels(150), strong=True))
    painter.drawText(QRectF(0, sizes.of(170), sizes.width, sizes.of(200)), _CENTRE, told.text)


def paint_alone(painter: QPainter, sizes: Sizes, told: Shown) -> None:
    """Paint the time left as a picture of its own, with what it is for and how much of it is left."""
    _line(painter, sizes, 210, sizes.pixels(52), told.title, worn().text)
    _figures(painter, sizes, told)
    if told.left is not None and not told.is_over:
        width = min(sizes.of(1200), sizes.inside)
        bar = RankBar((sizes.width - width) / 2, sizes.of(790), width, sizes.of(20), told.left)
        paint_bar(painter, bar, sizes, told.colour)
    said = _("Die Zeit ist um") if told.is_over else _("angehalten") if told.is_held else ""
    _line(painter, sizes, 840, sizes.pixels(36), said, worn().quiet)


def _figures(painter: QPainter, sizes: Sizes, told: Shown) -> None:
    painter.setPen(QColor(told.colour))
    painter.setFont(body_font(sizes.pixels(_LARGE), strong=True))
    wide = painter.fontMetrics().horizontalAdvance(told.text)
    if wide > sizes.inside:
        painter.setFont(body_font(int(sizes.pixels(_LARGE) * sizes.inside / wide), strong=True))
    painter.drawText(QRectF(0, sizes.of(330), sizes.width, sizes.of(400)), _CENTRE, told.text)


def _line(painter: QPainter, sizes: Sizes, y: float, pixels: int, text: str, colour: str) -> None:
    painter.setPen(QColor(colour))
    painter.setFont(body_font(pixels, strong=pixels > sizes.pixels(40)))
    fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(sizes.inside))
    painter.drawText(QRectF(sizes.margin, sizes.of(y), sizes.inside, sizes.of(80)), _CENTRE, fitting)
