"""Ordnen: the pin board of a goal, by keyboard and by mouse."""

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout

from forumtool.domain.board import Board, arranged
from forumtool.i18n import N_, _, ngettext
from forumtool.services import clusters as verbs
from forumtool.storage.queries.outcomes import clusters
from forumtool.storage.queries.proposals import board
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.chooser import Choice, Chooser
from forumtool.ui.parts.goal_head import GoalHead, no_goal_yet
from forumtool.ui.parts.hints import KeyHints
from forumtool.ui.parts.panel import GAP, MARGIN, across
from forumtool.ui.parts.words import words
from forumtool.ui.places.ordering.board_area import BoardArea
from forumtool.ui.places.ordering.column import Column
from forumtool.ui.places.ordering.column_view import ColumnView
from forumtool.ui.places.ordering.menus import card_menu, column_menu
from forumtool.ui.places.place import Place
from forumtool.ui.projection import Projection

HINTS = (
    ("G", N_("in Gruppe …")), ("N", N_("neue Gruppe")), ("U", N_("zurück")), ("←→", N_("Spalte")),
    ("F2", N_("umbenennen")), ("M", N_("zusammenlegen")), ("E", N_("Karte öffnen")), ("L", N_("Leinwand")),
)  # fmt: skip


class Order(Place):
    """Cards in columns. Every change is one step; the board is patched in place afterwards."""

    concerns = (
        "proposal",
        "cluster",
        "goal",
        "theme_field",
        "dot_count",
        "dot_round",
        "proposal_tag",
        "tag",
        "participant",
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.board = Board()
        self._about: tuple[str | None, str | None] | None = None
        self.head, self.area = GoalHead(desk, self), BoardArea()
        self.new = button(_("Neue Gruppe") + "  N", lambda: self.ask("new"))
        self.undo = button(_("Rückgängig"), desk.undo)
        self.send = button(_("An Leinwand zeigen"), lambda: self.ask("canvas"), role="primary", tip="L")
        self.no_goal = words(no_goal_yet(), "quiet", wrap=True)
        self.no_goal.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.hints = KeyHints([(key, _(what)) for key, what in HINTS])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, MARGIN - 4, MARGIN, 10)
        layout.setSpacing(GAP - 2)
        layout.addLayout(across(self.head, self.new, self.undo, self.send, spacing=10))
        layout.addWidget(self.no_goal, 1)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.hints)
        desk.step_done.connect(self._show_undo)
        self.area.column_made.connect(self._listen_to_column)
        self._listen(self.area.not_ordered.view)

    def refresh(self) -> None:
        """Read the board of the goal."""
        desk = self.desk
        about = (desk.forum_id, desk.goal_id)
        if about != self._about:
            self._about = about
            self.area.start_anew()
        self.head.refresh()
        goal_id = desk.goal_id
        self.board = Board()
        if goal_id is not None:
            self.board = arranged(clusters(desk.file, desk.scope, goal_id), board(desk.file, desk.scope, goal_id))
        self.area.show_board(self.board)
        self._show_undo()
        for thing in (self.area, self.hints, self.new, self.send):
            thing.setVisible(goal_id is not None)
        self.no_goal.setVisible(goal_id is None)

    def take_focus(self) -> None:
        """Put the keyboard on the first card that is not ordered, or where it was."""
        view = self.area.active
        if not view.cards.cards and self.board.cards:
            view = next(view for view in self.area.views if view.cards.cards)
        if not view.currentIndex().isValid():
            view.choose(0)  # first, because a list that gets the focus makes its first card current without choosing it
        view.setFocus()

    def ask(self, word: str) -> None:
        """Do what a key or a button asks for, with the cards and the group that the keyboard is on."""
        {
            "into": self._into, "new": self._new, "merge": self._merge, "back": self._back, "dissolve": self._dissolve,
            "rename": self._rename, "open": self._open, "canvas": self._send,
        }[word]()  # fmt: skip

    def drop(self, cards: list[str], view: ColumnView, before: str | None) -> None:
        """Put cards into a column before another card, or behind the last one (None)."""
        column = self.area.column_of(view)
        here = [card.id for card in view.cards.cards]
        rest = [key for key in here if key not in cards]
        at = rest.index(before) if before in rest else len(rest)
        stays = set(cards) <= set(here)
        if stays and (column is None or rest[:at] + cards + rest[at:] == here):
            return
        cluster_id = column.cluster.id if column else None
        if self.desk.do(verbs.put_into, cards, cluster_id, before=before if cluster_id else None) is not None:
            view.setFocus()
            view.choose_cards(cards)

    # One verb each

    def _into(self) -> None:
        view, cards = self._chosen()
        if not cards:
            return
        here = self.area.column_of(view)

        def put(cluster_id: str) -> None:
            self._sort_out(view, lambda: self.desk.do(verbs.put_into, cards, cluster_id))

        choices = [
            Choice(group.cluster.title, partial(put, group.cluster.id), _counted(len(group.proposals)))
            for group in self.board.groups
            if here is None or group.cluster.id != here.cluster.id
        ]
        prompt = _("In welche Gruppe? Ein neuer Name legt eine an")
        self._choose(prompt, choices, make=lambda title: self._make(title, view, cards))

    def _new(self) -> None:
        view = self.area.active
        cards = view.chosen if view.selectionModel().hasSelection() else []
        self._choose(_("Überschrift der neuen Gruppe"), [], make=lambda title: self._make(title, view, cards))

    def _make(self, title: str, view: ColumnView, cards: list[str]) -> None:
        desk = self.desk
        self._sort_out(
            view,
            lambda: desk.do(verbs.add_cluster, title, forum_id=desk.forum_id, goal_id=desk.goal_id, cards=cards),
        )

    def _merge(self) -> None:
        column = self.area.column_of(self.area.active)
        if column is None:
            return
        here = column.cluster.id

        def merge(into: str) -> None:
            if self.desk.do(verbs.merge_clusters, here, into) is not None and into in self.area.columns:
                self.area.columns[into].view.setFocus()

        choices = [
            Choice(group.cluster.title, partial(merge, group.cluster.id), _counted(len(group.proposals)))
            for group in self.board.groups
            if group.cluster.id != here
        ]
        self._choose(_("„{title}“ zusammenlegen mit …", title=column.cluster.title), choices)

    def _back(self) -> None:
        view, cards = self._chosen()
        if cards and self.area.column_of(view) is not None:
            self._sort_out(view, lambda: self.desk.do(verbs.put_into, cards, None))

    def _dissolve(self) -> None:
        column = self.area.column_of(self.area.active)
        if column is not None:
            self.desk.do(verbs.dissolve_cluster, column.cluster.id)

    def _rename(self) -> None:
        column = self.area.column_of(self.area.active)
        if column is not None:
            self.area.reveal(column.cluster.id)
            column.head.rename()

    def _open(self) -> None:
        _view, cards = self._chosen()
        window: Any = self.window()
        if cards and hasattr(window, "go_to"):
            window.go_to("capture")
            window.places["capture"].reveal(cards[0])

    def _send(self) -> None:
        self.desk.project(Projection("board", self.desk.forum_id, self.desk.goal_id))

    # What the verbs share

    def _show_undo(self) -> None:
        self.undo.setEnabled(self.desk.file.history.next_undo is not None)

    def _chosen(self) -> tuple[ColumnView, list[str]]:
        return self.area.active, self.area.active.chosen

    def _sort_out(self, view: ColumnView, act) -> None:  # type: ignore[no-untyped-def]
        """Do something that takes cards out of a column, and go on with the next card of that column."""
        row = min((view.cards.row_of(key) for key in view.chosen), default=0)
        if act() is not None and view in self.area.views:
            view.setFocus()
            view.choose(row)

    def _choose(self, prompt: str, choices: list[Choice], **make) -> None:  # type: ignore[no-untyped-def]
        if make:
            make["make_title"] = _("Neue Gruppe „{title}“")
        Chooser(self, prompt, choices, **make).open_over(self.window())

    def _listen_to_column(self, column: Column) -> None:
        key = column.cluster.id
        self._listen(column.view)
        column.head.renamed.connect(lambda title: self._renamed(column, title))
        column.head.menu_wanted.connect(lambda: self._column_menu(column))
        column.view.shifted.connect(lambda step: self._shift(key, step))

    def _listen(self, view: ColumnView) -> None:
        view.asked.connect(self.ask)
        view.dropped.connect(lambda cards, before: self.drop(cards, view, before))
        view.customContextMenuRequested.connect(lambda where: self._card_menu(view, where))

    def _renamed(self, column: Column, title: str) -> None:
        if not title or self.desk.do(verbs.rename_cluster, column.cluster.id, title) is None:
            column.head.field.show_text(column.cluster.title)

    def _shift(self, cluster_id: str, step: int) -> None:
        if self.desk.do(verbs.move_cluster, cluster_id, step) is not None:
            self.area.reveal(cluster_id)

    def _column_menu(self, column: Column) -> None:
        column.view.setFocus()
        key = column.cluster.id
        menu = column_menu(
            self, column.cluster, self.ask, lambda colour: self.desk.do(verbs.colour_cluster, key, colour),
            lambda step: self._shift(key, step),
        )  # fmt: skip
        menu.popup(column.head.menu.mapToGlobal(QPoint(0, column.head.menu.height())))

    def _card_menu(self, view: ColumnView, where: QPoint) -> None:
        if view.indexAt(where).isValid():
            in_group = self.area.column_of(view) is not None
            card_menu(self, self.ask, in_group=in_group).popup(view.viewport().mapToGlobal(where))


def _counted(cards: int) -> str:
    return ngettext("{count} Karte", "{count} Karten", cards)
