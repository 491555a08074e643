"""What stands in the middle of the place: the board near or from afar, pairs of cards, or a photograph.

Pages other than the board itself are made when they are first wanted.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from forumtool.domain.board import Board
from forumtool.ui.desk import Desk
from forumtool.ui.places.ordering.board_area import BoardArea
from forumtool.ui.places.ordering.card_texts import CardTexts
from forumtool.ui.places.ordering.draft import Draft
from forumtool.ui.places.ordering.sorting import Surface

if TYPE_CHECKING:
    from forumtool.ui.places.ordering.photo_strip import PhotoStrip


class Pages(QStackedWidget):
    """Shows one of them. ``turned`` tells that another page, or another card on it, has the keyboard.

    ``asked`` and ``menu_wanted`` come from the board from afar; ``dropped`` carries cards, group and card before.
    """

    turned = Signal()
    asked = Signal(str)
    dropped = Signal(list, object, object)
    menu_wanted = Signal(QPoint)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._texts = CardTexts()
        self._made: dict[str, QWidget] = {}
        self._board = Board()
        self.area = BoardArea(self._texts)
        self.addWidget(self.area)
        self.area.active_changed.connect(self.turned)
        self.area.zoomed.connect(self.zoom)

    @property
    def is_near(self) -> bool:
        """Tell whether the columns are shown."""
        return self.currentWidget() is self.area

    @property
    def is_board(self) -> bool:
        """Tell whether the board is shown, near or from afar."""
        return self.currentWidget() in (self.area, self._made.get("far"))

    @property
    def surface(self) -> Surface:
        """The board as it is seen just now, or was before another page."""
        far = self._made.get("far")
        return self.far if far is not None and self.currentWidget() is far else self.area

    @property
    def far(self):  # type: ignore[no-untyped-def] # its module is loaded when it is first wanted
        """The board from afar."""
        if "far" not in self._made:
            from forumtool.ui.places.ordering.far_board import FarBoard

            page = FarBoard(self._texts)
            page.asked.connect(self.asked)
            page.near_wanted.connect(self.come_near)
            page.current_changed.connect(self.turned)
            page.dropped.connect(self.dropped)
            page.menu_wanted.connect(self.menu_wanted)
            self._add("far", page)
        return self._made["far"]

    def show_board(self, board: Board, draft: Draft) -> None:
        """Show a board on all pages that show one."""
        self._board = board
        self.area.show_board(board, draft)
        for key in ("far", "doubles"):
            if key in self._made:
                self._made[key].show_board(board)  # type: ignore[attr-defined]

    def zoom(self, step: int) -> None:
        """Step back from the board (-1) or go nearer (+1)."""
        if not self.is_board:
            return
        if not self.is_near:
            self.far.zoom(step)
        elif step < 0 and self._board.cards:
            self._step_back(whole=False)

    def show_draft(self) -> None:
        """Put the keyboard on the first group of a draft."""
        self.come_near()
        self.area.go_to_draft()

    def turn_whole(self) -> None:
        """Step back until everything is in view, or come near again."""
        if self.is_near and self._board.cards:
            self._step_back(whole=True)
        elif not self.is_near:
            self.come_near(self.far.current)

    def come_near(self, card_id: str | None = None) -> None:
        """Show the columns, and the keyboard on a card if one is named."""
        was_elsewhere = not self.is_near
        self.setCurrentWidget(self.area)
        if not (card_id and self.area.go_to(card_id)) and was_elsewhere and self.isVisible():
            self.area.take_focus()
        self.turned.emit()

    def take_focus(self) -> None:
        """Put the keyboard on the page that is shown."""
        page = self.currentWidget()
        if page is not None:
            page.setFocus()

    def compare(self) -> None:
        """Show cards that may say the same side by side."""
        if "doubles" not in self._made:
            from forumtool.ui.places.ordering.doubles import Doubles

            page = Doubles(self._desk)
            page.left.connect(self.come_near)
            self._add("doubles", page)
        doubles = self._made["doubles"]
        self._turn_to("doubles")
        doubles.show_board(self._board)  # type: ignore[attr-defined]

    def show_photo(self, strip: "PhotoStrip", photo_id: str) -> None:
        """Show a photograph of a strip as large as there is room."""
        if "photo" not in self._made:
            from forumtool.ui.places.ordering.photo_page import PhotoPage

            page = PhotoPage(strip, self._desk)
            page.left.connect(self.come_near)
            self._add("photo", page)
        self._turn_to("photo")
        self._made["photo"].show_photo(photo_id)  # type: ignore[attr-defined]

    def _step_back(self, *, whole: bool) -> None:
        self.far.show_from(self._board, self.area.current, whole=whole)
        self._turn_to("far")

    def _add(self, key: str, page: QWidget) -> None:
        self._made[key] = page
        self.addWidget(page)

    def _turn_to(self, key: str) -> None:
        self.setCurrentWidget(self._made[key])
        self._made[key].setFocus()
        self.turned.emit()
