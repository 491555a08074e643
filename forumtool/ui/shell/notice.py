"""A sentence for the user at the lower edge: quiet ones go by themselves, warnings stay until they are read."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from forumtool.i18n import _
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.words import words

_QUIET_FOR = 4000


class Notice(QFrame):
    """One sentence over the lower edge of its parent. It never takes the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("notice")
        self.text = words("", "", wrap=False)
        close = button("×", self.hide, role="plain", tip=_("Schließen"))
        close.setAccessibleName(_("Schließen"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 6, 6)
        layout.addWidget(self.text, 1)
        layout.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, kind: str, sentence: str) -> None:
        """Show a sentence, "quiet" for some seconds, "warning" until it is closed or replaced."""
        self.setProperty("state", kind)
        self.style().polish(self)
        self.text.setText(sentence)
        self.setAccessibleName(sentence)
        self.place()
        self.show()
        self.raise_()
        self._timer.stop()
        if kind == "quiet":
            self._timer.start(_QUIET_FOR)

    def place(self) -> None:
        """Stand over the lower edge, as wide as the sentence needs and the window allows."""
        parent = self._over
        room = parent.width() - 240
        self.text.setWordWrap(self.text.fontMetrics().horizontalAdvance(self.text.text()) > room - 80)
        self.setMaximumWidth(room)
        if self.text.wordWrap():
            self.setFixedWidth(room)
        else:
            self.setMinimumWidth(0)
        self.adjustSize()
        self.move(parent.width() - self.width() - 16, parent.height() - self.height() - 42)
