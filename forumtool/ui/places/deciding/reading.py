"""The dialog that reads decisions back: what would change, cell by cell, a tick for each, all of it one step."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from forumtool.i18n import _, ngettext
from forumtool.imports.plan import report_on
from forumtool.paths import documents_folder
from forumtool.services.deciding import look_at_list, take_decisions
from forumtool.services.decision_plan import CHANGE, CONFLICT, NEW, Change, DecisionPlan
from forumtool.storage.reading import Reading
from forumtool.ui.desk import Desk, told
from forumtool.ui.importing.preview import preview
from forumtool.ui.importing.report_bar import ReportBar
from forumtool.ui.long_work import Tell
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.narrow import Narrow
from forumtool.ui.parts.panel import Panel, across
from forumtool.ui.parts.words import words
from forumtool.ui.places.deciding.compared import TICK, ComparedModel, rows_of, whole

_LINES, _LOW = 3, 560  # lines of a row in words; a window lower than so many pixels has no room for them


def ask_for_decisions(desk: Desk, parent: QWidget) -> None:
    """Ask for a list of decisions, and show what it would change."""
    name, _kind = QFileDialog.getOpenFileName(
        parent,
        _("Entscheidungsliste einlesen"),
        str(documents_folder()),
        _("Entscheidungslisten (*.xlsx *.docx *.csv *.txt);;Alle Dateien (*)"),
    )
    if name:
        read_list(desk, parent, Path(name))


def read_list(desk: Desk, parent: QWidget, path: Path) -> None:
    """Read a list beside the window, then show what it would change; say why it is none."""
    desk.long_work.run(
        _("„{name}“ wird gelesen …", name=path.name),
        partial(_look, path),
        lambda plan: ReadingDialog(desk, parent, path.name, plan).open(),
        owner=parent,
    )


def _look(path: Path, source: Reading, tell: Tell) -> DecisionPlan:
    tell(0, 0)
    return look_at_list(source, path)


class ReadingDialog(QDialog):
    """Shows what a list of decisions would change; nothing is changed before „Übernehmen“."""

    def __init__(self, desk: Desk, parent: QWidget, name: str, plan: DecisionPlan) -> None:
        super().__init__(parent)
        self._over = parent.window()
        self.desk, self.plan, self._name = desk, plan, name
        self._taken = {change.id: change.taken for change in plan.changes}
        self.setWindowTitle(_("Entscheidungsliste einlesen"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.model = ComparedModel(self.choose)
        self.view = preview(self.model, TICK)
        Narrow(self.view, self.model.columns, (0, 6), 150)
        self.summary, self.said = words(plan.summary, "", wrap=True), words("", "small")
        self.to_choose = button("", self._show_rows, role="chip")
        self.to_choose.setCheckable(True)
        self.list_counts = button(_("Überall die Liste"), lambda: self.choose_all(True), role="plain")
        self.file_counts = button(_("Überall, was hier steht"), lambda: self.choose_all(False), role="plain")
        self.row = words("", "quiet", wrap=True)
        self.row.setFixedHeight(_LINES * self.row.fontMetrics().lineSpacing())
        self.row.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_row())
        self.report = ReportBar(name, self.report_text, self.said.setText, self._show_rows)
        self.cancel = button(_("Abbrechen"), self.reject)
        self.go = button("", self.take, role="primary")
        self.go.setDefault(True)
        desk.said.connect(self._hear)
        self._build()
        self._show_rows()
        self.view.setCurrentIndex(self.model.index(0, 1))
        self.view.setFocus()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(words(self._name, "heading", wrap=True))
        layout.addWidget(self.summary)
        conflicts = [change for change in self.plan.changes if change.kind == CONFLICT]
        choices = [change for change in self.plan.changes if change.kind not in (CHANGE, NEW)]
        self.to_choose.setText(
            ngettext("Nur die eine, die eine Wahl braucht", "Nur die {count}, die eine Wahl brauchen", len(choices))
        )
        self._means = QWidget()
        self._means.setLayout(across(self.to_choose, self.list_counts, self.file_counts, 1))
        self._means.setVisible(bool(choices))
        for one in (self.list_counts, self.file_counts):
            one.setVisible(bool(conflicts))
        layout.addWidget(self._means)
        sheet = Panel(margin=1)
        sheet.inside.addWidget(self.view)
        layout.addWidget(sheet, 1)
        layout.addWidget(self.row)
        self.report.show_count(len(self.plan.lines))
        layout.addWidget(self.report)
        layout.addLayout(across(self.said, 1, self.cancel, self.go))
        room = self._over.size()
        self.resize(min(1180, room.width() - 60), min(720, room.height() - 40))
        self.row.setVisible(room.height() > _LOW)

    @property
    def chosen(self) -> list[Change]:
        """The changes that are ticked."""
        return [change for change in self.plan.changes if self._taken[change.id]]

    def choose(self, change: Change, taken: bool) -> None:
        """Take a change or leave it; of several that contradict each other only one is taken."""
        self._taken[change.id] = taken
        for other in self.plan.changes if taken else ():
            if other.id != change.id and (other.proposal_id, other.field) == (change.proposal_id, change.field):
                self._taken[other.id] = other.proposal_id is None and self._taken[other.id]
        self._show_rows()

    def choose_all(self, of_list: bool) -> None:
        """Where both were changed, let the list count everywhere, or what is here."""
        self._taken |= {change.id: of_list for change in self.plan.changes if change.kind == CONFLICT}
        self._show_rows()

    def _show_rows(self) -> None:
        changes, lines = self.plan.changes, self.plan.lines
        if self.report.only.isChecked():
            changes = ()
        elif self.to_choose.isChecked():
            changes, lines = tuple(change for change in changes if change.kind not in (CHANGE, NEW)), ()
        self.model.show(rows_of(changes, lines, lambda change: self._taken[change.id]))
        self._show_row()
        count = len(self.chosen)
        self.go.setText(ngettext("{count} Änderung übernehmen", "{count} Änderungen übernehmen", count))
        self.go.setEnabled(count > 0)

    def _show_row(self) -> None:
        at = self.view.currentIndex().row()
        self.row.setText(whole(self.model.rows[at]) if 0 <= at < len(self.model.rows) else "")

    def report_text(self) -> str:
        """Return what is not taken and why, for people."""
        return report_on(self._name, self.plan.summary, self.plan.lines)

    def take(self) -> None:
        """Put what is ticked into the file as one step and close; say why not if it cannot be done."""
        step = self.desk.do(take_decisions, self.chosen)
        if step is not None:
            said = " ".join((_("{what}.", what=told(step)), _("Strg Z nimmt alles zurück.")))
            self.desk.say(said)
            self.accept()

    def _hear(self, _kind: str, sentence: str) -> None:
        """Say in front of the window, too, what it says behind the dialog."""
        self.said.setText(sentence)
