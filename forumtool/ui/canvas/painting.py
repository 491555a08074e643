"""Painting a page of the Leinwand."""

from collections.abc import Container

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from forumtool.ui.canvas import dots
from forumtool.ui.canvas.items import Card, DotRow, Item, Page, Pointer, RankBar, Words
from forumtool.ui.canvas.measuring import fitting, wrapped
from forumtool.ui.canvas.sizes import Sizes
from forumtool.ui.theme.style import body_font, worn


def paint_page(
    painter: QPainter, page: Page, sizes: Sizes, seen: QRectF, fresh: Container[str] = (), *, ticks: bool = False
) -> None:
    """Paint the items of a page as far as they are ``seen``.

    Cards that are ``fresh`` get a coloured edge, and with ``ticks`` those that are confirmed a mark.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for item in page.items:
        if seen.bottom() >= item.y - sizes.gap and seen.top() <= item.y + item.height + sizes.gap:
            _paint(painter, item, sizes)
    for card in page.cards:
        if card.id in fresh:
            _edge(painter, card, sizes)
        if ticks and card.is_confirmed:
            paint_tick(painter, QPointF(card.x + card.width - sizes.of(6), card.y + sizes.of(6)), sizes)


def _paint(painter: QPainter, item: Item, sizes: Sizes) -> None:
    if isinstance(item, Words):
        _words(painter, item)
    elif isinstance(item, Card):
        _card(painter, item, sizes)
    elif isinstance(item, DotRow):
        _dots(painter, item, sizes)
    elif isinstance(item, Pointer):
        _pointer(painter, item)
    else:
        paint_bar(painter, item, sizes)


def _words(painter: QPainter, item: Words) -> None:
    painter.setPen(QColor(getattr(worn(), item.role)))
    text = fitting(item.text, item.pixels, item.strong, int(item.width), item.lines)
    if item.centred:
        text.draw_centred(painter, item.x, item.y, item.width)
    else:
        text.draw(painter, item.x, item.y)


def _card(painter: QPainter, item: Card, sizes: Sizes) -> None:
    paper = QRectF(item.x, item.y, item.width, item.height)
    radius = sizes.of(6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 34))
    painter.drawRoundedRect(paper.adjusted(0, item.height - 3 * radius, 0, max(1.0, sizes.of(2))), radius, radius)
    painter.setBrush(QColor(worn().panel if item.colour is None else worn().cards[item.colour % len(worn().cards)]))
    if item.colour is None:
        painter.setPen(QColor(worn().line))
    painter.drawRoundedRect(paper, radius, radius)
    painter.setPen(QColor(worn().text))
    inside = item.width - 2 * sizes.pad
    text = wrapped(item.text, sizes.card, False, int(inside))
    text.draw(painter, item.x + sizes.pad, item.y + sizes.pad)
    if item.dots:
        high = dots.height(item.dots, inside, sizes)
        y = item.y + item.height - sizes.pad - high
        _dots(painter, DotRow(item.x + sizes.pad, y, inside, high, item.dots), sizes)


def _edge(painter: QPainter, card: Card, sizes: Sizes) -> None:
    """The quiet mark of the newest card."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(worn().accent), sizes.of(4)))
    painter.drawRoundedRect(QRectF(card.x, card.y, card.width, card.height), sizes.of(6), sizes.of(6))


def paint_tick(painter: QPainter, centre: QPointF, sizes: Sizes) -> None:
    """Paint the mark of what the room has confirmed."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(worn().safe))
    painter.drawEllipse(centre, sizes.wide(15), sizes.wide(15))
    pen = QPen(QColor(worn().accent_text), sizes.wide(3.5))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    points = ((-6.5, 0.5), (-2, 5.5), (7, -5))
    painter.drawPolyline(QPolygonF([centre + QPointF(sizes.wide(x), sizes.wide(y)) for x, y in points]))


def _dots(painter: QPainter, item: DotRow, sizes: Sizes) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(worn().accent))
    step, size, in_row = sizes.wide(dots.STEP), sizes.wide(dots.SIZE), dots.across(item.width, sizes)
    shown = dots.shown(item.dots, item.width, sizes)
    for at in range(shown):
        down, across = divmod(at, in_row)
        painter.drawEllipse(QRectF(item.x + across * step, item.y + down * step, size, size))
    if shown < item.dots:
        painter.setPen(QColor(worn().accent))
        painter.setFont(body_font(sizes.card, strong=True))
        spot = QRectF(item.x + shown * step + sizes.of(8), item.y - step, item.width, size + 2 * step)
        painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, str(item.dots))


def paint_bar(painter: QPainter, item: RankBar, sizes: Sizes, colour: str = "") -> None:
    """Paint a bar on its track, in the accent colour or another one."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(worn().track))
    track = QRectF(item.x, item.y, item.width, item.height)
    painter.drawRoundedRect(track, sizes.of(8), sizes.of(8))
    if not item.part:
        return
    painter.setBrush(QColor(colour or worn().accent))
    if item.stands:
        track.setTop(item.y + item.height - max(sizes.of(12), item.height * item.part))
    else:
        track.setWidth(max(sizes.of(12), item.width * item.part))
    painter.drawRoundedRect(track, sizes.of(8), sizes.of(8))


def _pointer(painter: QPainter, item: Pointer) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(worn().accent))
    half = item.width / 2
    corners = ((0.0, 0.0), (half, item.height), (-half, item.height))
    painter.drawPolygon(QPolygonF([QPointF(item.x + x, item.y + y) for x, y in corners]))
