"""Ausgeben: any document at any moment; what it is, for whom and of which forum is seen before it is written."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from forumtool.exports.documents import DOCUMENTS
from forumtool.i18n import N_, _, speaking
from forumtool.services.minutes import standing
from forumtool.storage.queries.forums import forums
from forumtool.ui.desk import Desk
from forumtool.ui.exporting.exporting import Exporting
from forumtool.ui.exporting.offers import IN_FOLDER, LETTERS, LISTS, MINUTES, OFFERS, SHEET, Offer
from forumtool.ui.exporting.wish import Wish
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.panel import across, down
from forumtool.ui.parts.words import words
from forumtool.ui.places.minuting.choices import Readers
from forumtool.ui.settings import Settings

_LIST, _WIDTH, _HEIGHT = 236, 640, 340  # pixels
_FIRST = ("docx", IN_FOLDER)
_FORMS = {"docx": N_("Word …"), "xlsx": N_("Excel …"), "pdf": N_("PDF …"), IN_FOLDER: N_("In einen Ordner …")}


class ExportDialog(QDialog):
    """Offers what can be written; the audience is kept for the process and the kind of document."""

    def __init__(self, desk: Desk, parent: QWidget, key: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Ausgeben"))
        self._desk, self._settings = desk, Settings()
        self.exporting = Exporting(desk, parent.window())  # a place may go while its document is being written
        self.list = QListWidget()
        self.list.setAccessibleName(_("Was ausgegeben wird"))
        for offer in OFFERS:
            self.list.addItem(_(offer.title))
        self.title, self.hint = words("", "heading", wrap=True), words("", "small", wrap=True)
        self.readers, self.of = Readers(), QComboBox()
        self.of.setAccessibleName(_("Umfang"))
        self.forms: dict[str, QPushButton] = {
            form: button(_(title), partial(self.write, form), role="primary" if form in _FIRST else "")
            for form, title in _FORMS.items()
        }
        self._build(parent)
        self._fill_forums()
        self.readers.changed.connect(self._keep)
        self.of.activated.connect(lambda _at: self._show_audience())
        self.list.itemActivated.connect(lambda _item: self.write(self.offer.forms[0]))
        self.list.currentRowChanged.connect(lambda _row: self._show())
        self.list.setCurrentRow(next((at for at, offer in enumerate(OFFERS) if offer.key == key), 0))
        self.list.setFocus()

    def _build(self, parent: QWidget) -> None:
        self.list.setFixedWidth(_LIST)
        right = down(self.title, self.hint, self.readers, self.of, spacing=10)
        right.addStretch(1)
        right.addLayout(across(*self.forms.values(), 1))
        beside = QHBoxLayout()
        beside.setSpacing(20)
        beside.addWidget(self.list)
        beside.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(beside, 1)
        layout.addLayout(across(1, button(_("Abbrechen"), self.reject)))
        room = parent.window().size()
        self.resize(min(_WIDTH, room.width() - 60), min(_HEIGHT, room.height() - 40))

    def _fill_forums(self) -> None:
        for row in forums(self._desk.file):
            self.of.addItem(row.title, row.id)
        self.of.addItem(_("alle Foren und der ganze Prozess"), None)

    @property
    def offer(self) -> Offer:
        """What is chosen."""
        return OFFERS[self.list.currentRow()]

    @property
    def forum_id(self) -> str | None:
        """The forum that the document is of, or None."""
        return self.of.currentData() if self.offer.forum else None

    def _show(self) -> None:
        offer = self.offer
        self.title.setText(_(offer.title))
        self.hint.setText(_(offer.hint))
        self.hint.setVisible(bool(offer.hint))
        self.of.setVisible(offer.forum and self.of.count() > 1)
        here = self.of.findData(self._desk.forum_id) if offer.key == MINUTES and self._desk.forum_id else -1
        self.of.setCurrentIndex(here if here >= 0 else self.of.count() - 1)
        self.readers.setVisible(len(offer.audiences) > 1)
        for form, one in self.forms.items():
            one.setVisible(form in offer.forms)
        self._show_audience()

    def _show_audience(self) -> None:
        offer = self.offer
        if offer.audiences:
            self.readers.offer(offer.audiences)
            kept = self._kept()
            if kept in offer.audiences:
                self.readers.show_audience(kept)

    def _kept(self) -> str:
        """The audience of last time; that of the minutes is kept with their version."""
        if self.offer.key == MINUTES:
            return standing(self._desk.file, self.forum_id).version.audience
        return self._settings.audience(self._desk.process().id, self.offer.key)

    def _keep(self) -> None:
        if self.offer.key != MINUTES:
            self._settings.keep_audience(self._desk.process().id, self.offer.key, self.readers.audience)

    def write(self, form: str) -> None:
        """Ask where to and write what is chosen, beside the window."""
        if form == IN_FOLDER:
            folder = self.exporting.ask_for_folder()
            if folder is not None and self.write_into(folder):
                self.accept()
            return
        path = self.exporting.ask(self.name(form), f".{form}")
        if path is not None and self.write_to(path):
            self.accept()

    def write_into(self, folder: Path) -> bool:
        """Write what is chosen into a folder; returns False, having said why, if that cannot begin."""
        if self.offer.key == LETTERS:
            return self.exporting.write_letters(folder)
        return self.exporting.write_folder(folder)

    def write_to(self, path: Path) -> bool:
        """Write what is chosen in the form that the path ends with; returns as ``write_into``."""
        audience = self.readers.audience if self.offer.audiences else ""
        return self.exporting.write(Wish(self.offer.key, path, speaking().language, audience, self.forum_id))

    def name(self, form: str) -> str:
        """Return the name that is proposed for the file."""
        whole = self._desk.process().title
        title = self.of.currentText() if self.forum_id else whole
        if self.offer.key == SHEET:
            return _("Entscheidungsbogen {title}", title=title)
        kind = DOCUMENTS[MINUTES if self.offer.key == LISTS else self.offer.key]
        lists = kind.lists if form == "xlsx" else None
        return _(lists.title if lists else kind.title, title=title)


def ask_what_to_export(desk: Desk, parent: QWidget, key: str = "") -> None:
    """Open the dialog; without a file say what is missing."""
    if desk.is_open:
        ExportDialog(desk, parent, key).open()
    else:
        desk.say_warning(_("Es ist keine Datei geöffnet: Bitte zuerst eine öffnen oder anlegen."))
