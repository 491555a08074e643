"""What the columns of the board ask for, by their heads, menus and keys."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from forumtool.ui.places.ordering.board_area import BoardArea
from forumtool.ui.places.ordering.column import GroupColumn
from forumtool.ui.places.ordering.column_view import ColumnView
from forumtool.ui.places.ordering.drafting import Drafting
from forumtool.ui.places.ordering.sorting import Sorting

if TYPE_CHECKING:
    from forumtool.ui.places.ordering.draft_column import DraftColumn


class Columns(QObject):
    """Listens to each column from the time it is made; ``moved`` tells that the keyboard is on another card."""

    moved = Signal()

    def __init__(self, area: BoardArea, sorting: Sorting, drafting: Drafting, ask: Callable[[str], None]) -> None:
        super().__init__(area)
        self._area, self._sorting, self._drafting, self._ask = area, sorting, drafting, ask
        area.column_made.connect(self._listen_to_column)
        loose = area.not_ordered.view
        self._listen(loose)
        loose.dropped.connect(self._drop_loose)

    def _listen_to_column(self, column: "GroupColumn | DraftColumn") -> None:
        self._listen(column.view)
        if isinstance(column, GroupColumn):
            self._listen_to_group(column)
        else:
            self._drafting.listen(column)

    def _listen_to_group(self, column: GroupColumn) -> None:
        key = column.cluster.id
        column.head.renamed.connect(lambda title: self._renamed(column, title))
        column.head.menu_wanted.connect(lambda: self._column_menu(column))
        column.view.shifted.connect(lambda step: self._shift(key, step))
        column.view.dropped.connect(lambda cards, before: self._sorting.drop(self._area, cards, key, before))

    def _listen(self, view: ColumnView) -> None:
        view.asked.connect(self._ask)
        view.moved.connect(self.moved)
        view.customContextMenuRequested.connect(lambda where: self._card_menu(view, where))

    def _drop_loose(self, cards: list[str], before: str | None) -> None:
        if not self._drafting.release(cards):
            self._sorting.drop(self._area, cards, None, before)

    def _renamed(self, column: GroupColumn, title: str) -> None:
        if not self._sorting.rename(column.cluster.id, title):
            column.head.field.show_text(column.cluster.title)

    def _shift(self, cluster_id: str, step: int) -> None:
        if self._sorting.shift(cluster_id, step):
            self._area.reveal(cluster_id)

    def _column_menu(self, column: GroupColumn) -> None:
        from forumtool.ui.places.ordering.menus import column_menu

        column.view.setFocus()
        key = column.cluster.id
        menu = column_menu(
            self._area, column.cluster, self._ask, lambda colour: self._sorting.colour(key, colour),
            lambda step: self._shift(key, step),
        )  # fmt: skip
        below: QWidget = column.head.menu
        menu.popup(below.mapToGlobal(QPoint(0, below.height())))

    def _card_menu(self, view: ColumnView, where: QPoint) -> None:
        from forumtool.ui.places.ordering.menus import card_menu, draft_menu

        if not view.indexAt(where).isValid():
            return
        if self._area.draft_of(view):
            menu = draft_menu(self._area, self._ask)
        else:
            menu = card_menu(self._area, self._ask, in_group=self._area.column_of(view) is not None)
        menu.popup(view.viewport().mapToGlobal(where))
