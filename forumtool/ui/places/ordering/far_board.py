"""The whole board of a goal in one picture, to step back from it: cards can be chosen, dragged and sorted here too."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from forumtool.domain.board import Board
from forumtool.domain.rows import ProposalRow
from forumtool.i18n import _
from forumtool.ui.parts.keyboard import held
from forumtool.ui.places.ordering.card_texts import CardTexts
from forumtool.ui.places.ordering.column_model import plain_tip
from forumtool.ui.places.ordering.commands import command
from forumtool.ui.places.ordering.far_dragging import FarDragging
from forumtool.ui.places.ordering.far_heaps import heaps_of
from forumtool.ui.places.ordering.far_layout import NEAREST, Heap, Lay, Lot, Spot, all_in_view, laid_out
from forumtool.ui.places.ordering.far_painting import FarPainter, rect_of
from forumtool.ui.places.ordering.far_walking import beside
from forumtool.ui.places.ordering.origin import origin
from forumtool.ui.places.ordering.zoom_wheel import ZoomWheel
from forumtool.ui.theme.style import worn

_STEP = 1.25
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip


class FarBoard(QAbstractScrollArea):
    """Shows a board at a scale below 1. Tells what was asked for by a key, and where cards were dropped.

    ``dropped`` carries keys of cards, the key of a group or None, and the card before which they go or None.
    ``near_wanted`` carries the card to be seen at full size, or None.
    """

    asked = Signal(str)
    dropped = Signal(list, object, object)
    near_wanted = Signal(object)
    current_changed = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, texts: CardTexts) -> None:
        super().__init__()
        self._texts = texts
        self._heaps: Sequence[Heap] = ()
        self._cards: dict[str, ProposalRow] = {}
        self._scale: float | None = None
        self._painter = FarPainter()
        self._picture: QPixmap | None = None
        self._seen_from: tuple[object, ...] = ()
        self.lay = Lay(NEAREST)
        self.chosen_keys: list[str] = []
        self._is_gathering = False
        self.current: str | None = None
        self.dragging = FarDragging(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAcceptDrops(True)
        self._wheel = ZoomWheel(self)
        self._wheel.watch(self.viewport())
        self._wheel.turned.connect(self.zoom)
        self.setAccessibleName(_("Ganze Tafel"))

    # What the place asks

    @property
    def chosen(self) -> list[str]:
        """The keys of the chosen cards, else of the current one."""
        return self.chosen_keys or ([self.current] if self.current else [])

    @property
    def picked(self) -> list[str]:
        """The keys of the cards that somebody chose."""
        return self.chosen_keys

    @property
    def cluster_id(self) -> str | None:
        """The group that the keyboard is in, or None."""
        spot = self.spot(self.current)
        return self.lay.lots[spot.lot].heap.key if spot else None

    def going_on(self) -> Callable[[], None]:
        """Return what puts the keyboard, when the chosen cards have gone, on the one that has come into their place."""
        gone = set(self.chosen)
        here = self.spot(self.current)
        same = self.lay.spots[self.lay.lots[here.lot].first : self.lay.lots[here.lot].last] if here else ()
        behind = [spot.card for spot in same if here and spot.y >= here.y and spot.x >= here.x]
        rest = [key for key in (*behind, *(spot.card for spot in same)) if key not in gone]

        def go_on() -> None:
            self.setFocus()
            self.choose_cards([])
            self._go_to(rest[0] if rest else self.current)

        return go_on

    def show_board(self, board: Board) -> None:
        """Show a board; what is chosen stays chosen."""
        self._heaps = heaps_of(board, self._texts)
        self._cards = {card.id: card for card in board.cards}
        self.chosen_keys = [key for key in self.chosen_keys if key in self._cards]
        if self.current not in self._cards:
            self.current = next(iter(self._cards), None)
        self._lay_out()

    def show_from(self, board: Board, card: str | None, *, whole: bool) -> None:
        """Step back from a card: until everything is in view, or as little as there is."""
        self._scale = None if whole else NEAREST
        self.current = card
        self.chosen_keys = []
        self.show_board(board)
        self._show_current()

    def zoom(self, step: int) -> None:
        """Go nearer (+1) or further away (-1); nearer than full size leads back to the columns."""
        scale = self.lay.scale * _STEP**step
        if scale > NEAREST * 1.01:
            self.near_wanted.emit(self.current)
            return
        furthest = all_in_view(self._heaps, *self._room()).scale
        self._scale = None if scale <= furthest else scale
        self._lay_out()
        self._show_current()

    def choose_cards(self, keys: list[str]) -> None:
        """Select cards and put the keyboard on the last one."""
        self._is_gathering = False
        self.chosen_keys = [key for key in keys if key in self._cards]
        self._go_to(self.chosen_keys[-1] if self.chosen_keys else self.current)

    def spot(self, key: str | None) -> Spot | None:
        """Return where a card stands."""
        return next((spot for spot in self.lay.spots if spot.card == key), None) if key else None

    def lot_at(self, where: QPointF) -> Lot | None:
        """Return the heap at a place of the viewport."""
        at = where + QPointF(self._left, 0)
        return next((lot for lot in self.lay.lots if rect_of(lot).contains(at)), None)

    def spot_at(self, where: QPointF) -> Spot | None:
        """Return the card at a place of the viewport."""
        lot, at = self.lot_at(where), where + QPointF(self._left, 0)
        if lot is None:
            return None
        return next((spot for spot in self.lay.spots[lot.first : lot.last] if rect_of(spot).contains(at)), None)

    def forget_picture(self) -> None:
        """Paint everything anew the next time."""
        self._picture = None

    def picture_of(self, spot: Spot) -> QPixmap:
        """Return a card as it is seen."""
        return self.viewport().grab(rect_of(spot).translated(-self._left, 0).toAlignedRect())

    def seen(self, rect: QRectF) -> QRectF:
        """Return where something on the board is in the viewport."""
        return rect.translated(-self._left, 0)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow, word = _ARROWS.get(Qt.Key(event.key())), command(event)
        if arrow and not held(event):
            there = beside(self.lay, self.spot(self.current), *arrow)
            if not self._is_gathering:
                self.chosen_keys = []
            self._go_to(there.card if there else self.current)
        elif event.key() == Qt.Key.Key_Space and self.current:
            self.turn(self.current)
        elif event.key() == Qt.Key.Key_Escape and self.chosen_keys:
            self.choose_cards([])
        elif event.key() == Qt.Key.Key_Escape:
            self.near_wanted.emit(self.current)
        elif word:
            self.asked.emit(word)
        else:
            super().keyPressEvent(event)

    def turn(self, key: str) -> None:
        """Choose a card as well, or not any more; then arrows leave the others chosen."""
        self._is_gathering = True
        if key in self.chosen_keys:
            self.chosen_keys.remove(key)
        else:
            self.chosen_keys.append(key)
        self._go_to(key)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        self.dragging.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.dragging.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.dragging.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        spot = self.spot_at(event.position())
        self.near_wanted.emit(spot.card if spot else None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        spot = self.spot_at(QPointF(event.pos()))
        if spot is not None:
            if spot.card not in self.chosen_keys:
                self.choose_cards([spot.card])
            self.menu_wanted.emit(event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self.spot_at(QPointF(event.pos()))
            text = plain_tip(origin(self._cards[spot.card])) if spot else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        if self.dragging.hear(event):
            return True
        return super().viewportEvent(event)

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the board once for each state, and over it what changes with every step of a drag."""
        state = (self.lay, self._left, self.viewport().size(), worn())
        if self._picture is None or state != self._seen_from:
            self._picture, self._seen_from = self._painted(), state
        painter = QPainter(self.viewport())
        painter.drawPixmap(0, 0, self._picture)
        painter.translate(-self._left, 0)
        chosen = set(self.chosen_keys)
        spots = [spot for spot in self.lay.spots if spot.card in chosen] if chosen else []
        self._painter.paint_chosen(painter, spots, self.spot(self.current) if self.hasFocus() else None)
        painter.resetTransform()
        self.dragging.paint(painter)

    def _painted(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.viewport().size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(worn().ground))
        painter = QPainter(picture)
        painter.translate(-self._left, 0)
        view = QRectF(self.viewport().rect()).translated(self._left, 0)
        self._painter.paint(painter, self.lay, self._cards, view)
        painter.end()
        return picture

    # Internal

    @property
    def _left(self) -> int:
        return self.horizontalScrollBar().value()

    def _room(self) -> tuple[float, float]:
        bar = self.horizontalScrollBar().sizeHint().height() if self._scale else 0
        return float(self.width()), float(max(80, self.height() - bar))

    def _lay_out(self) -> None:
        room = self._room()
        if self._scale is None:
            self.lay = all_in_view(self._heaps, *room)
        else:
            self.lay = laid_out(self._heaps, *room, self._scale)
        self.horizontalScrollBar().setRange(0, max(0, int(self.lay.width - self.viewport().width() + 1)))
        self.horizontalScrollBar().setPageStep(self.viewport().width())
        self.horizontalScrollBar().setSingleStep(40)
        self.viewport().update()

    def _go_to(self, key: str | None) -> None:
        self.current = key
        card = self._cards.get(key or "")
        self.setAccessibleDescription(f"{card.number}: {card.text}" if card else "")
        self._show_current()
        self.viewport().update()
        self.current_changed.emit()

    def _show_current(self) -> None:
        spot = self.spot(self.current)
        if spot is not None:
            bar, wide = self.horizontalScrollBar(), self.viewport().width()
            if not bar.value() <= spot.x <= bar.value() + wide - spot.width:
                bar.setValue(int(spot.x - wide / 2))
