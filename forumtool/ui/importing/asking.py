"""Asking for a list, and looking into it."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from forumtool.domain.errors import UserError
from forumtool.i18n import _
from forumtool.imports.table import read_source
from forumtool.storage.queries.forums import forum
from forumtool.ui.desk import Desk
from forumtool.ui.importing.dialog import ImportDialog
from forumtool.ui.importing.kinds import PARTICIPANTS, PROPOSALS, Kind


def ask_for_proposals(desk: Desk, parent: QWidget) -> None:
    """Ask for a list of goals and proposals, and read it."""
    _ask_and_look(desk, parent, PROPOSALS)


def ask_for_participants(desk: Desk, parent: QWidget) -> ImportDialog | None:
    """Ask for a list of people for the chosen forum, and return the open dialog that reads it.

    Without a forum say what to do and return None, as where no list was chosen.
    """
    if desk.forum_id is None or forum(desk.file, desk.forum_id) is None:
        desk.say_warning(_("Menschen kommen zu einem Forum: Bitte oben zuerst eines wählen (Strg F)."))
        return None
    return _ask_and_look(desk, parent, PARTICIPANTS)


def look_into(desk: Desk, parent: QWidget, kind: Kind, path: Path) -> ImportDialog | None:
    """Return the dialog for a file, or say why it is no list and return None."""
    try:
        return ImportDialog(desk, parent, kind, path, read_source(path))
    except UserError as error:
        desk.say_warning(str(error))
        return None


def _ask_and_look(desk: Desk, parent: QWidget, kind: Kind) -> ImportDialog | None:
    from forumtool.paths import documents_folder

    name, _kind = QFileDialog.getOpenFileName(
        parent, _(kind.title), str(documents_folder()), _("Listen (*.xlsx *.csv *.txt *.tsv);;Alle Dateien (*)")
    )
    dialog = look_into(desk, parent, kind, Path(name)) if name else None
    if dialog is not None:
        dialog.open()
    return dialog
