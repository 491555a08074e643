"""Writing what somebody wants beside the window; what became of it is said by the desk."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from forumtool.domain.errors import UserError
from forumtool.domain.letters import Letters
from forumtool.exports.file_names import safe_name
from forumtool.exports.steering_folder import free_folder
from forumtool.exports.writing import Exported
from forumtool.i18n import _, ngettext, speaking
from forumtool.paths import documents_folder
from forumtool.storage.reading import Reading
from forumtool.ui.desk import Desk
from forumtool.ui.exporting import folder, wish
from forumtool.ui.exporting.offers import SHEET
from forumtool.ui.exporting.wish import Found, Wish
from forumtool.ui.long_work import Tell
from forumtool.ui.settings import Settings

KINDS = {".docx": "Word (*.docx)", ".xlsx": "Excel (*.xlsx)", ".pdf": "PDF (*.pdf)"}


class Exporting:
    """Writes one thing at a time for ``owner``, in the folder that was chosen last unless another one is.

    What is for everybody is looked through first; names in its free text are shown before anything is written.
    """

    def __init__(self, desk: Desk, owner: QWidget) -> None:
        self._desk, self._owner, self._settings = desk, owner, Settings()

    def ask(self, title: str, suffix: str) -> Path | None:
        """Ask for a path, proposing a name; a suffix that was not typed is added. None if nobody wants it after all."""
        proposed = str(self._last_folder() / safe_name(title, suffix))
        name, _kind = QFileDialog.getSaveFileName(self._owner, _("Wohin mit der Datei?"), proposed, KINDS[suffix])
        if not name:
            return None
        path = Path(name) if name.casefold().endswith(suffix) else Path(name + suffix)
        self._settings.export_folder = str(path.parent)
        return path

    def ask_for_folder(self) -> Path | None:
        """Ask for a folder."""
        name = QFileDialog.getExistingDirectory(self._owner, _("Wohin mit den Dateien?"), str(self._last_folder()))
        if name:
            self._settings.export_folder = name
        return Path(name) if name else None

    def _last_folder(self) -> Path:
        return Path(self._settings.export_folder or documents_folder())

    def write(self, wanted: Wish) -> bool:
        """Write a document; returns False, having said why, if that cannot begin."""
        said = _("„{name}“ wird geschrieben …", name=wanted.path.name)
        if wanted.key == SHEET:
            return self._desk.long_work.run(said, partial(wish.write_sheet, wanted), self._tell_one)
        return self._desk.long_work.run(said, partial(_read_and_write, wanted), partial(self._go_on, wanted))

    def _go_on(self, wanted: Wish, came: Exported | Found) -> None:
        if isinstance(came, Exported):
            self._tell_one(came)
        else:
            from forumtool.ui.exporting.named import NamedDialog

            NamedDialog(self._owner, came.looked.found, partial(self._write_found, wanted, came)).open()

    def _write_found(self, wanted: Wish, found: Found, blackened: frozenset[str]) -> None:
        said = _("„{name}“ wird geschrieben …", name=wanted.path.name)
        self._desk.long_work.run(said, lambda _source, tell: wish.write(wanted, found, blackened, tell), self._tell_one)

    def write_folder(
        self,
        within: Path,
        done: Callable[[Sequence[Exported]], object] | None = None,
        failed: Callable[[UserError], object] | None = None,
        owner: QWidget | None = None,
    ) -> bool:
        """Write everything for the steering group into a new folder within another one."""
        name = safe_name(_("Für die Steuerungsgruppe {day}", day=date.today().isoformat()), "")
        target = free_folder(within, name)
        self._settings.export_folder = str(target)
        work = partial(folder.write_everything, target, speaking().language)
        return self._desk.long_work.run(
            _("„{name}“ wird geschrieben …", name=target.name), work, done or self._tell_folder, failed, owner
        )

    def write_letters(self, target: Path) -> bool:
        """Write the letters of feedback into a folder, and note that they were."""
        work = partial(folder.write_letters, target, speaking().language)
        return self._desk.long_work.run(_("Rückmeldebriefe werden geschrieben …"), work, self._tell_letters)

    def _tell_one(self, one: Exported) -> None:
        said = " ".join((_("Fertig: {name}", name=one.path.name), *one.notes))
        self._desk.say(said)

    def _tell_folder(self, files: Sequence[Exported]) -> None:
        self._desk.say(told_of_folder(files))

    def _tell_letters(self, came: tuple[Letters, Sequence[Exported]]) -> None:
        from forumtool.services.letters import record_letters

        found, files = came
        self._desk.do(record_letters, found)
        names = ", ".join(one.path.name for one in files)
        said = ngettext("{count} Brief: {names}", "{count} Briefe: {names}", len(found.letters), names=names)
        notes = [note for one in files for note in one.notes]
        (self._desk.say_warning if notes else self._desk.say)(" ".join((said, *notes)))


def told_of_folder(files: Sequence[Exported]) -> str:
    """Say how many files are in which folder."""
    return _("Fertig: {count} Dateien in „{folder}“", count=len(files), folder=files[0].path.parent.name)


def _read_and_write(wanted: Wish, source: Reading, tell: Tell) -> Exported | Found:
    found = wish.read(wanted, source, tell)
    return found if found.looked.found else wish.write(wanted, found, (), tell)
