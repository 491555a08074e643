"""The dialog that reads a list: where it is in its file, meaning of the columns, preview, one step, report."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QVBoxLayout, QWidget

from forumtool.domain.errors import UserError
from forumtool.i18n import _, ngettext
from forumtool.imports.plan import Line, ParticipantPlan, Plan, report
from forumtool.imports.table import Source, Table
from forumtool.ui.desk import Desk, told
from forumtool.ui.importing.columns import Columns
from forumtool.ui.importing.kinds import Kind, Wish
from forumtool.ui.importing.origin import Origin
from forumtool.ui.importing.preview import GOAL, TAKEN, PreviewModel, preview
from forumtool.ui.importing.report_bar import ReportBar
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.panel import Panel, across
from forumtool.ui.parts.step_bar import StepBar
from forumtool.ui.parts.words import words
from forumtool.ui.settings import Settings


class ImportDialog(QDialog):
    """Shows what a list would become; nothing is changed before „Einlesen“."""

    def __init__(self, desk: Desk, parent: QWidget, kind: Kind, path: Path, source: Source) -> None:
        super().__init__(parent)
        self._over = parent.window()
        self.desk, self.kind, self._name = desk, kind, path.name
        self.plan: Plan | None = None
        self._decided: dict[int, bool] = {}
        self._settings = Settings()
        self.setWindowTitle(_(kind.title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.origin = Origin(path, source, self._read_anew)
        self.mapping = Columns(kind, self.replan)
        self.columns = self.mapping.boxes
        self.forum = QComboBox()
        self.doubles = QCheckBox(_("Auch wer schon auf der Liste steht"))
        self.model = PreviewModel(_(kind.text), None if kind.chooses_forum else self.decide)
        self.view = preview(self.model)
        self.report = ReportBar(path.name, self.report_text, self._tell, self._show_lines)
        self.summary = words("", "", wrap=True)
        self.progress = StepBar(self.summary)
        self.cancel = button(_("Abbrechen"), self.reject)
        self.go = button(_("Einlesen"), self.take, role="primary")
        self.go.setDefault(True)
        self._build()
        self._offer_forums()
        self._show_columns()
        self.replan()
        self.view.setCurrentIndex(self.model.index(0, 0))
        self.view.setFocus()

    @property
    def table(self) -> Table:
        """The list as it is read now."""
        return self.origin.table

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(words(self._name, "heading", wrap=True))
        layout.addWidget(self.origin)
        self._means = QWidget()
        self.mapping.setContentsMargins(0, 0, 0, 0)
        self._means.setLayout(self.mapping)
        layout.addWidget(self._means)
        sheet = Panel(margin=1)
        sheet.inside.addWidget(self.view)
        layout.addWidget(sheet, 1)
        layout.addWidget(self.report)
        layout.addWidget(self.summary)
        target = words(_("Gehört zu"), "small")
        target.setBuddy(self.forum)
        self._wishes: tuple[QWidget, ...] = (target, self.forum) if self.kind.chooses_forum else (self.doubles,)
        layout.addLayout(across(*self._wishes, 1, self.progress, self.cancel, self.go))
        self.view.setColumnHidden(GOAL, not self.kind.chooses_forum)
        whole = self._over.size()
        self.resize(min(1080, whole.width() - 60), min(760, whole.height() - 40))

    def _offer_forums(self) -> None:
        self.forum.addItem(_("Ohne Forum (Prozess)"), None)
        chosen = self.desk.forum()
        if chosen is not None:
            self.forum.addItem(chosen.title, chosen.id)
        self.forum.setAccessibleName(_("Gehört zu"))
        self.forum.setMaximumWidth(320)
        self.forum.activated.connect(lambda _at: self.replan())
        self.doubles.toggled.connect(lambda _on: self.replan())

    def _show_columns(self) -> None:
        if self.mapping.show_table(self.table, self._settings):
            self.origin.facts.setText(" · ".join((self.origin.facts.text(), _("Spalten wie beim letzten Mal"))))

    def _read_anew(self) -> None:
        """The list is read in another way: its lines and columns are others."""
        self._decided.clear()
        self._show_columns()
        self.replan()

    def wish(self) -> Wish:
        """Return what has been chosen."""
        forum_id = self.forum.currentData() if self.kind.chooses_forum else self.desk.forum_id
        return Wish(self.mapping.chosen, forum_id, self.doubles.isChecked(), dict(self._decided))

    def decide(self, number: int, taken: bool) -> None:
        """Take a line of the file, or leave it."""
        self._decided[number] = taken
        self.replan()

    def replan(self) -> None:
        """Show what the list would become with everything as it is chosen now."""
        try:
            self.plan = self.kind.plan(self.desk, self.table, self.wish())
        except UserError as error:
            self.plan = None
            self._say(str(error), warning=True)
        self.report.show_count(self.plan.counts["left_out"] if self.plan else 0)
        self._show_lines()
        if self.plan is not None:
            self._say(self.plan.summary, warning=False)
        self.go.setEnabled(self._brings_something())

    def _show_lines(self) -> None:
        lines = self.plan.lines if self.plan else ()
        self.model.show_lines([line for line in lines if not line.taken] if self.report.only.isChecked() else lines)

    def report_text(self) -> str:
        """Return what is not taken and why, for people."""
        return report(self._name, self.plan) if self.plan else ""

    def take(self) -> None:
        """Put the list into the file as one step; close, or show what was left out."""
        plan = self.plan
        if plan is None:
            return
        self.go.setEnabled(False)
        with self.progress.over(len(plan.lines), _("Die Liste wird eingelesen …")) as tell:
            step = self.desk.do(self.kind.take, plan, tell)
        if step is None:
            self.replan()
            return
        self.mapping.remember(self.table, self._settings)
        said = _said(told(step), plan)
        self.desk.say(said)
        if any(_is_news(line) for line in plan.lines):
            self._end_with_report(said)
        else:
            self.accept()

    def _end_with_report(self, said: str) -> None:
        """Everything is in the file: leave only what did not come, and a button to close."""
        for one in (self.origin, self._means, self.cancel, *self._wishes):
            one.hide()
        self.report.only.setChecked(True)
        self.report.only.hide()
        self._show_lines()
        self.view.setColumnHidden(TAKEN, True)
        self._say(said, warning=False)
        self.go.setText(_("Schließen"))
        self.go.clicked.disconnect()
        self.go.clicked.connect(self.accept)
        self.go.setEnabled(True)
        self.go.setFocus()

    def _brings_something(self) -> bool:
        return self.plan is not None and any(count for what, count in self.plan.counts.items() if what != "left_out")

    def _tell(self, sentence: str) -> None:
        self._say(sentence, warning=False)

    def _say(self, sentence: str, *, warning: bool) -> None:
        self.summary.setText(sentence)
        self.summary.setObjectName("warning" if warning else "")
        self.summary.style().unpolish(self.summary)
        self.summary.style().polish(self.summary)


def _is_news(line: Line) -> bool:
    """Tell whether a line left out is worth a look at the end: blank ones are not."""
    return not line.taken and bool(line.text)


def _said(what: str, plan: Plan) -> str:
    said, left_out = [_("{what}.", what=what)], plan.counts["left_out"]
    if isinstance(plan, ParticipantPlan) and plan.benches:
        said.append(_("Dazu kommt: {benches}.", benches=plan.new_benches))
    if left_out:
        said.append(ngettext("{count} Zeile blieb weg.", "{count} Zeilen blieben weg.", left_out))
    return " ".join((*said, _("Strg Z nimmt alles zurück.")))
