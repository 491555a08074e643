"""Painting a page of the Leinwand."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from forumtool.ui.canvas.items import MOST_DOT_ROWS, Card, DotRow, Item, Page, RankBar, Sizes, Words, dots_across
from forumtool.ui.parts.wrapping import Wrapped, lines_within
from forumtool.ui.theme.style import body_font, worn


@lru_cache(maxsize=2_000)
def wrapped(text: str, pixels: int, strong: bool, width: int, lines: int) -> Wrapped:
    """Return words broken into lines, remembered because the picture is painted four times a second with the timer."""
    return Wrapped(text, body_font(pixels, strong=strong), width, lines=lines)


class QtMeasure:
    """Measures words as they are painted."""

    def height(self, text: str, pixels: int, width: float, *, strong: bool = False, lines: int = 99) -> float:
        return wrapped(text, pixels, strong, int(width), lines).height

    def advance(self, text: str, pixels: int, *, strong: bool = False) -> float:
        return QFontMetricsF(body_font(pixels, strong=strong)).horizontalAdvance(text)

    def lines(self, pixels: int, height: float) -> int:
        return lines_within(body_font(pixels), height)


def paint_page(painter: QPainter, page: Page, sizes: Sizes) -> None:
    """Paint all items of a page."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for item in page:
        _paint(painter, item, sizes)


def _paint(painter: QPainter, item: Item, sizes: Sizes) -> None:
    if isinstance(item, Words):
        _words(painter, item)
    elif isinstance(item, Card):
        _card(painter, item, sizes)
    elif isinstance(item, DotRow):
        _dots(painter, item, sizes)
    else:
        _bar(painter, item, sizes)


def _words(painter: QPainter, item: Words) -> None:
    painter.setPen(QColor(getattr(worn(), item.role)))
    text = wrapped(item.text, item.pixels, item.strong, int(item.width), item.lines)
    if item.centred:
        text.draw_centred(painter, item.x, item.y, item.width)
    else:
        text.draw(painter, item.x, item.y)


def _card(painter: QPainter, item: Card, sizes: Sizes) -> None:
    paper = QRectF(item.x, item.y, item.width, item.height)
    radius = sizes.of(6)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 34))
    painter.drawRoundedRect(paper.translated(0, max(1.0, sizes.of(2))), radius, radius)
    painter.setBrush(QColor(worn().panel if item.colour is None else worn().cards[item.colour % len(worn().cards)]))
    if item.colour is None:
        painter.setPen(QColor(worn().line))
    painter.drawRoundedRect(paper, radius, radius)
    painter.setPen(QColor(worn().text))
    text = wrapped(item.text, sizes.card, False, int(item.width - 2 * sizes.pad), item.lines)
    text.draw(painter, item.x + sizes.pad, item.y + sizes.pad)


def _dots(painter: QPainter, item: DotRow, sizes: Sizes) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(worn().accent))
    step, size, in_row = sizes.of(24), sizes.of(20), dots_across(item.width, sizes)
    too_many = item.dots > in_row * MOST_DOT_ROWS
    shown = max(1, in_row - 4) if too_many else item.dots
    for at in range(shown):
        down, across = divmod(at, in_row)
        painter.drawEllipse(QRectF(item.x + across * step, item.y + down * step, size, size))
    if too_many:
        painter.setPen(QColor(worn().accent))
        painter.setFont(body_font(sizes.card, strong=True))
        spot = QRectF(item.x + shown * step + sizes.of(8), item.y - step, item.width, size + 2 * step)
        painter.drawText(spot, Qt.AlignmentFlag.AlignVCenter, str(item.dots))


def _bar(painter: QPainter, item: RankBar, sizes: Sizes) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(worn().track))
    track = QRectF(item.x, item.y, item.width, item.height)
    painter.drawRoundedRect(track, sizes.of(8), sizes.of(8))
    if item.part:
        painter.setBrush(QColor(worn().accent))
        track.setWidth(max(sizes.of(12), item.width * item.part))
        painter.drawRoundedRect(track, sizes.of(8), sizes.of(8))


def paint_timer(painter: QPainter, sizes: Sizes, text: str, *, over: bool, large: bool) -> None:
    """Paint the time left: at the upper right, or large above the quiet picture; in warning colour when it is over."""
    painter.setPen(QColor(worn().warning if over else worn().accent))
    painter.setFont(body_font(sizes.pixels(150 if large else 54), strong=True))
    if large:
        spot = QRectF(0, sizes.of(170), sizes.width, sizes.of(200))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, text)
    else:
        spot = QRectF(sizes.width - sizes.margin - sizes.of(400), sizes.of(46), sizes.of(400), sizes.of(76))
        painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)


def paint_page_number(painter: QPainter, sizes: Sizes, page: int, count: int) -> None:
    """Paint "2 / 3" and a dot for each page at the lower right; nothing for a single page."""
    if count < 2:
        return
    painter.setPen(QColor(worn().quiet))
    painter.setFont(body_font(sizes.pixels(28)))
    text = f"{page + 1} / {count}"
    right, middle = sizes.width - sizes.margin, sizes.height - sizes.of(38)
    spot = QRectF(right - sizes.of(300), middle - sizes.of(25), sizes.of(300), sizes.of(50))
    painter.drawText(spot, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
    if count > 12:
        return
    left = right - painter.fontMetrics().horizontalAdvance(text) - sizes.of(24)
    painter.setPen(Qt.PenStyle.NoPen)
    for at in range(count):
        painter.setBrush(QColor(worn().accent if at == page else worn().line))
        centre = QPointF(left - (count - 1 - at) * sizes.of(26), middle)
        painter.drawEllipse(centre, sizes.of(8), sizes.of(8))
