"""A column of the board: head, dashed frame, cards."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from forumtool.domain.report import Group
from forumtool.domain.rows import ClusterRow, ProposalRow
from forumtool.i18n import _
from forumtool.ui.places.ordering.card_texts import CardTexts
from forumtool.ui.places.ordering.column_head import ColumnHead
from forumtool.ui.places.ordering.column_model import MIME, cards_in
from forumtool.ui.places.ordering.column_view import ColumnView
from forumtool.ui.places.ordering.papers import PAPER
from forumtool.ui.theme.style import body_font, worn

WIDTH = 214
_INSIDE = (WIDTH - PAPER) // 2
_EMPTY, _HIGHER_THAN_ANY_SCREEN = 52, 4_000


class DashedFrame(QFrame):
    """A dashed line around the cards, in the accent while the keyboard is inside."""

    def __init__(self) -> None:
        super().__init__()
        self.lit = False
        self.hint = ""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(worn().accent if self.lit else worn().strong_line)
        if not self.lit:
            colour.setAlpha(120)
        painter.setPen(QPen(colour, 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1).toRectF().translated(0.5, 0.5), 7, 7)
        if self.hint:
            painter.setPen(QColor(worn().quiet))
            painter.setFont(body_font(13))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.hint)


class Column(QWidget):
    """One heap of cards under a head. They may be dropped anywhere on it; below the last card they go behind it."""

    def __init__(self, texts: CardTexts) -> None:
        super().__init__()
        self.head, self.view, self.frame = ColumnHead(), ColumnView(texts), DashedFrame()
        self.setAcceptDrops(True)
        self.setFixedWidth(WIDTH)
        inside = QVBoxLayout(self.frame)
        inside.setContentsMargins(_INSIDE, _INSIDE, 0, 1)  # the scroll bar stands beside the cards, in the frame's edge
        inside.addWidget(self.view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.head)
        layout.addWidget(self.frame, 1000)
        self.below = QVBoxLayout()
        layout.addLayout(self.below)
        layout.addStretch(1)
        self.view.lit.connect(self._light)
        self.view.setMinimumHeight(40)
        self.head.left.connect(self.view.setFocus)

    def show_cards(self, cards: Sequence[ProposalRow], hint: str) -> None:
        """Show cards, or a hint where there are none."""
        self.view.cards.show(cards)
        self.frame.hint = "" if cards else hint
        self._fit()

    def _fit(self) -> None:
        """Make the frame as high as its cards, or as the window allows."""
        high = max(_EMPTY, self.view.content_height(_HIGHER_THAN_ANY_SCREEN)) + _INSIDE + 1
        if high != self.frame.maximumHeight():
            self.frame.setMaximumHeight(high)

    def _light(self, on: bool) -> None:
        self.frame.lit = on
        self.frame.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        top = self.view.mapTo(self, self.view.rect().topLeft()).y()
        self.view.mark(-1 if event.position().y() < top else self.view.viewport().height() + 10_000)
        self.view.dragged_to.emit(self.mapToGlobal(event.position().toPoint()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self.view.mark(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self.view.mark(None)
        keys = cards_in(event.mimeData())
        if keys:
            event.acceptProposedAction()
            top = self.view.mapTo(self, self.view.rect().topLeft()).y()
            first = next((card.id for card in self.view.cards.cards if card.id not in keys), None)
            self.view.dropped.emit(keys, first if event.position().y() < top else None)


class GroupColumn(Column):
    """The column of a group."""

    def __init__(self, texts: CardTexts, group: Group) -> None:
        super().__init__(texts)
        self.cluster: ClusterRow = group.cluster
        self._shown: Group | None = None
        self.show_group(group)

    def show_group(self, group: Group) -> None:
        """Show a group and its cards."""
        if group == self._shown:
            return
        self._shown = group
        self.cluster = group.cluster
        self.head.show_title(group.cluster.title)
        self.head.facts.show_facts(len(group.proposals), group.cluster.dots)
        self.view.setAccessibleName(f"{group.cluster.title}, {self.head.facts.cards}")
        if self.view.paper.colour != group.cluster.colour:
            self.view.paper.colour = group.cluster.colour
            self.view.viewport().update()
        self.show_cards(group.proposals, _("Karten hierher ziehen"))
