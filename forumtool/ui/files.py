"""Asking for files: opening one, making a new process, this user's copy of the example."""

from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QDialog, QFileDialog, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from forumtool.domain.errors import UserError
from forumtool.i18n import _
from forumtool.paths import documents_folder
from forumtool.services.processes import new_process
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.panel import across
from forumtool.ui.parts.words import words

_EXAMPLE = "Beispiel Aachen.forum"


def example_file() -> Path:
    """Return this user's copy of the example; it is made the first time. Raises a ``UserError`` if that fails."""
    path = documents_folder() / _EXAMPLE
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        new_process(path, "aachen")
    return path


def ask_for_file(parent: QWidget) -> Path | None:
    """Ask for a file to open."""
    name, _kind = QFileDialog.getOpenFileName(
        parent, _("Öffnen"), str(documents_folder()), _("Forum-Dateien (*.forum);;Alle Dateien (*)")
    )
    return Path(name) if name else None


class NewProcess(QDialog):
    """Asks for a title and what to start from; ``made`` is the file, once there is one."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Neuer Prozess"))
        self.made: Path | None = None
        self.title = QLineEdit()
        self.title.setPlaceholderText(_("Titel, zum Beispiel „Integrationskonzept 2027“"))
        self.title.setAccessibleName(_("Titel"))
        self.empty = QRadioButton(_("Leer: Merkmale und Bänke sind vorbereitet, Ziele kommen von Ihnen"))
        self.example = QRadioButton(_("Nach dem Beispiel Aachen: Themenfelder, Ziele, Steuerungsgruppe, Foren"))
        self.empty.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self.empty)
        group.addButton(self.example)
        self.problem = words("", "warning", wrap=True)
        self.go = button(_("Anlegen …"), self._make, role="primary")
        self.go.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 20)
        layout.setSpacing(12)
        for thing in (self.title, self.empty, self.example, self.problem):
            layout.addWidget(thing)
        layout.addStretch(1)
        layout.addLayout(across(1, button(_("Abbrechen"), self.reject), self.go))
        self.resize(520, 240)

    def _make(self) -> None:
        title = self.title.text().strip()
        proposed = documents_folder() / ((title or _("Neuer Prozess")) + ".forum")
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Wohin mit der Datei?"), str(proposed), _("Forum-Dateien (*.forum)")
        )
        if name:
            self.make_at(Path(name))

    def make_at(self, path: Path) -> None:
        """Make the file and close, or say why it cannot be made."""
        if path.suffix != ".forum":
            path = path.with_name(path.name + ".forum")
        try:
            new_process(path, "empty" if self.empty.isChecked() else "aachen", self.title.text().strip())
        except UserError as error:
            self.problem.setText(str(error))
            return
        self.made = path
        self.accept()
