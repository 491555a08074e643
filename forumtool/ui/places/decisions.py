"""Entscheidungen: what the steering group makes of each proposal, and where the proposal came from."""

from collections.abc import Collection
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from forumtool.domain.when import read
from forumtool.i18n import _
from forumtool.services.decisions import decide
from forumtool.storage.journal import Step
from forumtool.storage.queries.steering import (
    DecisionLine,
    cards_sorted_by,
    count_decided,
    decided,
    decision_keys,
    decision_lines,
)
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button, key_text, shortcut
from forumtool.ui.parts.chooser import Choice, Chooser
from forumtool.ui.parts.going import begin_at
from forumtool.ui.parts.long_table import LongTable
from forumtool.ui.parts.narrow import Narrow
from forumtool.ui.parts.panel import GAP, MARGIN, Panel, across
from forumtool.ui.parts.sorting import Sorting
from forumtool.ui.parts.table import table
from forumtool.ui.parts.words import words
from forumtool.ui.places.deciding.lines import DOTS, FIELDS, VERDICT, VERDICTS, LinesModel, VerdictDelegate, columns
from forumtool.ui.places.deciding.lists import Lists
from forumtool.ui.places.deciding.origin import Origin
from forumtool.ui.places.deciding.seats import seats_told
from forumtool.ui.places.place import Place

_OFFERED = 60
_LOW = 460  # pixels


