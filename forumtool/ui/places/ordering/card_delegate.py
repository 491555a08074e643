"""Cards as paper: wrapped words on the group's colour, the number small in the corner."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from forumtool.domain.rows import ProposalRow
from forumtool.ui.places.ordering.card_texts import NUMBER_PIXELS, PAD, CardTexts, Laid
from forumtool.ui.places.ordering.column_model import CARD
from forumtool.ui.places.ordering.papers import GAP, PAPER, Look, paper
from forumtool.ui.theme.style import body_font, worn

Index = QModelIndex | QPersistentModelIndex


class CardDelegate(QStyledItemDelegate):
    """Paints cards on a paper; ``colour`` is 0 to 4, or None for cards that are not ordered yet."""

    def __init__(self, parent: QObject, texts: CardTexts) -> None:
        super().__init__(parent)
        self.colour: int | None = None
        self.ghost = False
        self._texts = texts

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(PAPER, self.height_of(index.data(CARD)) + GAP)

    def height_of(self, card: ProposalRow) -> int:
        """Return how high the paper of a card is, in pixels."""
        return self._texts.of(card).height

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        laid, rect = self._texts.of(index.data(CARD)), option.rect
        flag = QStyle.StateFlag
        look = Look(
            self.colour, bool(option.state & flag.State_Selected), bool(option.state & flag.State_HasFocus), self.ghost
        )
        painter.drawPixmap(rect.topLeft(), paper(look, laid.height, painter.device().devicePixelRatio()))
        painter.setPen(QColor(worn().text))
        laid.words.draw(painter, rect.x() + PAD + 1, rect.y() + PAD)
        _paint_corner(painter, laid, look, QRectF(rect.x(), rect.y(), PAPER, laid.height))


def _paint_corner(painter: QPainter, laid: Laid, look: Look, sheet: QRectF) -> None:
    painter.setFont(body_font(NUMBER_PIXELS))
    on_dark_paper = look.colour is not None and QColor(look.ground).lightness() < 128
    painter.setPen(QColor(worn().text if on_dark_paper else worn().quiet))
    spot = QRectF(sheet.left() + PAD, sheet.bottom() - PAD - 15, sheet.width() - 2 * PAD, 16)
    side = Qt.AlignmentFlag.AlignLeft if laid.words.is_right_to_left else Qt.AlignmentFlag.AlignRight
    painter.drawText(spot, side | Qt.AlignmentFlag.AlignBottom, laid.corner)
