"""Cards as paper: wrapped words on the group's colour, the number small in the corner."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from forumtool.domain.rows import ProposalRow
from forumtool.ui.parts.wrapping import Wrapped
from forumtool.ui.places.ordering.column_model import CARD
from forumtool.ui.theme.style import body_font, worn

GAP = 8
_PAD, _MOST_LINES, _RADIUS, _NUMBER_PIXELS = 10, 9, 5, 12
Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Paints cards on a paper; ``colour`` is 0 to 4, or None for cards that are not ordered yet."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.colour: int | None = None
        self.width = 190
        self._known: dict[tuple[str, str, int], tuple[Wrapped, int]] = {}

    @property
    def paper(self) -> str:
        """The colour under the words."""
        return worn().panel if self.colour is None else worn().cards[self.colour % len(worn().cards)]

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self.width, self.height_of(index.data(CARD)) + GAP)

    def height_of(self, card: ProposalRow, width: int = 0) -> int:
        """Return how high the paper of a card is in pixels, in the present width or in another one."""
        return self._measured(card, width or self.width)[1]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: ProposalRow = index.data(CARD)
        state = option.state
        rect = option.rect
        paper = QRectF(rect).adjusted(1.5, 0.5, -1.5, -GAP - 0.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_paper(painter, paper, state)
        painter.setPen(QColor(worn().text))
        self._text(card).draw(painter, rect.x() + _PAD + 1, rect.y() + _PAD)
        self._paint_number(painter, card, paper)
        painter.restore()

    def _paint_paper(self, painter: QPainter, paper: QRectF, state: QStyle.StateFlag) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        shadow = QColor(0, 0, 0, 38)
        painter.setBrush(shadow)
        painter.drawRoundedRect(paper.translated(0, 1), _RADIUS, _RADIUS)
        painter.setBrush(QColor(self.paper))
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        current = bool(state & QStyle.StateFlag.State_HasFocus)
        if chosen or current:
            painter.setPen(QPen(QColor(worn().accent), 2 if current or chosen else 1))
        elif self.colour is None:
            painter.setPen(QPen(QColor(worn().line), 1))
        painter.drawRoundedRect(paper, _RADIUS, _RADIUS)
        if chosen:
            tint = QColor(worn().accent)
            tint.setAlpha(34)
            painter.setBrush(tint)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(paper, _RADIUS, _RADIUS)

    def _paint_number(self, painter: QPainter, card: ProposalRow, paper: QRectF) -> None:
        font = body_font(_NUMBER_PIXELS)
        painter.setFont(font)
        on_dark_paper = self.colour is not None and QColor(self.paper).lightness() < 128
        painter.setPen(QColor(worn().text if on_dark_paper else worn().quiet))
        spot = QRectF(paper.left() + _PAD, paper.bottom() - _PAD - 14, paper.width() - 2 * _PAD + 2, 16)
        side = Qt.AlignmentFlag.AlignLeft if self._text(card).is_right_to_left else Qt.AlignmentFlag.AlignRight
        painter.drawText(spot, side | Qt.AlignmentFlag.AlignBottom, card.number)

    def _text(self, card: ProposalRow) -> Wrapped:
        return self._measured(card, self.width)[0]

    def _measured(self, card: ProposalRow, width: int) -> tuple[Wrapped, int]:
        key = (card.id, card.text, width)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > 1_000:
                self._known.clear()
            found = self._known[key] = self._measure(card, width)
        return found

    def _measure(self, card: ProposalRow, width: int) -> tuple[Wrapped, int]:
        room = width - 2 * _PAD - 2
        text = Wrapped(card.text, body_font(), room, lines=_MOST_LINES)
        number = QFontMetrics(body_font(_NUMBER_PIXELS)).horizontalAdvance(card.number)
        below = 0 if text.last_width + number + 10 <= room else _NUMBER_PIXELS + 4
        return text, int(text.height + 0.99) + below + 2 * _PAD


def marker(painter: QPainter, y: float, area: QWidget) -> None:
    """Paint where dropped cards would go."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(worn().accent), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(4, y), QPointF(area.width() - 4, y))


def badge(painter: QPainter, text: str) -> None:
    """Paint a short text on its own ground into the upper right corner of a picture, and end the painting."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(body_font(_NUMBER_PIXELS))
    metrics = painter.fontMetrics()
    ratio = painter.device().devicePixelRatio()
    width, height = metrics.horizontalAdvance(text) + 2 * _PAD, metrics.height() + 4
    spot = QRectF(painter.device().width() / ratio - width, 0, width, height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(worn().accent))
    painter.drawRoundedRect(spot, _RADIUS, _RADIUS)
    painter.setPen(QColor(worn().accent_text))
    painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