class Decisions(Place):
    """All proposals, the weightiest first; a key decides the chosen one. Below: its origin and the reason.

    The keys of all proposals are read, and of those in view the rest; so 20,000 open as quickly as twenty.
    """

    concerns = (
        "proposal",
        "decision",
        "cluster",
        "dot_count",
        "dot_round",
        "goal",
        "forum",
        "steering_member",
        "action_field",
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        outer.setSpacing(GAP)
        self._build_head(outer)
        self.origin = Origin(partial(desk.do, decide), self.decide, self._voted)
        self._build_table(outer)
        outer.addWidget(self.origin, 2)
        desk.finding.ready.connect(self._found_more)

    def _build_head(self, outer: QVBoxLayout) -> None:
        self.state, self.seats = words("", "quiet"), words("", "small")
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Suchen"))
        self.filter.setAccessibleName(_("Suchen"))
        self.filter.setToolTip(_("In allem, was zu einer Karte gehört ({keys})", keys=key_text("Ctrl+L")))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(130)
        self.filter.setMaximumWidth(240)
        self.filter.textChanged.connect(lambda _text: self._filter())
        self.open_only = button(_("nur offene"), self._filter, role="chip")
        self.open_only.setCheckable(True)
        self.lists = Lists(self.desk)
        outer.addLayout(across(words(_("Entscheidungen"), "heading"), 1, self.lists))
        outer.addLayout(across(self.state, self.seats, 1, self.open_only, self.filter))
        self.filter.installEventFilter(self)
        shortcut(self, "Ctrl+L", self.filter.setFocus)

    def _build_table(self, outer: QVBoxLayout) -> None:
        sheet = Panel(margin=1, spacing=0)
        outer.addWidget(sheet, 3)
        put = {"responsible": self._put("responsible"), "due": self._put_due}
        self.model = LinesModel(columns(put), self._read)
        self.view = table(self.model, _("Vorschläge und Entscheidungen"))
        sheet.inside.addWidget(self.view, 1)
        self.model.setParent(self.view)
        self.view.setWordWrap(False)
        self.view.horizontalHeader().setToolTip(_("Klick oder S: nach dieser Spalte sortieren"))
        Narrow(self.view, self.model.columns, (6, 5, 2), 240)
        self.view.setItemDelegateForColumn(VERDICT, VerdictDelegate(self.view))
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_origin())
        self.sorting = Sorting(self.view, first_down=(DOTS,))
        self.rows = LongTable(
            self.desk, self.view, self.model, self.sorting, FIELDS, keys=decision_keys, ordered=cards_sorted_by
        )
        self.rows.changed.connect(self._filter)
        self.rows.completed.connect(self._tell_state)
        for key, verdict, _title, _colour in VERDICTS:
            shortcut(self.view, key, partial(self.decide, verdict))
        shortcut(self.view, "A", self.origin.counts.begin)
        shortcut(self.view, "N", self.go_to_open)
        shortcut(self.filter, "Down", self.view.setFocus)
        nothing = _("Noch kein Vorschlag: Im Erfassen (Strg 5) entstehen die Karten, über die entschieden wird.")
        self.empty = words(nothing, "quiet", wrap=True)
        self.empty.setContentsMargins(16, 16, 16, 16)
        sheet.inside.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.origin.be_brief(event.size().height() < _LOW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter and event.type() == QEvent.Type.FocusIn:
            self.desk.finding.prepare()
        return super().eventFilter(watched, event)

    def refresh(self) -> None:
        """Read the keys of all cards, in a table that is empty first those that will be seen."""
        self.rows.read()
        self._tell_seats()

    def patch(self, step: Step) -> bool:
        """A decision changes no order but that of a column that it stands in."""
        if not step.touches("decision") or len(step.changes) > 1 or self.sorting.column >= VERDICT:
            return False
        self.rows.forget_orders()
        self._filter()
        self._tell_state()
        return True

    def take_focus(self) -> None:
        """Put the keyboard on the list."""
        begin_at(self.view, 0, 1)

    def reveal(self, key: str) -> None:
        """Choose a proposal; what hides it is taken away."""
        if self.model.row_of(key) < 0:
            self.filter.clear()
            self.open_only.setChecked(False)
            self._filter()
        at = self.model.row_of(key)
        if at >= 0:
            self.view.setCurrentIndex(self.model.index(at, 1))
        self.view.setFocus()

    @property
    def chosen(self) -> DecisionLine | None:
        """The chosen card, or None."""
        at = self.view.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def decide(self, verdict: str) -> None:
        """Decide the chosen card; for merging, ask with which one."""
        line = self.chosen
        if line is None:
            return
        if verdict == "merge":
            self._ask_with(line)
        else:
            self.desk.do(decide, line.id, verdict=verdict)

    def go_to_open(self) -> None:
        """Choose the next proposal of the table that nothing is decided of yet; say so if there is none."""
        self.rows.complete()
        closed, keys = decided(self.desk.file), self.model.keys
        start = self.view.currentIndex().row() + 1
        at = next((at % len(keys) for at in range(start, start + len(keys)) if keys[at % len(keys)] not in closed), -1)
        if at < 0:
            self.desk.say(_("Über alle Vorschläge in der Tabelle ist entschieden."))
        else:
            self.view.setCurrentIndex(self.model.index(at, 1))
        self.view.setFocus()

    def _voted(self) -> None:
        """After the vote go on to the next open one; one without a verdict is first to get that, by its key."""
        line = self.chosen
        if line is not None and line.verdict:
            self.go_to_open()
        else:
            self.view.setFocus()

    def _ask_with(self, line: DecisionLine) -> None:
        prompt = _("Zusammenführen mit: Nummer oder Worte")
        find = partial(self._others, line)
        Chooser(self, prompt, (), find=find, finding=self.desk.finding).open_over(self.window())

    def _others(self, line: DecisionLine, typed: str) -> list[Choice]:
        """Offer cards to merge with: those that what was typed means, before that those of the table's top."""
        self.rows.complete()
        known = set(self.rows.every) - {line.id}
        keys = [card.id for card in self.desk.finding.find_cards(typed, _OFFERED)] if typed.strip() else self.rows.every
        wanted = [key for key in keys[: _OFFERED + 1] if key in known]
        found = {other.id: other for other in self._read(wanted)}
        return [
            Choice(found[key].text, partial(self._merge, line.id, key), found[key].goal_number, "", found[key].number)
            for key in wanted
        ]

    def _merge(self, key: str, other: str) -> None:
        self.desk.do(decide, key, verdict="merge", merged_with_id=other)

    def _read(self, keys: Collection[str]) -> list[DecisionLine]:
        return decision_lines(self.desk.file, keys)

    def _tell_state(self) -> None:
        some = count_decided(self.desk.file)
        self.state.setText(_("{some} von {all} entschieden", some=some, all=len(self.rows.every)))

    def _found_more(self) -> None:
        if self.filter.text() and self.isVisible():
            self._filter()

    def _filter(self) -> None:
        self.rows.show(self.filter.text().strip(), self.open_only.isChecked(), decided)
        for thing in (self.view, self.origin):
            thing.setVisible(bool(self.rows.every))
        self.empty.setVisible(not self.rows.every)
        self._show_origin()

    def _tell_seats(self) -> None:
        told, tip = seats_told(self.desk.file)
        self.seats.setText(told)
        self.seats.setToolTip(tip)

    def _show_origin(self) -> None:
        if not self.rows.is_showing:
            self.origin.show_line(self.desk.file, self.chosen)

    def _put(self, field: str) -> Any:
        return lambda line, text: self.desk.do(decide, line.id, **{field: text.strip()})

    def _put_due(self, line: DecisionLine, text: str) -> None:
        self.desk.do(decide, line.id, due=read(text))
