"""The board: the cards that are not ordered at the left, and a column for each group beside them."""

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from forumtool.domain.board import Board
from forumtool.i18n import _
from forumtool.ui.parts.panel import GAP
from forumtool.ui.parts.words import words
from forumtool.ui.places.ordering.column import WIDTH, Column
from forumtool.ui.places.ordering.column_view import ColumnView
from forumtool.ui.places.ordering.not_ordered import NotOrdered

_EDGE, _NUDGE = 40, 18


class BoardArea(QWidget):
    """Shows a board and patches it in place. Tells of new columns, so that their owner can listen to them."""

    column_made = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.not_ordered = NotOrdered()
        self.columns: dict[str, Column] = {}
        self.active: ColumnView = self.not_ordered.view
        self.empty = words(_("Noch keine Gruppe: Karten wählen und mit N die erste anlegen."), "quiet", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._inner = QWidget()
        self._row = QHBoxLayout(self._inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addStretch(1)
        self.strip = QScrollArea()
        self.strip.setWidgetResizable(True)
        self.strip.setFrameShape(QFrame.Shape.NoFrame)
        self.strip.setWidget(self._inner)
        self._nudging = QTimer(self)
        self._nudging.setInterval(25)
        self._nudging.timeout.connect(self._nudge)
        self._pull = 0
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.not_ordered)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.strip, 1)
        self._listen(self.not_ordered.view)

    @property
    def views(self) -> list[ColumnView]:
        """All columns' lists from left to right, those not ordered first."""
        return [self.not_ordered.view, *(column.view for column in self.columns.values())]

    def column_of(self, view: ColumnView) -> Column | None:
        """Return the group's column that a list is in, or None for the cards not ordered."""
        return next((column for column in self.columns.values() if column.view is view), None)

    def show_board(self, board: Board) -> None:
        """Show a board; columns that stay keep selection, focus and scrolling."""
        keys = [group.cluster.id for group in board.groups]
        at = self.views.index(self.active)
        had_focus = self.active.hasFocus()
        self._drop_gone(set(keys))
        ordered = sum(len(group.proposals) for group in board.groups)
        self.not_ordered.show_cards(board.not_ordered, ordered=ordered)
        fresh = [key for key in keys if key not in self.columns]
        for group in board.groups:
            column = self.columns.get(group.cluster.id)
            if column is None:
                self.columns[group.cluster.id] = self._made(Column(group))
            else:
                column.show_group(group)
        self._line_up(keys)
        self.empty.setVisible(not keys)
        self.strip.setVisible(bool(keys))
        if self.active not in self.views:
            self.active = self.views[min(at, len(self.views) - 1)]
            if had_focus:
                self.active.setFocus()
        if fresh and len(fresh) < len(keys):
            QTimer.singleShot(0, self, lambda: self.reveal(fresh[-1]))

    def start_anew(self) -> None:
        """Forget all columns, for another goal."""
        self._drop_gone(set())
        self.active = self.not_ordered.view
        self.strip.horizontalScrollBar().setValue(0)
        self.not_ordered.view.scrollToTop()

    def reveal(self, cluster_id: str) -> None:
        """Scroll until a column can be seen."""
        column = self.columns.get(cluster_id)
        if column is not None:
            self.strip.ensureWidgetVisible(column, 24, 0)

    def go_beside(self, view: ColumnView, step: int) -> None:
        """Give the keyboard to the column beside, at about the same height."""
        views = self.views
        to = views.index(view) + step
        if not 0 <= to < len(views):
            return
        y = view.visualRect(view.currentIndex()).center().y() if view.currentIndex().isValid() else 0
        there = views[to]
        there.setFocus()
        near = there.indexAt(QPoint(20, max(0, y)))
        there.choose(near.row() if near.isValid() else there.cards.rowCount() - 1 if y > 20 else 0)
        column = self.column_of(there)
        if column is not None:
            self.strip.ensureWidgetVisible(column, 24, 0)

    def _made(self, column: Column) -> Column:
        self._listen(column.view)
        self.column_made.emit(column)
        return column

    def _listen(self, view: ColumnView) -> None:
        view.lit.connect(lambda on, view=view: self._entered(view) if on else None)
        view.beside.connect(lambda step, view=view: self.go_beside(view, step))
        view.dragged_to.connect(self._dragged_to)

    def _entered(self, view: ColumnView) -> None:
        self.active = view
        for other in self.views:
            if other is not view:
                other.clearSelection()

    def _drop_gone(self, staying: set[str]) -> None:
        for key in [key for key in self.columns if key not in staying]:
            column = self.columns.pop(key)
            self._row.removeWidget(column)
            column.hide()
            column.deleteLater()

    def _line_up(self, keys: list[str]) -> None:
        self.columns = {key: self.columns[key] for key in keys}
        for at, column in enumerate(self.columns.values()):
            if self._row.indexOf(column) != at:
                self._row.removeWidget(column)
                self._row.insertWidget(at, column)
        heads = [column.head for column in self.columns.values()]
        high = max((head.title_height(WIDTH) for head in heads), default=0)
        for head in heads:
            head.title.setFixedHeight(high)
        before: QWidget = self.not_ordered.view
        for column in self.columns.values():
            QWidget.setTabOrder(before, column.view)
            before = column.view

    def _dragged_to(self, where: QPoint) -> None:
        x = self.strip.viewport().mapFromGlobal(where).x()
        width = self.strip.viewport().width()
        self._pull = -_NUDGE if 0 <= x < _EDGE else _NUDGE if width - _EDGE < x <= width else 0
        if self._pull:
            self._nudging.start()
        else:
            self._nudging.stop()

    def _nudge(self) -> None:
        from PySide6.QtGui import QCursor, QGuiApplication

        x = self.strip.viewport().mapFromGlobal(QCursor.pos()).x()
        inside = -_EDGE < x < self.strip.viewport().width() + _EDGE
        if not inside or not QGuiApplication.mouseButtons():
            self._nudging.stop()
            return
        bar = self.strip.horizontalScrollBar()
        bar.setValue(bar.value() + self._pull)
