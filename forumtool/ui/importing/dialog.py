"""The dialog that reads a list: facts of the file, meaning of the columns, preview, one step."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from forumtool.domain.errors import UserError
from forumtool.i18n import _, ngettext
from forumtool.imports.plan import Plan
from forumtool.imports.table import Table, read_table
from forumtool.storage.queries.forums import forum
from forumtool.ui.desk import Desk, told
from forumtool.ui.importing.kinds import PARTICIPANTS, PROPOSALS, Kind, Wish, facts
from forumtool.ui.importing.preview import GOAL, PreviewModel, preview
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.panel import Panel, across
from forumtool.ui.parts.words import words

_ABREAST = 4
_LONG = 300


class ImportDialog(QDialog):
    """Shows what a list would become; nothing is changed before „Einlesen“."""

    def __init__(self, desk: Desk, parent: QWidget, kind: Kind, name: str, table: Table) -> None:
        super().__init__(parent)
        self._over = parent.window()
        self.desk, self.kind, self.table = desk, kind, table
        self.plan: Plan | None = None
        self.setWindowTitle(_(kind.title))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.columns = {meaning: QComboBox() for meaning in kind.meanings}
        self.forum = QComboBox()
        self.doubles = QCheckBox(_("Auch wer schon auf der Liste steht"))
        self.model = PreviewModel(_(kind.text))
        self.view = preview(self.model)
        self.summary = words("", "", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedSize(160, 6)
        self.progress.hide()
        self.go = button(_("Einlesen"), self.take, role="primary")
        self.go.setDefault(True)
        self._build(name)
        self._fill()
        self.replan()

    def _build(self, name: str) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addWidget(words(name, "heading", wrap=True))
        layout.addWidget(words(" · ".join(facts(self.table)), "small"))
        layout.addLayout(self._mapping())
        sheet = Panel(margin=1)
        sheet.inside.addWidget(self.view)
        layout.addWidget(sheet, 1)
        layout.addWidget(self.summary)
        target = words(_("Gehört zu"), "small")
        target.setBuddy(self.forum)
        wishes: tuple[QWidget, ...] = (target, self.forum) if self.kind.chooses_forum else (self.doubles,)
        layout.addLayout(across(*wishes, 1, self.progress, button(_("Abbrechen"), self.reject), self.go))
        self.view.setColumnHidden(GOAL, not self.kind.chooses_forum)
        whole = self._over.size()
        self.resize(min(1080, whole.width() - 60), min(700, whole.height() - 40))

    def _mapping(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        for at, (meaning, combo) in enumerate(self.columns.items()):
            row, column = 2 * (at // _ABREAST), at % _ABREAST
            name = _(self.kind.meanings[meaning])
            combo.setAccessibleName(_("Spalte für {meaning}", meaning=name))
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(10)
            grid.addWidget(words(name, "small"), row, column)
            grid.addWidget(combo, row + 1, column)
        for column in range(_ABREAST):
            grid.setColumnStretch(column, 1)
        return grid

    def _fill(self) -> None:
        guessed = self.kind.guess(self.table.heads)
        for meaning, combo in self.columns.items():
            combo.addItem("–", "")
            for at, head in enumerate(self.table.heads):
                combo.addItem(head, head)
                if guessed.get(meaning) == at:
                    combo.setCurrentIndex(at + 1)
            combo.activated.connect(lambda _at: self.replan())
            combo.installEventFilter(self)
        self.forum.addItem(_("Ohne Forum (Prozess)"), None)
        chosen = self.desk.forum()
        if chosen is not None:
            self.forum.addItem(chosen.title, chosen.id)
        self.forum.setAccessibleName(_("Gehört zu"))
        self.forum.setMaximumWidth(320)
        self.forum.activated.connect(lambda _at: self.replan())
        self.doubles.toggled.connect(lambda _on: self.replan())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll past the combo boxes: it must not change a column by chance."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QComboBox):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def wish(self) -> Wish:
        """Return what has been chosen."""
        columns = {meaning: str(combo.currentData()) for meaning, combo in self.columns.items()}
        forum_id = self.forum.currentData() if self.kind.chooses_forum else self.desk.forum_id
        return Wish(columns, forum_id, self.doubles.isChecked())

    def replan(self) -> None:
        """Show what the list would become with the columns as they are chosen now."""
        try:
            self.plan = self.kind.plan(self.desk, self.table, self.wish())
        except UserError as error:
            self.plan = None
            self._say(str(error), warning=True)
        self.model.show_lines(self.plan.lines if self.plan else ())
        if self.plan is not None:
            self._say(self.plan.summary, warning=False)
        self.go.setEnabled(self._brings_something())

    def take(self) -> None:
        """Put the list into the file as one step, and close."""
        plan = self.plan
        if plan is None:
            return
        self.go.setEnabled(False)
        if len(plan.lines) > _LONG:
            self.progress.setRange(0, len(plan.lines))
            self.progress.show()
            self.progress.repaint()
        step = self.desk.do(self.kind.take, plan, self._tell)
        if step is None:
            self.progress.hide()
            self.replan()
            return
        self.accept()
        self.desk.say(_said(told(step), plan.counts["left_out"]))

    def _brings_something(self) -> bool:
        return self.plan is not None and any(count for what, count in self.plan.counts.items() if what != "left_out")

    def _tell(self, done: int, total: int) -> None:
        """Move the bar at each hundredth; painting it needs no events of the user."""
        if self.progress.isVisible() and (done % max(1, total // 100) == 0 or done == total):
            self.progress.setMaximum(total)
            self.progress.setValue(done)
            self.progress.repaint()

    def _say(self, sentence: str, *, warning: bool) -> None:
        self.summary.setText(sentence)
        self.summary.setObjectName("warning" if warning else "")
        self.summary.style().unpolish(self.summary)
        self.summary.style().polish(self.summary)


def _said(what: str, left_out: int) -> str:
    said = [_("{what}.", what=what)]
    if left_out:
        said.append(ngettext("{count} Zeile blieb weg.", "{count} Zeilen blieben weg.", left_out))
    return " ".join((*said, _("Strg Z nimmt alles zurück.")))


def ask_for_proposals(desk: Desk, parent: QWidget) -> None:
    """Ask for a list of goals and proposals, and read it."""
    path = _ask(parent, _(PROPOSALS.title))
    dialog = look_into(desk, parent, PROPOSALS, path) if path else None
    if dialog is not None:
        dialog.open()


def ask_for_participants(desk: Desk, parent: QWidget) -> None:
    """Ask for a list of people for the chosen forum, and read it; without a forum, say what to do."""
    if desk.forum_id is None or forum(desk.file, desk.forum_id) is None:
        desk.say_warning(_("Menschen kommen zu einem Forum: Bitte oben zuerst eines wählen (Strg F)."))
        return
    path = _ask(parent, _(PARTICIPANTS.title))
    dialog = look_into(desk, parent, PARTICIPANTS, path) if path else None
    if dialog is not None:
        dialog.open()


def look_into(desk: Desk, parent: QWidget, kind: Kind, path: Path) -> ImportDialog | None:
    """Return the dialog for a file, or say why it is no list and return None."""
    try:
        return ImportDialog(desk, parent, kind, path.name, read_table(path))
    except UserError as error:
        desk.say_warning(str(error))
        return None


def _ask(parent: QWidget, title: str) -> Path | None:
    from forumtool.paths import documents_folder

    name, _kind = QFileDialog.getOpenFileName(
        parent, title, str(documents_folder()), _("Listen (*.xlsx *.csv *.txt *.tsv);;Alle Dateien (*)")
    )
    return Path(name) if name else None
