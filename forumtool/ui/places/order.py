"""Ordnen: the pin board of a goal, by keyboard and by mouse."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from forumtool.domain.board import Board
from forumtool.services import clusters as verbs
from forumtool.storage.journal import Step
from forumtool.storage.queries.outcomes import photos
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import shortcut
from forumtool.ui.parts.goal_head import no_goal_yet
from forumtool.ui.parts.going import reveal
from forumtool.ui.parts.keyboard import has_keyboard
from forumtool.ui.parts.panel import GAP, MARGIN
from forumtool.ui.parts.words import words
from forumtool.ui.places.ordering.board_head import BoardHead
from forumtool.ui.places.ordering.board_rows import BoardRows
from forumtool.ui.places.ordering.columns import Columns
from forumtool.ui.places.ordering.drafting import Drafting
from forumtool.ui.places.ordering.hint_lines import HintLines
from forumtool.ui.places.ordering.pages import Pages
from forumtool.ui.places.ordering.sorting import Sorting, Surface
from forumtool.ui.places.ordering.whispering import Whispering
from forumtool.ui.places.place import Place
from forumtool.ui.projection import Projection

if TYPE_CHECKING:
    from forumtool.ui.places.ordering.draft_column import DraftColumn
    from forumtool.ui.places.ordering.photo_strip import PhotoStrip
    from forumtool.ui.places.ordering.whisper import Whisper

_LOW = 470  # pixels: a lower place has no room for the photographs too
_OFFERS = ("first", "second", "third")


class Order(Place):
    """Cards in columns. Every change is one step; the board is patched in place afterwards."""

    concerns = (
        "proposal", "cluster", "goal", "theme_field", "dot_count", "dot_round", "proposal_tag", "tag", "participant",
        "board_photo", "refusal",
    )  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.board, self._rows = Board(), BoardRows(desk)
        self._about: tuple[str | None, str | None] | None = None
        self.sorting = Sorting(desk, self)
        self.drafting, self.whispering = Drafting(desk, self), Whispering(desk, self)
        self.head, self.pages = BoardHead(desk, self), Pages(desk)
        self.area = self.pages.area
        self.no_goal = words(no_goal_yet(), "quiet", wrap=True)
        self.no_goal.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.hints = HintLines()
        self.setAcceptDrops(True)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, 10)
        layout.setSpacing(GAP - 4)
        layout.addWidget(self.head)
        layout.addWidget(self.no_goal, 1)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self.hints)
        self._bind()
        self._bind_keys()

    def _bind(self) -> None:
        self.desk.step_done.connect(self.head.refresh_undo)
        self.head.asked.connect(self.ask)
        self.pages.asked.connect(self.ask)
        self.pages.turned.connect(self._whisper)
        self.pages.turned.connect(self._show_around)
        self.pages.menu_wanted.connect(self._far_menu)
        self.pages.dropped.connect(self._drop)
        self.drafting.changed.connect(lambda: self._show_board(self.board))
        self.drafting.found.connect(self.pages.show_draft)
        self.whispering.changed.connect(self._whisper)
        self.whispering.line_made.connect(self._add_line)
        Columns(self.area, self.sorting, self.drafting, self.ask).moved.connect(self._whisper)

    def _bind_keys(self) -> None:
        for keys, step in (("Ctrl+-", -1), ("Ctrl++", 1), ("Ctrl+=", 1)):
            shortcut(self, keys, lambda step=step: self.pages.zoom(step))  # type: ignore[misc]
        shortcut(self, "Ctrl+0", self.pages.come_near)
        shortcut(self, "Ctrl+V", self._paste)

    def refresh(self) -> None:
        """Read the board of the goal."""
        desk = self.desk
        about = (desk.forum_id, desk.goal_id)
        is_other = about != self._about
        if is_other:
            self._about = about
            self.drafting.close()
            self.area.start_anew()
            self.pages.come_near()
        self._rows.forget()
        self._show_photos()
        self._show_board(self._rows.read())
        self.pages.setVisible(desk.goal_id is not None)
        self.no_goal.setVisible(desk.goal_id is None)
        self._show_around()
        if is_other and has_keyboard(self):
            self.take_focus()  # on a card: the first key may be meant for it

    def patch(self, step: Step) -> bool:
        """Read only what the step may have changed; for photographs nothing of the board."""
        if step.touches("goal", "theme_field"):
            return False
        if set(step.changes) != {"board_photo"}:
            self._rows.forget(step)
            self._show_board(self._rows.read())
        self._show_photos()
        return True

    def take_focus(self) -> None:
        """Put the keyboard on the first card that is not ordered, or where it was."""
        if self.pages.is_near:
            self.area.take_focus()
        else:
            self.pages.take_focus()

    def reveal(self, key: str) -> None:
        """Put the keyboard on a card."""
        self.pages.come_near(key)

    def ask(self, word: str) -> None:
        """Do what a key or a button asks for, with the cards and the group that the keyboard is on."""
        if self.desk.goal_id is None or self.drafting.ask(word, self._drafted_column()):
            return
        sorting = self.sorting
        with_cards = {
            "into": sorting.into, "new": sorting.new, "back": sorting.back, "dissolve": sorting.dissolve,
            "merge": self._merge,
        }.get(word)  # fmt: skip
        if with_cards is not None:
            with_cards(self.pages.surface)
        elif word in _OFFERS:
            self._accept(_OFFERS.index(word))
        elif word in ("photos", "add photo"):
            self._turn_to_photos(word)
        else:
            self._turn_to(word)

    def _turn_to(self, word: str) -> None:
        acts: dict[str, Callable[[], object]] = {
            "take": lambda: self._accept(0), "rename": self._rename, "open": self._open, "canvas": self._send,
            "draft": self.drafting.turn, "doubles": self.pages.compare, "whole": self.pages.turn_whole,
            "menu": self._board_menu, "whisper": self.whispering.turn, "skip": self._skip, "drop": lambda: None,
        }  # fmt: skip
        acts[word]()

    # Suggestions

    def _add_line(self, line: "Whisper") -> None:
        line.taken.connect(self._put)
        self._layout.insertWidget(self._layout.indexOf(self.pages) + 1, line)

    def _whisper(self) -> None:
        """Suggest a group for the card that the keyboard is on, else for the one that it was on last."""
        surface, loose = self.pages.surface, self.area.not_ordered.view
        drafted = self.drafting.draft.cards
        known = [card.id for card in self.board.not_ordered if card.id not in drafted]
        here = surface.current if surface.current in known else loose.current
        card = here if here in known else next(iter(known), None)
        is_wanted = self.pages.is_board and self._drafted_column() is None
        elsewhere = "photos" in self.__dict__ and self.photos.view.hasFocus()
        self.whispering.show_for(card if is_wanted else None, keys=surface.chosen == [card] and not elsewhere)

    def _accept(self, at: int) -> None:
        group = self.whispering.group(at)
        if group is not None and self.pages.surface.chosen == [self.whispering.card]:
            self._put(group)

    def _put(self, group: str) -> None:
        card, surface = self.whispering.card, self.pages.surface
        if card is not None and surface.chosen == [card]:
            self.sorting.put(surface, [card], group)
        elif card is not None:
            self.desk.do(verbs.put_into, [card], group)

    def _skip(self) -> None:
        """Refuse the suggestion and go on with the next card, or choose no card any more."""
        here = self.pages.surface.chosen == [self.whispering.card]
        if here and self.whispering.refuse():
            self.area.active.go_on()
        else:
            self.area.active.clearSelection()

    # One verb each

    def _drop(self, cards: list[str], cluster_id: str | None, before: str | None) -> None:
        self.sorting.drop(self.pages.surface, cards, cluster_id, before)

    def _rename(self) -> None:
        surface = self.pages.surface
        key = surface.cluster_id if self.sorting.is_in_group(surface) else None
        if key is not None:
            self.pages.come_near()
            self.area.reveal(key)
            self.area.columns[key].head.rename()

    def _open(self) -> None:
        for card in self.pages.surface.chosen[:1]:
            reveal(self, "capture", card)

    def _send(self) -> None:
        self.desk.project(Projection("board", self.desk.forum_id, self.desk.goal_id))

    def _merge(self, surface: Surface) -> None:
        self.sorting.merge(surface, self._go_to_group)

    def _go_to_group(self, cluster_id: str) -> None:
        if self.pages.is_near and cluster_id in self.area.columns:
            self.area.columns[cluster_id].view.setFocus()

    # The board

    def _show_board(self, board: Board) -> None:
        self.board = self.sorting.board = board
        self.drafting.follow(self.board)
        self.pages.show_board(self.board, self.drafting.draft)
        self.head.refresh(has_goal=self.desk.goal_id is not None, has_draft=bool(self.drafting.draft.heaps))
        self.whispering.follow(self.board)
        self._whisper()

    def _drafted_column(self) -> "DraftColumn | None":
        return self.area.draft_of(self.area.active) if self.pages.is_near else None

    def _show_around(self) -> None:
        """Show the keys of the page in the middle, and the photographs beside a board only."""
        pages = self.pages
        near = "draft" if self._drafted_column() is not None else "near"
        shown = near if pages.is_near else "far" if pages.is_board else ""
        self.hints.show_for(shown if self.desk.goal_id is not None else "")
        if "photos" in self.__dict__:
            self.photos.make_room(self.height() < _LOW or not pages.is_board)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_around()

    # Menus

    def _far_menu(self, where: QPoint) -> None:
        from forumtool.ui.places.ordering.menus import card_menu

        card_menu(self, self.ask, in_group=self.pages.surface.cluster_id is not None).popup(where)

    def _board_menu(self) -> None:
        from forumtool.ui.places.ordering.menus import board_menu

        menu = board_menu(
            self, self.ask, has_draft=bool(self.drafting.draft.heaps), is_whispering=self.whispering.is_on,
            is_far=not self.pages.is_near,
        )  # fmt: skip
        menu.popup(self.head.more.mapToGlobal(QPoint(0, self.head.more.height())))

    # Photographs

    @cached_property
    def photos(self) -> "PhotoStrip":
        """The strip below the board; it is made for the first photograph."""
        from forumtool.ui.places.ordering.photo_strip import PhotoStrip

        strip = PhotoStrip(self.desk)
        strip.open_wanted.connect(lambda key: self.pages.show_photo(strip, key))
        strip.left.connect(self.take_focus)
        strip.entered_or_left.connect(self._whisper)
        self._layout.insertWidget(self._layout.indexOf(self.hints), strip)
        strip.make_room(self.height() < _LOW or not self.pages.is_board)
        strip.refresh()
        return strip

    def _turn_to_photos(self, word: str) -> None:
        if word == "photos":
            self.photos.take_focus()
        else:
            self.photos.ask_for_files()

    def _paste(self) -> None:
        self.photos.paste()

    def _show_photos(self) -> None:
        desk = self.desk
        if "photos" in self.__dict__ or (desk.goal_id is not None and photos(desk.file, desk.scope, desk.goal_id)):
            self.photos.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.desk.goal_id is not None and self.photos.takes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.photos.take(event.mimeData())
