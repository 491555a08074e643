"""Painting a board that has been laid out: frames, paper in five colours, dots."""

from collections.abc import Iterator, Sequence
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from forumtool.drawing.board import BoardColumn, Drawn
from forumtool.drawing.board_layout import COLUMN, EDGE, GAP, PAD, WIDTH, Band, BoardLayout, PlacedCard, PlacedColumn
from forumtool.drawing.images import written
from forumtool.drawing.ink import Ink
from forumtool.drawing.look import ACCENT, QUIET, TEXT
from forumtool.drawing.palette import colours
from forumtool.drawing.text import PER_POINT
from forumtool.i18n import Catalogue

DOTS_PER_INCH = 240
_SCALE = DOTS_PER_INCH / 72 / PER_POINT
_PAPER = colours("light")
_ROUND, _THIN = 3.0 * PER_POINT, 0.6 * PER_POINT
_STEPS = 12
_FAST = 70  # Qt's quality of a PNG file is how little it is compressed: half the time for a quarter more bytes
_DOT, _STEP, _MOST_DOTS = 5.0 * PER_POINT, 6.5 * PER_POINT, 6


def painted(columns: Sequence[BoardColumn], whole: str, say: Catalogue) -> Iterator[Drawn]:
    """Yield the pictures of a board, each with what there is to see on it; ``whole`` has all words of its cards."""
    for bands in BoardLayout(columns, whole, say).pictures():
        image = _painted(bands)
        yield Drawn(written(image, "png", _FAST), image.width(), image.height(), _description(bands, say))


def _painted(bands: Sequence[Band]) -> QImage:
    height = bands[-1].y + max(column.height for column in bands[-1].columns) + _THIN
    image = QImage(round(WIDTH * _SCALE), round(height * _SCALE), QImage.Format.Format_RGB32)
    image.fill(QColor(_PAPER.panel))
    image.setDotsPerMeterX(round(DOTS_PER_INCH / 0.0254))
    image.setDotsPerMeterY(round(DOTS_PER_INCH / 0.0254))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(_SCALE, _SCALE)
    for band in bands:
        for at, column in enumerate(band.columns):
            _paint_column(painter, column, at * (COLUMN + GAP), band.y)
    painter.end()
    return image.convertToFormat(QImage.Format.Format_Indexed8, _palette())


@cache
def _palette() -> list[int]:
    """Every paper, and each ink on it in the steps that smooth its edges: a third of the bytes of full colour."""
    papers = [QColor(colour) for colour in (_PAPER.panel, *_PAPER.cards)]
    inks = [QColor(colour) for colour in (TEXT, QUIET, ACCENT)]
    mixed = (_mixed(paper, ink, at / _STEPS) for paper in papers for ink in inks for at in range(_STEPS + 1))
    return list(dict.fromkeys((*mixed, QColor(_PAPER.line).rgb(), QColor(_PAPER.strong_line).rgb())))


def _mixed(one: QColor, other: QColor, share: float) -> int:
    pairs = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in pairs)).rgb()


def _paint_column(painter: QPainter, placed: PlacedColumn, x: float, y: float) -> None:
    ink = Ink(painter)
    placed.title.draw(ink, x, y)
    below = y + placed.title.count * placed.title.line
    placed.number.draw(ink, x, below)
    _paint_dots(painter, placed.column.dots, x + COLUMN - EDGE - placed.dots.widest, below + placed.number.line / 2)
    placed.dots.draw(Ink(painter), x, below)
    _frame(painter, QRectF(x + _THIN / 2, y + placed.top, COLUMN - 2 * _THIN, placed.height - placed.top - _THIN))
    for card in placed.cards:
        _paint_card(painter, card, placed.column.colour, x + EDGE, y + card.y)
    placed.more.draw(Ink(painter), x + EDGE + PAD, y + placed.height - EDGE - placed.more.line)


def _paint_dots(painter: QPainter, count: int, right: float, middle: float) -> None:
    """Paint up to six dots that end left of a place; their number stands behind them."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_PAPER.accent))
    for at in range(min(count, _MOST_DOTS)):
        centre = QPointF(right - PAD / 2 - _DOT / 2 - at * _STEP, middle)
        painter.drawEllipse(centre, _DOT / 2, _DOT / 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _frame(painter: QPainter, area: QRectF) -> None:
    painter.setPen(QPen(QColor(_PAPER.strong_line), _THIN, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(area, _ROUND, _ROUND)


def _paint_card(painter: QPainter, card: PlacedCard, colour: int, x: float, y: float) -> None:
    area = QRectF(x, y, COLUMN - 2 * EDGE, card.height)
    paper = _PAPER.panel if colour < 0 else _PAPER.cards[colour % len(_PAPER.cards)]
    painter.setPen(QPen(QColor(_PAPER.line), _THIN))
    painter.setBrush(QColor(paper))
    painter.drawRoundedRect(area, _ROUND, _ROUND)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    ink = Ink(painter)
    card.number.draw(ink, x + PAD, y + PAD)
    card.text.draw(ink, x + PAD, y + PAD + card.number.line)
    card.mark.draw(ink, x + PAD, y + PAD + card.number.line + card.text.count * card.text.line)
    if card.dots.text:
        right = area.right() - PAD
        _paint_dots(painter, int(card.dots.text), right - card.dots.widest, y + PAD + card.number.line / 2)
        card.dots.draw(Ink(painter), right - (COLUMN - EDGE), y + PAD)


def _description(bands: Sequence[Band], say: Catalogue) -> str:
    """What there is to see: the groups with the number of their cards and dots."""
    told = [_told(column, say) for band in bands for column in band.columns]
    return say("Pinnwand mit {groups}.", groups="; ".join(told))


def _told(placed: PlacedColumn, say: Catalogue) -> str:
    if placed.more.text:
        parts = [say("{some} von {count} Karten", some=len(placed.cards), count=placed.column.total)]
    else:
        parts = [say.plural("{count} Karte", "{count} Karten", len(placed.cards))]
    if placed.column.dots:
        parts.append(say.plural("{count} Punkt", "{count} Punkte", placed.column.dots))
    return f"{placed.title.text} ({', '.join(parts)})"
