"""What became of what: every proposal with its way from the forum to the field of action."""

from collections.abc import Callable, Collection, Sequence
from operator import attrgetter
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from forumtool.domain.synthesis import Became
from forumtool.exports.became import measure_label
from forumtool.i18n import _
from forumtool.storage.queries.became import Spot, became, became_sorted_by, spots, with_outcome
from forumtool.storage.queries.forums import forums
from forumtool.storage.queries.outcomes import measures
from forumtool.storage.queries.process import action_fields, goals
from forumtool.storage.queries.steering import beginnings
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button, key_text, shortcut
from forumtool.ui.parts.enter_key import EnterKey
from forumtool.ui.parts.going import begin_at, show_card
from forumtool.ui.parts.narrow import Narrow
from forumtool.ui.parts.panel import GAP, Panel, across
from forumtool.ui.parts.sorting import Sorting
from forumtool.ui.parts.table import table
from forumtool.ui.parts.word_order import WordOrder
from forumtool.ui.parts.words import words
from forumtool.ui.places.page import Page
from forumtool.ui.places.synthesizing.became_lines import FIELDS, GROUP, LAST, BecameModel, Titles, columns

_FIRST = 200  # rows read before the first picture; the keys of the others come right behind it


class BecamePage(Page):
    """The keys of all proposals are read, and of those in view the rest; so 20,000 open as quickly as twenty."""

    concerns = ("proposal", "cluster", "dot_count", "dot_round", "measure", "measure_proposal", "decision",
                "action_field", "field_mapping", "forum", "goal", "theme_field")  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._every: list[str] = []
        self._spots: list[Spot] = []
        self._is_whole = True
        self._orders: dict[tuple[str, bool], list[str]] = {}
        self._texts = WordOrder(lambda keys: beginnings(desk.file, keys) if desk.is_open else (), self)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._show_rest)
        self._titles = Titles()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GAP)
        self._build_head(outer)
        self._build_table(outer)
        desk.finding.ready.connect(self._found_more)
        desk.step_done.connect(lambda step: self._texts.forget(step.changes.get("proposal", ())))
        desk.file_changed.connect(self._forget)

    def _build_head(self, outer: QVBoxLayout) -> None:
        self.state = words("", "quiet")
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Suchen"))
        self.filter.setAccessibleName(_("Suchen"))
        self.filter.setToolTip(_("In allem, was zu einer Karte gehört ({keys})", keys=key_text("Ctrl+L")))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMinimumWidth(130)
        self.filter.setMaximumWidth(240)
        self.filter.textChanged.connect(lambda _text: self._show())
        self.filter.installEventFilter(self)
        self.open_only = button(_("nur noch offene"), self._show, role="chip")
        self.open_only.setCheckable(True)
        outer.addLayout(across(self.state, 1, self.open_only, self.filter))
        shortcut(self, "Ctrl+L", self.filter.setFocus)

    def _build_table(self, outer: QVBoxLayout) -> None:
        sheet = Panel(margin=1, spacing=0)
        outer.addWidget(sheet, 1)
        self.model = BecameModel(columns(self._titles), self._read)
        self.view = table(self.model, _("Was wurde woraus"))
        self.model.setParent(self.view)
        self.view.setWordWrap(False)
        self.view.horizontalHeader().setToolTip(_("Klick oder S: nach dieser Spalte sortieren"))
        Narrow(self.view, self.model.columns, (LAST, 2, 3, GROUP), 240)
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_way())
        self.sorting = Sorting(self.view, first_down=(GROUP,))
        self.sorting.changed.connect(self._show)
        EnterKey(self.view, self._open)
        self.view.doubleClicked.connect(lambda _index: self._open())
        shortcut(self.filter, "Down", self.view.setFocus)
        self.empty = words(_("Noch kein Vorschlag: Im Erfassen (Strg 5) entstehen die Karten."), "quiet", wrap=True)
        self.empty.setContentsMargins(16, 16, 16, 16)
        sheet.inside.addWidget(self.view, 1)
        sheet.inside.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        self.foot = Panel(margin=12)
        self.title, self.way = words("", wrap=True), words("", "quiet", wrap=True)
        self.foot.inside.addWidget(self.title)
        self.foot.inside.addWidget(self.way)
        outer.addWidget(self.foot)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.filter and event.type() == QEvent.Type.FocusIn:
            self.desk.finding.prepare()
        return super().eventFilter(watched, event)

    def refresh(self) -> None:
        """Read the keys of all proposals, in a table that is empty first those that will be seen."""
        file = self.desk.file
        self._titles.measures = {row.id: measure_label(row) for row in measures(file)}
        self._titles.fields = {row.id: row for row in action_fields(file)}
        first = not self.model.keys and self.sorting.column < 0
        self._take(spots(file, _FIRST if first else -1))
        self._is_whole = not first or len(self._every) < _FIRST
        self._orders.clear()
        if self._is_whole:
            self._texts.prepare(self._every)
            self._tell_state()
        else:
            self._soon.start(0)
        self._show()

    def _forget(self) -> None:
        """Keep nothing of a file that is closed."""
        self._texts.forget(self._every)
        self._take([])
        self.model.show_keys([])

    def take_focus(self) -> None:
        """Put the keyboard on the table."""
        begin_at(self.view, 0, 1)

    @property
    def chosen(self) -> Became | None:
        """The chosen line, or None."""
        at = self.view.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def _read(self, keys: Collection[str]) -> list[Became]:
        return became(self.desk.file, keys)

    def _take(self, found: list[Spot]) -> None:
        self._spots, self._every = found, [spot.id for spot in found]

    def _read_rest(self) -> None:
        if not self._is_whole:
            self._take(spots(self.desk.file))
            self._is_whole = True

    def _show_rest(self) -> None:
        if self.desk.is_open:
            self._read_rest()
            self._show()
            self._tell_state()
            self._texts.prepare(self._every)

    def _tell_state(self) -> None:
        open_ = len(self._every) - len(with_outcome(self.desk.file) & set(self._every))
        self.state.setText(_("{all} Vorschläge, {open} noch offen", all=len(self._every), open=open_))

    def _show(self) -> None:
        """Show the proposals in the order asked for that hold what was typed; the chosen one stays chosen."""
        typed, only_open = self.filter.text().strip(), self.open_only.isChecked()
        if typed or only_open or self.sorting.column >= 0:
            self._read_rest()
        keys = self._in_order()
        if typed:
            holding = self.desk.finding.cards(typed)
            keys = [key for key in keys if key in holding]
        if only_open:
            closed = with_outcome(self.desk.file)
            keys = [key for key in keys if key not in closed]
        self._put(keys)
        self.view.setVisible(bool(self._every))
        self.empty.setVisible(not self._every)
        self._show_way()

    def _in_order(self) -> Sequence[str]:
        """Return the keys by the column; those with nothing in it come last. What was put in order stays so."""
        column = self.sorting.column
        if column < 0 or not FIELDS[column]:
            return self._every
        wanted = FIELDS[column], self.sorting.descending
        if wanted not in self._orders:
            self._orders[wanted] = self._sorted(*wanted)
        return self._orders[wanted]

    def _sorted(self, field: str, down: bool) -> list[str]:
        if field == "text":
            return self._texts.sorted(self._every)[:: -1 if down else 1]
        if field in ("number", "forum", "goal"):
            return [spot.id for spot in sorted(self._spots, key=self._place(field), reverse=down)]
        found = became_sorted_by(self.desk.file, field, descending=down)
        having = set(found)
        return found + [key for key in self._every if key not in having]

    def _place(self, field: str) -> Callable[[Spot], Any]:
        """Return what a proposal is sorted by; one without forum or goal comes behind all others."""
        if field == "number":
            return lambda spot: (len(spot.laptop), spot.laptop, spot.running_number)
        rows: Sequence[Any] = forums(self.desk.file) if field == "forum" else goals(self.desk.file)
        rank = {row.id: at for at, row in enumerate(rows)}
        of = attrgetter(f"{field}_id")
        return lambda spot: rank.get(of(spot), len(rank))

    def _put(self, keys: Sequence[str]) -> None:
        place = self.view.currentIndex()
        kept = self.model.keys[place.row()] if place.isValid() else ""
        self.model.show_keys(keys)
        at = self.model.row_of(kept) if kept else -1
        if keys and self.view.currentIndex().row() != max(at, 0):
            self.view.setCurrentIndex(self.model.index(max(at, 0), max(place.column(), 1)))

    def _found_more(self) -> None:
        if self.filter.text() and self.isVisible():
            self._show()

    def _show_way(self) -> None:
        row = self.chosen
        self.foot.setVisible(row is not None)
        if row is not None:
            self.title.setText(f"{row.number} · {row.text}")
            self.way.setText(self._titles.way(row))

    def _open(self) -> None:
        row = self.chosen
        if row is not None:
            show_card(self, row.id)
