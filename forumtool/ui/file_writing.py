"""Asking where a file goes and writing it beside the window; what became of it is said by the desk."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from PySide6.QtWidgets import QFileDialog, QWidget

from forumtool.domain.errors import UserError
from forumtool.exports.file_names import safe_name
from forumtool.i18n import _
from forumtool.paths import documents_folder
from forumtool.ui.desk import Desk
from forumtool.ui.settings import Settings
from forumtool.ui.tasks import TaskRunner

KINDS = {".docx": "Word (*.docx)", ".xlsx": "Excel (*.xlsx)", ".pdf": "PDF (*.pdf)"}


class FileWriting:
    """Writes one file after the other for ``owner``, in the folder that was chosen last unless another one is."""

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        self._desk, self._owner, self._settings = desk, owner, Settings()
        self.runner = TaskRunner(owner)

    def ask(self, title: str, suffix: str) -> Path | None:
        """Ask for a path, proposing a name; a suffix that was not typed is added. None if nobody wants it after all."""
        folder = Path(self._settings.export_folder or documents_folder())
        proposed = str(folder / safe_name(title, suffix))
        name, _kind = QFileDialog.getSaveFileName(self._owner, _("Wohin mit der Datei?"), proposed, KINDS[suffix])
        if not name:
            return None
        path = Path(name) if name.casefold().endswith(suffix) else Path(name + suffix)
        self._settings.export_folder = str(path.parent)
        return path

    def ask_for_folder(self) -> Path | None:
        """Ask for a folder."""
        start = self._settings.export_folder or str(documents_folder())
        name = QFileDialog.getExistingDirectory(self._owner, _("Wohin mit den Dateien?"), start)
        if name:
            self._settings.export_folder = name
        return Path(name) if name else None

    def write(self, path: Path, write: Callable[[BinaryIO], Any], done: Callable[[], object] = lambda: None) -> None:
        """Let ``write`` fill the file on a thread; it returns sentences about what could not stand in it."""
        from forumtool.exports.whole_file import write_whole

        def work() -> list[str]:
            notes: list[str] = []
            write_whole(path, lambda stream: notes.extend(write(stream)))
            return notes

        def told(notes: list[str]) -> None:
            said = " ".join((_("Fertig: {name}", name=path.name), *notes))
            self._desk.say(said)
            done()

        def failed(error: UserError) -> None:
            self._desk.say_warning(str(error))

        self.runner.run(work, told, failed)
