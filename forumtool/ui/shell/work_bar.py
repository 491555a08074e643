"""Long work beside the window in the status line: what is being done, how far it is, and a way to stop it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from forumtool.i18n import _
from forumtool.ui.long_work import LongWork
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.panel import across
from forumtool.ui.parts.words import words

_MOST, _BAR, _HEIGHT = 300, 110, 6  # pixels


class WorkBar(QWidget):
    """Is there only while something is being done."""

    def __init__(self, work: LongWork) -> None:
        super().__init__()
        self._work = work
        self.said = words("", "small")
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Fortschritt der Ausgabe"))
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(_BAR, _HEIGHT)
        self.stop = button(_("Abbrechen"), self._stop, role="stopWork")
        self.setLayout(across(self.said, self.bar, self.stop, spacing=8))
        work.began.connect(self._begin)
        work.moved.connect(self._move)
        work.ended.connect(self.hide)
        self.hide()
        if work.is_busy:
            self._begin(work.said)

    def _begin(self, said: str) -> None:
        self.said.setText(self.fontMetrics().elidedText(said, Qt.TextElideMode.ElideMiddle, _MOST))
        self.said.setToolTip(said)
        self.bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self.show()

    def _move(self, now: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(now)

    def _stop(self) -> None:
        self.stop.setEnabled(False)
        self._work.stop()
