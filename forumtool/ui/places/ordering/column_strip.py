"""The columns of the board side by side: those of groups, then those of a draft. They scroll sideways."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from forumtool.domain.report import Group
from forumtool.domain.rows import ProposalRow
from forumtool.ui.parts.panel import GAP
from forumtool.ui.places.ordering.card_texts import CardTexts
from forumtool.ui.places.ordering.column import WIDTH, Column, GroupColumn
from forumtool.ui.places.ordering.draft import Draft

if TYPE_CHECKING:
    from forumtool.ui.places.ordering.draft_column import DraftColumn

_EDGE, _NUDGE, _LEAST = 40, 18, 400
_AFTER_THE_PICTURE = 20  # milliseconds


class ColumnStrip(QScrollArea):
    """Patches its columns in place. Of a board that is new, those that cannot be seen are made after the first picture.

    ``column_made`` tells of a new column, so that its owner can listen to it.
    """

    column_made = Signal(object)

    def __init__(self, texts: CardTexts) -> None:
        super().__init__()
        self._texts = texts
        self._columns: dict[str, GroupColumn] = {}
        self._waiting: dict[str, Group] = {}
        self.drafts: dict[str, DraftColumn] = {}
        inner = QWidget()
        self._row = QHBoxLayout(inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(GAP)
        self._row.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(inner)
        self._pull = 0
        self._nudging, self._soon = QTimer(self), QTimer(self)
        self._nudging.setInterval(25)
        self._nudging.timeout.connect(self._nudge)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_THE_PICTURE)
        self._soon.timeout.connect(self._make_rest)

    @property
    def columns(self) -> dict[str, GroupColumn]:
        """The columns of groups by their keys, from left to right."""
        while self._waiting:
            self._make_next()
        return self._columns

    @property
    def known(self) -> frozenset[str]:
        """The keys of the groups that have a column, or will have one at once."""
        return frozenset((*self._columns, *self._waiting))

    @property
    def made(self) -> list[Column]:
        """The columns that there are by now, from left to right, those of a draft last."""
        return [*self._columns.values(), *self.drafts.values()]

    @property
    def every(self) -> list[Column]:
        """All columns from left to right, those of a draft last."""
        return [*self.columns.values(), *self.drafts.values()]

    def show_groups(self, groups: Sequence[Group], draft: Draft, loose: Mapping[str, ProposalRow]) -> None:
        """Show groups, and behind them the heaps of a draft of the cards not ordered."""
        found = {group.cluster.id: group for group in groups}
        self._drop_gone({*found, *draft.heaps})
        at_first = len(found) if self._columns else self._in_view()
        self._waiting = {key: group for key, group in found.items() if key not in self._columns}
        for key, column in self._columns.items():
            column.show_group(found[key])
        while self._waiting and len(self._columns) < at_first:
            self._make_next()
        if self._waiting:
            self._soon.start()
        else:
            self._columns = {key: self._columns[key] for key in found}
        for key, heap in draft.heaps.items():
            self._draft_column(key).show_heap(heap, [loose[card] for card in heap.cards if card in loose])
        self._line_up()

    def start_anew(self) -> None:
        """Forget all columns."""
        self._waiting = {}
        self._drop_gone(set())
        self.horizontalScrollBar().setValue(0)

    def reveal(self, column: Column | None) -> None:
        """Scroll until a column can be seen."""
        if column is not None:
            self.ensureWidgetVisible(column, 24, 0)

    def reveal_soon(self, column: Column) -> None:
        """When new columns have their places, scroll until one stands at the left, as far as others are behind it."""
        QTimer.singleShot(_AFTER_THE_PICTURE, column, lambda: self.horizontalScrollBar().setValue(column.x()))

    # Making columns

    def _make_next(self) -> None:
        key = next(iter(self._waiting))
        self._columns[key] = GroupColumn(self._texts, self._waiting.pop(key))
        self.column_made.emit(self._columns[key])
        if not self._waiting:
            self._line_up()

    def _make_rest(self) -> None:
        """Make a column that could not be seen at first, and go on when the window has had its turn."""
        if self._waiting:
            self._make_next()
            self._soon.start()

    def _in_view(self) -> int:
        return 1 + max(self.width(), _LEAST) // (WIDTH + GAP)

    def _draft_column(self, key: str) -> "DraftColumn":
        from forumtool.ui.places.ordering.draft_column import DraftColumn

        if key not in self.drafts:
            self.drafts[key] = DraftColumn(self._texts, key)
            self.column_made.emit(self.drafts[key])
        return self.drafts[key]

    def _drop_gone(self, staying: set[str]) -> None:
        for kept in (self._columns, self.drafts):
            for key in [key for key in kept if key not in staying]:
                column: Column = kept.pop(key)
                self._row.removeWidget(column)
                column.hide()
                column.deleteLater()

    def _line_up(self) -> None:
        made = self.made
        high = max((column.head.title_height(WIDTH) for column in made), default=0)
        before: QWidget | None = None
        for at, column in enumerate(made):
            if self._row.indexOf(column) != at:
                self._row.removeWidget(column)
                self._row.insertWidget(at, column)
            column.head.level(high)
            if before is not None:
                QWidget.setTabOrder(before, column.view)
            before = column.view

    # While cards are being dragged

    def follow_drag(self, where: QPoint) -> None:
        """Scroll while cards are held over the left or right edge; ``where`` is a place of the screen."""
        x, width = self.viewport().mapFromGlobal(where).x(), self.viewport().width()
        self._pull = -_NUDGE if 0 <= x < _EDGE else _NUDGE if width - _EDGE < x <= width else 0
        if self._pull:
            self._nudging.start()
        else:
            self._nudging.stop()

    def end_drag(self) -> None:
        """Stop scrolling."""
        self._nudging.stop()

    def _nudge(self) -> None:
        from PySide6.QtGui import QCursor, QGuiApplication

        x = self.viewport().mapFromGlobal(QCursor.pos()).x()
        inside = -_EDGE < x < self.viewport().width() + _EDGE
        if not inside or not QGuiApplication.mouseButtons():
            self._nudging.stop()
            return
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + self._pull)
