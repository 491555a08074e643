"""Choosing and dragging with the mouse when the board is seen from afar. A drag writes nothing until it is dropped."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QRubberBand

from forumtool.i18n import ngettext
from forumtool.ui.places.ordering.column_model import MIME, cards_in, mime_of
from forumtool.ui.places.ordering.far_layout import Lot, Spot
from forumtool.ui.places.ordering.far_painting import rect_of
from forumtool.ui.places.ordering.papers import badge
from forumtool.ui.theme.style import worn

if TYPE_CHECKING:
    from forumtool.ui.places.ordering.far_board import FarBoard


class FarDragging:
    """What the mouse does on the far board: choose, span a frame, carry cards to a heap."""

    def __init__(self, board: "FarBoard") -> None:
        self._board = board
        self._pressed: QPoint | None = None
        self._on: Spot | None = None
        self._band: QRubberBand | None = None
        self._over: Lot | None = None
        self._before: Spot | None = None

    @property
    def is_marked(self) -> bool:
        """Tell whether it shows where dropped cards would go."""
        return self._over is not None

    def press(self, event: QMouseEvent) -> None:
        """Choose the card under the mouse; Ctrl and Shift add it."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self._pressed, self._on = event.position().toPoint(), self._board.spot_at(event.position())
        adding = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if self._on is None:
            if not adding:
                self._board.choose_cards([])
        elif adding:
            self._board.turn(self._on.card)
        elif self._on.card not in self._board.chosen_keys:
            self._board.choose_cards([self._on.card])

    def move(self, event: QMouseEvent) -> None:
        """Carry the chosen cards, or span a frame over the cards to be chosen."""
        if self._pressed is None:
            return
        far = (event.position().toPoint() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._on is not None and far:
            self._carry()
        elif self._on is None and (far or self._band):
            self._span(event.position().toPoint())

    def release(self, event: QMouseEvent) -> None:
        """Choose only the card under the mouse if nothing was carried."""
        if self._band is not None:
            self._band.deleteLater()
        elif self._on is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._board.choose_cards([self._on.card])
        self._pressed = self._on = self._band = None

    def hear(self, event: QEvent) -> bool:
        """Take what Qt tells of a drag over the viewport; return whether it was that."""
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self._mark(None)
        elif isinstance(event, QDragEnterEvent | QDragMoveEvent) and event.mimeData().hasFormat(MIME):
            self._mark(event.position())
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        elif isinstance(event, QDropEvent) and kind == QEvent.Type.Drop and event.mimeData().hasFormat(MIME):
            self._drop(event)
        else:
            return False
        return True

    def paint(self, painter: QPainter) -> None:
        """Paint where the cards would go."""
        if self._over is None:
            return
        painter.setPen(QPen(QColor(worn().accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self._board.seen(rect_of(self._over)).adjusted(1, 1, -1, -1))
        line = self._line()
        if line is not None:
            painter.fillRect(self._board.seen(line), QColor(worn().accent))

    def _line(self) -> QRectF | None:
        if self._over is None:
            return None
        if self._before is not None:
            spot = rect_of(self._before)
            return QRectF(spot.left(), spot.top() - 3, spot.width(), 3)
        last = self._board.lay.spots[self._over.last - 1] if self._over.last > self._over.first else None
        return QRectF(last.x, last.y + last.height, last.width, 3) if last else None

    def _carry(self) -> None:
        keys, on = self._board.chosen, self._on
        self._pressed = self._on = None
        if on is None or not keys:
            return
        drag = QDrag(self._board)
        drag.setMimeData(mime_of(keys))
        drag.setPixmap(self._picture(on, len(keys)))
        drag.setHotSpot(QPoint(12, 8))
        drag.exec(Qt.DropAction.MoveAction)
        self._mark(None)

    def _picture(self, on: Spot, count: int) -> QPixmap:
        picture = self._board.picture_of(on)
        if count > 1:
            room = QPixmap(QSize(120, 24) * picture.devicePixelRatio())
            room.setDevicePixelRatio(picture.devicePixelRatio())
            room.fill(Qt.GlobalColor.transparent)
            badge(QPainter(room), ngettext("{count} Karte", "{count} Karten", count))
            return room
        return picture

    def _span(self, to: QPoint) -> None:
        if self._pressed is None:
            return
        if self._band is None:
            self._band = QRubberBand(QRubberBand.Shape.Rectangle, self._board.viewport())
        frame = QRect(self._pressed, to).normalized()
        self._band.setGeometry(frame)
        self._band.show()
        inside = [spot.card for spot in self._board.lay.spots
                  if self._board.seen(rect_of(spot)).intersects(QRectF(frame))]  # fmt: skip
        self._board.choose_cards(inside)

    def _mark(self, where: QPointF | None) -> None:
        before = (self._over, self._before)
        self._over = self._board.lot_at(where) if where is not None else None
        self._before = self._spot_below(where, self._over) if where is not None and self._over else None
        if (self._over, self._before) != before:
            self._board.viewport().update()

    def _spot_below(self, where: QPointF, lot: Lot) -> Spot | None:
        """Return the card of a heap before which something dropped here goes: the next one in the column below."""
        for spot in self._board.lay.spots[lot.first : lot.last]:
            seen = self._board.seen(rect_of(spot))
            if where.x() < seen.right() and where.y() < seen.center().y():
                return spot
        return None

    def _drop(self, event: QDropEvent) -> None:
        self._mark(event.position())
        lot, before = self._over, self._before
        self._mark(None)
        keys = cards_in(event.mimeData())
        if lot is not None and keys:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            rest = self._board.lay.spots[lot.first : lot.last]
            behind = rest[rest.index(before) :] if before else ()
            card = next((spot.card for spot in behind if spot.card not in keys), None)
            self._board.dropped.emit(keys, lot.heap.key, card)
