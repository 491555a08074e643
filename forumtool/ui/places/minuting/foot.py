"""Writing the files: the buttons, how far it is, and a way to stop it."""

from collections.abc import Callable

from PySide6.QtWidgets import QProgressBar, QWidget

from forumtool.i18n import _
from forumtool.ui.long_work import LongWork
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.panel import across, down
from forumtool.ui.parts.words import words

BOTH = ("docx", "xlsx")


class Foot(QWidget):
    """Calls ``write`` with formats, ``write_all`` for the steering group's folder, and ``open_folder``.

    It shows whatever is being written beside the window, also from elsewhere. The button ``everything`` stands where a
    version is sent, as low windows have no room for a row more.
    """

    def __init__(
        self,
        work: LongWork,
        write: Callable[[tuple[str, ...]], object],
        write_all: Callable[[], object],
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
        self.stop = button(_("Abbrechen"), work.stop, role="plain")
        self.said = words("", "small", wrap=True)
        self._build()
        work.began.connect(self._be_busy)
        work.moved.connect(self._move)
        work.ended.connect(self._be_busy)  # a method, which ends with its widget
        self._be_busy(work.said if work.is_busy else "")
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

    def _be_busy(self, said: str = "") -> None:
        """Say what is being written, or that nothing is."""
        for one in (self.both, self.word, self.excel, self.pdf, self.everything):
            one.setEnabled(not said)
        for other in (self.progress, self.stop):
            other.setVisible(bool(said))
        self.progress.setRange(0, 0)
        self.tell(said)

    def _move(self, now: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(now)

    def tell(self, text: str, *, warning: bool = False) -> None:
        """Say something below the buttons."""
        self.said.setObjectName("warning" if warning else "small")
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.said.setText(text)
