"""Writing the files: the buttons, how far it is, and a way to stop it."""

from collections.abc import Callable

from PySide6.QtWidgets import QProgressBar, QWidget

from forumtool.i18n import _
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.panel import across, down
from forumtool.ui.parts.words import words

BOTH = ("docx", "xlsx")


class Foot(QWidget):
    """Calls ``write`` with formats, ``write_all`` for the steering group's folder, ``stop`` and ``open_folder``.

    The button ``everything`` stands where a version is sent, as low windows have no room for a row more.
    """

    def __init__(
        self,
        write: Callable[[tuple[str, ...]], object],
        write_all: Callable[[], object],
        stop: Callable[[], object],
        open_folder: Callable[[], object],
    ) -> None:
        super().__init__()
        self.both = button("", lambda: write(BOTH), role="primary")
        self.word = button(_("Word …"), lambda: write(("docx",)))
        self.excel = button(_("Excel …"), lambda: write(("xlsx",)))
        self.pdf = button(_("PDF …"), lambda: write(("pdf",)))
        self.everything = button(_("Alles für die Steuerungsgruppe …"), write_all)
        self.open_folder = button(_("Ordner öffnen"), open_folder, role="plain")
        self.open_folder.hide()
        self.progress = QProgressBar()
        self.progress.setAccessibleName(_("Fortschritt der Ausgabe"))
        self.progress.setTextVisible(False)
        self.stop = button(_("Abbrechen"), stop, role="plain")
        self.said = words("", "small", wrap=True)
        self._build()
        self.be_busy(busy=False)
        self.ask_again(again=False)

    def _build(self) -> None:
        column = down(self.both, spacing=6)
        column.addLayout(across(self.word, self.excel, self.pdf, 1))
        column.addLayout(across(self.progress, self.stop))
        column.addWidget(self.said)
        column.addLayout(across(self.open_folder, 1))
        self.setLayout(column)

    def ask_again(self, *, again: bool) -> None:
        """Say on the button that it writes although names stand in free text, or that it just writes."""
        self.both.setText(_("Trotzdem Word und Excel …") if again else _("Word und Excel ausgeben …"))

    def be_busy(self, *, busy: bool, files: int = 1) -> None:
        """Show that a number of files is being written, or that nothing is."""
        for one in (self.both, self.word, self.excel, self.pdf, self.everything):
            one.setEnabled(not busy)
        for other in (self.progress, self.stop):
            other.setVisible(busy)
        self.progress.setRange(0, files)
        self.progress.setValue(0)
        if busy:
            self.tell(_("Wird geschrieben …"))

    def move_on(self) -> None:
        """Show that one more file is whole."""
        self.progress.setValue(self.progress.value() + 1)

    def tell(self, text: str, *, warning: bool = False) -> None:
        """Say something below the buttons."""
        self.said.setObjectName("warning" if warning else "small")
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.said.setText(text)
