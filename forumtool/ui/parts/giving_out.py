"""Giving a document out of the window: asking where to, writing it beside the window, saying what became of it."""

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


class GivingOut:
    """Writes files for a widget; ``runner`` does it on a thread."""

    def __init__(self, desk: Desk, widget: QWidget) -> None:
        self._desk, self._widget = desk, widget
        self._settings = Settings()
        self.runner = TaskRunner(widget)

    def ask(self, title: str, suffix: str) -> Path | None:
        """Ask for the place of a file, proposing a name; None if nobody wants it after all."""
        folder = Path(self._settings.export_folder or documents_folder())
        proposed = str(folder / safe_name(title, suffix))
        name, _kind = QFileDialog.getSaveFileName(self._widget, _("Wohin mit der Datei?"), proposed, KINDS[suffix])
        if not name:
            return None
        path = Path(name) if name.casefold().endswith(suffix) else Path(name + suffix)
        self._settings.export_folder = str(path.parent)
        return path

    def write(self, path: Path, write: Callable[[BinaryIO], Any]) -> None:
        """Write a whole file; ``write`` returns a sentence for everything that could not stand in it as typed."""
        from forumtool.exports.whole_file import write_whole

        def work() -> list[str]:
            notes: list[str] = []
            write_whole(path, lambda stream: notes.extend(write(stream)))
            return notes

        def done(notes: list[str]) -> None:
            said = " ".join((_("Fertig: {name}", name=path.name), *notes))
            self._desk.say(said)

        def failed(error: UserError) -> None:
            self._desk.say_warning(str(error))

        self.runner.run(work, done, failed)
