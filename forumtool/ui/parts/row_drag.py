"""Putting rows of a table in another order with the mouse: a line shows where the row would land."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QTableView

_LINE = 3  # pixels
_EDGE = 24  # pixels from the edge in which a table scrolls
_STEP = 8  # pixels that it scrolls at a time
_EVERY = 30  # milliseconds


class RowDrag(QObject):
    """Calls ``put(row, place)`` once, at release, with the place counted without the row itself.

    Esc, a window that is left and a button that was let go while nobody looked (a laptop that slept) end the drag
    without a change. Qt's own drag would run a loop of its own meanwhile, in which the file goes on changing.
    """

    def __init__(self, view: QTableView, put: Callable[[int, int], object]) -> None:
        super().__init__(view)
        self._view, self._viewport, self._put = view, view.viewport(), put
        self._row, self._pressed_at, self._pointer = -1, QPoint(), QPoint()
        self._tracked = self._viewport.hasMouseTracking()
        self.line = QFrame(self._viewport)
        self.line.setObjectName("dropLine")
        self.line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.line.hide()
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(_EVERY)
        self._scrolling.timeout.connect(self._scroll)
        view.model().modelReset.connect(self.cancel)
        view.installEventFilter(self)
        self._viewport.installEventFilter(self)

    @property
    def is_dragging(self) -> bool:
        """Tell whether a row is being dragged."""
        return self._scrolling.isActive()

    @property
    def place(self) -> int:
        """Where the row would land, counted with the row itself."""
        return next((at for at in range(self._rows) if self._pointer.y() < self._middle(at)), self._rows)

    def cancel(self) -> None:
        """End the drag and change nothing."""
        self._row = -1
        if self.is_dragging:
            self._scrolling.stop()
            self.line.hide()
            self._viewport.unsetCursor()
            self._viewport.setMouseTracking(self._tracked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            return self._escape()
        if kind in (QEvent.Type.WindowDeactivate, QEvent.Type.Hide):
            self.cancel()
        elif watched is self._viewport and isinstance(event, QMouseEvent):
            return self._mouse(event)
        return super().eventFilter(watched, event)

    @property
    def _rows(self) -> int:
        return self._view.model().rowCount()

    def _escape(self) -> bool:
        was_dragging = self.is_dragging
        self.cancel()
        return was_dragging

    def _mouse(self, event: QMouseEvent) -> bool:
        where = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._row, self._pressed_at = self._view.rowAt(where.y()), where
        elif event.type() == QEvent.Type.MouseMove and self._row >= 0:
            self._drag(where, held=bool(event.buttons() & Qt.MouseButton.LeftButton))
            return True  # the table itself would choose the rows that the mouse passes
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._release()
        return False

    def _drag(self, where: QPoint, *, held: bool) -> None:
        self._pointer = where
        if not held:
            self.cancel()
        elif self.is_dragging:
            self._show_line()
        elif (where - self._pressed_at).manhattanLength() >= QApplication.startDragDistance():
            self._begin()
            self._show_line()

    def _begin(self) -> None:
        self._viewport.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._viewport.setMouseTracking(True)  # without it nobody hears of a move with the button no longer held
        self._scrolling.start()

    def _release(self) -> None:
        row, place, dragged = self._row, self.place, self.is_dragging
        self.cancel()
        place -= place > row
        if dragged and place != row:
            self._put(row, place)

    def _show_line(self) -> None:
        place = self.place
        at = self._view.rowViewportPosition(place) if place < self._rows else self._bottom
        top = max(0, min(at - _LINE // 2 - 1, self._viewport.height() - _LINE))
        self.line.setGeometry(0, top, self._viewport.width(), _LINE)
        self.line.show()
        self.line.raise_()

    @property
    def _bottom(self) -> int:
        last = self._rows - 1
        return self._view.rowViewportPosition(last) + self._view.rowHeight(last)

    def _middle(self, row: int) -> int:
        return self._view.rowViewportPosition(row) + self._view.rowHeight(row) // 2

    def _scroll(self) -> None:
        bar, y = self._view.verticalScrollBar(), self._pointer.y()
        if y < _EDGE:
            bar.setValue(bar.value() - _STEP)
        elif y > self._viewport.height() - _EDGE:
            bar.setValue(bar.value() + _STEP)
        self._show_line()
