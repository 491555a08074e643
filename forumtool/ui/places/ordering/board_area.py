"""The board near by: the cards that are not ordered at the left, the columns of groups beside them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from forumtool.domain.board import Board
from forumtool.i18n import _
from forumtool.ui.parts.panel import GAP
from forumtool.ui.parts.words import words
from forumtool.ui.places.ordering.card_texts import CardTexts
from forumtool.ui.places.ordering.column import Column, GroupColumn
from forumtool.ui.places.ordering.column_strip import ColumnStrip
from forumtool.ui.places.ordering.column_view import ColumnView
from forumtool.ui.places.ordering.draft import Draft
from forumtool.ui.places.ordering.not_ordered import NotOrdered
from forumtool.ui.places.ordering.zoom_wheel import ZoomWheel

if TYPE_CHECKING:
    from forumtool.ui.places.ordering.draft_column import DraftColumn


class BoardArea(QWidget):
    """Shows a board and patches it in place; ``active`` is the list that has the keyboard, or had it last."""

    column_made = Signal(object)
    active_changed = Signal()
    zoomed = Signal(int)

    def __init__(self, texts: CardTexts) -> None:
        super().__init__()
        self.not_ordered, self.strip = NotOrdered(texts), ColumnStrip(texts)
        self.active: ColumnView = self.not_ordered.view
        self.empty = words(
            _("Noch keine Gruppe: Karten wählen und mit N die erste anlegen, oder mit V einen Entwurf ansehen."),
            "quiet",
            wrap=True,
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._wheel = ZoomWheel(self)
        self._wheel.turned.connect(self.zoomed)
        self._wheel.watch(self.strip.viewport())
        self.strip.column_made.connect(self._made)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.not_ordered)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.strip, 1)
        self._listen(self.not_ordered.view)

    @property
    def columns(self) -> dict[str, GroupColumn]:
        """The columns of groups by their keys, from left to right."""
        return self.strip.columns

    @property
    def views(self) -> list[ColumnView]:
        """All columns' lists from left to right, those not ordered first."""
        return [self.not_ordered.view, *(column.view for column in self.strip.every)]

    def column_of(self, view: ColumnView) -> GroupColumn | None:
        """Return the group's column that a list is in; None for cards not ordered and for a draft."""
        found = self._column(view)
        return found if isinstance(found, GroupColumn) else None

    def draft_of(self, view: ColumnView) -> "DraftColumn | None":
        """Return the column of a draft that a list is in, or None."""
        return next((column for column in self.strip.drafts.values() if column.view is view), None)

    @property
    def chosen(self) -> list[str]:
        """The keys of the chosen cards, else of the current one."""
        return self.active.chosen

    @property
    def picked(self) -> list[str]:
        """The keys of the cards that somebody chose."""
        return self.active.chosen if self.active.selectionModel().hasSelection() else []

    @property
    def current(self) -> str | None:
        """The key of the card that the keyboard is on."""
        return self.active.current

    @property
    def cluster_id(self) -> str | None:
        """The group that the keyboard is in, or None."""
        column = self.column_of(self.active)
        return column.cluster.id if column else None

    def show_board(self, board: Board, draft: Draft) -> None:
        """Show a board and a draft beside it; columns that stay keep selection, focus and scrolling."""
        known, at, had_focus = self.strip.known, self._place_of_active(), self.active.hasFocus()
        loose = {card.id: card for card in board.not_ordered}
        shown = [card for key, card in loose.items() if key not in draft.cards]
        self.not_ordered.show_cards(shown, ordered=board.ordered, drafted=len(loose) - len(shown))
        self.strip.show_groups(board.groups, draft, loose)
        has_columns = bool(board.groups or draft.heaps)
        self.empty.setVisible(not has_columns)
        self.strip.setVisible(has_columns)
        if self._place_of_active() < 0:
            self.active = self.views[min(at, len(self.views) - 1)]
            if had_focus:
                self.active.setFocus()
        fresh = [group.cluster.id for group in board.groups if group.cluster.id not in known]
        if fresh and len(fresh) < len(board.groups):
            QTimer.singleShot(0, self, lambda: self.reveal(fresh[-1]))

    def start_anew(self) -> None:
        """Forget all columns, for another goal."""
        self.strip.start_anew()
        self.active = self.not_ordered.view
        self.not_ordered.view.scrollToTop()

    # Where the keyboard goes

    def reveal(self, cluster_id: str) -> None:
        """Scroll until the column of a group can be seen."""
        self.strip.reveal(self.columns.get(cluster_id))

    def take_focus(self) -> None:
        """Put the keyboard on the first card that is not ordered, or where it was."""
        view = self.active
        if not view.cards.cards:
            view = next((view for view in self.views if view.cards.cards), view)
        if not view.currentIndex().isValid():
            view.choose(0)  # first, because a list that gets the focus makes its first card current without choosing it
        view.setFocus()

    def go_to(self, card_id: str) -> bool:
        """Put the keyboard on a card; return False if it is not on the board."""
        view = next((view for view in self.views if view.cards.row_of(card_id) >= 0), None)
        if view is None:
            return False
        view.setFocus()
        view.choose(view.cards.row_of(card_id))
        self.strip.reveal(self._column(view))
        return True

    def go_to_draft(self) -> None:
        """Put the keyboard on the first column of the draft."""
        column = next(iter(self.strip.drafts.values()), None)
        if column is not None:
            column.view.setFocus()
            column.view.choose(0)
            self.strip.reveal_soon(column)

    def going_on(self) -> Callable[[], None]:
        """Return what puts the keyboard, when the chosen cards have gone, on the one that has come into their place."""
        view = self.active
        row = min((view.cards.row_of(key) for key in view.chosen), default=0)

        def go_on() -> None:
            if view in self.views:
                view.setFocus()
                view.choose(row)

        return go_on

    def choose_cards(self, keys: list[str]) -> None:
        """Put the keyboard on cards that lie together."""
        view = next((view for view in self.views if any(view.cards.row_of(key) >= 0 for key in keys)), None)
        if view is not None:
            view.setFocus()
            view.choose_cards(keys)

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
        self.strip.reveal(self._column(there))

    def _column(self, view: ColumnView) -> Column | None:
        return next((column for column in self.strip.made if column.view is view), None)

    def _place_of_active(self) -> int:
        """Return which list from the left has the keyboard; -1 if it has gone."""
        if self.active is self.not_ordered.view:
            return 0
        return next((at for at, column in enumerate(self.strip.made, start=1) if column.view is self.active), -1)

    def _made(self, column: Column) -> None:
        self._listen(column.view)
        self.column_made.emit(column)

    def _listen(self, view: ColumnView) -> None:
        view.lit.connect(lambda on, view=view: self._entered(view) if on else None)
        view.beside.connect(lambda step, view=view: self.go_beside(view, step))
        view.dragged_to.connect(self.strip.follow_drag)
        view.let_go.connect(self._let_go)
        self._wheel.watch(view.viewport())

    def _entered(self, view: ColumnView) -> None:
        self.active = view
        for other in (self.not_ordered.view, *(column.view for column in self.strip.made)):
            if other is not view:
                other.clearSelection()
        self.active_changed.emit()

    def _let_go(self) -> None:
        """Show no place for cards any more: a drag has ended, if only because the window lost the mouse."""
        self.strip.end_drag()
        for view in self.views:
            view.mark(None)
