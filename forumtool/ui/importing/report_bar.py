"""What was not taken and why: shown alone, copied, saved."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QWidget

from forumtool.domain.errors import UserError
from forumtool.exports.file_names import safe_name
from forumtool.i18n import _, ngettext
from forumtool.paths import documents_folder
from forumtool.ui.parts.buttons import button


class ReportBar(QWidget):
    """A button that shows only the lines left out, and two that give their report away.

    ``text`` returns the report of a plan, ``say`` tells what became of it, ``show`` is called when the button turns.
    """

    def __init__(self, name: str, text: Callable[[], str], say: Callable[[str], object], show: Callable[[], object]):
        super().__init__()
        self._name, self._text, self._say = name, text, say
        self.only = button("", show, role="chip")
        self.only.setCheckable(True)
        self.copy = button(_("Bericht kopieren"), self.copy_text, role="plain")
        self.save = button(_("Bericht speichern …"), self.ask_and_save, role="plain")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for one in (self.only, self.copy, self.save):
            row.addWidget(one)
        row.addStretch(1)

    def show_count(self, count: int) -> None:
        """Show how many lines are left out; without any there is nothing to report."""
        self.setVisible(count > 0)
        self.only.setText(ngettext("Nur die Zeile, die wegbleibt", "Nur die {count} Zeilen, die wegbleiben", count))
        if not count:
            self.only.setChecked(False)

    def copy_text(self) -> None:
        """Put the report on the clipboard."""
        QApplication.clipboard().setText(self._text())
        self._say(_("Der Bericht ist in der Zwischenablage."))

    def ask_and_save(self) -> None:
        """Ask where to, and save the report as text."""
        proposed = documents_folder() / safe_name(_("Bericht {name}", name=Path(self._name).stem), ".txt")
        name, _kind = QFileDialog.getSaveFileName(self, _("Bericht speichern"), str(proposed), _("Text (*.txt)"))
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Save the report, or say why it cannot be saved."""
        from forumtool.exports.whole_file import write_whole

        def write(stream: BinaryIO) -> None:
            stream.write(self._text().encode("utf-8"))

        try:
            write_whole(path, write)
        except UserError as error:
            self._say(str(error))
        else:
            self._say(_("Der Bericht liegt in „{name}“.", name=path.name))
