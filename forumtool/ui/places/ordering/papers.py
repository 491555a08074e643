"""Paper for cards, drawn once for each height and look: a smoothed round corner costs more than the words on it."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from forumtool.ui.theme.style import body_font, worn

PAPER = 194
"""How wide a card is on the board, in pixels."""
GAP = 8
"""The space below a card, in pixels."""
RADIUS = 5
_MOST = 400


class Look(NamedTuple):
    """What a card is like besides its height: ``colour`` is 0 to 4, or None for a card that is not ordered yet.

    A ``ghost`` belongs to a draft: it has an outline and no paper.
    """

    colour: int | None = None
    chosen: bool = False
    current: bool = False
    ghost: bool = False

    @property
    def ground(self) -> str:
        """The colour under the words."""
        if self.ghost:
            return worn().ground
        return worn().panel if self.colour is None else worn().cards[self.colour % len(worn().cards)]


_drawn: dict[tuple[Look, int, float, str], QPixmap] = {}


def paper(look: Look, height: int, ratio: float) -> QPixmap:
    """Return the paper of a card ``height`` pixels high, for a screen with ``ratio`` dots to a pixel."""
    key = (look, height, ratio, look.ground)
    found = _drawn.get(key)
    if found is None:
        if len(_drawn) > _MOST:
            _drawn.clear()
        found = _drawn[key] = _draw(look, height, ratio)
    return found


def _draw(look: Look, height: int, ratio: float) -> QPixmap:
    picture = QPixmap(round(PAPER * ratio), round((height + 2) * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sheet = QRectF(1.5, 0.5, PAPER - 3, height - 1)
    if not look.ghost:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 38))
        painter.drawRoundedRect(sheet.translated(0, 1), RADIUS, RADIUS)
    painter.setPen(_edge(look))
    painter.setBrush(QColor(look.ground))
    painter.drawRoundedRect(sheet, RADIUS, RADIUS)
    if look.chosen:
        tint = QColor(worn().accent)
        tint.setAlpha(34)
        painter.setBrush(tint)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(sheet, RADIUS, RADIUS)
    painter.end()
    return picture


def _edge(look: Look) -> QPen:
    if look.chosen or look.current:
        return QPen(QColor(worn().accent), 2)
    if look.ghost:
        return QPen(QColor(worn().strong_line), 1, Qt.PenStyle.DashLine)
    return QPen(QColor(worn().line), 1) if look.colour is None else QPen(Qt.PenStyle.NoPen)


def marker(painter: QPainter, y: float, area: QWidget) -> None:
    """Paint where dropped cards would go."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(worn().accent), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(4, y), QPointF(min(area.width(), PAPER) - 4, y))


def badge(painter: QPainter, text: str) -> None:
    """Paint a short text on its own ground into the upper right corner of a picture, and end the painting."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(body_font(12))
    metrics = painter.fontMetrics()
    ratio = painter.device().devicePixelRatio()
    width, height = metrics.horizontalAdvance(text) + 20, metrics.height() + 4
    spot = QRectF(painter.device().width() / ratio - width, 0, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(worn().accent))
    painter.drawRoundedRect(spot, RADIUS, RADIUS)
    painter.setPen(QColor(worn().accent_text))
    painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
