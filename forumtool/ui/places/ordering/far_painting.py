"""How the board looks from afar: papers in their colours, headings always, words only where they can be read."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from forumtool.domain.rows import ProposalRow
from forumtool.ui.parts.wrapping import Wrapped, lines_within
from forumtool.ui.places.ordering.far_layout import HEAD, Lay, Lot, Spot
from forumtool.ui.theme.style import BODY_PIXELS, body_font, worn

READABLE = 76
"""How wide a card must be in pixels for words on it."""
_SMALLEST, _HEAD_PIXELS, _PAD = 10, 13, 4


def rect_of(thing: Lot | Spot) -> QRectF:
    """Return where a heap or a card stands."""
    return QRectF(thing.x, thing.y, thing.width, thing.height)


def head_width(title: str, cards: int) -> int:
    """Return how wide the head of a heap would like to be."""
    return QFontMetrics(body_font(_HEAD_PIXELS, strong=True)).horizontalAdvance(f"{title}{cards}") + 28


def _paper(spot: Spot) -> QRect:
    """Return the paper of a card in whole pixels, which are painted in a fraction of the time."""
    left, top = round(spot.x), round(spot.y)
    return QRect(left, top, max(1, round(spot.width)), max(1, round(spot.height)))


class FarPainter:
    """Paints a laid-out board; keeps its papers and the words that it has laid out."""

    def __init__(self) -> None:
        self._words: dict[tuple[str, int, int, int], Wrapped] = {}
        self._laid: Lay | None = None
        self._papers: list[list[QRect]] = []

    def paint(self, painter: QPainter, lay: Lay, cards: Mapping[str, ProposalRow], view: QRectF) -> None:
        """Paint what lies in a part of the board."""
        if lay is not self._laid:
            self._laid = lay
            self._papers = [[_paper(spot) for spot in lay.spots[lot.first : lot.last]] for lot in lay.lots]
        seen = [at for at, lot in enumerate(lay.lots) if rect_of(lot).intersects(view)]
        _paint_grounds(painter, [lay.lots[at] for at in seen])
        for at in seen:
            self._paint_papers(painter, lay.lots[at].heap.colour, self._papers[at])
        if lay.spots and lay.spots[0].width >= READABLE:
            painter.setPen(QColor(worn().text))
            for at in seen:
                for spot in lay.spots[lay.lots[at].first : lay.lots[at].last]:
                    self._paint_words(painter, spot, cards[spot.card], lay.scale)

    def paint_chosen(self, painter: QPainter, spots: Collection[Spot], current: Spot | None) -> None:
        """Mark the chosen cards and the one that the keyboard is on."""
        accent = QColor(worn().accent)
        tint = QColor(accent)
        tint.setAlpha(60)
        for spot in spots:
            painter.fillRect(rect_of(spot), tint)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, 2))
        for spot in (*spots, *((current,) if current else ())):
            painter.drawRect(rect_of(spot).adjusted(-1, -1, 1, 1))

    def _paint_papers(self, painter: QPainter, colour: int | None, papers: list[QRect]) -> None:
        painter.setPen(QPen(QColor(worn().line), 1) if colour is None else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn().panel if colour is None else worn().cards[colour % len(worn().cards)]))
        painter.drawRects(papers)

    def _paint_words(self, painter: QPainter, spot: Spot, card: ProposalRow, scale: float) -> None:
        pixels = max(_SMALLEST, int(BODY_PIXELS * scale))
        width, lines = int(spot.width - 2 * _PAD), lines_within(body_font(pixels), spot.height - _PAD)
        key = (card.text, pixels, width, lines)
        words = self._words.get(key)
        if words is None:
            if len(self._words) > 3_000:
                self._words.clear()
            words = self._words[key] = Wrapped(card.text, body_font(pixels), width, lines=lines)
        words.draw(painter, spot.x + _PAD, spot.y + _PAD / 2)


def _paint_grounds(painter: QPainter, lots: Collection[Lot]) -> None:
    """Paint where the heaps lie, and over each its heading and the number of its cards."""
    line = QColor(worn().strong_line)
    line.setAlpha(120)
    painter.setPen(QPen(line, 1, Qt.PenStyle.DashLine))
    for lot in lots:
        painter.setBrush(QColor(worn().panel) if lot.heap.key is None else Qt.BrushStyle.NoBrush)
        painter.drawRect(rect_of(lot).toRect().adjusted(0, 0, -1, -1))
    painter.setFont(body_font(_HEAD_PIXELS, strong=True))
    metrics, baseline = painter.fontMetrics(), (HEAD + painter.fontMetrics().ascent()) / 2
    text, quiet = QColor(worn().text), QColor(worn().quiet)
    for lot in lots:
        count = str(len(lot.heap.cards))
        taken = metrics.horizontalAdvance(count)
        painter.setPen(quiet)
        painter.drawText(QPointF(lot.x + lot.width - 6 - taken, lot.y + baseline), count)
        title = metrics.elidedText(lot.heap.title, Qt.TextElideMode.ElideRight, int(lot.width - 20 - taken))
        painter.setPen(text)
        painter.drawText(QPointF(lot.x + 6, lot.y + baseline), title)
