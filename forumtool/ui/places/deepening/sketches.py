"""Maßnahmen: groups and sketches at the left, the chosen sketch in the middle, its cards at the right."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from forumtool.domain.rows import MeasureRow
from forumtool.i18n import N_, _
from forumtool.services import measures
from forumtool.storage.queries import outcomes
from forumtool.storage.queries.proposals import offers, vocabulary
from forumtool.storage.queries.sketches import WeighedGroupRow, people_for_tasks, weighed_groups
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button, shortcut
from forumtool.ui.parts.hints import KeyHints
from forumtool.ui.parts.keyboard import has_keyboard
from forumtool.ui.parts.panel import GAP, Panel, across, scrolling
from forumtool.ui.parts.words import words
from forumtool.ui.places.deepening.left_pane import LeftPane
from forumtool.ui.places.deepening.sketch_form import SketchForm
from forumtool.ui.places.deepening.source_cards import SourceCards
from forumtool.ui.projection import Projection

_CARDS, _NARROW, _CARDS_BELOW, _LOW, _WIDEST = 280, 940, 320, 500, 860
_HINTS = (
    ("Enter", N_("skizzieren, schreiben")), ("A", N_("Gruppe dazunehmen")), ("K", N_("Karte dazunehmen")),
    ("Alt ↑ ↓", N_("verschieben")), ("F6", N_("nächster Bereich")), ("L", N_("Leinwand")),
)  # fmt: skip


class Sketches(QWidget):
    """Works on the measures of a forum."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._groups: list[WeighedGroupRow] = []
        self._rows: list[MeasureRow] = []
        self.left, self.form, self.cards = LeftPane(), SketchForm(desk), SourceCards(desk)
        self.groups, self.list = self.left.groups, self.left.sketches
        self.number = words("", "overline")
        self.send = button(_("An die Leinwand"), self.show_sketch, tip="L")
        self.remove = button(_("Löschen"), self._remove, role="plain")
        self.empty = words(
            _("Noch keine Maßnahme gewählt: Links eine Gruppe wählen und Enter drücken; sie bringt ihre Karten mit."),
            "quiet",
            wrap=True,
        )
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._panes = across(self.left, self._sheet(), self.cards, spacing=GAP)
        self._panes.setStretch(0, 3)
        self._panes.setStretch(1, 5)
        self.hints = KeyHints([(key, _(what)) for key, what in _HINTS])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(GAP - 4)
        layout.addLayout(self._panes, 1)
        layout.addWidget(self.hints)
        self._bind()

    def _sheet(self) -> Panel:
        sheet = Panel(margin=0, spacing=0)
        sheet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.head = QWidget()
        head = across(self.number, 1, self.remove, self.send)
        head.setContentsMargins(22, 10, 12, 2)
        self.head.setLayout(head)
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(14, 0, 14, 12)
        self._column.addWidget(self.form)
        self.form.setMaximumWidth(_WIDEST)
        self.empty.setContentsMargins(20, 16, 20, 16)
        self.area = scrolling(self._inside)
        for thing in (self.head, self.area, self.empty):
            sheet.inside.addWidget(thing, 0 if thing is self.head else 1)
        return sheet

    def _bind(self) -> None:
        self.left.sketch_wanted.connect(self.sketch)
        self.left.written.connect(self._write)
        self.groups.chosen.connect(self._show_chosen)
        self.list.chosen.connect(self._show_chosen)
        self.list.entered.connect(self.form.begin)
        self.list.removed.connect(self._remove)
        self.list.moved.connect(self._move)
        self.form.left.connect(self.list.setFocus)
        for keys, by in (("F6", 1), ("Shift+F6", -1)):
            shortcut(self, keys, partial(self._go, by))
        for one in (self.groups, self.list):
            one.lit.connect(self._show_chosen)

    def refresh(self) -> None:
        """Read groups and measures, and show them."""
        file, scope, shown = self._desk.file, self._desk.scope, self.chosen
        self._groups, self._rows = weighed_groups(file, scope), outcomes.measures(file, scope)
        self.form.know(people_for_tasks(file, self._desk.forum_id), vocabulary(file))
        self.left.show_rows(self._groups, self._rows)
        self._show_chosen()
        if shown is not None and shown.id not in self.list.keys and has_keyboard(self.form):
            self.take_focus()  # what is typed now would be written into another measure

    def take_focus(self) -> None:
        """Put the keyboard on the measures, else on the weightiest group, else where a first measure is written."""
        if self.list.keys:
            self.list.setFocus()
        elif self._groups:
            self.groups.setFocus()
        else:
            self.left.entry.setFocus()

    def reveal(self, key: str) -> bool:
        """Choose a measure and tell whether it is there."""
        found = self.list.choose(key)
        if found:
            self.list.setFocus()
        return found

    def sketch(self) -> None:
        """Sketch one measure out of the chosen groups and let its title be written."""
        step = self._desk.do(measures.sketch_from_clusters, self.groups.chosen_keys)
        if step is not None:
            self._begin(step.changes["measure"])

    def join(self) -> None:
        """Take the chosen groups to the chosen measure, with their cards."""
        row = self.chosen
        if row is None:
            self._desk.say(_("Noch keine Maßnahme gewählt: Enter skizziert eine aus der Gruppe."))
            return
        for key in self.groups.chosen_keys:
            self._desk.do(measures.add_cluster, row.id, key)

    def show_sketch(self) -> None:
        """Send the chosen measure to the projector."""
        shown = self.to_show()
        if shown is not None:
            self.form.commit()
            self._desk.project(shown)

    def to_show(self) -> Projection | None:
        """Return the chosen measure for the projector."""
        row = self.chosen
        return Projection("measure", row.forum_id, row.goal_id, measure_id=row.id) if row is not None else None

    @property
    def chosen(self) -> MeasureRow | None:
        """The measure being worked on."""
        return next((row for row in self._rows if row.id == self.list.key), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = {
            Qt.Key.Key_L: self.show_sketch, Qt.Key.Key_N: self.left.entry.setFocus, Qt.Key.Key_K: self.cards.choose,
            Qt.Key.Key_A: self.join,
        }.get(Qt.Key(event.key()))  # fmt: skip
        if act is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            act()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_low = event.size().height() < _LOW
        self.left.be_low(on=is_low)
        self.hints.setVisible(not is_low)
        self._lay_out(beside=event.size().width() >= _NARROW)

    def _lay_out(self, *, beside: bool) -> None:
        """Put the cards beside the sketch, or below it where the window is narrow."""
        wanted: QBoxLayout = self._panes if beside else self._column
        if wanted.indexOf(self.cards) < 0:
            wanted.addWidget(self.cards, 2 if beside else 0)
        self.cards.setMaximumWidth(_CARDS if beside else 16_777_215)
        self.cards.setMinimumWidth(_CARDS - 60 if beside else 0)
        self.cards.setMinimumHeight(0 if beside else _CARDS_BELOW)

    def _show_chosen(self) -> None:
        row, group = self.chosen, self._group()
        for thing in (self.head, self.area):
            thing.setVisible(row is not None)
        self.empty.setVisible(row is None)
        if row is not None:
            self.number.setText(_told(row))
            self.form.show_measure(row, offers(self._desk.file))
        if group is not None and (row is None or self.groups.hasFocus()):
            self.cards.show_group(group)
        elif row is not None:
            self.cards.show_measure(row, self._groups)
        else:
            self.cards.show_nothing()

    def _group(self) -> WeighedGroupRow | None:
        return next((row for row in self._groups if row.id == self.groups.key), None)

    def _write(self, title: str) -> None:
        step = self._desk.do(measures.sketch, title, forum_id=self._desk.forum_id, goal_id=self._desk.goal_id)
        if step is not None:
            self._begin(step.changes["measure"])
            self.form.text.setFocus()

    def _begin(self, keys: Sequence[str] | frozenset[str]) -> None:
        self.list.choose(next(iter(keys)))
        self.area.ensureVisible(0, 0)
        self.form.begin()

    def _remove(self) -> None:
        row = self.chosen
        if row is not None:
            self._desk.do(measures.remove_measure, row.id)

    def _move(self, step: int) -> None:
        row = self.chosen
        if row is not None:
            self._desk.do(measures.move_measure, row.id, step)

    def _go(self, by: int) -> None:
        """Put the keyboard into the next pane: groups, measures, the sketch, its cards."""
        panes: list[tuple[QWidget, Callable[[], None]]] = [
            (self.groups, self.groups.setFocus), (self.list, self.list.setFocus), (self.form, self.form.begin),
            (self.cards, self.cards.take_focus),
        ]  # fmt: skip
        seen = [pane for pane in panes if pane[0].isVisible()]
        focused = self.window().focusWidget()
        here = (at for at, (pane, _act) in enumerate(seen) if focused in (pane, *pane.findChildren(QWidget)))
        if seen:
            seen[(next(here, -1) + by) % len(seen)][1]()


def _told(row: MeasureRow) -> str:
    goal = _("ZIEL {number}", number=row.goal_number) if row.goal_number else ""
    return " · ".join(filter(None, (_("MASSNAHME"), row.number, goal)))
