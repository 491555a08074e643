"""What became of what: every proposal with its way from the forum to the field of action."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from forumtool.domain.synthesis import Became
from forumtool.exports.became import measure_label
from forumtool.i18n import _
from forumtool.storage.queries.became import became, became_sorted_by, proposal_keys, with_outcome
from forumtool.storage.queries.outcomes import measures
from forumtool.storage.queries.process import action_fields
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button, key_text, shortcut
from forumtool.ui.parts.enter_key import EnterKey
from forumtool.ui.parts.going import begin_at, show_card
from forumtool.ui.parts.long_table import LongTable
from forumtool.ui.parts.narrow import Narrow
from forumtool.ui.parts.panel import GAP, Panel, across
from forumtool.ui.parts.sorting import Sorting
from forumtool.ui.parts.table import table
from forumtool.ui.parts.words import words
from forumtool.ui.places.page import Page
from forumtool.ui.places.synthesizing.became_lines import FIELDS, GROUP, LAST, BecameModel, Titles, columns


class BecamePage(Page):
    """The keys of all proposals are read, and of those in view the rest; so 20,000 open as quickly as twenty."""

    concerns = ("proposal", "cluster", "dot_count", "dot_round", "measure", "measure_proposal", "decision",
                "action_field", "field_mapping", "forum", "goal", "theme_field")  # fmt: skip

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._titles = Titles()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(GAP)
        self._build_head(outer)
        self._build_table(outer)
        desk.finding.ready.connect(self._found_more)

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
        self.rows = LongTable(
            self.desk, self.view, self.model, self.sorting, FIELDS, keys=proposal_keys, ordered=became_sorted_by
        )
        self.rows.changed.connect(self._show)
        self.rows.completed.connect(self._tell_state)
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
        self.rows.read()

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

    def _tell_state(self) -> None:
        every = len(self.rows.every)
        open_ = every - len(with_outcome(self.desk.file))
        self.state.setText(_("{all} Vorschläge, {open} noch offen", all=every, open=open_))

    def _show(self) -> None:
        """Show the proposals in the order asked for that hold what was typed."""
        self.rows.show(self.filter.text().strip(), self.open_only.isChecked(), with_outcome)
        self.view.setVisible(bool(self.rows.every))
        self.empty.setVisible(not self.rows.every)
        self._show_way()

    def _found_more(self) -> None:
        if self.filter.text() and self.isVisible():
            self._show()

    def _show_way(self) -> None:
        if self.rows.is_showing:
            return
        row = self.chosen
        self.foot.setVisible(row is not None)
        if row is not None:
            self.title.setText(f"{row.number} · {row.text}")
            self.way.setText(self._titles.way(row))

    def _open(self) -> None:
        row = self.chosen
        if row is not None:
            show_card(self, row.id)
